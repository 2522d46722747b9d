"""C193: file encrypted."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C193",
    "file-encrypted",
    Severity.NOTE,
    page="""\
A file is encrypted, and its content was not looked at.

Why it matters
    What is wrong with it is not told.
Bad
    A book out of a shop with protection
Good
    The book before it was protected.
Reference
    EPUB 3.3, encryption: https://www.w3.org/TR/epub-33/#sec-container-metainf-encryption.xml
""",
    equivalent="RSC-004",
)


_OBFUSCATIONS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def file_encrypted(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed files that are not fonts scrambled in the two known ways."""
    book = rendition.book
    for path, (algorithm, _) in book.encrypted.items():
        if algorithm not in _OBFUSCATIONS and path in rendition.package.by_resource:
            yield RULE.at(
                book.place(path), f"{path} is encrypted", "check the book before it is protected"
            )
