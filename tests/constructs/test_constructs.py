"""Each construct by its case file: what is written, what comes out, what is found."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import Case, all_cases
from epubforge.constructs import CONSTRUCTS
from epubforge.diagnostics import Diagnostic
from epubforge.markdown.read import read
from epubforge.model.document import Document, MarkdownSettings, Outline, Slot, SlotKind
from epubforge.source import SourceFile, Span, position

HERE = Path(__file__).parent
CASES = all_cases(HERE)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """The manuscript of a case becomes its XHTML, with its findings at their places."""
    source = SourceFile("1.md", case.block("manuscript"))
    outcome = read(source, settings(case), CONSTRUCTS)
    assert shown(outcome.value) == case.block("xhtml")
    assert [line(found) for found in outcome.found] == case.block("findings").splitlines()
    if "outline" in case.blocks:
        assert list(outlined(outcome.value.outline)) == case.block("outline").splitlines()


def test_each_construct_has_a_good_and_a_bad_case() -> None:
    """A construct that has rules shows each of them once, and itself without a finding."""
    for file in HERE.glob("*.md"):
        own = [case for case in CASES if case.file == file]
        assert any(not case.block("findings") for case in own), file


def shown(document: Document) -> str:
    """A body with the targets of its slots in their places."""
    return "".join(p if isinstance(p, str) else filling(document, p) for p in document.body)


def filling(document: Document, slot: Slot) -> str:
    match slot.kind:
        case SlotKind.HREF:
            return f' href="@{document.outline.links[slot.index].target}"'
        case SlotKind.PICTURE:
            return f' src="@{document.outline.pictures[slot.index].target}"'
        case kind:
            return f"@{kind.value} {slot.index}@"


def settings(case: Case) -> MarkdownSettings:
    """The block `settings`, in TOML; blocks with a path are what may be included."""
    given = tomllib.loads(case.block("settings"))
    variables = tuple(given.pop("variables", {}).items())
    includes = tuple((path, SourceFile(path, text)) for path, text in case.files().items())
    language = case.block("language").strip() or "en"
    refused = tuple((path, why) for path, why in given.pop("refused", ()))
    editions = tuple(given.pop("editions", ()))
    return MarkdownSettings(
        language,
        variables=variables,
        includes=includes,
        refused=refused,
        editions=editions,
        **given,
    )


def outlined(outline: Outline) -> Iterator[str]:
    """What the book will make something of, a line each."""
    for page in outline.print_pages:
        yield f"page {page.label} #{page.id}"
    for term in outline.terms:
        way = f" see {term.see}" if term.see else ""
        way += f" see also {term.see_also}" if term.see_also else ""
        yield f"term {' / '.join(term.path)}{way}{f' #{term.id}' if term.id else ''}"
    for made in outline.lists:
        yield f"list {made.kind}"
    for citation in outline.citations:
        yield f"citation {citation.text}"
    for thing in outline.numbered:
        yield f"{thing.kind} #{thing.id} {thing.caption}".rstrip()
    for media in outline.media:
        yield f"{media.kind} {media.target}: {media.text}"
    for note in outline.notes:
        pieces = (p if isinstance(p, str) else f"@{p.kind.value} {p.index}@" for p in note.body)
        yield f"note #{note.id} {','.join(note.uses)}: {' '.join(''.join(pieces).split())}"
    for link in outline.links:
        yield f"link {link.target}{' writes itself' if link.writes_itself else ''}"


def line(found: Diagnostic) -> str:
    assert isinstance(found.place, Span)
    at = position(found.place.source, found.place.start)
    rule = found.rule
    place = f"{at.line}:{at.column}"
    file = "" if found.place.source.path == "1.md" else f"{found.place.source.path}:"
    return f"{file}{place} {found.grade.value} {rule.code} {rule.name}: {found.message}"
