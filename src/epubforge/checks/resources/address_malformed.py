"""L030: address malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.addresses import addresses
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L030",
    "address-malformed",
    Severity.ERROR,
    page="""\
An address is not written as addresses are.

Why it matters
    Readers' programs guess what was meant, each in its own way, or find nothing.
Bad
    <a href="http://example.org/a b">
Good
    <a href="http://example.org/a%20b">
Reference
    URL, valid URL string: https://url.spec.whatwg.org/#url-writing
""",
    equivalent="RSC-020",
)


def address_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """In all files and the package."""
    for url, place in addresses(rendition):
        if url.fault is not None:
            yield RULE.at(
                place(), f"{url.text} is no address: {url.fault}", "write it as addresses are"
            )
