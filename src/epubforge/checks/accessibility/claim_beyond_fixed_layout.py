"""A096: fixed pages that claim what they cannot keep."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claim_words import CONFORMANCE
from epubforge.finished.claims import CONFORMS, said
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A096",
    "claim-beyond-fixed-layout",
    Severity.WARNING,
    page="""\
A book of fixed layout claims level AA or AAA of WCAG.

Why it matters
    Level AA demands that text grows, flows anew and can be spaced out. Fixed pages can do nothing
    of that, so that the claim is untrue for all who need it. They may reach level A.
Bad
    rendition:layout pre-paginated, and "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
Good
    "EPUB Accessibility 1.1 - WCAG 2.2 Level A", and a summary that says what fixed pages cannot do
Reference
    EPUB Fixed Layout Accessibility: https://www.w3.org/TR/epub-fxl-a11y/
    WCAG 2.2, 1.4.10 Reflow: https://www.w3.org/TR/WCAG22/#reflow
""",
    criterion=Criterion("WCAG 1.4.10", "AA"),
)


def claim_beyond_fixed_layout(rendition: Rendition) -> Iterator[Diagnostic]:
    """Where the book as a whole is of fixed layout."""
    for value in said(rendition.package, CONFORMS) if rendition.package.is_fixed else ():
        found = CONFORMANCE.match(value.text)
        if found and found["level"] != "A":
            message = f"fixed pages cannot meet level {found['level']}: their text does not flow"
            hint = "claim level A, and say in the summary what cannot be changed"
            yield RULE.at(rendition.at(value.element), message, hint)
