"""A086: metadata of accessibility that readers would like to have."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.claims import FEATURE, HAZARD, MODE, SUFFICIENT, SUMMARY, texts
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A086",
    "accessibility-metadata-incomplete",
    Severity.NOTE,
    page="""\
The package says how the book can be perceived, but not in which way alone, or not in words.

Why it matters
    accessModeSufficient says whether text, or sound, is enough to read all of the book: the first
    question of who cannot see. The summary says in a few sentences what the other words cannot.
Bad
    schema:accessMode without schema:accessModeSufficient
Good
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilitySummary">All pictures have descriptions.</meta>
Reference
    EPUB Accessibility 1.1, package metadata: https://www.w3.org/TR/epub-a11y-11/#sec-disc-package
""",
)


def accessibility_metadata_incomplete(rendition: Rendition) -> Iterator[Diagnostic]:
    """Where what must be said is there; else another rule speaks of that first."""
    package = rendition.package
    if not all(texts(package, name) for name in (MODE, FEATURE, HAZARD)):
        return
    missing = [name for name in (SUFFICIENT, SUMMARY) if not texts(package, name)]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        message = f"{' and '.join(missing)} {verb} missing"
        hint = "say which ways of reading are enough, and what a reader should know, in a sentence"
        yield RULE.at(rendition.root, message, hint)
