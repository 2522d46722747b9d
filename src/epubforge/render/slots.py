"""A chapter's body with its holes filled: hrefs of links, names and sizes of pictures."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from html import escape

from epubforge.model.book import Chapter, PlacedPicture
from epubforge.model.document import Slot, SlotKind
from epubforge.model.hrefs import seen_from

_LABEL = re.compile(r'(<span class="(?:chapter-number|label)">)([^<]*)')
_DIGITS = re.compile(r"(?<![0-9.])[0-9]{1,2}(?![0-9.])")
_UPRIGHT = r'<span class="upright">\g<0></span>'


def filled(chapter: Chapter, page: str) -> str:
    """The body's XHTML on the page of that href; a link to nowhere is left without href.

    The chapter's number stands inside the heading that is its title.
    """
    text = filled_pieces(chapter.document.body, chapter, page)
    if not chapter.number or chapter.number_at is None:
        return text
    heading = re.compile(rf'<h[1-6]\b[^<>]*\sid="{re.escape(escape(chapter.number_at))}"[^<>]*>')
    return heading.sub(lambda found: found[0] + number_markup(chapter.number), text, count=1)


def filled_pieces(pieces: Sequence[str | Slot], chapter: Chapter, page: str) -> str:
    """Pieces of the chapter, on the page of that href, with their holes filled."""
    folder = posixpath.dirname(page)
    return "".join(
        piece if isinstance(piece, str) else _filling(piece, chapter, folder) for piece in pieces
    )


def number_markup(number: str) -> str:
    """The number of a chapter before its title, parted from it by a blank for those who listen."""
    return f'<span class="chapter-number">{escape(number, quote=False)}</span> ' if number else ""


def source_attributes(placed: PlacedPicture, folder: str) -> str:
    """`src`, `width` and `height` of a picture as seen from a folder, with a blank before each."""
    picture = placed.picture
    src = escape(seen_from(placed.href, folder))
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


def upright(page: str) -> str:
    """The page of a vertical book: in labels, numbers of one or two digits stand upright."""
    return _LABEL.sub(lambda label: label[1] + _DIGITS.sub(_UPRIGHT, label[2]), page)
