"""R026: a fixed book whose landmarks do not say where it begins."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R026",
    "beginning-unmarked",
    Severity.WARNING,
    page="""\
The landmarks of a fixed book do not name its first page of text.

Why it matters
    Apple Books makes the sample from there, and opens the book there. Without it a sample of your
    own has to be sent with the book.
Bad
    A navigation document without landmarks
Good
    <nav epub:type="landmarks" hidden=""><ol>
    <li><a epub:type="bodymatter" href="page-5.xhtml">Text</a></li></ol></nav>
Reference
    Apple Books Asset Guide, itc6bdf25004 (read 2026-11-23, certain)
""",
)


def beginning_unmarked(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the navigation document; a book of EPUB 2 has none."""
    asking = those(rendition.book.shops, lambda shop: shop.fixed.bodymatter is True)
    navigation = rendition.package.navigation
    if not asking or navigation is None or not rendition.package.is_fixed:
        return
    facts = rendition.facts.documents.get(navigation.path or "")
    if facts is not None and facts.is_read and not {"landmarks", "bodymatter"} <= facts.semantics:
        yield RULE.at(
            rendition.book.place(navigation.path),
            f"no landmark says where the text begins; {verb(asking, 'asks', 'ask')} for it",
            'add a landmark with epub:type="bodymatter"',
        )
