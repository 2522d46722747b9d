"""Text measured as a browser sets it: shaped by HarfBuzz, with kerning and ligatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import uharfbuzz

from epubforge.fonts.face import Face, characters, missing
from epubforge.fonts.metrics import Metrics, metrics
from epubforge.fonts.variable import opened

_WORD = re.compile(r" ?[^ ]+| ")
"""A word with the space before it: kerning reaches over a space, and never over two words."""
_NO_LIGATURES = {"liga": False, "clig": False}
"""What a browser leaves out where letters are spaced: CSS Text 3, letter-spacing."""
_MOST_WORDS = 200_000


class Ruler:
    """Measures text in one face. Widths are in the unit of the size, mostly CSS pixels.

    The language is the text's, as BCP 47: some fonts have other letters for some languages.
    """

    def __init__(self, face: Face, language: str = "und") -> None:
        self.face = face
        self.language = language
        self._font = uharfbuzz.Font(opened(face.data))
        self._em: int = self._font.face.upem
        self._words: dict[tuple[str, bool, tuple[str, ...]], tuple[int, int]] = {}

    def width(
        self,
        text: str,
        size: float,
        letter_spacing: float = 0.0,
        features: Sequence[str] = (),
    ) -> float:
        """How wide a line of text is at a font size, with so much between any two letters.

        `features` are OpenType features as CSS names them: `smcp`, `onum`, `liga=0`. The spacing
        is added after each letter, the last one too, as browsers do.
        """
        wanted = tuple(features)
        spaced = letter_spacing != 0.0
        advance, letters, em = 0, 0, self._em
        for word in _WORD.findall(text):
            key = (word, spaced, wanted)
            found = self._words.get(key)
            if found is None:
                found = self._measured(*key)
                if len(self._words) < _MOST_WORDS:
                    self._words[key] = found
            advance += found[0]
            letters += found[1]
        return advance * size / em + letters * letter_spacing

    def has(self, character: str) -> bool:
        """Whether the face holds a letter for it."""
        return ord(character) in characters(self.face)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of a text that the face lacks, each once."""
        return missing(self.face, text)

    @cached_property
    def metrics(self) -> Metrics:
        """Ascent and the rest."""
        return metrics(self.face)

    @property
    def ascent(self) -> float:
        """Above the baseline, in em."""
        return self.metrics.ascent

    @property
    def descent(self) -> float:
        """Below the baseline, in em; positive."""
        return self.metrics.descent

    @property
    def line_gap(self) -> float:
        """Between lines where `line-height` is normal, in em."""
        return self.metrics.line_gap

    @property
    def x_height(self) -> float:
        """Of small letters, in em."""
        return self.metrics.x_height

    @property
    def cap_height(self) -> float:
        """Of capitals, in em."""
        return self.metrics.cap_height

    def _measured(self, word: str, spaced: bool, features: tuple[str, ...]) -> tuple[int, int]:
        """The advance in the font's units, and how many letters it has as browsers count."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.language = self.language  # guessed, it would be the machine's
        wanted = dict(_NO_LIGATURES) if spaced else {}
        wanted.update(_settings(features))
        uharfbuzz.shape(self._font, buffer, wanted)
        clusters = {info.cluster for info in buffer.glyph_infos}
        return sum(place.x_advance for place in buffer.glyph_positions), len(clusters)


def _settings(features: Sequence[str]) -> Iterator[tuple[str, bool]]:
    for feature in features:
        name, _, value = feature.partition("=")
        yield name.strip(), value.strip() not in ("0", "off")
