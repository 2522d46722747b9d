"""I086: picture head missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.pictures import pictures
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I086",
    "picture-head-missing",
    Severity.ERROR,
    page="""\
A picture is empty, or too short to be one.

Why it matters
    The reader sees a gap.
Bad
    A file of 0 bytes
Good
    The picture exported again.
Reference
    EPUB 3.3, core media types: https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    equivalent="MED-004",
)


def picture_head_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Fewer bytes than any picture begins with."""
    for item, head in pictures(rendition):
        if len(head.content) < 4:
            said = f"{item.href} has only {len(head.content)} bytes"
            yield RULE.at(rendition.book.place(item.path), said, "export the picture again")
