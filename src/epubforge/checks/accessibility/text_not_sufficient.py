"""A091: a book that says that its text is enough, with pictures that nobody described."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claims import SUFFICIENT, said
from epubforge.finished.reading_order import pages
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A091",
    "text-not-sufficient",
    Severity.WARNING,
    page="""\
The metadata (accessModeSufficient) say that all of it can be read as text, and pictures have no
descriptions.

Why it matters
    This word is the promise to blind readers, and the first that a shop shows: "can be read aloud
    and in braille".
Bad
    <meta property="schema:accessModeSufficient">textual</meta>, and <img src="map.png"/>
Good
    Descriptions for all pictures that tell something
Reference
    DAISY knowledge base:
    https://kb.daisy.org/publishing/docs/metadata/schema.org/accessModeSufficient.html
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


def text_not_sufficient(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the value that names text alone."""
    missed = sum(facts.heard.missed for _, facts in pages(rendition))
    for value in said(rendition.package, SUFFICIENT) if missed else ():
        if value.text == "textual":
            what = "1 picture has" if missed == 1 else f"{missed} pictures have"
            message = f"text is said to be sufficient, and {what} no description"
            hint = "describe them, or take the value away"
            yield RULE.at(rendition.at(value.element), message, hint)
