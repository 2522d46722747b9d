"""Fixes put into a file's text as it lies on the disk: its line ends and its first mark stay."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace

from epubforge.diagnostics import Fix, Replacement
from epubforge.project.reading import decoded
from epubforge.source import SourceFile

_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it lies on the disk."""

    path: str
    """From the project's root."""
    text: str
    """With its own line ends, and the byte-order mark where it has one."""

    @classmethod
    def of(cls, path: str, data: bytes) -> Original | None:
        """The text of these bytes; None where they are not UTF-8."""
        try:
            return cls(path, data.decode("utf-8"))
        except UnicodeDecodeError:
            return None

    @property
    def data(self) -> bytes:
        """The bytes to be written."""
        return self.text.encode("utf-8")

    @property
    def source(self) -> SourceFile:
        """The text as all other rooms know it."""
        return decoded(self.path, self.data).value

    def with_fixes(self, fixes: Iterable[Fix]) -> Original:
        """The file with fixes that are known not to overlap."""
        offsets = _Offsets(self.text)
        pieces = [piece for fix in fixes for piece in fix.replacements]
        texts: list[str] = []
        done = 0
        for piece in sorted(pieces, key=_place):
            start, end = offsets.of(piece.span.start), offsets.of(piece.span.end)
            texts += (self.text[done:start], piece.text.replace("\n", offsets.line_end))
            done = end
        return replace(self, text="".join((*texts, self.text[done:])))


def apart(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Those of the fixes that can be made at once: where two meet, the first is taken."""
    taken: list[Fix] = []
    used: list[tuple[int, int]] = []
    for fix in dict.fromkeys(fixes):
        places = [_place(piece) for piece in fix.replacements]
        if not any(_meets(place, used) for place in places):
            taken.append(fix)
            for place in places:
                insort(used, place)
    return tuple(taken)


class _Offsets:
    """From offsets in a text whose line ends are single to those in the text itself."""

    def __init__(self, text: str) -> None:
        first = _LINE_END.search(text)
        self.line_end = first[0] if first else "\n"
        self._mark = len(_MARK) if text.startswith(_MARK) else 0
        pairs = re.finditer("\r\n", text)
        self._pairs = [pair.start() - count - self._mark for count, pair in enumerate(pairs)]

    def of(self, offset: int) -> int:
        return self._mark + offset + bisect_left(self._pairs, offset)


def _place(piece: Replacement) -> tuple[int, int]:
    return (piece.span.start, piece.span.end)


def _meets(place: tuple[int, int], used: list[tuple[int, int]]) -> bool:
    """Whether a stretch has a part in common with a used one, or begins where one does."""
    start, end = place
    at = bisect_left(used, place)
    return any(
        start == other_start or (start < other_end and other_start < end)
        for other_start, other_end in used[max(0, at - 1) : at + 1]
    )
