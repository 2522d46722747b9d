"""A085: a book that says nothing of its accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claims import FEATURE, HAZARD, MODE, texts
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A085",
    "accessibility-metadata-missing",
    Severity.WARNING,
    page="""\
The package lacks metadata of accessibility that every accessible book must have.

Why it matters
    Shops and libraries show readers who cannot see, or cannot hold a book, what to expect before
    they buy. A book that says nothing is passed over, and in the EU it may not be sold.
Bad
    No <meta property="schema:accessMode"> in the package
Good
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityHazard">none</meta>
Reference
    EPUB Accessibility 1.1, package metadata: https://www.w3.org/TR/epub-a11y-11/#sec-disc-package
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


REQUIRED = (MODE, FEATURE, HAZARD)


def accessibility_metadata_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Said once, with all that is missing."""
    missing = [name for name in REQUIRED if not texts(rendition.package, name)]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        message = f"{' and '.join(missing)} {verb} missing"
        hint = "say how the book can be read, what it offers, and what may harm"
        yield RULE.at(rendition.root, message, hint)
