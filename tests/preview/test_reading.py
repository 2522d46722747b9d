"""What a preview serves: the bytes of the book, what is known of it, and where they came from."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from conftest import Command, WriteProject
from preview.served import Preview

CHAPTERS = {
    "manuscript/01-mine.md": (
        "# The mine\n\nThe *first* paragraph\nhas two lines.\n\n- one\n- two\n\n"
        "![Ada at her desk](../images/ada.png)\n\nThe last.[^a]\n\n[^a]: A note.\n"
    ),
    "manuscript/02-desk.md": "---\ntitle: The desk\n---\n\n![](../images/ada.png)\n\nZoë sat.\n",
}
"""The second one lacks a description."""


def png(width: int = 40, height: int = 30) -> bytes:
    from io import BytesIO

    from PIL import Image

    stream = BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(stream, "PNG")
    return stream.getvalue()


def files() -> dict[str, str | bytes]:
    return {**CHAPTERS, "images/ada.png": png()}


def test_its_bytes_are_those_of_the_book(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """Every resource of the book that is built is served, byte for byte, and nothing else."""
    root = project(files())
    epubforge("build", root, "-o", tmp_path / "book.epub", "--fail-on", "never")
    with zipfile.ZipFile(tmp_path / "book.epub") as book, Preview(root) as preview:
        preview.state()
        inside = [n for n in book.namelist() if n.startswith("OEBPS/") and n.endswith("/") is False]
        hrefs = [name.removeprefix("OEBPS/") for name in inside if not name.endswith(".opf")]
        expected = {href: book.read(f"OEBPS/{href}") for href in hrefs}
        assert expected == {href: preview.ask(f"/book/main/{href}").body for href in hrefs}


def test_a_finished_book_is_served_as_it_lies_in_its_file(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """A finished EPUB has its entries under their own paths, its contents and its landmarks."""
    root = project(files())
    epubforge("build", root, "-o", tmp_path / "book.epub", "--fail-on", "never")
    with Preview(root) as preview:
        ours = preview.state()
    with zipfile.ZipFile(tmp_path / "book.epub") as book, Preview(tmp_path / "book.epub") as shown:
        state = shown.state()
        spine = [page["href"] for page in state["spine"]]
        assert spine == [f"OEBPS/{page['href']}" for page in ours["spine"]]
        assert [page["title"] for page in state["spine"]] == [
            page["title"] for page in ours["spine"]
        ]
        assert state["toc"] == _moved(ours["toc"])
        assert state["landmarks"] == _moved(ours["landmarks"])
        assert (state["title"], state["language"]) == (ours["title"], ours["language"])
        for href in spine:
            assert shown.ask(f"/book/main/{href}").body == book.read(href)


def _moved(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            **each,
            "href": f"OEBPS/{each['href']}",
            **({"children": _moved(each["children"])} if "children" in each else {}),
        }
        for each in entries
    ]


def test_a_page_says_what_it_is_once(project: WriteProject) -> None:
    """A page that is the same is not sent again, and what is sent may be kept but must be asked."""
    with Preview(project(files())) as preview:
        preview.state()
        first = preview.ask("/book/main/text/mine.xhtml")
        assert first.headers["content-type"] == "application/xhtml+xml"
        assert first.headers["cache-control"] == "no-cache"
        again = preview.ask(
            "/book/main/text/mine.xhtml", headers={"If-None-Match": first.headers["etag"]}
        )
        assert (again.status, again.body) == (304, b"")


def test_blocks_come_from_their_lines(project: WriteProject) -> None:
    """Each block has the line of the manuscript that it begins at, by its number on the page."""
    with Preview(project(files())) as preview:
        preview.state()
        page = ElementTree.fromstring(preview.ask("/book/main/text/mine.xhtml").body)
        elements = list(page.iter())
        blocks = preview.ask("/blocks/main/text/mine.xhtml").json
        named = {
            (_local(elements[at].tag), line)
            for at, file, line in blocks
            if file == "manuscript/01-mine.md"
        }
    wanted = {("h1", 1), ("p", 3), ("ul", 6), ("figure", 9), ("p", 11)}
    assert wanted <= named
    numbers = [at for at, _, _ in blocks]
    assert numbers == sorted(numbers)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def test_a_finding_stands_at_its_block(project: WriteProject) -> None:
    """A finding has the page and the element that it is about, its line, and a mark below it."""
    with Preview(project(files()), "--editor", "vscode") as preview:
        state = preview.state()
        (finding,) = [f for f in state["findings"] if f["code"] == "A001"]
        page = ElementTree.fromstring(preview.ask(f"/book/main/{finding['href']}").body)
        element = list(page.iter())[finding["element"]]
    assert finding["file"] == "manuscript/02-desk.md"
    assert finding["line"] == 5
    assert _local(element.tag) in {"p", "figure", "img"}
    assert any(_local(each.tag) == "img" for each in element.iter())
    assert finding["excerpt"] == "![](../images/ada.png)"
    assert finding["caret"] == [0, len("![](../images/ada.png)")]
    root = re.escape(state["root"])
    assert re.fullmatch(rf"vscode://file{root}/manuscript/02-desk\.md:5:1", finding["editor"])


def test_findings_of_a_finished_book_stand_at_their_elements(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """What the checker finds in somebody's EPUB is brought to the element at its place."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    epubforge("build", root, "-o", tmp_path / "book.epub")
    spoilt = tmp_path / "spoilt.epub"
    with zipfile.ZipFile(tmp_path / "book.epub") as book, zipfile.ZipFile(spoilt, "w") as out:
        for entry in book.infolist():
            content = book.read(entry)
            if entry.filename.endswith("/one.xhtml"):
                content = content.replace(b"<p>Text.</p>", b"<p>Text <blink>now</blink>.</p>")
            out.writestr(entry, content)
    with Preview(spoilt) as preview:
        state = preview.state()
        (finding,) = [f for f in state["findings"] if "blink" in f["message"]]
        page = ElementTree.fromstring(preview.ask(f"/book/main/{finding['href']}").body)
    assert _local(list(page.iter())[finding["element"]].tag) == "blink"


def test_words_are_found_in_their_blocks(project: WriteProject) -> None:
    """A search goes across the marks inside a block, and does not mind case and accents."""
    with Preview(project(files())) as preview:
        preview.state()
        (hit,) = preview.ask("/search?q=the%20FIRST%20paragraph%20has").json
        page = ElementTree.fromstring(preview.ask(f"/book/main/{hit['href']}").body)
        (zoe,) = preview.ask("/search?q=zoe").json
        nothing = preview.ask("/search?q=nowhere").json
    assert _local(list(page.iter())[hit["element"]].tag) == "p"
    assert hit["excerpt"] == "The first paragraph has two lines."
    assert zoe["href"] == "text/desk.xhtml"
    assert nothing == []


def test_statistics_and_card(project: WriteProject) -> None:
    """Words, the heaviest pictures, and the accessibility that shops will show."""
    with Preview(project(files())) as preview:
        state = preview.state()
        served = preview.ask("/book/main/images/ada.png").body
    assert state["stats"]["pictures"][-1] == {
        "href": "images/ada.png", "bytes": len(served), "width": 40, "height": 30,
    }  # fmt: skip
    assert state["stats"]["words"] == sum(page["words"] for page in state["spine"])
    title, said = state["card"][0]
    assert title == "Ways of reading"
    assert "Appearance can be modified" in said


def test_words_of_a_chapter(project: WriteProject) -> None:
    """A chapter has as many words as it has."""
    with Preview(project({"manuscript/01-one.md": "# One\n\nTwo *three* four.\n"})) as preview:
        state = preview.state()
    assert next(p["words"] for p in state["spine"] if p["href"] == "text/one.xhtml") == 4


def test_a_player_may_ask_for_a_part(project: WriteProject) -> None:
    """Sounds are sent in the stretches that a player asks for."""
    sound = bytes(range(256)) * 8
    files_: dict[str, str | bytes] = {
        "manuscript/01.md": '# One\n\n<audio src="a.mp3" controls="controls">A song</audio>\n',
        "manuscript/a.mp3": b"ID3" + sound,
    }
    with Preview(project(files_)) as preview:
        state = preview.state()
        assert state["error"] is None
        href = "media/a.mp3"
        whole = preview.ask(f"/book/main/{href}")
        part = preview.ask(f"/book/main/{href}", headers={"Range": "bytes=10-19"})
        last = preview.ask(f"/book/main/{href}", headers={"Range": "bytes=-5"})
        beyond = preview.ask(f"/book/main/{href}", headers={"Range": "bytes=99999-"})
    assert (part.status, part.body) == (206, whole.body[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole.body)}"
    assert (last.status, last.body) == (206, whole.body[-5:])
    assert beyond.status == 416


def test_editions_are_made_when_they_are_asked_for(project: WriteProject) -> None:
    """Another edition of the book has its own pages; one that there is not is not found."""
    settings = (
        '[book]\ntitle = "A book"\nlanguage = "en"\nmodified = 2026-01-31T12:00:00Z\n'
        '[editions.fixed]\nlayout = "fixed"\n'
    )
    with Preview(project({"manuscript/book.toml": settings, **files()})) as preview:
        main, fixed = preview.state(), preview.state("fixed")
        missing = preview.ask("/state/none")
        page = preview.page(fixed["spine"][0]["href"], "fixed")
    assert [each["name"] for each in main["editions"]] == ["main", "fixed"]
    assert (main["layout"], main["viewport"]) == ("reflowable", None)
    assert fixed["layout"] == "fixed"
    assert f"width={fixed['viewport']['width']}" in page
    assert missing.status == 404
