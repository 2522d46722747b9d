"""C036: id repeated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held
from epubforge.tree.document import Element

RULE = Rule(
    "C036",
    "id-repeated",
    Severity.ERROR,
    page="""\
Two elements of one document have the same id.

Why it matters
    A link to that id leads to either of them, and a note comes up in the wrong place.
Bad
    <p id="n1">…</p> <p id="n1">…</p>
Good
    <p id="n1">…</p> <p id="n2">…</p>
Reference
    XML, ID: https://www.w3.org/TR/xml/#id
    HTML, the id attribute: https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute
""",
    equivalent="RSC-005",
    ace=("duplicate-id", "duplicate-id-active", "duplicate-id-aria"),
)


def id_repeated(held: Held) -> Iterator[Diagnostic]:
    """Every element whose id another has too; encryption's ids are written with a capital."""
    seen: dict[str, list[Element]] = {}
    if held.document.fault is not None or held.document.is_too_large:
        return
    for element in held.document.elements:
        for name in ("id", "Id"):
            if name in element.attributes:
                seen.setdefault(element.attributes[name].strip(), []).append(element)
    for value, elements in seen.items():
        if len(elements) > 1 and value:
            for element in elements:
                said = f"the id {value} is used {len(elements)} times"
                yield RULE.at(held.at(element), said, "give each element an id of its own")
