"""The files of an archive, as the rules on names ask for them."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.model.archive import Archive
from epubforge.source import EntryPlace


def files(archive: Archive) -> Iterator[tuple[str, EntryPlace]]:
    """Each file's name and place, in the order they lie in the archive; folders are left out."""
    for name in archive.names:
        if not name.endswith("/"):
            yield name, EntryPlace(archive.path, name)
