"""A089: a feature that the book says it has, and has not."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claims import FEATURE, said
from epubforge.finished.promises import promises
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A089",
    "feature-not-kept",
    Severity.WARNING,
    page="""\
The accessibility metadata promise something that is not in the book.

Why it matters
    Somebody buys the book for it: the long descriptions, the pages of the print, the formulas that
    can be read aloud.
    What can be seen in the files is looked for: descriptions of all pictures, the page list, marks
    of printed pages, MathML, captions, narration and the like.
Bad
    <meta property="schema:accessibilityFeature">alternativeText</meta>, and pictures without alt
Good
    Descriptions for all pictures, or no such promise
Reference
    Schema.org Accessibility Properties for Discoverability Vocabulary:
    https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20241209/
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


def feature_not_kept(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each feature of which it can be seen, at its first place."""
    seen: set[str] = set()
    features = said(rendition.package, FEATURE)
    unkept = promises(rendition) if features else {}
    for value in features:
        broken = unkept.get(value.text) if value.text not in seen else None
        seen.add(value.text)
        if broken:
            message = f"{value.text} is promised, and {broken}"
            hint = "put it into the book, or take the promise away"
            yield RULE.at(rendition.at(value.element), message, hint)
