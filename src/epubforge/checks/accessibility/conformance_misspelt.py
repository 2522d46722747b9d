"""A093: a claim of accessibility that no program understands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.claim_words import CONFORMANCE, OLD_CONFORMANCE
from epubforge.finished.claims import CONFORMS, said
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A093",
    "conformance-misspelt",
    Severity.WARNING,
    page="""\
A claim of conformance to EPUB Accessibility is not written as the standard demands, letter by
letter.

Why it matters
    Shops compare the text. With another hyphen or a missing word the book counts as one that claims
    nothing.
Bad
    <meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.1 AA</meta>
Good
    <meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>
Reference
    EPUB Accessibility 1.1, publication conformance:
    https://www.w3.org/TR/epub-a11y-11/#sec-conf-reporting-pub
""",
    ace=("metadata-conformsto-invalid",),
)


_MEANT = re.compile(r"epub.{0,3}a(?:ccessibility|11y)|wcag|idpf\.org/epub/a11y", re.IGNORECASE)


def conformance_misspelt(rendition: Rendition) -> Iterator[Diagnostic]:
    """Values that speak of EPUB Accessibility or WCAG and are none of those that are known."""
    for value in said(rendition.package, CONFORMS):
        is_known = CONFORMANCE.match(value.text) or value.text in OLD_CONFORMANCE
        if _MEANT.search(value.text) and not is_known and "w3.org/TR/" not in value.text:
            message = f'"{value.text[:80]}" is no claim that shops understand'
            hint = 'write "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", with your version and level'
            yield RULE.at(rendition.at(value.element), message, hint)
