"""I088: picture ending wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.pictures import ENDINGS, pictures
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I088",
    "picture-ending-wrong",
    Severity.WARNING,
    page="""\
A picture's name ends as those of another format.

Why it matters
    Programs that go by the ending do not open it.
Bad
    a.jpg, and the file is a PNG
Good
    a.png
Reference
    EPUB 3.3, core media types: https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    equivalent="PKG-022",
)


def picture_ending_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """By the file's first bytes."""
    for item, head in pictures(rendition):
        ending = item.href.lower().rpartition(".")[2]
        if head.kind in ENDINGS and ending not in ENDINGS[head.kind] and ending in ALL_ENDINGS:
            said = f"{item.href} is {head.kind}"
            yield RULE.at(
                rendition.book.place(item.path), said, f"let it end in .{ENDINGS[head.kind][0]}"
            )


ALL_ENDINGS = {each for endings in ENDINGS.values() for each in endings}
