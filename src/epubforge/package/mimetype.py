"""The first bytes of a container: by them programs know an EPUB without unpacking it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive
from epubforge.source import EntryPlace

_REFERENCE = """Reference
    https://www.w3.org/TR/epub-33/#sec-zip-container-mime
"""
_WHY = """
Why it matters
    Systems look at fixed places of the first 58 bytes; if they do not find this, the book is not
    taken for one.
"""

MISSING = Rule(
    "C008",
    "mimetype-not-first",
    Severity.ERROR,
    "The entry mimetype is missing, or is not the first one.\n"
    + _WHY
    + """Bad
    zip -r book.epub .
Good
    zip -X0 book.epub mimetype && zip -rX9 book.epub META-INF OEBPS
"""
    + _REFERENCE,
    equivalent="PKG-006",
)
EXTRA_FIELD = Rule(
    "C009",
    "mimetype-extra-field",
    Severity.ERROR,
    "The entry mimetype carries an extra field: times or owners that the zip program added.\n"
    + _WHY
    + """Bad
    zip -0 book.epub mimetype
Good
    zip -X0 book.epub mimetype
"""
    + _REFERENCE,
    equivalent="PKG-005",
)
WRONG = Rule(
    "C010",
    "mimetype-wrong",
    Severity.ERROR,
    "The entry mimetype says something else than application/epub+zip, or is compressed.\n"
    + _WHY
    + """Bad
    A line end, a blank or a byte-order mark in the file mimetype.
Good
    The 20 letters application/epub+zip and nothing else, stored.
"""
    + _REFERENCE,
    equivalent="PKG-007",
)

_NAME = b"mimetype"
_TYPE = b"application/epub+zip"
_HEADER = struct.Struct("<4s22xHH")
_MEND = "pack the book so that mimetype comes first, stored, and without extra fields"


def mimetype_faults(archive: Archive) -> Iterator[Diagnostic]:
    """The first fault in the container's first bytes."""
    place = EntryPlace(archive.path, "mimetype")
    with archive.location.open("rb") as file:
        beginning = file.read(_HEADER.size + len(_NAME) + len(_TYPE) + 1)
    name, extra_length = _first_name(beginning)
    if name != _NAME:
        said = f"{archive.path} does not begin with an entry named mimetype"
        yield MISSING.at(EntryPlace(archive.path), said, _MEND)
    elif extra_length:
        yield EXTRA_FIELD.at(
            place, f"mimetype carries an extra field of {extra_length} bytes", _MEND
        )
    elif not _is_right(archive, beginning):
        yield WRONG.at(place, "mimetype does not say application/epub+zip and nothing else", _MEND)


def _first_name(beginning: bytes) -> tuple[bytes, int]:
    """The name of what lies first in the file, and how long its extra field is."""
    if len(beginning) < _HEADER.size:
        return b"", 0
    _, name_length, extra_length = _HEADER.unpack_from(beginning)
    return beginning[_HEADER.size :][:name_length], extra_length


def _is_right(archive: Archive, beginning: bytes) -> bool:
    says = beginning[_HEADER.size + len(_NAME) :].startswith(_TYPE)
    return says and any(e.offset == 0 and e.size == len(_TYPE) for e in archive.entries)
