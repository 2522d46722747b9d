"""A finished EPUB, ours or a stranger's: its entries as they lie in the file, read when asked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

STORED = 0
DEFLATED = 8

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_BLOCK = 1 << 16
_SLACK = 1 << 16
"""Bytes that are read beyond what an entry says it has."""


class EntryError(Exception):
    """An entry cannot be read as it should be; the message says why in a few words."""

    def __init__(self, why: str, content: bytes | None = None) -> None:
        super().__init__(why)
        self.content = content
        """What readers see that look neither at its size nor at its checksum; None: nothing."""


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One entry as the archive's directory describes it, which need not be true."""

    name: str
    size: int
    """Bytes when unpacked."""
    packed_size: int
    method: int
    """`STORED`, `DEFLATED`, or what EPUB does not allow."""
    offset: int
    """Where its header lies in the file."""
    checksum: int
    encrypted: bool = False
    is_named_in_utf8: bool = True


@dataclass(frozen=True, slots=True)
class Archive:
    """The entries in the order they lie in the file, duplicates among them.

    Nothing is unpacked to the disk, and no more into memory than an entry says it has.
    """

    path: str
    """As it was given, with `/`."""
    entries: tuple[ArchiveEntry, ...]
    location: Path = field(default=Path(), repr=False)
    unwritten: Mapping[str, bytes | Path] = field(default_factory=dict, repr=False)
    """The contents by name of a book that is in no file yet; a path is a file that holds them."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in order."""
        return tuple(entry.name for entry in self.entries)

    @property
    def size(self) -> int:
        """The size of the file; of a book in no file yet the sum of what it holds."""
        if self.unwritten:
            return sum(entry.packed_size for entry in self.entries)
        try:
            return self.location.stat().st_size
        except OSError:
            return 0

    def read(self, name: str) -> bytes:
        """The unpacked bytes of the last entry of that name, as readers take it.

        Raises KeyError where there is none, EntryError where it cannot be read.
        """
        entry = next((e for e in reversed(self.entries) if e.name == name), None)
        if entry is None:
            raise KeyError(name)
        return self.read_entry(entry)

    def read_entry(self, entry: ArchiveEntry) -> bytes:
        """The unpacked bytes of an entry. Raises EntryError where it cannot be read."""
        if entry.encrypted:
            raise EntryError("it is encrypted")
        if self.unwritten:
            return self._held(entry, entry.size)
        try:
            with self.location.open("rb") as file:
                content = _unpacked(file, entry)
        except zlib.error as error:  # whose words differ from library to library
            raise EntryError("it is damaged: what it holds cannot be unpacked") from error
        except (OSError, ValueError, OverflowError, struct.error) as error:
            raise EntryError(f"it is damaged ({error})") from error
        if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
            raise EntryError("it is damaged: its size or checksum is wrong", content)
        return content

    def read_beginning(self, entry: ArchiveEntry, length: int) -> bytes:
        """The first bytes of an entry, unpacked. Raises EntryError where it cannot be read."""
        if self.unwritten:
            return self._held(entry, length)
        try:
            with self.location.open("rb") as file:
                return _unpacked(file, replace(entry, size=min(entry.size, length)))[:length]
        except zlib.error as error:  # whose words differ from library to library
            raise EntryError("it is damaged: what it holds cannot be unpacked") from error
        except (OSError, ValueError, OverflowError, struct.error) as error:
            raise EntryError(f"it is damaged ({error})") from error

    def _held(self, entry: ArchiveEntry, length: int) -> bytes:
        content = self.unwritten[entry.name]
        if isinstance(content, bytes):
            return content[:length]
        try:
            with content.open("rb") as file:
                return file.read(length)
        except OSError as error:
            raise EntryError(f"it cannot be read ({error.strerror})") from error


def _unpacked(file: BinaryIO, entry: ArchiveEntry) -> bytes:
    file.seek(entry.offset)
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    if signature != b"PK\x03\x04":
        raise EntryError("the archive's directory points to where it is not")
    file.seek(name_length + extra_length, 1)
    match entry.method:
        case 0:
            return file.read(min(entry.size + _SLACK, entry.packed_size))
        case 8:
            return _inflated(file, entry)
        case other:
            raise EntryError(f"it is packed in a way that EPUB does not allow (method {other})")


def _inflated(file: BinaryIO, entry: ArchiveEntry) -> bytes:
    """Somewhat more than the entry says it has, if it has more: enough to know that it lies."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    wanted, left = entry.size + _SLACK, entry.packed_size
    while wanted > 0 and left > 0 and not inflater.eof:
        packed = inflater.unconsumed_tail or file.read(min(_BLOCK, left))
        if not packed:
            break
        piece = inflater.decompress(packed, wanted)
        left -= len(packed) - len(inflater.unconsumed_tail)
        wanted -= len(piece)
        pieces.append(piece)
    return b"".join(pieces)
