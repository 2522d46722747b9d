"""Each construct by its case file: what is written, what comes out, what is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import Case, all_cases
from epubforge.constructs import CONSTRUCTS
from epubforge.diagnostics import Diagnostic
from epubforge.markdown.read import read
from epubforge.model.document import Document, MarkdownSettings, Slot, SlotKind
from epubforge.source import SourceFile, Span, position

HERE = Path(__file__).parent
CASES = all_cases(HERE)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """The manuscript of a case becomes its XHTML, with its findings at their places."""
    language = case.block("language").strip() or "en"
    source = SourceFile("1.md", case.block("manuscript"))
    outcome = read(source, MarkdownSettings(language), CONSTRUCTS)
    assert shown(outcome.value) == case.block("xhtml")
    assert [line(found) for found in outcome.found] == case.block("findings").splitlines()


def test_each_construct_has_a_good_and_a_bad_case() -> None:
    """A construct that has rules shows each of them once, and itself without a finding."""
    for file in HERE.glob("*.md"):
        own = [case for case in CASES if case.file == file]
        assert any(not case.block("findings") for case in own), file


def shown(document: Document) -> str:
    """A body with the targets of its slots in their places."""
    return "".join(p if isinstance(p, str) else filling(document, p) for p in document.body)


def filling(document: Document, slot: Slot) -> str:
    if slot.kind is SlotKind.HREF:
        return f' href="@{document.outline.links[slot.index].target}"'
    return f' src="@{document.outline.pictures[slot.index].target}"'


def line(found: Diagnostic) -> str:
    assert isinstance(found.place, Span)
    at = position(found.place.source, found.place.start)
    rule = found.rule
    place = f"{at.line}:{at.column}"
    return f"{place} {found.grade.value} {rule.code} {rule.name}: {found.message}"
