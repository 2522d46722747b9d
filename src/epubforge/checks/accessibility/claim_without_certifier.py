"""A094: a claim of accessibility that nobody stands for."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.claim_words import CONFORMANCE, OLD_CONFORMANCE
from epubforge.finished.claims import CERTIFIER, CONFORMS, said, texts
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A094",
    "claim-without-certifier",
    Severity.WARNING,
    page="""\
The book claims to conform to EPUB Accessibility, and does not say who examined it.

Why it matters
    The standard demands the name; without it nobody can judge what the claim is worth, and shops
    leave the claim out.
Bad
    <meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
Good
    <meta property="dcterms:conformsTo" id="conf">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
    <meta property="a11y:certifiedBy" refines="#conf">The Drain Press</meta>
Reference
    EPUB Accessibility 1.1, evaluator's name:
    https://www.w3.org/TR/epub-a11y-11/#sec-evaluator-name
""",
)


def claim_without_certifier(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first claim."""
    if texts(rendition.package, CERTIFIER):
        return
    for value in said(rendition.package, CONFORMS):
        if CONFORMANCE.match(value.text) or value.text in OLD_CONFORMANCE:
            message = "the claim of accessibility does not say who examined the book"
            yield RULE.at(rendition.at(value.element), message, "name them in a11y:certifiedBy")
            return
