"""C156: property unfounded."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.features import features
from epubforge.finished.page import Page

RULE = Rule(
    "C156",
    "property-unfounded",
    Severity.ERROR,
    page="""\
An item says that its page holds scripts, formulas or drawings, and it holds none.

Why it matters
    Reading systems load for nothing what they need for them, or warn the reader.
Bad
    <item href="one.xhtml" properties="scripted" …/>, and no script in one.xhtml
Good
    <item href="one.xhtml" …/>
Reference
    EPUB 3.3, manifest properties: https://www.w3.org/TR/epub-33/#sec-item-resource-properties
""",
    equivalent="OPF-015",
)


def property_unfounded(page: Page) -> Iterator[Diagnostic]:
    """One finding for the page."""
    if not page.is_content3:
        return
    found = features(page)
    wrong = [
        n
        for n in ("mathml", "scripted", "svg", "switch")
        if n in page.item.properties and n not in found
    ]
    if page.is_svg:
        wrong = [name for name in wrong if name != "svg"]
    if wrong:
        said = f"the item of {page.path} says {', '.join(wrong)}, and there is none"
        yield RULE.at(page.whole, said, "take it out of the item's properties")
