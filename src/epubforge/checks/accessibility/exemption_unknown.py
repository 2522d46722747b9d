"""A095: an exemption that no law knows."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.claim_words import EXEMPTIONS
from epubforge.finished.claims import EXEMPTION, said
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A095",
    "exemption-unknown",
    Severity.WARNING,
    page="""\
The exemption that the book claims is none that is known.

Why it matters
    A shop in the EU may sell a book that is not accessible only where the law exempts it, and asks
    for the reason in one of three words.
Bad
    <meta property="a11y:exemption">art book</meta>
Good
    <meta property="a11y:exemption">eaa-fundamental-alteration</meta>
Reference
    The EPUB Accessibility exemption property: https://www.w3.org/TR/epub-a11y-exemption/
""",
)


def exemption_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each such value."""
    for value in said(rendition.package, EXEMPTION):
        if value.text not in EXEMPTIONS:
            message = f'there is no exemption "{value.text[:60]}"'
            hint = f"take one of {', '.join(sorted(EXEMPTIONS))}"
            yield RULE.at(rendition.at(value.element), message, hint)
