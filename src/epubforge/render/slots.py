"""A chapter's body with its holes filled: hrefs of links, names and sizes of pictures."""

from __future__ import annotations

import posixpath
from html import escape

from epubforge.model.book import Chapter, PlacedPicture
from epubforge.model.document import Slot, SlotKind


def filled(chapter: Chapter, page: str) -> str:
    """The body's XHTML on the page of that href; a link to nowhere is left without href."""
    folder = posixpath.dirname(page)
    pieces = chapter.document.body
    return "".join(
        piece if isinstance(piece, str) else _filling(piece, chapter, folder) for piece in pieces
    )


def source_attributes(placed: PlacedPicture, folder: str) -> str:
    """`src`, `width` and `height` of a picture as seen from a folder, with a blank before each."""
    picture = placed.picture
    src = escape(posixpath.relpath(placed.href, folder or "."))
    return f' src="{src}" width="{picture.width}" height="{picture.height}"'


def _filling(slot: Slot, chapter: Chapter, folder: str) -> str:
    match slot.kind:
        case SlotKind.HREF:
            href = chapter.hrefs[slot.index]
            return f' href="{escape(href)}"' if href is not None else ""
        case SlotKind.PICTURE:
            placed = chapter.pictures[slot.index]
            return source_attributes(placed, folder) if placed is not None else ""
        case SlotKind.MEDIA:
            href = chapter.media[slot.index]
            return f' src="{escape(href)}"' if href is not None else ""
        case _:
            return chapter.texts.get(slot, "")
