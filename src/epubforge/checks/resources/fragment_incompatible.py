"""L044: fragment incompatible."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import HYPERLINKS, Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L044",
    "fragment-incompatible",
    Severity.ERROR,
    page="""\
An address leads to a part of a file that is of another kind than is wanted.

Why it matters
    A symbol cannot be opened as a page, a drawing cannot be a colour.
Bad
    <rect fill="url(#title)"/>, and title is a text
Good
    <rect fill="url(#sky)"/>, and sky is a gradient
Reference
    SVG, paint servers: https://www.w3.org/TR/SVG2/pservers.html
""",
    equivalent="RSC-014",
)


def fragment_incompatible(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links to what is only used, paints that are none, places in files that have none."""
    for reference in rendition.facts.references():
        url = reference.url
        target = rendition.facts.documents.get(url.path or "")
        if target is None or not url.fragment or url.fragment not in target.ids:
            continue
        kind = target.ids[url.fragment][1]
        is_wrong = (reference.use in HYPERLINKS and kind in {"symbol", "paint", "clip"}) or (
            reference.use is Use.PAINT and kind != "paint"
        )
        if is_wrong:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{url.text} is not what is wanted there", "name something of that kind"
            )
