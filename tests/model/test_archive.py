"""A finished EPUB's entries, which need not be what they say."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from epubforge.model.archive import Archive, ArchiveEntry, EntryError

CONTENT = b"some text " * 5000


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Two entries, one deflated and one stored."""
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("deflated", CONTENT, zipfile.ZIP_DEFLATED)
        book.writestr("stored", CONTENT, zipfile.ZIP_STORED)
        entries = tuple(
            ArchiveEntry(i.filename, i.file_size, i.compress_size, i.compress_type,
                         i.header_offset, i.CRC)
            for i in book.infolist()
        )  # fmt: skip
    return Archive(path.as_posix(), entries, path)


def lying(archive: Archive, **changes: int) -> Archive:
    return replace(archive, entries=(replace(archive.entries[0], **changes),))  # type: ignore[arg-type]


def test_entries_are_read_by_name(archive: Archive) -> None:
    """Deflated or stored, the bytes are those that were put in."""
    assert archive.names == ("deflated", "stored")
    assert archive.read("deflated") == archive.read("stored") == CONTENT


def test_of_two_entries_of_one_name_the_last_counts(archive: Archive) -> None:
    """Readers take the directory's last word."""
    first, second = archive.entries
    both = replace(archive, entries=(replace(first, offset=9), replace(second, name="deflated")))
    assert both.read("deflated") == CONTENT


def test_a_name_that_is_not_there_is_a_key_error(archive: Archive) -> None:
    """As in a mapping."""
    with pytest.raises(KeyError, match="absent"):
        archive.read("absent")


@pytest.mark.parametrize(
    "changes",
    [
        {"size": 10},
        {"size": 10**9},
        {"checksum": 1},
        {"packed_size": 5},
        {"offset": 3},
        {"offset": 10**9},
        {"offset": 2**63},
        {"method": 12},
        {"method": 0},
        {"encrypted": True},
    ],
    ids=str,
)
def test_an_entry_that_lies_is_an_error(archive: Archive, changes: dict[str, int]) -> None:
    """Wrong size, checksum, place or method: never wrong bytes, and never another exception."""
    with pytest.raises(EntryError):
        lying(archive, **changes).read("deflated")


def test_no_more_is_unpacked_than_an_entry_says(tmp_path: Path) -> None:
    """A bomb that says it is small is stopped soon after that."""
    import tracemalloc

    path = tmp_path / "bomb.epub"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("bomb", bytes(50_000_000))
        info = book.infolist()[0]
    entry = ArchiveEntry("bomb", 1000, info.compress_size, 8, 0, info.CRC)
    tracemalloc.start()
    with pytest.raises(EntryError, match="size or checksum"):
        Archive("bomb.epub", (entry,), path).read("bomb")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
