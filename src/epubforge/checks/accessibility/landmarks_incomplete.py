"""A052: a book that does not say where its text begins."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import navigation_facts
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A052",
    "landmarks-incomplete",
    Severity.NOTE,
    page="""\
The navigation document has no landmarks, or they do not name the beginning of the main text.

Why it matters
    "Begin reading" leads to the copyright page where nothing says where the book begins. Apple
    Books takes its sample from there on.
Bad
    <nav epub:type="toc"> alone
Good
    <nav epub:type="landmarks"><ol>
    <li><a epub:type="bodymatter" href="chapter-1.xhtml">Start of the book</a></li></ol></nav>
Reference
    EPUB 3.3, landmarks nav: https://www.w3.org/TR/epub-33/#sec-nav-landmarks
    EPUB Accessibility Techniques 1.1: https://www.w3.org/TR/epub-a11y-tech-11/
""",
)


def landmarks_incomplete(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    navigation = navigation_facts(rendition) if rendition.is_epub3 else None
    if navigation is None or {"landmarks", "bodymatter"} <= navigation.semantics:
        return
    is_there = "landmarks" in navigation.semantics
    what = (
        "the landmarks do not say where the text begins"
        if is_there
        else f"{navigation.path} holds no list of landmarks"
    )
    hint = 'add a line to the landmarks nav: <a epub:type="bodymatter" href="…">'
    yield RULE.at(rendition.book.place(navigation.path), what, hint)
