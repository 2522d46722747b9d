"""I087: picture damaged."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.pictures import pictures
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I087",
    "picture-damaged",
    Severity.ERROR,
    page="""\
A picture is damaged: its beginning cannot be read.

Why it matters
    The reader sees a gap.
Bad
    A file that a broken download has cut
Good
    The picture exported again.
Reference
    EPUB 3.3, core media types: https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    equivalent="PKG-021",
)


def picture_damaged(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pictures whose size cannot be told."""
    for item, head in pictures(rendition):
        if not head.has_size:
            said = f"the beginning of {item.href} cannot be read"
            yield RULE.at(rendition.book.place(item.path), said, "export the picture again")
