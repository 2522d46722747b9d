"""The files of a book by their content: a mark that equal files share, whatever they are called."""

from __future__ import annotations

import hashlib

from epubforge.finished.book import Finished
from epubforge.model.archive import ArchiveEntry, EntryError

_LARGEST = 1 << 26
"""Bytes of a file that is read whole to be marked."""


def marks(book: Finished, *, by_content: bool) -> dict[str, str]:
    """The mark of each file. Equal marks mean equal bytes: by SHA-256, and of what is too large to
    be read, or is not to be, by its length and the checksum that the archive has of it.

    Two books must be marked in the same way to be compared.
    """
    return {
        path: _mark(book, entry, is_read=by_content and entry.size <= _LARGEST)
        for path, entry in book.entries.items()
    }


def _mark(book: Finished, entry: ArchiveEntry, *, is_read: bool) -> str:
    if is_read:
        try:
            return hashlib.sha256(book.archive.read_entry(entry)).hexdigest()
        except EntryError:
            pass
    return f"{entry.size}:{entry.checksum:08x}"
