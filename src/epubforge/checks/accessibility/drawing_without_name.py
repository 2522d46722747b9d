"""A068: a drawing in the page that nobody describes."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden, is_presentation, picture_name
from epubforge.tree.document import Element
from epubforge.tree.names import SVG, XLINK_HREF

RULE = Rule(
    "A068",
    "drawing-without-name",
    Severity.WARNING,
    page="""\
A drawing (SVG) has no name: neither title nor aria-label.

Why it matters
    Who listens hears nothing, or the word "graphic". Covers are often wrapped in a drawing, and
    then the first thing in the book is silence.
Bad
    <svg viewBox="0 0 600 800"><image xlink:href="cover.jpg" width="600" height="800"/></svg>
Good
    <svg viewBox="0 0 600 800" role="img" aria-label="Cover: Heroes of Labour">…</svg>
Reference
    WCAG 2.2, 1.1.1 Non-text Content: https://www.w3.org/TR/WCAG22/#non-text-content
""",
    criterion=Criterion("WCAG 1.1.1", "A"),
)


_ROLES = frozenset({"img", "graphics-document", "graphics-symbol"})


def drawing_without_name(page: Page) -> Iterator[Diagnostic]:
    """Drawings that are surely meant to be seen: with a picture in them, with the role of one, or
    a page by themselves."""
    for drawing in page.document.svg("svg"):
        if drawing.inside(f"{SVG} svg") is not None or _has_words(drawing) or is_hidden(drawing):
            continue
        if is_presentation(drawing) or not _is_meant(page, drawing):
            continue
        shown = next((e for e in drawing.descendants() if e.name == f"{SVG} image"), None)
        what = "the drawing" if shown is None else picture_name(shown.get(XLINK_HREF))
        hint = 'say what is to be seen, in <title> or as aria-label="…"; with role="img"'
        yield RULE.at(page.at(drawing), f"{what} has no description", hint)


def _is_meant(page: Page, drawing: Element) -> bool:
    if not _ROLES.isdisjoint(drawing.tokens("role")):
        return True
    if page.is_svg:
        return page.step is not None
    return any(e.name == f"{SVG} image" for e in drawing.descendants())


def _has_words(drawing: Element) -> bool:
    """A name, or text that is read by itself."""
    if drawing.get("aria-label").strip() or drawing.get("aria-labelledby").strip():
        return True
    named = (e for e in drawing.descendants() if e.local in {"title", "desc", "text"})
    return any(each.text().strip() for each in named) or _is_named_outside(drawing)


def _is_named_outside(drawing: Element) -> bool:
    around = drawing.parent
    return around is not None and bool(around.get("aria-label").strip())
