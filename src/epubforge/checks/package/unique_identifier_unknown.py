"""C041: unique identifier unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C041",
    "unique-identifier-unknown",
    Severity.ERROR,
    page="""\
The package's unique-identifier does not name a dc:identifier.

Why it matters
    Shops and readers' libraries know a book by it; without it they keep no place and no update.
Bad
    <package unique-identifier="book-id"> … <dc:identifier id="isbn">
Good
    <package unique-identifier="isbn"> … <dc:identifier id="isbn">
Reference
    EPUB 3.3, package element: https://www.w3.org/TR/epub-33/#sec-package-elem
""",
    equivalent="OPF-030",
)


def unique_identifier_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """The id that it names, if it names one."""
    document = rendition.package.document
    name = document.root.get("unique-identifier").strip() if document.root is not None else ""
    ids = {each.get("id").strip() for each in document.named.get(f"{DC} identifier", ())}
    if name not in ids or not name:
        said = f"no dc:identifier has the id {name}" if name else "no unique-identifier is named"
        yield RULE.at(
            rendition.root, said, "give it the id of the dc:identifier that is the book's"
        )
