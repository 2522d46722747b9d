"""C087: guide reference repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C087",
    "guide-reference-repeated",
    Severity.WARNING,
    page="""\
The guide says the same twice.

Why it matters
    Old reading systems show both.
Bad
    Two <reference type="text" href="one.xhtml"/>
Good
    One of them.
Reference
    OPF 2.0.1, guide: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.6
""",
    equivalent="RSC-017",
)


def guide_reference_repeated(rendition: Rendition) -> Iterator[Diagnostic]:
    """Every reference of which there are several."""
    found = rendition.package.elements("reference")
    keys = [tuple(" ".join(e.get(n).lower().split()) for n in ("type", "href")) for e in found]
    counts = Counter(keys)
    for element, key in zip(found, keys, strict=True):
        if counts[key] > 1:
            said = f"{key[0]} {key[1]} stands in the guide {counts[key]} times"
            yield RULE.at(rendition.at(element), said, "leave one of them")
