"""R023: a way of showing pages side by side that a shop does not take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.model.profile import Profile

RULE = Rule(
    "R023",
    "spread-refused",
    Severity.ERROR,
    page="""\
The book's `rendition:spread` has a value that a shop does not take.

Why it matters
    With "both" or "portrait" two pages stand side by side on a telephone that is held upright, too
    small to be read. Kobo fails such books in its checks, and takes them from sale.
Bad
    <meta property="rendition:spread">both</meta>
Good
    <meta property="rendition:spread">landscape</meta>
Reference
    Kobo, github.com/kobolabs/epub-spec, "Two Pages Display in Portrait Orientation on Android"
    (read 2026-11-23, certain)
""",
)


def spread_refused(rendition: Rendition) -> Iterator[Diagnostic]:
    """What a book of fixed pages says of itself as a whole."""
    for meta in rendition.package.metas if rendition.package.is_fixed else ():
        value = meta.text().strip()
        if meta.get("property").strip() != "rendition:spread" or meta.get("refines"):
            continue
        refusing = those(rendition.book.shops, partial(_refuses, value))
        if refusing:
            yield RULE.at(
                rendition.at(meta),
                f"the book asks for pages side by side as {value}; "
                f"{verb(refusing, 'refuses', 'refuse')} it",
                "write landscape, or auto; none where single files show two pages",
            )


def _refuses(value: str, shop: Profile) -> bool:
    return shop.fixed.spreads is not None and value not in shop.fixed.spreads
