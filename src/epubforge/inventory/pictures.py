"""The pictures in a book: their kind and size, how often they are shown, what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from epubforge.codec.measure import ENOUGH, ENOUGH_FOR_JPEG, Measured, measure
from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.finished.package import Item, Package
from epubforge.inventory.page_text import PictureUse
from epubforge.tree.document import Element

_NUMBER = re.compile(r"\s*(\d{1,9}(?:\.\d+)?)\s*(?:px)?\s*\Z")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file of the book."""

    path: str
    media_type: str
    """As the manifest says."""
    format: str
    """As its first bytes say: JPEG, PNG, GIF, WebP, SVG; empty for what is none of them."""
    width: int
    """In pixels; of a drawing in its own units; 0 where it does not say."""
    height: int
    colour: str
    """grey, colour, inks or palette; empty where it does not say."""
    bytes: int
    is_cover: bool
    uses: int
    """How often pages show it."""
    alts: tuple[str, ...]
    """What is said in its place, each text once, in the order of the book."""
    undescribed: int
    """How many of its uses say nothing in its place, not even that it is a decoration."""


def pictures(book: Finished, package: Package, shown: Iterable[PictureUse]) -> tuple[Picture, ...]:
    """Every picture that the manifest lists and that is in the book, in its order."""
    uses: dict[str, list[PictureUse]] = {}
    for use in shown:
        uses.setdefault(use.resource, []).append(use)
    cover = _cover(package)
    found: dict[str, Picture] = {}
    for item in package.items:
        path = item.path
        if path and path in book.entries and types.is_image(item.media_type):
            found.setdefault(path, _picture(book, item, uses.get(path, []), path == cover))
    return tuple(found.values())


def _picture(book: Finished, item: Item, uses: list[PictureUse], is_cover: bool) -> Picture:
    path = item.path or ""
    measured = _measured(book, path)
    return Picture(
        path=path,
        media_type=item.media_type,
        format=measured.format,
        width=measured.width,
        height=measured.height,
        colour=measured.colour,
        bytes=book.entries[path].size,
        is_cover=is_cover,
        uses=len(uses),
        alts=tuple(dict.fromkeys(use.alt for use in uses if use.alt)),
        undescribed=sum(use.alt is None for use in uses),
    )


def _measured(book: Finished, path: str) -> Measured:
    if book.is_locked(path):
        return Measured("", 0, 0, "")
    head = book.beginning(path, ENOUGH)
    found = measure(head)
    if found is not None and not found.width and len(head) == ENOUGH:
        found = measure(book.beginning(path, ENOUGH_FOR_JPEG))
    return found or _drawing(book, path, head)


def _drawing(book: Finished, path: str, head: bytes) -> Measured:
    if not head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return Measured("", 0, 0, "")
    document = book.document(path)
    root = document.root if document is not None else None
    if root is None or root.local != "svg":
        return Measured("", 0, 0, "")
    return Measured("SVG", *_size_of_drawing(root), "")


def _size_of_drawing(root: Element) -> tuple[int, int]:
    """Its own width and height, else those of its view box."""
    told = [_NUMBER.match(root.get(name)) for name in ("width", "height")]
    box = [_NUMBER.match(each) for each in re.split(r"[\s,]+", root.get("viewBox").strip())][2:4]
    for sizes in (told, box):
        numbers = [round(float(each[1])) for each in sizes if each]
        if len(numbers) == 2:
            return numbers[0], numbers[1]
    return 0, 0


def _cover(package: Package) -> str | None:
    """By its property, else as EPUB 2 names it."""
    for item in package.items:
        if "cover-image" in item.properties:
            return item.path
    for meta in package.metas:
        if meta.get("name").strip() == "cover":
            named = package.by_id.get(meta.get("content").strip())
            return named.path if named is not None else None
    return None
