"""C061: spine step repeated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C061",
    "spine-step-repeated",
    Severity.ERROR,
    page="""\
A page stands twice in the reading order.

Why it matters
    Reading systems lose the reader's place: each page has one.
Bad
    <itemref idref="one"/> <itemref idref="two"/> <itemref idref="one"/>
Good
    <itemref idref="one"/> <itemref idref="two"/>
Reference
    EPUB 3.3, itemref: https://www.w3.org/TR/epub-33/#sec-itemref-elem
""",
    equivalent="RSC-005",
)


def spine_step_repeated(rendition: Rendition) -> Iterator[Diagnostic]:
    """The second time of each, in EPUB 3."""
    seen: set[str] = set()
    for step in rendition.package.spine if rendition.is_epub3 else ():
        if step.idref in seen:
            said = f"{step.idref} stands in the spine again"
            yield RULE.at(rendition.at(step.element), said, "take it out here or there")
        seen.add(step.idref)
