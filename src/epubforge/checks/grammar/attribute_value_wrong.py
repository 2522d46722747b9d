"""C032: attribute value wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held, tag
from epubforge.schema.validate import Fault
from epubforge.tree.names import local

RULE = Rule(
    "C032",
    "attribute-value-wrong",
    Severity.ERROR,
    page="""\
An attribute has a value that it may not have.

Why it matters
    Reading systems pass the attribute over, or take another value than was meant.
Bad
    <ol start="four">
Good
    <ol start="4">
Reference
    HTML, attributes: https://html.spec.whatwg.org/multipage/indices.html#attributes-3
""",
    equivalent="RSC-005",
)


def attribute_value_wrong(held: Held) -> Iterator[Diagnostic]:
    """Such values, in the order of the text."""
    for each in held.of(Fault.VALUE):
        value = each.element.get(each.attribute)[:60]
        said = f'{local(each.attribute)}="{value}" is not what {tag(each.element)} may have'
        yield RULE.at(
            held.at(each.element), said, "write one of the values that its specification lists"
        )
