"""I085: picture type wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.pictures import pictures
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I085",
    "picture-type-wrong",
    Severity.ERROR,
    page="""\
A picture is of another format than the manifest says.

Why it matters
    Reading systems that go by the manifest show nothing.
Bad
    <item href="a.jpg" media-type="image/jpeg" …/>, and the file is a PNG
Good
    media-type="image/png"
Reference
    EPUB 3.3, item: https://www.w3.org/TR/epub-33/#sec-item-elem
""",
    equivalent="OPF-029",
)


def picture_type_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """By the file's first bytes."""
    for item, head in pictures(rendition):
        if len(head.content) >= 4 and head.kind != item.media_type:
            said = (
                f"{item.href} is said to be {item.media_type}, and is {head.kind or 'no picture'}"
            )
            yield RULE.at(rendition.book.place(item.path), said, "say what it is")
