"""C030: element not allowed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held, tag
from epubforge.schema.validate import Fault

RULE = Rule(
    "C030",
    "element-not-allowed",
    Severity.ERROR,
    page="""\
An element stands where the grammar of its document does not allow it, or has a name that there
is not.

Why it matters
    Reading systems mend such pages each in its own way: text moves, vanishes, or loses its style.
Bad
    <p>A paragraph <div>with a block inside</div></p>
Good
    <div><p>A paragraph</p> <div>and a block</div></div>
Reference
    EPUB 3.3, XHTML content documents: https://www.w3.org/TR/epub-33/#sec-xhtml
    HTML, content models: https://html.spec.whatwg.org/multipage/dom.html#content-models
""",
    equivalent="RSC-005",
)


def element_not_allowed(held: Held) -> Iterator[Diagnostic]:
    """Such elements, in the order of the text."""
    for each in held.of(Fault.ELEMENT):
        around = each.element.parent
        where = f"in {tag(around)} there" if around is not None else "as the outermost element"
        said = f"{tag(each.element)} is not allowed {where}"
        yield RULE.at(
            held.at(each.element), said, "move it, or use an element that may stand there"
        )
