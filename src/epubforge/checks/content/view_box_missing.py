"""C151: view box missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C151",
    "view-box-missing",
    Severity.ERROR,
    page="""\
A drawing that is a page of fixed layout does not say how large it is.

Why it matters
    Reading systems cannot fit it to the screen.
Bad
    <svg width="100%" height="100%">
Good
    <svg viewBox="0 0 1200 1600">
Reference
    EPUB 3.3, fixed-layout SVG: https://www.w3.org/TR/epub-33/#sec-fxl-html-svg-dimensions
""",
    equivalent="HTM-048",
)


def view_box_missing(page: Page) -> Iterator[Diagnostic]:
    """SVG pages of the spine."""
    root = page.document.root
    if page.is_svg and page.is_fixed and root is not None and "viewBox" not in root.attributes:
        yield RULE.at(page.at(root), f"{page.path} has no viewBox", 'write viewBox="0 0 1200 1600"')
