"""A document turned into what a reader reads of it, so that a fix can be seen to change nothing."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from epubforge.model.document import Document, Header, Slot

_ALT = re.compile(r'<img alt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")


def words(document: Document) -> tuple[str, ...]:
    """The words in their order: of the text, of pictures' descriptions, and what fills slots."""
    notes = (piece for note in document.outline.notes for piece in note.body)
    pieces = (*document.body, *notes)
    text = "".join(_named(piece) if isinstance(piece, Slot) else piece for piece in pieces)
    return tuple(html.unescape(_TAG.sub("", _ALT.sub(r" \1 ", text))).split())


def reads_the_same(before: Document, after: Document) -> bool:
    """Whether a reader finds the same words in both, under the same header.

    A header that could not be read said nothing before.
    """
    old, new = (replace(each.header, span=None) for each in (before, after))
    return words(before) == words(after) and old in (new, Header())


def _named(slot: Slot) -> str:
    return f"{{{slot.kind.value} {slot.index}}}"
