"""C181: font face empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C181",
    "font-face-empty",
    Severity.WARNING,
    page="""\
A style declares a font and says nothing of it.

Why it matters
    No font comes of it.
Bad
    @font-face { }
Good
    @font-face { font-family: Lora; src: url(lora.ttf) }
Reference
    CSS Fonts, @font-face: https://www.w3.org/TR/css-fonts-4/#font-face-rule
""",
    equivalent="CSS-019",
)


def font_face_empty(page: Page) -> Iterator[Diagnostic]:
    """Every such rule."""
    for sheet, start in page.sheets:
        for line, column in sheet.empty_font_faces:
            yield RULE.at(
                page.in_sheet(start, line, column), "@font-face is empty", "say family and src"
            )
