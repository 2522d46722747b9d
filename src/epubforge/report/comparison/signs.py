"""How what went out and what came in is marked: by more than colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from epubforge.collation.wording import Piece
from epubforge.report.layout import Said

_CONTEXT = 32
"""Characters of unchanged text that are shown on each side of a change."""


def out(text: str) -> Said:
    """A line that is gone."""
    return Said(f"- {text}", "red")


def new(text: str) -> Said:
    """A line that is new."""
    return Said(f"+ {text}", "green")


def marked(pieces: Sequence[Piece], *, color: bool) -> list[Said]:
    """Pieces in one line; long unchanged ones are shortened.

    On a coloured screen what went out is struck through and what came in is bold; elsewhere both
    stand in brackets, as `git diff --word-diff` has them.
    """
    return [
        said
        for at, piece in enumerate(pieces)
        for said in _marked(piece, color, is_first=at == 0, is_last=at == len(pieces) - 1)
    ]


def _marked(piece: Piece, color: bool, *, is_first: bool, is_last: bool) -> Iterator[Said]:
    if piece.kind == "same":
        yield Said(_shortened(piece.text, is_first, is_last))
        return
    words = piece.text.strip()
    before, _, after = piece.text.partition(words)
    yield Said(before)
    if color:
        yield Said(words, "strike red" if piece.kind == "out" else "bold green")
    else:
        yield Said(f"[-{words}-]" if piece.kind == "out" else f"{{+{words}+}}")
    yield Said(after or ("" if is_last else " "))


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    if len(text) <= 2 * _CONTEXT + 8:
        whole = (is_first or is_last) and len(text) > _CONTEXT + 8
        if not whole:
            return text
    head = "" if is_first else text[:_CONTEXT].rsplit(" ", 1)[0] + " "
    tail = "" if is_last else " " + text[-_CONTEXT:].partition(" ")[2]
    return f"{head}…{tail}"
