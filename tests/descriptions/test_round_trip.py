"""A sheet of descriptions: out of the manuscript, through an editor's hands, and back."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import write_files
from epubforge.descriptions import sheet_csv, sheet_xlsx
from epubforge.descriptions.formulas import guarded, unguarded
from epubforge.descriptions.sheet import cells
from epubforge.pipeline.describing import (
    Edited,
    apply_answers,
    survey_project,
    write_changes,
)

CHAPTER = """\
# One

![A *b* [c\\]] `]` d](../images/a.png "cap"){.x}

Text ![](../images/a.png){.decorative} and ![foo][] and ![foo] and ![bar][foo]{lang=de}.

> ![two
> lines](../images/b.png)

| a | b |
|---|---|
| ![x\\|y](../images/a.png) | <img src="../images/b.png" alt="q&amp;r"> |

{{include inc.txt}}

<img src="../images/a.png">

[foo]: ../images/a.png
"""
TOML = """\
# Mine.
[[picture]]
file = "1.png"   # the first
caption = "One"
alt = 'old'  # written by hand

[[picture]]
caption = "Two"
file = "2.png"
"""
CSV = 'caption;FILE\n"One; two";1.png\nTwo;2.png\n'
BOOK = '[book]\ntitle = "T"\nlanguage = "en"\n[plates]\npictures = "images/p"\n'
PLATES = ["images/p/1.png", "images/p/2.png", "images/p/3.png"]


def write(folder: Path, captions: str, data: str | bytes = "") -> Path:
    files: dict[str, str | bytes] = dict.fromkeys([*PLATES, "images/a.png", "images/b.png"], b"x")
    files["manuscript/1.md"] = CHAPTER
    files["manuscript/inc.txt"] = "![inc](../images/a.png)\n"
    table = f'captions = "manuscript/{captions}"\n' if captions else ""
    files["manuscript/book.toml"] = BOOK + table
    if captions:
        files[f"manuscript/{captions}"] = data
    return write_files(folder, files)


def sheet_of(folder: Path) -> list[list[str]]:
    return cells(survey_project(folder).pictures)


def edited(folder: Path, sheet: list[list[str]]) -> Edited:
    answers = sheet_csv.read("d.csv", sheet_csv.written(sheet))
    return apply_answers(survey_project(folder), answers)


@pytest.mark.parametrize(
    ("captions", "data"), [("c.toml", TOML), ("c.csv", CSV), ("", "")], ids=["toml", "csv", "none"]
)
def test_no_edit_changes_nothing(captions: str, data: str, tmp_path: Path) -> None:
    """A sheet that comes back as it went asks for no change, from CSV and from XLSX."""
    folder = write(tmp_path, captions, data)
    sheet = sheet_of(folder)
    assert len(sheet) == 1 + 3 + 10
    for file in (sheet_csv, sheet_xlsx):
        came = file.read("d", file.written(sheet))
        assert apply_answers(survey_project(folder), came) == Edited((), (), 0)


HARD = st.text(alphabet="ab *_[](){}<>\"'&;|\\`~^$=+-@!#,;\n\tשלום🙂é«", min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(st.lists(HARD, min_size=13, max_size=13), st.sampled_from(["c.toml", "c.csv", ""]))
def test_whatever_is_written_comes_back(texts: list[str], captions: str) -> None:
    """Any text put into any row stands in the book afterwards, and nothing else is changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), captions, TOML if captions == "c.toml" else CSV)
        sheet = sheet_of(folder)
        wanted = [f"x{' '.join(text.split())}" for text in texts]
        for row, text in zip(sheet[1:], wanted, strict=True):
            row[4], row[5] = text, ""
        change = edited(folder, sheet)
        assert [found.message for found in change.found] == []
        write_changes(change.changes)
        after = sheet_of(folder)
        assert [plain(row[4]) for row in after[1:]] == [plain(text) for text in wanted]
        assert [row[1:4] for row in after if row[2] == "x"] == [
            row[1:4] for row in sheet if row[2] == "x"
        ]
        assert edited(folder, after).changes == ()


def plain(text: str) -> str:
    """Without what typography does: quotes, dashes, and blanks that do not break."""
    for sign in "“”„«»":
        text = text.replace(sign, '"')
    for sign in "‘’‚":
        text = text.replace(sign, "'")
    text = text.replace("–", "-").replace("—", "-").replace("---", "-").replace("--", "-")
    return "".join(text.split())


def test_a_table_in_toml_keeps_all_the_rest(tmp_path: Path) -> None:
    """Comments, order and quotes stay; a new key stands behind the file, a new row at the end."""
    folder = write(tmp_path, "c.toml", TOML)
    sheet = sheet_of(folder)
    for row in sheet[1:]:
        if row[0].startswith("plate"):
            row[4] = f'"{row[1][-5]}"'
    write_changes(edited(folder, sheet).changes)
    assert (folder / "manuscript/c.toml").read_text() == TOML.replace("'old'", '"\\"1\\""').replace(
        'file = "2.png"', 'file = "2.png"\nalt = "\\"2\\""'
    ) + ('\n[[picture]]\nfile = "3.png"\nalt = "\\"3\\""\n')


@pytest.mark.parametrize(
    ("mark", "encoding", "end"),
    [(b"", "utf-8", "\n"), (b"\xef\xbb\xbf", "utf-8", "\r\n"), (b"\xff\xfe", "utf-16-le", "\r\n"),
     (b"", "cp1252", "\n")],
)  # fmt: skip
def test_a_table_in_csv_keeps_its_dialect(
    mark: bytes, encoding: str, end: str, tmp_path: Path
) -> None:
    """Separator, line ends, mark and encoding stay; a missing column is put behind the last."""
    data = mark + CSV.replace("Two", "Zwölf").replace("\n", end).encode(encoding)
    folder = write(tmp_path, "c.csv", data)
    sheet = sheet_of(folder)
    for row in sheet[1:]:
        if row[0].startswith("plate"):
            row[4] = f"é;{row[1][-5]}"
    change = edited(folder, sheet)
    assert change.found == ()
    write_changes(change.changes)
    text = 'caption;FILE;alt\n"One; two";1.png;"é;1"\nZwölf;2.png;"é;2"\n;3.png;"é;3"\n'
    assert (folder / "manuscript/c.csv").read_bytes() == mark + text.replace("\n", end).encode(
        encoding
    )


def test_a_letter_that_the_table_cannot_hold(tmp_path: Path) -> None:
    """It is said which, and the table stays as it is."""
    folder = write(tmp_path, "c.csv", CSV.replace("Two", "Zwölf").encode("cp1252"))
    sheet = sheet_of(folder)
    next(row for row in sheet if row[0].startswith("plate"))[4] = "🙂"
    change = edited(folder, sheet)
    assert change.changes == ()
    assert [found.rule.code for found in change.found] == ["P073"]
    assert "cp1252, which has no 🙂" in change.found[0].message


def test_rows_that_do_not_fit_any_more(tmp_path: Path) -> None:
    """A key of no picture, a key twice, a text changed meanwhile: each is a finding at its row."""
    folder = write(tmp_path, "c.toml", TOML)
    sheet = sheet_of(folder)
    plates = [row for row in sheet if row[0].startswith("plate")]
    plates[0][4] = "new"
    table = [sheet[0], plates[0], [*plates[0]], ["plate gone~00000000", *plates[1][1:]]]
    (folder / "manuscript/c.toml").write_text(TOML.replace("'old'", "'changed'"))
    change = edited(folder, table)
    assert change.changes == ()
    assert [found.rule.code for found in change.found] == ["P072", "P071", "P071"]


def test_decoration_is_marked_and_unmarked(tmp_path: Path) -> None:
    """Of a picture in Markdown, of one in HTML, and of a plate."""
    folder = write(tmp_path, "c.toml", TOML)
    sheet = sheet_of(folder)
    for row in sheet[1:]:
        row[4], row[5] = ("now described", "") if row[5] else ("", "yes")
    change = edited(folder, sheet)
    assert change.found == ()
    write_changes(change.changes)
    after = sheet_of(folder)
    assert [row[4:6] for row in after[1:]] == [row[4:6] for row in sheet[1:]]


@settings(deadline=None)
@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    """A guarded cell begins like no formula, and comes back as it was."""
    assert not guarded(text).startswith(tuple("=+-@\t\r"))
    assert unguarded(guarded(text)) == text


def test_xlsx_holds_texts_only() -> None:
    """What looks like a formula is a text in XLSX, and comes back."""
    row = ["key~0", "f", "w", "c", '=HYPERLINK("x")', "", "-3 °C\n\nsecond", ""]
    from openpyxl import load_workbook

    data = sheet_xlsx.written([["key", "file", "where", "caption", "alt", "decorative",
                                "longdesc", "finding"], row])  # fmt: skip
    cell = load_workbook(io.BytesIO(data)).worksheets[0]["E2"]
    assert (cell.data_type, cell.value) == ("s", row[4])
    (answer,) = sheet_xlsx.read("d.xlsx", data)
    assert (answer.alt, answer.longdesc) == (row[4], row[6])


def test_csv_is_what_spreadsheets_open() -> None:
    """With a mark for UTF-8, and readable by any reader of CSV."""
    data = sheet_csv.written([["key", "alt"], ["k", "=1+1"]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [
        ["key", "alt"],
        ["k", "'=1+1"],
    ]
