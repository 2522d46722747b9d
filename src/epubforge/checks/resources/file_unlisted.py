"""C190: file unlisted."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C190",
    "file-unlisted",
    Severity.NOTE,
    page="""\
A file lies in the book, and the manifest does not list it.

Why it matters
    Reading systems do not see it.
Bad
    OEBPS/notes.txt
Good
    The book without it, or an item for it.
Reference
    EPUB 3.3, manifest: https://www.w3.org/TR/epub-33/#sec-manifest-elem
""",
    equivalent="OPF-003",
)


def file_unlisted(rendition: Rendition) -> Iterator[Diagnostic]:
    """For the first rendition; container files and package documents are listed nowhere."""
    book = rendition.book
    if rendition.package is not book.packages[0]:
        return
    listed = {item.path for package in book.packages for item in package.items}
    listed |= {package.path for package in book.packages}
    for path, entry in book.entries.items():
        if path not in listed and path != "mimetype" and not path.startswith("META-INF/"):
            yield RULE.at(
                book.place(entry.name), f"{path} is not in the manifest", "list it, or take it out"
            )
