"""C033: attribute missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held, tag
from epubforge.schema.validate import Fault

RULE = Rule(
    "C033",
    "attribute-missing",
    Severity.ERROR,
    page="""\
An element lacks an attribute that it must have.

Why it matters
    Without it the element says nothing: a picture has no file, an item no type.
Bad
    <img alt="The mine"/>
Good
    <img src="mine.jpg" alt="The mine"/>
Reference
    HTML, attributes: https://html.spec.whatwg.org/multipage/indices.html#attributes-3
    EPUB 3.3, package document: https://www.w3.org/TR/epub-33/#sec-package-doc
""",
    equivalent="RSC-005",
)


def attribute_missing(held: Held) -> Iterator[Diagnostic]:
    """Such elements, in the order of the text."""
    for each in held.of(Fault.MISSING_ATTRIBUTE):
        said = f"{tag(each.element)} lacks an attribute that it must have"
        yield RULE.at(held.at(each.element), said, "look in its specification which one")
