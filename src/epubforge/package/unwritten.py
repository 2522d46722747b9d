"""From a publication to the archive that it will be, without writing it."""

from __future__ import annotations

from pathlib import Path

from epubforge.model.archive import DEFLATED, STORED, Archive, ArchiveEntry
from epubforge.model.publication import FOLDER, PACKAGE_DOCUMENT, Publication
from epubforge.package.container import CONTAINER, CONTAINER_PATH, MIMETYPE, is_stored


def unwritten(publication: Publication, name: str) -> Archive:
    """The book as an archive, for rules that look at finished EPUBs; nothing is copied or packed.

    The name is that of the file it will be. The sizes are true, offsets and checksums are not
    there yet.
    """
    contents: dict[str, bytes | Path] = {
        "mimetype": MIMETYPE,
        CONTAINER_PATH: CONTAINER,
        PACKAGE_DOCUMENT: publication.package,
    }
    stored = {"mimetype"}
    for resource in publication.resources:
        contents[f"{FOLDER}/{resource.href}"] = resource.content
        if is_stored(resource):
            stored.add(f"{FOLDER}/{resource.href}")
    entries = tuple(_entry(path, content, path in stored) for path, content in contents.items())
    return Archive(name, entries, unwritten=contents)


def _entry(name: str, content: bytes | Path, is_stored: bool) -> ArchiveEntry:
    size = len(content) if isinstance(content, bytes) else content.stat().st_size
    return ArchiveEntry(name, size, size, STORED if is_stored else DEFLATED, 0, 0)
