"""C031: attribute not allowed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held, tag
from epubforge.schema.validate import Fault
from epubforge.tree.names import local

RULE = Rule(
    "C031",
    "attribute-not-allowed",
    Severity.ERROR,
    page="""\
An element has an attribute that it may not have.

Why it matters
    Reading systems pass it over: what it was meant to do is not done.
Bad
    <table cellpadding="4">
Good
    <table class="roomy">, and the room in the stylesheet
Reference
    HTML, attributes: https://html.spec.whatwg.org/multipage/indices.html#attributes-3
""",
    equivalent="RSC-005",
)


def attribute_not_allowed(held: Held) -> Iterator[Diagnostic]:
    """Such attributes, in the order of the text."""
    for each in held.of(Fault.ATTRIBUTE):
        said = f"{tag(each.element)} has no attribute {local(each.attribute)} there"
        yield RULE.at(held.at(each.element), said, "take it out; looks belong in the stylesheet")
