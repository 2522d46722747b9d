"""Fonts that an author brings, from the file to the book."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from conftest import BOOK, WriteProject
from epubforge import build
from epubforge.diagnostics import Diagnostic
from epubforge.epubcheck.check import check_books
from epubforge.fonts.font_faces import generic, placed, quoted, rules, text_rule
from epubforge.fonts.house import code_face, fallback_faces, text_face
from epubforge.fonts.subset import subset
from epubforge.pipeline import Built, Run
from epubforge.source import Span, position

LETTERS = [chr(code) for code in range(32, 0x180)] + list("–—‘’“”…•")
REGULAR, ITALIC, BOLD = (
    subset(face, LETTERS) for face in (text_face(), text_face(italic=True), text_face(bold=True))
)


def changed(change: Callable[[TTFont], None]) -> bytes:
    font = TTFont(io.BytesIO(REGULAR), recalcTimestamp=False)
    change(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def made(project: WriteProject, text: str, fonts: dict[str, bytes], settings: str = "") -> Built:
    """The book of one chapter with `fonts/*.*` as its fonts."""
    theme = settings or '[theme]\nfonts = ["fonts/*"]\n'
    root = project({"book.toml": BOOK + theme, "1.md": text, **fonts})
    return build(root, root / "a.epub", Run(source_date_epoch="1000000000"))


def shown(found: tuple[Diagnostic, ...]) -> list[str]:
    """`file:line:column code message`, sorted."""
    lines = []
    for each in found:
        assert isinstance(each.place, Span)
        at = position(each.place.source, each.place.start)
        lines.append(
            f"{each.place.source.path}:{at.line}:{at.column} {each.rule.code} {each.message}"
        )
    return sorted(lines)


def entry(built: Built, name: str) -> bytes:
    assert built.target is not None
    with zipfile.ZipFile(built.target) as book:
        return book.read(f"OEBPS/{name}")


ALL = {
    "fonts/a.ttf": REGULAR, "fonts/b.ttf": ITALIC, "fonts/c.ttf": BOLD,
    "fonts/OFL.txt": b"The licence.\r\nOf the font.\n", "fonts/readme.txt": b"Not it.",
}  # fmt: skip


def test_fonts_are_embedded_cut_and_named(project: WriteProject) -> None:
    """Naming the files is enough: the text has the font, in the letters of the book."""
    built = made(project, "# One\n\nSome *italic* and **bold** é.\n", ALL)
    assert shown(built.found) == []
    css = entry(built, "styles/book.css").decode()
    assert css.startswith('@charset "utf-8";\n\n@font-face {')
    assert 'src: url("../fonts/literata-700-normal.ttf");' in css
    assert 'body {\n  font-family: "Literata", serif;\n}' in css
    font = TTFont(io.BytesIO(entry(built, "fonts/literata-400-normal.ttf")))
    assert ord("é") in font.getBestCmap()
    assert ord("É") in font.getBestCmap(), "small capitals are made of capitals"
    assert ord("ā") not in font.getBestCmap()
    assert entry(built, "fonts/literata-LICENSE.txt") == b"The licence.\nOf the font.\n"
    package = entry(built, "package.opf").decode()
    assert package.count('media-type="font/ttf"') == 3
    assert 'media-type="text/plain"' in package


def test_the_book_is_valid(project: WriteProject) -> None:
    """EPUBCheck finds nothing in it."""
    fonts = {**ALL, "fonts/d.ttf": subset(code_face(), LETTERS)}
    built = made(project, "# One\n\nSome *italic* and **bold**, `code`.\n", fonts)
    assert built.target is not None
    (found,) = check_books([built.target], timeout=120)
    assert [f"{each.source_code} {each.message}" for each in found] == []


def test_equal_books_have_equal_bytes(project: WriteProject) -> None:
    """Cutting is the same each time."""
    one = made(project, "# One\n\nText *i* **b**.\n", ALL)
    assert one.target is not None
    first = one.target.read_bytes()
    assert made(project, "# One\n\nText *i* **b**.\n", ALL).target is not None
    assert one.target.read_bytes() == first


def test_what_is_wrong_with_a_font_is_told(project: WriteProject) -> None:
    """Each file by its name; the book is made with the others."""

    def restricted(font: TTFont) -> None:
        font["OS/2"].fsType = 2
        font["OS/2"].usWeightClass = 300

    def whole(font: TTFont) -> None:
        font["OS/2"].fsType = 0x100
        font["OS/2"].usWeightClass = 500

    built = made(
        project,
        "# One\n\nText.\n",
        {
            "fonts/1.ttf": REGULAR,
            "fonts/2.ttf": REGULAR,
            "fonts/3.ttf": REGULAR[:3000],
            "fonts/4.ttf": changed(restricted),
            "fonts/5.ttf": changed(whole),
            "fonts/6.otf": b"no font at all",
        },
    )
    at = "book.toml:6:10"
    assert shown(built.found) == sorted(
        [
            f"{at} P093 fonts/2.ttf is Literata, weight 400, as fonts/1.ttf is already",
            f"{at} P090 fonts/3.ttf breaks off: its table 'GPOS' is not whole",
            f"{at} P091 fonts/4.ttf may not be embedded: its maker forbids it",
            f"{at} P092 fonts/5.ttf may not be cut down; all of it goes into the book",
            f"{at} P090 fonts/6.otf is no font: neither TTF, OTF nor WOFF",
        ]
    )
    assert built.size
    assert entry(built, "fonts/literata-500-normal.ttf") == changed(whole)


def test_letters_that_the_font_lacks(project: WriteProject) -> None:
    """Named where the first one stands; code and its letters are another font's."""
    text = "# One\n\nPlain, `字`.\n\nHere is тут and 茶.\n"
    built = made(project, text, ALL)
    assert shown(built.found) == ["1.md:5:9 B090 Literata lacks 3 letters of the book: т у 茶"]
    helped = {**ALL, "fonts/z.ttf": subset(next(fallback_faces()), "тут")}
    built = made(project, text, helped)
    assert shown(built.found) == [
        "1.md:5:17 B090 Literata and Noto Serif lack a letter of the book: 茶"
    ]
    assert b'font-family: "Literata", "Noto Serif", serif;' in entry(built, "styles/book.css")


def test_signs_that_the_book_makes_are_not_missed(project: WriteProject) -> None:
    """The way back from a note and the marks of a task list are no letters of the author's."""
    text = "# One\n\nA note.[^1] Plain\ufe0f.\n\n- [x] done\n\n[^1]: There.\n"
    assert shown(made(project, text, ALL).found) == []


def test_styles_that_the_font_lacks(project: WriteProject) -> None:
    """Once each, at the first line that has them."""
    text = "# One\n\nSome *italic*.\n\nText, **bold**, *again*.\n"
    built = made(project, text, {"fonts/a.ttf": REGULAR})
    assert shown(built.found) == [
        "1.md:3:1 B091 the text has italics, and Literata comes without",
        "1.md:5:1 B091 the text has bold, and Literata comes without",
    ]


def test_fonts_of_a_theme(project: WriteProject) -> None:
    """What lies in its folder `fonts` comes with it; the project's own come first."""
    theme = '[theme]\nname = "mine"\nfonts = ["own.ttf"]\n'
    fonts = {
        "mine/theme.toml": b"",
        "mine/fonts/a.ttf": subset(code_face(), LETTERS),
        "mine/fonts/LICENSE": b"Mine.",
        "own.ttf": REGULAR,
    }
    built = made(project, "# One\n\nText.\n", fonts, theme)
    assert shown(built.found) == []
    css = entry(built, "styles/book.css").decode()
    assert re.findall(r"font-family: (.*);", css)[:2] == ['"Literata"', '"JetBrains Mono"']
    assert 'font-family: "Literata", "JetBrains Mono", serif;' in css
    assert entry(built, "fonts/jetbrains-mono-LICENSE.txt") == b"Mine.\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("fonts/*.woff", "P014 no font matches fonts/*.woff"),
        ("fonts/b.ttf", "P014 there is no fonts/b.ttf"),
        ("../*.ttf", "P015 ../*.ttf lies outside the project"),
    ],
)
def test_fonts_that_are_not_there(project: WriteProject, name: str, message: str) -> None:
    """A file or a glob that leads to nothing is a mistake in the settings."""
    built = made(
        project, "# One\n\nText.\n", {"fonts/a.ttf": REGULAR}, f'[theme]\nfonts = ["{name}"]\n'
    )
    assert shown(built.found) == [f"book.toml:6:10 {message}"]


def test_a_book_over_its_own_font_is_refused(project: WriteProject) -> None:
    """A font is a source like any other."""
    from epubforge.pipeline.output import OutputError

    root = project({"book.toml": BOOK + '[theme]\nfonts = ["a.ttf"]\n', "1.md": "#",
                    "a.ttf": REGULAR})  # fmt: skip
    with pytest.raises(OutputError, match=r"a\.ttf is a source"):
        build(root, root / "a.ttf", Run())


def test_names_of_files_and_of_families() -> None:
    """Families whose names have no ASCII letters get numbers; quotes in names are escaped."""
    from dataclasses import replace

    one, two = replace(text_face(), family="Шрифт"), replace(text_face(), family="字体")
    assert [href for href, _ in placed((one, two))] == [
        "fonts/font-400-normal.ttf", "fonts/font-400-normal-2.ttf",
    ]  # fmt: skip
    assert quoted('A "b" \\ c') == '"A \\22 b\\22  \\5c  c"'
    assert 'font-family: "Шрифт";' in rules((one,), "styles/book.css")
    assert text_rule(()) == ""


def test_what_a_face_is_of() -> None:
    """Serif or monospace by its tables."""
    assert generic(text_face()) == "serif"
    assert generic(code_face()) == "monospace"


def test_a_book_without_fonts_imports_no_font_library(tmp_path: Path) -> None:
    """Neither HarfBuzz nor fontTools costs time where no letter has to be drawn."""
    (tmp_path / "book.toml").write_text(BOOK + "[contents]\ngenerate = { cover = false }\n")
    (tmp_path / "1.md").write_text("# One\n\nText.\n")
    program = (
        "import sys, epubforge\n"
        f"epubforge.build({str(tmp_path)!r})\n"
        "print([n for n in ('uharfbuzz', 'fontTools', 'PIL') if n in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
    version = "import sys, epubforge.__main__ as m\nsys.argv[1:] = ['--version']\n"
    version += "try: m.main()\nexcept SystemExit: pass\nprint('uharfbuzz' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", version], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "False"


def test_fonts_are_found_in_packages() -> None:
    """The house's fonts lie in packages, never in this repository."""
    for package in ("fontpkg_literata", "fontpkg_amiri"):
        assert (files(package) / "LICENSE").is_file()
