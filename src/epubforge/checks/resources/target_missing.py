"""L035: target missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L035",
    "target-missing",
    Severity.ERROR,
    page="""\
A file is used that is not in the book.

Why it matters
    The picture is missing, the link dead.
Bad
    <img src="Ada.jpg" alt=""/>, and the file is ada.jpg
Good
    <img src="ada.jpg" alt=""/>
Reference
    EPUB 3.3, publication resources: https://www.w3.org/TR/epub-33/#sec-publication-resources
""",
    equivalent="RSC-007",
)


def target_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """What the manifest lists and the book lacks is another rule's."""
    book, package = rendition.book, rendition.package
    for reference in rendition.facts.references():
        path = reference.url.path
        if (
            path is None
            or path in package.by_resource
            or path in book.entries
            or path == reference.source
        ):
            continue
        if path == "" or path == package.path:
            continue
        said = f"{path} is not in the book"
        yield RULE.at(
            book.at_byte(reference.source, reference.at), said, "spell it as the file is named"
        )
