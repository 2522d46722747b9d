"""A cover of words alone, for a book that has no cover picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from epubforge.codec.sheet import Bar, Colour, Line
from epubforge.images.workshop import draft, filed
from epubforge.model.picture import Picture

WIDTH, HEIGHT = 1600, 2560
"""What shops ask for: 1 : 1.6, 2560 pixels high."""
_MARGIN = 170
_MEASURE = WIDTH - 2 * _MARGIN
_TITLE_TOP, _TITLE_HEIGHT, _SUBTITLE_HEIGHT = 400, 1130, 300
_FIELD_TOP = 2020
_LEADING = 1.16
_WHOLE_WORDS, _SMALLEST = 104, 48
"""Below the first size a word may be broken; below the second the end is left out."""

_MOST_LETTERS = 1500

_INKS: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((243, 238, 227), (38, 36, 34), (164, 61, 43)),
    ((35, 46, 60), (240, 235, 224), (214, 164, 82)),
    ((226, 231, 226), (28, 44, 40), (46, 110, 92)),
    ((62, 32, 36), (243, 232, 220), (222, 150, 118)),
    ((236, 233, 238), (44, 38, 58), (110, 80, 150)),
    ((40, 54, 44), (238, 236, 222), (196, 188, 110)),
    ((244, 236, 220), (30, 50, 84), (190, 120, 44)),
    ((48, 46, 44), (236, 230, 220), (206, 110, 72)),
)
"""Paper, ink and accent."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * _LEADING


def typographic_cover(
    title: str, subtitle: str | None, names: Sequence[str], workshop: Path
) -> Picture | None:
    """A cover with title, subtitle and names, 1600 × 2560, as JPEG; equal words, equal bytes.

    None where the typeface lacks letters for the title or a name; a subtitle that it cannot write
    is left out. Raises OSError where the workshop cannot be written.
    """
    from epubforge.codec.lettering import can_write, write_sheet

    title, names = _folded(title), [_folded(name) for name in names if name.strip()]
    if not title or not all(can_write(text) for text in (title, *names)):
        return None
    subtitle = _folded(subtitle or "")
    inks = _inks(title)
    marks = tuple(_marks(title, subtitle if can_write(subtitle) else "", names, inks))
    with draft(workshop) as file:
        write_sheet((WIDTH, HEIGHT), inks[0], marks, file)
        digest, content = filed(file, ".jpg")
    return Picture(digest, "image/jpeg", WIDTH, HEIGHT, content)


def _folded(text: str) -> str:
    """White space folded, accents joined to their letters, and no more than can be set."""
    return unicodedata.normalize("NFC", " ".join(text.split()))[:_MOST_LETTERS]


def _inks(title: str) -> tuple[Colour, Colour, Colour]:
    return _INKS[blake2b(title.encode("utf-8"), digest_size=1).digest()[0] % len(_INKS)]


def _marks(
    title: str, subtitle: str, names: Sequence[str], inks: tuple[Colour, Colour, Colour]
) -> Iterator[Line | Bar]:
    """A bar, the title and the subtitle; the names on a field of colour at the foot."""
    paper, ink, accent = inks
    yield Bar(0, _FIELD_TOP, WIDTH, HEIGHT, accent)
    yield Bar(_MARGIN, 268, _MARGIN + 200, 280, accent)
    head = _fitted(title, 236, _TITLE_HEIGHT)
    yield from _set(head, _TITLE_TOP, (ink, paper), weight=head.size / 80)
    if subtitle:
        below = _fitted(subtitle, min(84, max(60, head.size // 2)), _SUBTITLE_HEIGHT)
        yield from _set(below, _TITLE_TOP + head.height + 0.8 * below.size, (ink, paper))
    if names:
        foot = _fitted(_listed(names), 92, HEIGHT - _FIELD_TOP - 2 * 120)
        top = (_FIELD_TOP + HEIGHT - foot.height) / 2
        yield from _set(foot, top, (paper, accent), weight=0.7)


def _listed(names: Sequence[str]) -> str:
    """Names with no break inside them; only the first four of many, as on a title page."""
    shown = [name.replace(" ", "\u00a0") for name in names[:4]]
    return ", ".join(shown) + (", …" if len(names) > len(shown) else "")


def _set(
    block: _Block, top: float, colours: tuple[Colour, Colour], weight: float = 0
) -> Iterator[Line]:
    ink, ground = colours
    for number, line in enumerate(block.lines):
        baseline = top + block.size * (0.8 + number * _LEADING)
        yield Line(line, _MARGIN, baseline, block.size, ink, ground, weight)


def _fitted(text: str, largest: int, height: float) -> _Block:
    """The text in the largest size that stands in the measure and the height, lines balanced."""
    for size in range(largest, _SMALLEST - 1, -4):
        words = _words(text, size)
        block = _broken(words, size, _MEASURE)
        if block is not None and block.height <= height:
            return _balanced(words, block)
    return _cut(text, height)


def _cut(text: str, height: float) -> _Block:
    """As much of an endless text as stands in the height in the smallest size."""
    block = _broken(_words(text, _SMALLEST), _SMALLEST, _MEASURE - _SMALLEST)
    lines = block.lines[: int(height / (_SMALLEST * _LEADING))] if block is not None else ("",)
    return _Block((*lines[:-1], f"{lines[-1]} …"), _SMALLEST)


def _words(text: str, size: int) -> list[str]:
    """The words of a text; those wider than the measure in pieces, where the size is small."""
    words = text.split(" ")
    if size > _WHOLE_WORDS:
        return words
    return [part for word in words for part in _parts(word, size)]


def _parts(word: str, size: int) -> Iterator[str]:
    """A word as it is, or broken with hyphens where it is wider than the measure."""
    from epubforge.codec.lettering import width_of

    part = ""
    for sign in word:
        if width_of(f"{part}{sign}-", size) > _MEASURE - _SMALLEST:
            yield part + "-"
            part = ""
        part += sign
    yield part


def _broken(words: Sequence[str], size: int, measure: float) -> _Block | None:
    """Words in lines no wider than the measure; None where a word is wider."""
    from epubforge.codec.lettering import width_of

    lines = [""]
    for word in words:
        if width_of(word, size) > measure:
            return None
        longer = f"{lines[-1]} {word}".lstrip(" ")
        if width_of(longer, size) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return _Block(tuple(lines), size)


def _balanced(words: Sequence[str], block: _Block) -> _Block:
    """As many lines, set as narrow as they go: no word is left alone at the end."""
    narrowest = block
    for measure in range(_MEASURE, 0, -20):
        narrower = _broken(words, block.size, measure)
        if narrower is None or len(narrower.lines) > len(block.lines):
            break
        narrowest = narrower
    return narrowest
