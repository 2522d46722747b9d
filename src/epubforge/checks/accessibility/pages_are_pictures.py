"""A070: pages that hold a picture and not a word."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import is_cover, pages
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A070",
    "pages-are-pictures",
    Severity.NOTE,
    page="""\
Many pages hold nothing but a picture.

Why it matters
    What is written in a picture cannot be read aloud, made larger, searched or shown in braille. A
    description of a whole page of text is no way to read it. A plate is well with its caption as
    text; a comic can carry its words in a description, page by page.
Bad
    A page that is a scan of a page
Good
    The text as text, with pictures beside it
Reference
    EPUB Fixed Layout Accessibility: https://www.w3.org/TR/epub-fxl-a11y/
    WCAG 2.2, 1.4.5 Images of Text: https://www.w3.org/TR/WCAG22/#images-of-text
""",
)


_LEAST = 3
"""Pages: a few full-page pictures are well in any book."""


def pages_are_pictures(rendition: Rendition) -> Iterator[Diagnostic]:
    """Said once, where half of the pages are such; the cover is not counted."""
    counted = [f for step, f in pages(rendition) if not is_cover(step, f, rendition)]
    silent = [f for f in counted if f.heard.pictures and not f.heard.letters]
    if len(silent) >= _LEAST and len(silent) * 2 >= len(counted):
        message = f"{len(silent)} of {len(counted)} pages hold a picture and no text"
        hint = "write what they say as text; say in the summary what cannot be read otherwise"
        yield RULE.at(rendition.book.place(silent[0].path), message, hint)
