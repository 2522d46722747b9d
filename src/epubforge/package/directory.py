"""From a zip file to its entries, without unpacking any and within bounds."""

from __future__ import annotations

import struct
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from epubforge.model.archive import ArchiveEntry

MOST_ENTRIES = 100_000
_LARGEST_DIRECTORY = 1 << 25
"""Bytes, far above what that many entries need."""
_LARGEST_TOTAL = 1 << 33
_HARMLESS = 1 << 26
"""Bytes: below this an entry may be packed as tightly as it likes."""
_TIGHTEST = 200
"""Text becomes a tenth; a two-hundredth is a trap: https://www.bamsoftware.com/hacks/zipbomb/"""

_SAYS_UTF8 = 0x800
_END = b"PK\x05\x06"
_LONGEST_TAIL = 22 + 65_535
_LOCATOR = b"PK\x06\x07"


class DirectoryError(Exception):
    """The file is no zip archive, or a damaged one; the message says why in a few words."""


class BoundsError(Exception):
    """The archive is a trap, or far beyond what a book is; the message says why."""


def read_directory(location: Path) -> tuple[ArchiveEntry, ...]:
    """The entries of a zip file in the order they lie in it.

    Raises DirectoryError, BoundsError, and OSError where the file cannot be read.
    """
    with location.open("rb") as file:
        _bound_directory(file)
        try:
            with ZipFile(file) as archive:
                found = [_entry(info) for info in archive.infolist()]
        except (BadZipFile, NotImplementedError, ValueError, struct.error) as error:
            raise DirectoryError(f"its directory cannot be read: {error}") from error
    entries = tuple(sorted(found, key=lambda entry: entry.offset))
    _bound_entries(entries)
    return entries


def _entry(info: ZipInfo) -> ArchiveEntry:
    name, is_utf8 = _name(info)
    return ArchiveEntry(
        name=name,
        size=info.file_size,
        packed_size=info.compress_size,
        method=info.compress_type,
        offset=info.header_offset,
        checksum=info.CRC,
        encrypted=bool(info.flag_bits & 1),
        is_named_in_utf8=is_utf8,
    )


def _name(info: ZipInfo) -> tuple[str, bool]:
    """The entry's name, and whether it is in UTF-8, whatever the archive says of it."""
    if info.flag_bits & _SAYS_UTF8:
        return info.orig_filename, True
    try:  # zipfile took it for the code of old systems: its bytes are these
        return info.orig_filename.encode("cp437").decode("utf-8"), True
    except UnicodeDecodeError:
        return info.orig_filename, False


def _bound_directory(file: BinaryIO) -> None:
    """Look at how large the directory says it is before zipfile reads all of it."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _LONGEST_TAIL))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        raise DirectoryError("its directory is missing; it is cut short, or no zip file at all")
    count, size = struct.unpack_from("<HI", tail, end + 10)
    if count == 0xFFFF or size == 0xFFFFFFFF:
        count, size = _large_counts(file, tail[max(0, end - 20) : end])
    if count > MOST_ENTRIES or size > _LARGEST_DIRECTORY:
        raise BoundsError(f"it has {count} entries, and no book has more than {MOST_ENTRIES}")


def _large_counts(file: BinaryIO, locator: bytes) -> tuple[int, int]:
    """What a ZIP64 archive says instead."""
    if len(locator) < 20 or not locator.startswith(_LOCATOR):
        return 0xFFFF, 0
    file.seek(struct.unpack_from("<Q", locator, 8)[0])
    record = file.read(56)
    if len(record) < 56:
        raise DirectoryError("its directory is missing; it is cut short")
    count, size = struct.unpack_from("<QQ", record, 32)
    return count, size


def _bound_entries(entries: tuple[ArchiveEntry, ...]) -> None:
    if sum(entry.size for entry in entries) > _LARGEST_TOTAL:
        raise BoundsError(f"unpacked it would be larger than {_LARGEST_TOTAL >> 30} GB")
    for entry in entries:
        if entry.size > _HARMLESS and entry.size > _TIGHTEST * entry.packed_size:
            raise BoundsError(f"{entry.name} says it unpacks to {entry.size >> 20} MB")
    for one, other in pairwise(entries):
        if one.offset + one.packed_size > other.offset:
            raise BoundsError(f"{one.name} and {other.name} lie over each other")
