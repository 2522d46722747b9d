"""Which theme a book has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Project

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]


def test_the_default_theme(project: WriteProject, opened: Load) -> None:
    """Without [theme] it is classic."""
    value = opened(project({"manuscript/1.md": "#"})).value
    assert value is not None
    assert value.theme.folder.name == "classic"
    assert value.theme.css == ()


def test_a_theme_and_styles_of_the_project(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """A folder that holds theme.toml is a theme; style sheets are read as text."""
    text = BOOK + '[theme]\nname = "look/mine"\ncss = ["a.css", "look/b.css"]\n'
    files = {"book.toml": text, "look/mine/theme.toml": "", "a.css": "a{}\r\n", "look/b.css": ""}
    root = project({**files, "1.md": "#", "look/mine/notes.md": "#"})
    outcome = opened(root)
    assert lines(outcome) == []
    assert outcome.value is not None
    assert outcome.value.theme.folder == root / "look" / "mine"
    assert [(each.path, each.text) for each in outcome.value.theme.css] == [
        ("a.css", "a{}\n"), ("look/b.css", ""),
    ]  # fmt: skip
    assert [each.path for each in outcome.value.sources()] == ["1.md"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("clasic", "P018 no theme is called clasic; did you mean classic?"),
        ("look", "P018 look is no theme: it has no theme.toml"),
        ("look/nope", "P014 there is no look/nope"),
        ("../look", "P015 ../look lies outside the project"),
    ],
)
def test_a_theme_that_is_none(
    name: str, expected: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """The name is told with the nearest one; the default stands in."""
    text = BOOK + f'[theme]\nname = "{name}"\n'
    outcome = opened(project({"book.toml": text, "look/x.txt": "", "1.md": "#"}))
    assert lines(outcome) == [f"book.toml:6:8-6:{10 + len(name)} {expected}"]
    assert outcome.value is not None
    assert outcome.value.theme.folder.name == "classic"


def test_a_style_that_is_not_there(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A missing style sheet is told at its place in the list."""
    text = BOOK + '[theme]\ncss = ["a.css", "b.css"]\n'
    outcome = opened(project({"book.toml": text, "a.css": "", "1.md": "#"}))
    assert lines(outcome) == ["book.toml:6:17-6:24 P014 there is no b.css"]
