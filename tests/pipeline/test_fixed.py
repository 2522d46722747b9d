"""The fixed-layout edition of real books, from the manuscript to the file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from conftest import Command, WriteProject
from epubforge.pipeline import Built, Run, build

BOOK = """\
[book]
title = "Pages"
language = "en"
isbn = "978-3-16-148410-0"
modified = 2026-01-31T12:00:00Z
direction = "{direction}"
[contents]
chapters = ["1-one.md", "plates", "2-two.md"]
[print]
trim = "24.5 × 34 cm"
[plates]
pictures = "images/plates"
captions = "manuscript/plates.toml"
[editions.fixed]
layout = "fixed"
"""
WORDS = " ".join(f"word{number} of a long and patient sentence." for number in range(900))
CAPTIONS = """\
[[picture]]
file = "1.png"
caption = "An upright one"
alt = "A grey field"
[[picture]]
file = "2.png"
caption = "A wide one"
alt = "A wide field"
[[picture]]
file = "3.png"
caption = "To the right"
alt = "Another field"
spread = "right"
[[picture]]
file = "4.png"
caption = "Not to be shown"
alt = "Nothing"
withheld = true
"""


def png(width: int, height: int, shade: int = 90) -> bytes:
    """A picture that is no drawing: grey noise would be a photograph; a slope is enough."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.putpixel((0, 0), (shade, 0, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def files(direction: str = "ltr") -> dict[str, str | bytes]:
    """A long chapter, four plates, and a chapter that leads back."""
    return {
        "manuscript/book.toml": BOOK.format(direction=direction),
        "manuscript/1-one.md": f"# One\n\n{WORDS}\n\n## End {{#end}}\n\nDone.[^n]\n\n"
        "[^n]: A note.\n\n::: only fixed\nHere only.\n:::\n",
        "manuscript/2-two.md": "# Two\n\nBack to [the end](1-one.md#end) and [](#plate-2).\n",
        "manuscript/plates.toml": CAPTIONS,
        "images/plates/1.png": png(900, 1200),
        "images/plates/2.png": png(1800, 1000),
        "images/plates/3.png": png(900, 1201),
        "images/plates/4.png": png(900, 1202),
    }


@dataclass(frozen=True)
class Pages:
    """A finished book of fixed pages."""

    names: dict[str, bytes]
    spine: list[tuple[str, str]]
    """Names and properties."""
    package: str

    def text(self, name: str) -> str:
        return self.names[name].decode()


def fixed(project: WriteProject, direction: str = "ltr", **more: str | bytes) -> Pages:
    root = project({**files(direction), **more})
    target = root / "fixed.epub"
    built = build(root, target, Run(edition="fixed"))
    assert built.size is not None, built.found
    return opened(target)


def opened(target: Path) -> Pages:
    with zipfile.ZipFile(target) as book:
        names = {name.removeprefix("OEBPS/"): book.read(name) for name in book.namelist()}
    package = names["package.opf"].decode()
    items = dict(re.findall(r'<item href="([^"]*)" id="([^"]*)"', package))
    by_id = {item: href for href, item in items.items()}
    refs = re.findall(r'<itemref idref="([^"]*)"(?: properties="([^"]*)")?/>', package)
    return Pages(names, [(by_id[ref], said) for ref, said in refs], package)


def words(markup: str) -> list[str]:
    return unescape(re.sub(r"<[^>]*>", " ", markup)).split()


def test_every_page_has_the_viewport_and_its_side(project: WriteProject) -> None:
    """One size for all; right and left take turns, from the right."""
    book = fixed(project)
    for number, (name, said) in enumerate(book.spine):
        page = book.text(name)
        assert page.count('<meta name="viewport" content="width=1654, height=2296"/>') == 1, name
        assert said == f"page-spread-{'left' if number % 2 else 'right'}"
    assert '<meta property="rendition:layout">pre-paginated</meta>' in book.package
    assert '<meta property="rendition:spread">landscape</meta>' in book.package
    assert "displayTransformability" not in book.package


def test_a_book_from_the_right_begins_on_the_left(project: WriteProject) -> None:
    """Sides are mirrored with the direction of reading."""
    sides = [said for _, said in fixed(project, "rtl").spine]
    assert sides[:4] == ["page-spread-left", "page-spread-right"] * 2


def test_page_list_and_links_lead_to_places_that_are_there(project: WriteProject) -> None:
    """Every page is in the list, in order; every link ends at a file and an id of the book."""
    book = fixed(project)
    nav = next(text for name, text in book.names.items() if b'epub:type="page-list"' in text)
    listed = re.findall(
        r'href="([^"#]*)#([^"]*)">(\d+)</a>', nav.decode().partition("page-list")[2]
    )
    assert [int(label) for *_, label in listed] == list(range(1, len(book.spine) + 1))
    assert [name for name, *_ in listed] == [name for name, _ in book.spine]
    ids = {name: set(re.findall(r' id="([^"]*)"', book.text(name))) for name, _ in book.spine}
    assert all(mark in ids[name] for name, mark, _ in listed)
    count = 0
    for name, _ in book.spine:
        folder = name.rpartition("/")[0]
        for href in re.findall(r'<a\b[^>]*\shref="([^"]*)"', book.text(name)):
            path, _, place = unescape(href).partition("#")
            target = name if not path else str(Path("/", folder, path).resolve())[1:]
            assert target in ids, (name, href)
            assert not place or place in ids[target], (name, href)
            count += 1
    assert count > 10


def test_a_long_chapter_loses_no_word(project: WriteProject) -> None:
    """Its pages read one after the other are the chapter of the flowing book."""
    book = fixed(project)
    pages = [name for name, _ in book.spine if name.startswith("text/one")]
    assert len(pages) > 3
    sections = [re.search(r"<section[^>]*>(.*)</section>", book.text(n), re.S) for n in pages]
    found = " ".join("".join(words(section[1])) for section in sections if section)
    squeezed = re.sub(r"\s", "", found)
    assert "".join(WORDS.split()) in squeezed
    assert squeezed.startswith("One")
    assert "Hereonly." in squeezed


def test_a_wide_plate_lies_across_two_facing_pages(project: WriteProject) -> None:
    """Left half left, right half right; described once, on the first."""
    book = fixed(project)
    at = [number for number, (name, _) in enumerate(book.spine) if "plate-002" in name]
    shown = [n for n in at if "blank" not in book.spine[n][0]]
    first, second = shown
    assert (book.spine[first][1], book.spine[second][1]) == (
        "page-spread-left", "page-spread-right"
    )  # fmt: skip
    assert second == first + 1
    left, right = (book.text(book.spine[n][0]) for n in shown)
    assert 'alt="A wide field (page 1 of 2)"' in left
    assert 'alt="A wide field (page 2 of 2). See the previous page for the description."' in right
    halves = [
        Image.open(io.BytesIO(book.names[f"images/2-{side}.jpg"])) for side in ("left", "right")
    ]
    assert [half.size for half in halves] == [(900, 1000), (900, 1000)]
    assert "images/2.png" not in book.names


def test_a_plate_waits_for_its_side_and_a_withheld_one_is_not_there(project: WriteProject) -> None:
    """`spread = "right"` is heeded; the notice stands where the picture may not."""
    book = fixed(project)
    sides = dict(book.spine)
    assert sides["text/plate-003.xhtml"] == "page-spread-right"
    page = book.text("text/plate-004.xhtml")
    assert "This picture cannot be shown" in page
    assert not any(name.startswith("images/4") for name in book.names)
    blanks = [name for name, _ in book.spine if "blank" in name]
    assert blanks
    assert all('aria-label="Blank page"' in book.text(name) for name in blanks)


def test_fonts_lie_in_the_book_with_their_licence(project: WriteProject) -> None:
    """The faces that were measured are those that are embedded."""
    book = fixed(project)
    fonts = [name for name in book.names if name.endswith((".ttf", ".otf"))]
    assert any("literata" in name for name in fonts)
    assert any(name.startswith("fonts/") and "LICENSE" in name.upper() for name in book.names)
    assert "@font-face" in book.text("styles/book.css")


def test_identifiers_are_not_inherited(project: WriteProject) -> None:
    """The ISBN is the flowing book's alone."""
    assert "9783161484100" not in fixed(project).package.partition("dc:source")[0]


def test_a_page_of_a_picture_alone_is_told(project: WriteProject) -> None:
    """B061 at the chapter's line; a caption mends it."""
    more = {"manuscript/2-two.md": "![A field](../images/plates/1.png)\n"}
    root = project({**files(), **more})
    built: Built = build(root, root / "a.epub", Run(edition="fixed"))
    assert "B061" in {each.rule.code for each in built.found}
    good = {"manuscript/2-two.md": '![A field](../images/plates/1.png "Grey")\n'}
    root = project({**files(), **good})
    again = build(root, root / "a.epub", Run(edition="fixed"))
    assert "B061" not in {each.rule.code for each in again.found}


def test_the_same_input_gives_the_same_bytes(project: WriteProject) -> None:
    """Fonts, pictures and pages."""
    root = project(files())
    built = [root / "a.epub", root / "b.epub"]
    for target in built:
        build(root, target, Run(edition="fixed"))
    assert built[0].read_bytes() == built[1].read_bytes()


@pytest.mark.parametrize("bleed", ["", "bleed = true\n"])
def test_all_editions_are_written_and_valid(
    project: WriteProject, epubforge: Command, bleed: str
) -> None:
    """Both files; W3C EPUBCheck finds nothing in the fixed one, with and without margins."""
    settings = BOOK.format(direction="ltr").replace("[plates]\n", f"[plates]\n{bleed}")
    root = project({**files(), "manuscript/book.toml": settings})
    done = epubforge("build", root, "--all-editions")
    assert done.returncode in {0, 1}, done.stderr
    assert {file.name for file in (root / "dist").iterdir()} == {"pages.epub", "pages-fixed.epub"}
    checked = epubforge(
        "check", "--epubcheck", root / "dist" / "pages-fixed.epub", "--format", "json"
    )
    assert '"severity": "error"' not in checked.stdout, checked.stdout
    assert '"severity": "warning"' not in checked.stdout, checked.stdout
