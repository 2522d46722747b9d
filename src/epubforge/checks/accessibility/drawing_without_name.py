"""A068: a drawing in the page that nobody describes."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.drawings import drawings
from epubforge.finished.page import Page

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
    ace=("svg-img-alt", "role-img-alt"),
    criterion=Criterion("WCAG 1.1.1", "A"),
)


def drawing_without_name(page: Page) -> Iterator[Diagnostic]:
    """Drawings that are surely meant to be seen: with a picture in them, with the role of one, or
    a page by themselves."""
    for drawing in drawings(page):
        if drawing.alt is None:
            hint = 'say what is to be seen, in <title> or as aria-label="…"; with role="img"'
            yield RULE.at(page.at(drawing.element), f"{drawing.name} has no description", hint)
