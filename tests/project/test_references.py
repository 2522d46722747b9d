"""The bibliography and the citation style of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Project

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]


def test_texts_are_read_as_they_are(project: WriteProject, opened: Load, lines: Lines) -> None:
    """One file or several, each once, from the root; and a style of the project's own."""
    markdown = 'bibliography = ["a.bib", "refs/b.JSON", "./a.bib"]\ncitation_style = "own.csl"\n'
    files = {"book.toml": f"{BOOK}[markdown]\n{markdown}", "1.md": "#", "a.bib": "@a",
             "refs/b.JSON": "[]", "own.csl": "<style/>"}  # fmt: skip
    outcome = opened(project(files))
    assert lines(outcome) == []
    value = outcome.value
    assert value is not None
    assert [(each.path, each.text) for each in value.bibliography] == [
        ("a.bib", "@a"),
        ("refs/b.JSON", "[]"),
    ]
    assert value.citation_style == "own.csl"
    assert value.citation_style_file is not None
    assert value.citation_style_file.text == "<style/>"


def test_a_style_that_is_named(project: WriteProject, opened: Load) -> None:
    """Its name is passed on, with its place; without one it is Chicago's."""
    named = f'{BOOK}[markdown]\nbibliography = "a.bib"\ncitation_style = "apa"\n'
    value = opened(project({"book.toml": named, "1.md": "#", "a.bib": ""})).value
    assert value is not None
    assert (value.citation_style, value.citation_style_file) == ("apa", None)
    assert value.citation_style_span == value.settings_file.span(
        named.index('"apa"'), named.index('"apa"') + 5
    )
    plain = opened(project({"book.toml": BOOK, "1.md": "#"})).value
    assert plain is not None
    assert (plain.citation_style, plain.bibliography) == ("chicago-author-date", ())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('bibliography = "rfs.bib"', "6:16-6:25 P014 there is no rfs.bib; did you mean refs.bib?"),
        ('bibliography = ["x.doc"]', '6:17-6:24 P010 markdown.bibliography cannot be "x.doc"'),
        ('bibliography = "../x.bib"', "6:16-6:26 P015 ../x.bib lies outside the project"),
        ('citation_style = "x.csl"', "6:18-6:25 P014 there is no x.csl"),
        ("citation_style = 3", "6:18-6:19 P004 markdown.citation_style must be a text, not a"),
        ('notes = "end"', '6:9-6:14 P010 markdown.notes cannot be "end"'),
        ("numbering = true", "6:13-6:17 P004 markdown.numbering must be a table, not true"),
        ('numbering.figures = "chapters"', "; did you mean chapter?"),
        ("numbering.figure = 1", "6:11-6:17 P003 unknown key figure; did you mean figures?"),
    ],
)
def test_one_wrong_line(
    line: str, found: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """One fault, at its place."""
    root = project({"book.toml": f"{BOOK}[markdown]\n{line}\n", "1.md": "#", "refs.bib": ""})
    [told] = lines(opened(root))
    assert found in told
