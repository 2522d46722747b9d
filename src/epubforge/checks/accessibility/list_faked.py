"""A062: lines with bullets or numbers that are no list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML

RULE = Rule(
    "A062",
    "list-faked",
    Severity.NOTE,
    page="""\
Paragraphs, or lines of one, begin with bullets or with 1, 2, 3, and are no list.

Why it matters
    Who listens is not told that a list begins, how many items it has and where it ends, and cannot
    pass over it. Long items do not hang from their sign when the letters are large.
Bad
    <p>• Coal</p>
    <p>• Water</p>
    <p>• Bread</p>
Good
    <ul><li>Coal</li><li>Water</li><li>Bread</li></ul>
Reference
    WCAG 2.2, 1.3.1 Info and Relationships: https://www.w3.org/TR/WCAG22/#info-and-relationships
""",
)


_BULLET = re.compile(r"\s*[•‣⁃◦▪▫■□●○◆◇➢➤✓✔]\s*\w")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)]\s+\w")
_LEAST = 3
"""Items: fewer may be anything."""
_NEAR = 20
_LONGEST = 200
"""Letters of a numbered item: numbered paragraphs of a treatise are no list."""
_NOTES = frozenset("footnote footnotes endnote endnotes rearnotes bibliography index verse".split())


def list_faked(page: Page) -> Iterator[Diagnostic]:
    """Three or more paragraphs, or lines parted by br, one after the other; not of notes."""
    if not page.is_html:
        return
    notes: Nearest[bool] = Nearest(lambda e: not _NOTES.isdisjoint(meanings(e)) or None)
    for start, kind, count in _faked(page.document.html("p")):
        if not notes.of(start):
            message = f"{count} lines that begin with {kind} are no list"
            hint = "write them as ul or ol; in Markdown, begin each with a hyphen or a number"
            yield RULE.at(page.at(start), message, hint)


def _faked(paragraphs: Iterable[Element]) -> Iterator[tuple[Element, str, int]]:
    """Each run of such lines: where it begins, with what the lines do, and how many they are."""
    run: list[Element] = []
    kind = ""
    before: Element | None = None
    for paragraph in paragraphs:
        if not run and not _may_begin(paragraph):
            continue
        for line in _lines(paragraph) if _may_begin(paragraph) else [""]:
            mark = _mark(line, len(run) + 1 if kind == "numbers" else 1)
            goes_on = run and mark == kind and _follows(before, paragraph)
            if not goes_on:
                if len(run) >= _LEAST:
                    yield run[0], kind, len(run)
                run, kind = [], _mark(line, 1)
            if kind:
                run.append(paragraph)
            before = paragraph
    if len(run) >= _LEAST:
        yield run[0], kind, len(run)


def _may_begin(paragraph: Element) -> bool:
    """A quick look at the first letters, for most paragraphs begin with a word."""
    for each in paragraph.content:
        text = each if isinstance(each, str) else each.text()
        text = text[:_NEAR].lstrip()
        if text:
            return not text[0].isalpha()
    return False


def _mark(line: str, number: int) -> str:
    if _BULLET.match(line):
        return "bullets"
    found = _NUMBER.match(line)
    return "numbers" if found and int(found[1]) == number and len(line) <= _LONGEST else ""


def _lines(paragraph: Element) -> list[str]:
    pieces: list[str] = []
    for each in paragraph.content:
        if isinstance(each, str):
            pieces.append(each.replace("\n", " "))
        else:
            pieces.append("\n" if each.name == f"{XHTML} br" else each.text().replace("\n", " "))
    return "".join(pieces).split("\n")


def _follows(before: Element | None, paragraph: Element) -> bool:
    """Whether a paragraph is the next thing after another, or the same."""
    if before is None or before is paragraph or before.parent is not paragraph.parent:
        return before is paragraph
    between = range(before.order + 1, paragraph.order)
    return len(between) == sum(1 for _ in before.descendants())
