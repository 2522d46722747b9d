"""C182: font face used."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C182",
    "font-face-used",
    Severity.NOTE,
    page="""\
A style brings a font.

Why it matters
    It is right where its licence allows it and it can be read.
Bad
    A font whose licence forbids it.
Good
    A font that may be embedded.
Reference
    CSS Fonts, @font-face: https://www.w3.org/TR/css-fonts-4/#font-face-rule
""",
    equivalent="CSS-028",
)


def font_face_used(page: Page) -> Iterator[Diagnostic]:
    """Every such rule."""
    for sheet, start in page.sheets:
        for line, column in sheet.font_faces:
            yield RULE.at(
                page.in_sheet(start, line, column),
                "@font-face brings a font in",
                "see that its licence allows it",
            )
