"""The files of a book by their content: a mark that equal files share, whatever they are called."""

from __future__ import annotations

import hashlib

from epubforge.finished.book import Finished
from epubforge.model.archive import ArchiveEntry, EntryError

_LARGEST = 1 << 26
"""Bytes of a file that is read whole to be marked."""
_MOST = 1 << 30
"""Bytes of all files together."""


def marks(book: Finished) -> dict[str, str]:
    """The mark of each file. Equal marks mean equal bytes: by SHA-256, and of what is too large to
    be read by its length and the checksum that the archive has of it."""
    left = _MOST
    found: dict[str, str] = {}
    for path, entry in book.entries.items():
        left -= entry.size
        found[path] = _mark(book, entry, is_read=entry.size <= _LARGEST and left >= 0)
    return found


def _mark(book: Finished, entry: ArchiveEntry, *, is_read: bool) -> str:
    if is_read:
        try:
            return hashlib.sha256(book.archive.read_entry(entry)).hexdigest()
        except EntryError:
            pass
    return f"{entry.size}:{entry.checksum:08x}"
