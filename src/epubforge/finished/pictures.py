"""The beginnings of a book's pictures: what they are, and whether their size can be told."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.finished.package import Item
from epubforge.finished.rendition import Rendition

ENDINGS = {
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
}
_LOOKED_AT = frozenset({"image/jpeg", "image/png", "image/gif"})
_LONGEST_HEAD = 1 << 18
"""Bytes: profiles and previews may stand before a JPEG's size."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first bytes of a picture file."""

    content: bytes

    @property
    def kind(self) -> str:
        """Its media type; empty for what is no JPEG, PNG, GIF or WebP."""
        content = self.content
        if content.startswith(b"\xff\xd8"):
            return "image/jpeg"
        if content.startswith(b"\x89PNG"):
            return "image/png"
        if content.startswith(b"GIF8"):
            return "image/gif"
        return "image/webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ""

    @property
    def has_size(self) -> bool:
        """Whether it goes as far as where the picture's width and height stand."""
        match self.kind:
            case "image/png":
                return len(self.content) >= 24 and self.content[12:16] == b"IHDR"
            case "image/gif":
                return len(self.content) >= 10
            case "image/jpeg":
                return _has_frame(self.content)
            case "image/webp":
                return True
            case _:
                return False


def pictures(rendition: Rendition) -> Iterator[tuple[Item, Head]]:
    """Each listed JPEG, PNG and GIF that is in the book and can be read."""
    book = rendition.book
    for item in rendition.package.items:
        if item.media_type not in _LOOKED_AT or item.path not in book.entries:
            continue
        head = None if book.is_locked(item.path) else _head(rendition, item)
        if head is not None:
            yield item, head


def _head(rendition: Rendition, item: Item) -> Head | None:
    path = item.path or ""
    entry = rendition.book.entries[path]
    if entry.encrypted:
        return None
    content = rendition.book.beginning(path, 1 << 12)
    head = Head(content)
    if head.kind == "image/jpeg" and not head.has_size:
        head = Head(rendition.book.beginning(path, _LONGEST_HEAD))
    return head if content or entry.size == 0 else None


def _has_frame(content: bytes) -> bool:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.4: segments up to the frame header."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return False
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return at + 9 <= len(content)
        else:
            (length,) = struct.unpack_from(">H", content, at + 2)
            at += 2 + length
    return len(content) >= _LONGEST_HEAD
