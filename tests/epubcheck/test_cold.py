"""EPUBCheck as a Java program of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from epubforge.epubcheck.cold import ColdEngine
from epubforge.epubcheck.control import prove
from epubforge.epubcheck.engine import CheckFailed, CheckTooSlow
from epubforge.epubcheck.tool import Cold, ToolMissing, Warm, find_tool

pytestmark = pytest.mark.xdist_group("epubcheck")


@pytest.fixture
def tool() -> Cold:
    """The wheel's jar and the wheel's Java, as a system's Java would be used."""
    warm = find_tool({})
    assert isinstance(warm, Warm)
    java = next(warm.machine.parent.parent.parent.glob("bin/java*"))
    return Cold(warm.jar, str(java))


def test_it_sees_what_is_bad_and_what_is_good(tool: Cold, good_book: Path) -> None:
    """The control passes, and a book without fault has no message that counts."""
    engine = ColdEngine(tool)
    prove(engine, 120)
    said = engine.check(good_book, 120)
    assert [m for m in said if m.severity not in {"USAGE", "SUPPRESSED"}] == []


def test_it_is_stopped_in_time(tool: Cold, good_book: Path) -> None:
    """A Java that takes too long is ended."""
    with pytest.raises(CheckTooSlow):
        ColdEngine(tool).check(good_book, 0.05)


def test_a_java_that_does_not_start_is_said_so(tool: Cold, good_book: Path) -> None:
    """The program is named."""
    with pytest.raises(CheckFailed, match="/nowhere/java does not start"):
        ColdEngine(Cold(tool.jar, "/nowhere/java")).check(good_book, 10)


def test_a_program_that_is_no_java_is_not_believed(tool: Cold, good_book: Path) -> None:
    """Something that says nothing and ends well is not EPUBCheck."""
    with pytest.raises(ToolMissing, match="does not work"):
        prove(ColdEngine(Cold(tool.jar, sys.executable)), 10)
