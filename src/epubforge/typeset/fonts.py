"""Words measured in the faces of the book; a letter that its face lacks, in one that has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from epubforge.fonts.face import Face
from epubforge.fonts.font_faces import generic
from epubforge.fonts.ruler import Ruler
from epubforge.typeset.style import Letters

_SMALL = 0.7
"""What browsers make small capitals of, where the font has none: capitals at this size."""
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
                    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f")  # fmt: skip


class Measure:
    """Measures the words of one chapter."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self._families: dict[str, list[Face]] = {}
        for face in faces:
            self._families.setdefault(face.family.casefold(), []).append(face)
        self._kinds = {name: generic(of[0]) for name, of in self._families.items()}
        self._rulers: dict[tuple[int, str], Ruler] = {}
        self._chains: dict[Letters, tuple[Ruler, ...]] = {}
        self._widths: dict[int, tuple[Letters, dict[str, float]]] = {}
        # By identity, which is quick; the value beside it keeps that identity its own.
        self._capitals: dict[tuple[int, str], bool] = {}

    def width(self, text: str, letters: Letters) -> float:
        """How wide the text is, with spacing after each letter, as browsers set it."""
        kept = self._widths.get(id(letters))
        if kept is None:
            kept = self._widths[id(letters)] = (letters, {})
        known = kept[1]
        width = known.get(text)
        if width is None:
            width = known[text] = self._measured(text, letters)
        return width

    def lacks(self, text: str, letters: Letters) -> bool:
        """Whether no face of the book has one of these characters."""
        chain = self._chain(letters)
        return any(self._ruler_of(sign, chain) is None for sign in text)

    def _measured(self, text: str, letters: Letters) -> float:
        match letters.transform:
            case "uppercase":
                text = text.upper()
            case "lowercase":
                text = text.lower()
            case "capitalize":
                text = text[:1].upper() + text[1:]
        chain = self._chain(letters)
        width = letters.word_spacing * (text.count(" ") + text.count("\u00a0"))
        for ruler, run in groupby(text, key=lambda sign: self._ruler_of(sign, chain)):
            part = "".join(run)
            if ruler is None:
                width += sum(_guess(sign) for sign in part) * letters.size
                width += len(part) * letters.letter_spacing
            elif letters.small_caps:
                width += self._in_small_caps(part, letters, ruler)
            else:
                width += ruler.width(part, letters.size, letters.letter_spacing)
        return width

    def _in_small_caps(self, text: str, letters: Letters, ruler: Ruler) -> float:
        key = (id(ruler.face), letters.language)
        if key not in self._capitals:
            sample = "abcdefg"
            is_there = ruler.width(sample, 100, 0, ("smcp",)) != ruler.width(sample, 100)
            self._capitals[key] = is_there
        if self._capitals[key]:
            return ruler.width(text, letters.size, letters.letter_spacing, ("smcp",))
        width = 0.0
        for is_small, run in groupby(text, key=lambda sign: sign != sign.upper()):
            part = "".join(run)
            size = letters.size * (_SMALL if is_small else 1.0)
            width += ruler.width(part.upper(), size, letters.letter_spacing)
        return width

    def _ruler_of(self, sign: str, chain: Sequence[Ruler]) -> Ruler | None:
        if sign.isspace() or sign in _UNSEEN or unicodedata.combining(sign):
            return chain[0] if chain else None
        for ruler in chain:
            if ruler.has(sign):
                return ruler
        return None

    def _chain(self, letters: Letters) -> tuple[Ruler, ...]:
        chain = self._chains.get(letters)
        if chain is None:
            faces = (self._face(name, letters) for name in self._named(letters.families))
            chain = tuple(self._ruler(face, letters.language) for face in faces)
            self._chains[letters] = chain
        return chain

    def _named(self, families: Sequence[str]) -> list[str]:
        """The book's families that a list of names comes to, then all the others."""
        found: list[str] = []
        for name in families:
            key = name.casefold()
            found += [key] if key in self._families else []
            found += [family for family, kind in self._kinds.items() if kind == key]
        return list(dict.fromkeys((*found, *self._families)))

    def _face(self, family: str, letters: Letters) -> Face:
        """The face nearest to a weight and style: first by style, then by weight."""
        return min(
            self._families[family],
            key=lambda face: (face.italic != letters.italic, abs(face.weight - letters.weight)),
        )

    def _ruler(self, face: Face, language: str) -> Ruler:
        key = (id(face), language)
        if key not in self._rulers:
            self._rulers[key] = Ruler(face, language or "und")
        return self._rulers[key]


def _guess(sign: str) -> float:
    """For a letter that no face has, what the reader's own font may need, in em."""
    if unicodedata.combining(sign) or sign in _UNSEEN:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.75
