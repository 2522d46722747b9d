"""C050: rendition value wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C050",
    "rendition-value-wrong",
    Severity.ERROR,
    page="""\
A property of the layout has a value that there is not, or is said of a part of the book.

Why it matters
    Reading systems pass it over: pages come out with margins, or one by one where spreads were
    meant.
Bad
    <meta property="rendition:layout">fixed</meta>
Good
    <meta property="rendition:layout">pre-paginated</meta>
Reference
    EPUB 3.3, package rendering vocabulary: https://www.w3.org/TR/epub-33/#app-rendering-vocab
""",
    equivalent="RSC-005",
)


_VALUES = {
    "rendition:flow": ("paginated", "scrolled-continuous", "scrolled-doc", "auto"),
    "rendition:layout": ("reflowable", "pre-paginated"),
    "rendition:orientation": ("landscape", "portrait", "auto"),
    "rendition:spread": ("none", "landscape", "portrait", "both", "auto"),
}
_VIEWPORT = re.compile(r"(width=\d+,\s*height=\d+|height=\d+,\s*width=\d+)\Z")


def rendition_value_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Value and reach of each such property."""
    for meta in rendition.package.metas if rendition.is_epub3 else ():
        name = meta.get("property").strip()
        if name not in _VALUES and name != "rendition:viewport":
            continue
        text, place = " ".join(meta.text().split()), rendition.at(meta)
        if name in _VALUES and "refines" in meta.attributes:
            yield RULE.at(
                place, f"{name} is said of a part of the book", "use an itemref's properties"
            )
        if name in _VALUES and text not in _VALUES[name]:
            yield RULE.at(
                place, f"{name} cannot be {text}", f"write one of {', '.join(_VALUES[name])}"
            )
        elif name == "rendition:viewport" and not _VIEWPORT.match(text):
            yield RULE.at(place, f"{text} is no viewport", "write width=1200, height=1600")
