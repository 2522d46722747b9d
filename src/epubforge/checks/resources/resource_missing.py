"""C015: resource missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C015",
    "resource-missing",
    Severity.ERROR,
    page="""\
A file that the manifest lists is not in the archive.

Why it matters
    A page or picture is missing from the book.
Bad
    <item href="images/Ada.jpg" …/>, and the file is images/ada.jpg
Good
    The path as the archive spells it, with upper and lower case.
Reference
    https://www.w3.org/TR/epub-33/#sec-item-elem
""",
    blocking=True,
    equivalent="RSC-001",
)


def resource_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed files; an address that leads out of the book is another rule's."""
    for item in rendition.package.items:
        path = item.path
        if (
            not path
            or item.url.leaks
            or item.url.fragment is not None
            or path in rendition.book.entries
        ):
            continue
        said = f"{path} is listed in the manifest and not in the archive"
        hint = "put the file in, or take its line out of the manifest"
        yield RULE.at(rendition.at(item.element), said, hint)
