"""C020: two files that many systems take for one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from epubforge.checks.entries import files
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive

RULE = Rule(
    "C020",
    "entry-name-repeated",
    Severity.ERROR,
    page="""\
Two files of an EPUB have the same name, or names that differ only in case or accents' coding.

Why it matters
    Windows and macOS see one file where two are meant: one of them replaces the other when the
    book is unpacked, and a picture or a page is lost.
Bad
    OEBPS/images/Ada.jpg
    OEBPS/images/ada.jpg
Good
    OEBPS/images/ada-1.jpg
    OEBPS/images/ada-2.jpg
Reference
    EPUB 3.3, file paths and file names: https://www.w3.org/TR/epub-33/#sec-container-filenames
""",
    blocking=True,
    equivalent="OPF-060",
)


def entry_name_repeated(archive: Archive) -> Iterator[Diagnostic]:
    """Each file whose name, folded, was that of a file before it."""
    seen: dict[str, str] = {}
    for name, place in files(archive):
        folded = _folded(name)
        if folded in seen:
            yield RULE.at(
                place,
                f"{name} is in the book twice"
                if seen[folded] == name
                else f"{name} and {seen[folded]} are one file to many systems",
                "give each file a name of its own",
            )
        seen.setdefault(folded, name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
