"""[contents] chapters: the order of the book by list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Entry, Part, Project
from epubforge.source import SourceFile

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]

NAMES = ["0-a.md", "02-b.md", "010-c.md", "preface.md", "part/index.md", "part/1.md", "part/2.md"]
PLATES = '[plates]\npictures = "images"\n'


def shape(entries: tuple[Entry, ...]) -> list[object]:
    """Names of chapters; a part as the list of what is in it."""
    found: list[object] = []
    for entry in entries:
        match entry:
            case SourceFile():
                found.append(entry.path.removeprefix("manuscript/"))
            case Part():
                index = [entry.index.path.removeprefix("manuscript/")] if entry.index else []
                found.append([*index, *shape(entry.sources)])
            case _:
                found.append("plates")
    return found


def book(chapters: str, plates: str = "") -> dict[str, str]:
    text = f'[book]\ntitle = "T"\nlanguage = "en"\n[contents]\nchapters = {chapters}\n{plates}'
    return {
        "manuscript/book.toml": text,
        "images/1.png": "",
        **{f"manuscript/{name}": "#" for name in NAMES},
    }


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        (
            '["preface.md", "0*.md", "part"]',
            ["preface.md", "0-a.md", "02-b.md", "010-c.md", ["part/index.md", "part/1.md",
             "part/2.md"]],
        ),
        (
            '["*.md", "part", "02-b.md"]',
            ["0-a.md", "010-c.md", "preface.md", ["part/index.md", "part/1.md", "part/2.md"],
             "02-b.md"],
        ),
        (
            '["part/2.md", "*"]',
            ["part/2.md", "0-a.md", "02-b.md", "010-c.md", ["part/index.md", "part/1.md"],
             "preface.md"],
        ),
        (
            '["**/*.md"]',
            ["0-a.md", "02-b.md", "010-c.md", "part/index.md", "part/1.md", "part/2.md",
             "preface.md"],
        ),
        (
            '["./part/", "[!p]*.md", "preface.md"]',
            [["part/index.md", "part/1.md", "part/2.md"], "0-a.md", "02-b.md", "010-c.md",
             "preface.md"],
        ),
    ],
)  # fmt: skip
def test_the_list_is_the_order(
    chapters: str, expected: list[object], project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Files, folders and globs; what is named by itself leaves the globs and the folders."""
    outcome = opened(project(book(chapters)))
    assert lines(outcome) == []
    assert outcome.value is not None
    assert shape(outcome.value.entries) == expected


def test_the_plates_stand_where_they_are_listed(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """ "plates" is the picture section."""
    outcome = opened(project(book('["0*.md", "plates", "preface.md", "part"]', PLATES)))
    assert lines(outcome) == []
    assert outcome.value is not None
    assert shape(outcome.value.entries)[3:5] == ["plates", "preface.md"]


def test_without_a_list_the_plates_come_last(project: WriteProject, opened: Load) -> None:
    """The chapters as they are, then the pictures."""
    files = book('["*.md"]', PLATES)
    text = files["manuscript/book.toml"].replace('[contents]\nchapters = ["*.md"]\n', "")
    outcome = opened(project({**files, "manuscript/book.toml": text}))
    assert outcome.value is not None
    assert shape(outcome.value.entries)[-1] == "plates"


@pytest.mark.parametrize(
    ("chapters", "plates", "expected"),
    [
        ('["*", "nope.md"]', "", ["5:18-5:27 P014 there is no chapter nope.md"]),
        ('["*", "prefce.md"]', "", ["5:18-5:29 P014 there is no chapter prefce.md; did you mean "
         "preface.md?"]),
        ('["*", "x*.md"]', "", ["5:18-5:25 P014 no chapter matches x*.md"]),
        ('["*", "/etc/*"]', "", ["5:18-5:26 P015 /etc/* lies outside the project"]),
        ('["*", "plates"]', "", ["5:18-5:26 P014 there are no plates"]),
        ('["*", "preface.md", "preface.md"]', "", ["5:32-5:44 P034 preface.md is listed twice"]),
        ('["*", "plates", "plates"]', PLATES, ["5:28-5:36 P034 plates is listed twice"]),
        ('["0*", "part"]', "", ["5:12-5:26 P019 preface.md is not in the list of chapters, and so "
         "not in the book"]),
        ('["*"]', PLATES, ["5:12-5:17 P019 plates is not in the list of chapters, and so not in "
         "the book"]),
        ('["*", "notes.txt"]', "", ["5:18-5:29 P014 notes.txt is no chapter"]),
        ('["*", "_x.md"]', "", ["5:18-5:25 P014 _x.md is left out: its name begins with _"]),
        ('"*"', "", ["5:12-5:15 P004 contents.chapters must be a list, not a text"]),
    ],
)  # fmt: skip
def test_faults_of_the_list(
    chapters: str,
    plates: str,
    expected: list[str],
    project: WriteProject,
    opened: Load,
    lines: Lines,
) -> None:
    """An entry that matches nothing, one that stands twice, and a chapter that is not listed."""
    files = {**book(chapters, plates), "manuscript/notes.txt": "", "manuscript/_x.md": ""}
    found = [line for line in lines(opened(project(files))) if "P026" not in line]
    assert found == [f"manuscript/book.toml:{line}" for line in expected]


def test_names_match_after_normalisation(project: WriteProject, opened: Load, lines: Lines) -> None:
    """An NFC entry finds a file that is stored in NFD, and the other way round."""
    files = book('["*", "e\u0301.md", "à.md"]')
    root = project({**files, "manuscript/é.md": "#", "manuscript/a\u0300.md": "#"})
    outcome = opened(root)
    assert lines(outcome) == []
    assert outcome.value is not None
    assert shape(outcome.value.entries)[-2:] == ["é.md", "à.md"]


def test_an_empty_list(project: WriteProject, opened: Load, lines: Lines) -> None:
    """It is the list that is at fault, and the only fault: chapters there are."""
    assert lines(opened(project(book("[]")))) == [
        "manuscript/book.toml:5:12-5:14 P010 contents.chapters is an empty list"
    ]


def test_what_is_included_need_not_be_listed(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """It is in the book by the chapter that includes it."""
    files = {
        "manuscript/book.toml": f'{BOOK}[contents]\nchapters = ["1.md"]\n',
        "manuscript/1.md": "{{include 2.md}}",
        "manuscript/2.md": "{{include a/3.md}}",
        "manuscript/a/3.md": "",
        "manuscript/4.md": "",
    }
    [told] = lines(opened(project(files)))
    assert told.endswith("P019 4.md is not in the list of chapters, and so not in the book")
