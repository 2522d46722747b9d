"""What a design is given, and what it gives: words and colours in, marks on a sheet out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from epubforge.codec.sheet import Bar, Colour, Ink
from epubforge.images.covers.fitting import Block, fitted, stacked

if TYPE_CHECKING:
    from epubforge.fonts.line import LineStyle

_GREEK_ACCENTS = frozenset("\u0300\u0301\u0313\u0314\u0342\u0345")
WIDTH, HEIGHT = 1600.0, 2560.0
"""The sheet in the units that designs count in, whatever its pixels are."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a cover; all but the title may be empty."""

    title: str
    subtitle: str = ""
    names: tuple[str, ...] = ()
    series: str = ""
    publisher: str = ""
    language: str = "en"
    is_rtl: bool = False

    @property
    def smaller(self) -> tuple[str, ...]:
        """What may be left out."""
        return tuple(text for text in (self.subtitle, self.series, self.publisher) if text)

    def without(self, texts: Sequence[str]) -> Words:
        """The words without these."""
        return replace(
            self,
            subtitle="" if self.subtitle in texts else self.subtitle,
            series="" if self.series in texts else self.series,
            publisher="" if self.publisher in texts else self.publisher,
        )


@dataclass(frozen=True, slots=True)
class Palette:
    """Four colours that go together."""

    paper: Colour
    ink: Colour
    accent: Colour
    quiet: Colour
    """Between paper and ink, for what only lies in the background."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The styles of line that designs have, at size one."""

    title: LineStyle
    title_bold: LineStyle
    text: LineStyle
    italic: LineStyle
    capitals: LineStyle


@dataclass(frozen=True, slots=True)
class Press:
    """A sheet to be printed: it sets lines at the sheet's own size."""

    words: Words
    palette: Palette
    voices: Voices
    scale: float
    """Pixels for each unit."""

    def bar(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> Bar:
        """A filled rectangle."""
        scale = self.scale
        return Bar(left * scale, top * scale, right * scale, bottom * scale, colour)

    def frame(
        self, left: float, top: float, right: float, bottom: float, thick: float, colour: Colour
    ) -> Iterator[Bar]:
        """Four bars round a rectangle, within it."""
        yield self.bar(left, top, right, top + thick, colour)
        yield self.bar(left, bottom - thick, right, bottom, colour)
        yield self.bar(left, top, left + thick, bottom, colour)
        yield self.bar(right - thick, top, right, bottom, colour)

    def line(
        self,
        text: str,
        style: LineStyle,
        at: tuple[float, float],
        colour: Colour,
    ) -> Iterator[Ink]:
        """A line that begins at a place of its baseline."""
        from epubforge.fonts.line import line_ink

        style = replace(style, size=style.size * self.scale)
        made = line_ink(text, style, at[0] * self.scale, at[1] * self.scale)
        if made is not None:
            yield Ink(made.left, made.top, made.width, made.height, made.rows, colour)

    def block(self, block: Block, place: Place, top: float, colour: Colour) -> Iterator[Ink]:
        """Lines below each other, the first one's capitals beginning at the top."""
        from epubforge.fonts.line import line_width

        for number, text in enumerate(block.lines):
            room = place.measure - line_width(text, block.style)
            left = place.left + room * place.lean(self.words.is_rtl)
            baseline = top + block.ascent + number * block.leading
            yield from self.line(text, block.style, (left, baseline), colour)

    def fit(self, text: str, style: LineStyle, place: Place, sizes: Sizes) -> Block:
        """The text in the largest size that stands in the place."""
        return fitted(text, style, place.measure, sizes.height, sizes.largest, sizes.leading)

    def names(self, style: LineStyle, place: Place, sizes: Sizes) -> Block:
        """The names below each other, all in one size; of many the first four."""
        names = listed(self.words.names)
        if style is self.voices.capitals:
            names = tuple(upper(name, self.words.language) for name in names)
        return stacked(names, style, place.measure, sizes.height, sizes.largest, sizes.leading)

    def capitals(self, text: str, place: Place, sizes: Sizes) -> Block:
        """The text in spaced capitals."""
        return self.fit(upper(text, self.words.language), self.voices.capitals, place, sizes)


@dataclass(frozen=True, slots=True)
class Place:
    """A column on the sheet."""

    left: float
    measure: float
    centred: bool = False

    def lean(self, is_rtl: bool) -> float:
        """How much of the room that a line leaves stands before it."""
        return 0.5 if self.centred else 1.0 if is_rtl else 0.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large a text may be, and how high all of its lines together."""

    largest: float
    height: float
    leading: float = 1.12


Mark = Ink | Bar
Design = Callable[[Press], Iterator[Mark]]
"""Marks in the order in which they lie over each other; the paper is there already."""


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour with so much of another in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def upper(text: str, language: str) -> str:
    """Capitals as the language writes them: Greek without accents, Turkish with its two i."""
    tongue = language.partition("-")[0]
    if tongue in {"tr", "az", "kk", "crh", "tt"} and "i" in text:
        text = text.replace("i", "İ")
    if tongue == "el":
        letters = (s for s in unicodedata.normalize("NFD", text) if s not in _GREEK_ACCENTS)
        text = unicodedata.normalize("NFC", "".join(letters))
    return text.upper()


def listed(names: Sequence[str], most: int = 4) -> tuple[str, ...]:
    """The names to be shown, each a line; of many the first, and a sign for the others."""
    if len(names) <= most:
        return tuple(names)
    return (*names[: most - 1], f"{names[most - 1]}, …")
