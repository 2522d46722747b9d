"""What a book weighs: as a whole, kind by kind, and its heaviest files."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.finished.package import Package
from epubforge.model.archive import STORED, ArchiveEntry

KINDS = ("text", "pictures", "styles", "fonts", "audio", "video", "scripts", "other")
_MANY = 10


@dataclass(frozen=True, slots=True)
class Weight:
    """Of one file."""

    path: str
    kind: str
    bytes: int
    packed: int
    """In the archive."""
    is_stored: bool
    """It lies there as it is, not deflated."""


@dataclass(frozen=True, slots=True)
class KindWeight:
    """Of all files of one kind."""

    kind: str
    files: int
    bytes: int
    packed: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """Of the whole book."""

    bytes: int
    """Of the EPUB file."""
    unpacked: int
    files: int
    kinds: tuple[KindWeight, ...]
    """The heaviest first; only those that are there."""
    heaviest: tuple[Weight, ...]


def sizes(book: Finished, package: Package, whole: int) -> Sizes:
    """The sizes of a book whose file has so many bytes."""
    found = [weight(book, package, path) for path in book.entries]
    kinds = [
        KindWeight(
            kind,
            len(those),
            sum(each.bytes for each in those),
            sum(each.packed for each in those),
        )
        for kind in KINDS
        if (those := [each for each in found if each.kind == kind])
    ]
    return Sizes(
        bytes=whole,
        unpacked=sum(each.bytes for each in found),
        files=len(found),
        kinds=tuple(sorted(kinds, key=lambda each: -each.packed)),
        heaviest=tuple(sorted(found, key=lambda each: (-each.packed, each.path))[:_MANY]),
    )


def weight(book: Finished, package: Package, path: str) -> Weight:
    """The weight of one file."""
    entry = book.entries[path]
    return Weight(path, kind(package, path), entry.size, entry.packed_size, _is_stored(entry))


def kind(package: Package, path: str) -> str:
    """What a file is for, by its media type; one that the manifest does not list is other."""
    item = package.by_resource.get(path)
    media_type = types.plain(item.media_type) if item is not None else ""
    if media_type in {types.XHTML, types.DTBOOK, "text/html", "text/x-oeb1-document"}:
        return "text"
    if types.is_image(media_type):
        return "pictures"
    if types.is_font(media_type):
        return "fonts"
    if types.is_audio(media_type):
        return "audio"
    if types.is_video(media_type):
        return "video"
    if media_type in types.CORE_SCRIPTS:
        return "scripts"
    return "styles" if media_type in {types.CSS, "text/x-oeb1-css"} else "other"


def _is_stored(entry: ArchiveEntry) -> bool:
    return entry.method == STORED
