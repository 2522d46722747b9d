"""The fonts in a book: what each is, what its maker allows, how much of it is there."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.finished.package import Package
from epubforge.fonts.facts import FontFacts, font_facts
from epubforge.inventory.obfuscation import obfuscation, readable
from epubforge.inventory.record import Record

_MOST_BYTES = 1 << 26
"""Of all fonts together that are looked into; no book has a quarter of that."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font file of the book."""

    path: str
    media_type: str
    bytes: int
    obfuscation: str
    """IDPF or Adobe, where it is scrambled; empty where it lies in the open."""
    facts: FontFacts


def typefaces(book: Finished, package: Package, record: Record) -> tuple[Typeface, ...]:
    """Every font that the manifest lists and that is in the book, in its order."""
    unique = next((each.value for each in record.identifiers if each.is_unique), "")
    found: dict[str, Typeface] = {}
    left = _MOST_BYTES
    for item in package.items:
        path = item.path
        if not path or path in found or path not in book.entries:
            continue
        if types.is_font(item.media_type):
            left -= book.entries[path].size
            found[path] = _typeface(book, path, item.media_type, unique, is_read=left >= 0)
    return tuple(found.values())


def _typeface(
    book: Finished, path: str, media_type: str, unique: str, *, is_read: bool
) -> Typeface:
    algorithm = book.encrypted.get(path, ("", 0))[0]
    name = obfuscation(algorithm)
    size = book.entries[path].size
    if book.is_locked(path) and not name:
        return Typeface(path, media_type, size, "", FontFacts(fault="is encrypted"))
    content = book.read(path) if is_read else None
    if content is None:
        return Typeface(path, media_type, size, name, FontFacts(fault="cannot be read"))
    return Typeface(path, media_type, size, name, font_facts(readable(content, algorithm, unique)))
