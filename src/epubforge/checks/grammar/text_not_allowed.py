"""C034: text not allowed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held, tag
from epubforge.schema.validate import Fault

RULE = Rule(
    "C034",
    "text-not-allowed",
    Severity.ERROR,
    page="""\
Text stands where only elements may, or is not of the kind that is wanted.

Why it matters
    Reading systems drop it, or show it in an odd place.
Bad
    <ul>Mines <li>Irmino</li></ul>
Good
    <p>Mines</p><ul><li>Irmino</li></ul>
Reference
    HTML, content models: https://html.spec.whatwg.org/multipage/dom.html#content-models
""",
    equivalent="RSC-005",
)


def text_not_allowed(held: Held) -> Iterator[Diagnostic]:
    """Such elements, in the order of the text."""
    for each in held.of(Fault.TEXT):
        said = f"text is not allowed directly in {tag(each.element)}"
        yield RULE.at(held.at(each.element), said, "put it into an element that may hold text")
    for each in held.of(Fault.WRONG_TEXT):
        text = " ".join(each.element.text().split())[:60]
        said = (
            f"{tag(each.element)} may not say {text}" if text else f"{tag(each.element)} is empty"
        )
        yield RULE.at(held.at(each.element), said, "write what its specification asks for")
