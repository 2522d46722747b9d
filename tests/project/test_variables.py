"""What stands for each `{{name}}`: the metadata's words, and the author's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.metadata import Contributor, Metadata, PrintEdition, Series
from epubforge.model.project import Project
from epubforge.project.variables import DIRECTIVES, METADATA, variables_of

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]

OWN = '''
[variables]
short = "He <&> she"
empty = ""
run = 1_200
price_per_page = 1.50
final = true
lines = """
one
  two"""
"naïve" = "x"
a.b = 1
'''


def test_own_variables_are_texts(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Texts on one line, numbers as they are written, true and false; a table in it is refused."""
    outcome = opened(project({"book.toml": BOOK + OWN, "1.md": "#"}))
    assert lines(outcome) == [
        "book.toml:16:1-16:2 P004 variables.a must be a text, a number, true or false, not a table"
    ]
    assert outcome.value is not None
    assert outcome.value.settings.variables == (
        ("short", "He <&> she"),
        ("empty", ""),
        ("run", "1200"),
        ("price_per_page", "1.50"),
        ("final", "true"),
        ("lines", "one two"),
        ("naïve", "x"),
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('title = "x"', "6:1-6:6 P035 title is what the metadata say, and cannot be a variable"),
        ('index = "x"', "6:1-6:6 P035 index is a directive, and cannot be a variable"),
        ('"a b" = "x"', '6:1-6:6 P010 "a b" cannot be the name of a variable'),
        ('1st = "x"', '6:1-6:4 P010 "1st" cannot be the name of a variable'),
        ("day = 2026-01-31", "6:7-6:17 P004 variables.day must be a text, a number, true or"),
        ("list = []", "6:8-6:10 P004 variables.list must be a text, a number, true or false, not"),
        ('bell = "\\u0007"', "6:8-6:16 P010 variables.bell holds the control character U+0007"),
    ],
)
def test_one_wrong_variable(
    line: str, found: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """It is told at its name or its value, and left out."""
    outcome = opened(project({"book.toml": f"{BOOK}[variables]\n{line}\n", "1.md": "#"}))
    [told] = lines(outcome)
    assert told.startswith(f"book.toml:{found}")
    assert outcome.value is not None
    assert outcome.value.settings.variables == ()


def test_the_metadata_have_names() -> None:
    """What is known of the book, on one line each; what is not known has no name."""
    book = Metadata(
        title="Heroes\nof Labour",
        languages=("en", "uk"),
        identifier="urn:isbn:9783869306896",
        isbn="9783869306896",
        isbn_shown="978-3-86930-689-6",
        contributors=(Contributor("A"), Contributor("B", ("trl",)), Contributor("C", ("pht",))),
        series=Series("S", "2"),
        print=PrintEdition(isbn="978-0-8044-2957-3"),
    )
    assert variables_of(book, (("own", "x"),)) == (
        ("author", "A, C"),
        ("identifier", "urn:isbn:9783869306896"),
        ("isbn", "978-3-86930-689-6"),
        ("language", "en"),
        ("own", "x"),
        ("print_isbn", "978-0-8044-2957-3"),
        ("series", "S"),
        ("title", "Heroes of Labour"),
    )


def test_no_name_means_two_things() -> None:
    """A directive and the metadata never share a name."""
    assert not DIRECTIVES & set(METADATA)
