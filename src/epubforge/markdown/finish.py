"""The last step of a body: pieces joined between their slots, lines and words counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from epubforge.markup import clean
from epubforge.model.document import Slot

_TAG: Final = re.compile(r"<[^>]*>")
_BACK: Final = re.compile(r'<a [^>]*role="doc-backlink"[^>]*>[^<]*</a>')


def body_pieces(pieces: Iterable[str | Slot]) -> tuple[str | Slot, ...]:
    """The pieces with all text between two slots in one, free of characters that XML forbids."""
    joined: list[str | Slot] = []
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            joined += (clean("".join(texts)), piece)
            texts.clear()
    last = clean("".join(texts))
    return (*joined, last) if last or not joined else tuple(joined)


def line_map(
    pieces: Sequence[str | Slot], marks: Iterable[tuple[int, int, int]]
) -> tuple[tuple[int, int], ...]:
    """Where marked blocks begin: body line and line of the common text, ascending by the first."""
    found: dict[int, int] = {}
    line = 0
    done = 0
    for at, extra, source_line in sorted(marks):
        line += line_ends(pieces[done:at])
        done = at
        found.setdefault(line + extra, source_line)
    return tuple(sorted(found.items()))


def shown_words(pieces: Iterable[str | Slot]) -> int:
    """How many words a reader sees."""
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    if "doc-backlink" in text:
        text = _BACK.sub("", text)
    return len(_TAG.sub("", text).split())


def line_ends(pieces: Sequence[str | Slot]) -> int:
    """How many lines the pieces end; slots end none."""
    return sum(piece.count("\n") for piece in pieces if isinstance(piece, str))
