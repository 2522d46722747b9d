"""Where an id of a chapter ends up in the book: on its page, or on the page of the notes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from urllib.parse import quote

from epubforge.compose.tree import ChapterNode
from epubforge.model.document import Document, Slot
from epubforge.model.hrefs import seen_from

_ID = re.compile(r'(?<=\sid=")[^"]*')
_KEPT = "!$&'()*+,-./:;=?@_~"


class Places:
    """Finds places by their chapter and the id that they have in it."""

    def __init__(self, nodes: Iterable[ChapterNode], notes_href: str) -> None:
        self._notes_href = notes_href
        self._moved = {
            node.href: ids_in_notes(node.document) for node in nodes if node.document.outline.notes
        }

    def href(self, node: ChapterNode, place: str) -> str:
        """From the package document: where the place of that id is."""
        if place in self._moved.get(node.href, ()):
            return f"{self._notes_href}#{id_among_notes(node, place)}"
        return f"{node.href}#{place}"


def id_among_notes(node: ChapterNode, place: str) -> str:
    """The id that a place of that chapter has on the page where all chapters' notes stand."""
    return f"{posixpath.basename(node.href).removesuffix('.xhtml')}.{place}"


def moved_to_notes(node: ChapterNode, body: Iterable[str | Slot]) -> tuple[str | Slot, ...]:
    """A note's body with the ids that it has on that page."""
    return tuple(
        _ID.sub(lambda found: id_among_notes(node, found[0]), piece)
        if isinstance(piece, str)
        else piece
        for piece in body
    )


def ids_in_notes(document: Document) -> Collection[str]:
    """The ids of a chapter that stand in notes at the end of the book."""
    return _ids(piece for note in document.outline.notes for piece in note.body)


def order_of_ids(document: Document) -> dict[str, int]:
    """The ids of a chapter in the order in which a reader comes to them, its notes' last."""
    pieces = (*document.body, *(piece for note in document.outline.notes for piece in note.body))
    return {place: at for at, place in enumerate(_ids(pieces))}


def relative(href: str, page: str) -> str:
    """An href from the package document as a page has to give it; on the page itself `#id`."""
    path, mark, place = href.partition("#")
    fragment = mark + _escaped(place)
    if mark and path == page:
        return fragment
    return seen_from(path, posixpath.dirname(page)) + fragment


def _ids(pieces: Iterable[str | Slot]) -> dict[str, None]:
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    return dict.fromkeys(_ID.findall(text))


def _escaped(place: str) -> str:
    """An id as a fragment: letters of all scripts stay, what a URL cannot hold is encoded."""
    return "".join(c if ord(c) > 127 else quote(c, safe=_KEPT) for c in place)
