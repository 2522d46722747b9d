"""R051: something that the book fetches from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import LINKS
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R051",
    "remote-resource",
    Severity.WARNING,
    page="""\
A page shows or runs something that does not lie in the book.

Why it matters
    Apple Books lets books reach nothing outside; on any other reader it is missing wherever there
    is no network, and for good when the server is gone.
Bad
    <audio src="https://example.org/song.mp3"/>
Good
    <audio src="../media/song.mp3"/>
Reference
    Apple Books Asset Guide, itc1415cffcd (read 2026-11-23, certain)
""",
)


_LONGEST = 200
"""Letters of an address that a message has room for."""


def remote_resource(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pictures, sounds, films, fonts, styles and scripts; links are free. Each address once."""
    refusing = those(rendition.book.shops, lambda shop: shop.book.remote is False)
    told: set[str] = set()
    for reference in rendition.facts.references() if refusing else ():
        address = reference.url.text
        if reference.use in LINKS or not reference.url.is_remote or address in told:
            continue
        told.add(address)
        yield RULE.at(
            rendition.book.at_byte(reference.source, reference.at),
            f"{address[:_LONGEST]} is not in the book; "
            f"{verb(refusing, 'fetches', 'fetch')} nothing",
            "put the file itself into the book",
        )
