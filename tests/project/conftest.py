"""Projects loaded from files that a test writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from epubforge.diagnostics import Diagnostic, Outcome
from epubforge.model.project import Project
from epubforge.project.load import Environment, load
from epubforge.source import Span, position

THEMES = Path(__file__).parents[2] / "src" / "epubforge" / "themes"
Load = Callable[[Path], Outcome[Project | None]]


def line_of(diagnostic: Diagnostic) -> str:
    """`file:line:column-line:column code message`, as the tests of this room expect it."""
    place = diagnostic.place
    assert isinstance(place, Span)
    start, end = (position(place.source, offset) for offset in (place.start, place.end))
    where = f"{place.source.path}:{start.line}:{start.column}-{end.line}:{end.column}"
    return f"{where} {diagnostic.rule.code} {diagnostic.message}"


@pytest.fixture
def lines() -> Callable[[Outcome[Project | None]], list[str]]:
    """The findings of a project as lines, without the note on its date."""

    def shown(outcome: Outcome[Project | None]) -> list[str]:
        return [line_of(each) for each in outcome.found if each.rule.code != "P031"]

    return shown


@pytest.fixture
def opened() -> Load:
    """Loads the project in a folder, with the themes of epubforge, at a fixed date."""
    return lambda root: load(root, Environment("1000000000", THEMES))
