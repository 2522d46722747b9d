"""C155: property missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.features import features
from epubforge.finished.page import Page

RULE = Rule(
    "C155",
    "property-missing",
    Severity.ERROR,
    page="""\
A page holds scripts, formulas, drawings or things from elsewhere, and its item does not say so.

Why it matters
    Reading systems prepare for what is said: what is not may stay dead or empty.
Bad
    <item href="one.xhtml" …/>, and a script in one.xhtml
Good
    <item href="one.xhtml" properties="scripted" …/>
Reference
    EPUB 3.3, manifest properties: https://www.w3.org/TR/epub-33/#sec-item-resource-properties
""",
    equivalent="OPF-014",
)


def property_missing(page: Page) -> Iterator[Diagnostic]:
    """One finding for each property that is wanting."""
    for name, at in features(page).items():
        if name not in page.item.properties:
            said = f"{page.path} is {name}, and its item does not say so"
            yield RULE.at(page.at_byte(at), said, f"add {name} to the properties of its item")
