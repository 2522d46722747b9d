"""From any file to the archive of an EPUB: opened safely, and what keeps it from being read."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.model.archive import DEFLATED, STORED, Archive
from epubforge.package.directory import BoundsError, DirectoryError, read_directory
from epubforge.package.ocf import container_faults
from epubforge.source import EntryPlace

_ZIP = b"PK"
_SHORTEST = 58
"""Bytes that `mimetype` takes at the beginning of every EPUB."""

UNREADABLE = Rule(
    "C001",
    "book-unreadable",
    Severity.ERROR,
    """There is no book to open: no such file, a folder, a device, or a file you may not read.

Why it matters
    Nothing can be said of the book.
Bad
    epubforge check bokk.epub
Good
    epubforge check book.epub
""",
    configuration=True,
)
TOO_SHORT = Rule(
    "C002",
    "book-too-short",
    Severity.ERROR,
    """The file is empty, or has fewer bytes than the beginning of any EPUB.

Why it matters
    It is what a full disk or a broken download leaves behind.
Bad
    book.epub, 0 bytes
Good
    Build or fetch the book again.
Reference
    https://www.w3.org/TR/epub-33/#sec-container-zip
""",
    blocking=True,
    equivalent="PKG-003",
)
NOT_ZIP = Rule(
    "C003",
    "not-a-zip",
    Severity.ERROR,
    """The file does not begin like a zip archive, which every EPUB is.

Why it matters
    No reading system opens it.
Bad
    A PDF, a web page or a Kindle file that was named book.epub.
Good
    An EPUB: a zip archive whose first entry is mimetype.
Reference
    https://www.w3.org/TR/epub-33/#sec-container-zip
""",
    blocking=True,
    equivalent="PKG-004",
)
DAMAGED = Rule(
    "C004",
    "zip-damaged",
    Severity.ERROR,
    """The zip archive is damaged: the directory at its end is missing or wrong.

Why it matters
    No reading system opens it, or each sees something else in it.
Bad
    A book whose download was broken off.
Good
    Build or fetch the book again.
Reference
    https://www.w3.org/TR/epub-33/#sec-zip-container-zipreqs
""",
    blocking=True,
    equivalent="PKG-008",
)
OUT_OF_BOUNDS = Rule(
    "C005",
    "zip-out-of-bounds",
    Severity.ERROR,
    """The archive is made like a trap: with far too many entries, too large or overlapping ones.

Why it matters
    Whoever unpacks it fills his memory or his disk. It is not read any further.
Bad
    An entry of some kilobytes that unpacks to gigabytes.
Good
    Pack the book's files anew with a sound program.
""",
    blocking=True,
)
ENCRYPTED = Rule(
    "C006",
    "entry-encrypted",
    Severity.ERROR,
    """An entry is encrypted or packed by the zip program in a way that EPUB does not allow.

Why it matters
    No reading system asks for a password, or unpacks anything but what is stored or deflated.
Bad
    zip --encrypt book.epub …
Good
    Pack the files without a password, by the usual method.
Reference
    https://www.w3.org/TR/epub-33/#sec-zip-container-zipreqs
""",
    blocking=True,
    equivalent="PKG-027",
)


def open_epub(path: Path) -> Outcome[Archive]:
    """The archive of a finished EPUB, and whatever is wrong with its container.

    The file is never changed nor unpacked to the disk. Where it cannot be opened at all the
    archive has no entries, and one finding says why.
    """
    name = path.as_posix()
    place, closed = EntryPlace(name), Archive(name, ())
    try:
        why = _no_zip(path)
        if why is not None:
            return Outcome(closed, (why,))
        archive = Archive(name, read_directory(path), path)
    except DirectoryError as error:
        return Outcome(closed, (DAMAGED.at(place, f"{name} is damaged: {error}", _AGAIN),))
    except BoundsError as error:
        said = f"{name} is not opened: {error}"
        return Outcome(closed, (OUT_OF_BOUNDS.at(place, said, "pack its files anew"),))
    except (OSError, ValueError) as error:
        why = _unreadable(path, getattr(error, "strerror", None) or str(error))
        return Outcome(closed, (why,))
    return Outcome(archive, (*_encrypted(archive), *container_faults(archive)))


_AGAIN = "build or fetch the book again"


def _no_zip(path: Path) -> Diagnostic | None:
    """Why this is not worth opening. A pipe is not opened at all: it would wait for ever."""
    name = path.as_posix()
    place, status = EntryPlace(name), path.stat()
    if stat.S_ISDIR(status.st_mode):
        return _unreadable(path, "it is a folder")
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(path, "it is not an ordinary file")
    if status.st_size < _SHORTEST:
        size = f"has only {status.st_size} bytes" if status.st_size else "is empty"
        return TOO_SHORT.at(place, f"{name} {size}", _AGAIN)
    with path.open("rb") as file:
        if file.read(len(_ZIP)) != _ZIP:
            said = f"{name} is not an EPUB: it does not begin like a zip archive"
            return NOT_ZIP.at(place, said, "look what it really is, and give it its right name")
    return None


def _unreadable(path: Path, why: str) -> Diagnostic:
    said = f"{path.as_posix()} cannot be opened: {why}"
    return UNREADABLE.at(EntryPlace(path.as_posix()), said, "name the file of a finished book")


def _encrypted(archive: Archive) -> Iterator[Diagnostic]:
    for entry in archive.entries:
        place = EntryPlace(archive.path, entry.name)
        if entry.encrypted:
            said = f"{entry.name} is encrypted by the zip program"
            yield ENCRYPTED.at(place, said, "pack it without a password")
        elif entry.method not in {STORED, DEFLATED}:
            said = f"{entry.name} is packed by method {entry.method} of the zip program"
            yield ENCRYPTED.at(place, said, "store or deflate it, as zip programs mostly do")
