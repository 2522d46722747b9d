"""A text broken into lines as a designer would: as large as it goes, the lines even."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from epubforge.fonts.line import LineStyle

_SMALLEST = 44.0
"""Below it, or below half of what was wished for, the end of an endless text is left out."""
_WHOLE_WORDS = 72.0
"""Above it no word is broken."""
_STEP = 0.96
_GIVE = 0.78
"""A text is set so much smaller where that keeps short words with what they belong to."""
_ONE_LINE = 0.55
"""Names are set so much smaller before one of them takes two lines, and looks like two."""
_SHORT = 3
"""A line that ends in a word of so few letters reads on badly."""
_CAPITAL = 0.7
"""Of Literata, in em."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one style."""

    lines: tuple[str, ...]
    style: LineStyle
    leading: float
    """From baseline to baseline."""

    @property
    def ascent(self) -> float:
        """From the top of its capitals to the first baseline."""
        return self.style.size * _CAPITAL

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return self.ascent + self.leading * (len(self.lines) - 1) if self.lines else 0.0


def fitted(
    text: str, style: LineStyle, measure: float, height: float, largest: float, leading: float
) -> Block:
    """The text in the largest size in which it stands in the measure and the height.

    `leading` is a part of the size. A word is broken only in small sizes; an endless text ends in
    an ellipsis.
    """
    size, smallest = largest, min(_SMALLEST, largest / 2)
    first: Block | None = None
    while size >= smallest and (first is None or size > first.style.size * _GIVE):
        sized = replace(style, size=size)
        lines = _even(_words(text, sized, measure), sized, measure)
        block = Block(lines or (), sized, size * leading)
        if lines is not None and block.height <= height:
            if not _reads_badly(lines):
                return block
            first = first or block
        size *= _STEP
    return first or _cut(text, replace(style, size=smallest), (measure, height), leading)


def stacked(
    texts: Sequence[str], style: LineStyle, measure: float, height: float, largest: float,
    leading: float,
) -> Block:  # fmt: skip
    """Texts below each other in one size, each in a line of its own where that can be."""
    for size in _sizes(largest, largest * _ONE_LINE):
        sized = replace(style, size=size)
        block = Block(tuple(texts), sized, size * leading)
        if block.height <= height and all(_width(text, sized) <= measure for text in texts):
            return block
    return _wrapped(texts, style, (measure, height), largest, leading)


def _wrapped(
    texts: Sequence[str], style: LineStyle, room: tuple[float, float], largest: float,
    leading: float,
) -> Block:  # fmt: skip
    measure, height = room
    block = Block((), style, 0.0)
    for size in _sizes(largest, min(_SMALLEST, largest / 2)):
        sized = replace(style, size=size)
        each = [_even(_words(text, sized, measure), sized, measure) or (text,) for text in texts]
        block = Block(tuple(line for lines in each for line in lines), sized, size * leading)
        widest = max((_width(line, sized) for line in block.lines), default=0.0)
        if block.height <= height and widest <= measure:
            return block
    most = max(1, int((height - block.ascent) / block.leading) + 1)
    kept = [_shortened(line, block.style, measure) for line in block.lines[:most]]
    return Block(tuple(kept), block.style, block.leading)


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
    while size >= smallest:
        yield size
        size *= _STEP


def _shortened(line: str, style: LineStyle, measure: float) -> str:
    """A line that stands in the measure, its end left out where it does not."""
    if _width(line, style) <= measure:
        return line
    while line and _width(f"{line}…", style) > measure:
        line = line[:-1]
    return f"{line}…"


def _reads_badly(lines: Sequence[str]) -> bool:
    """Whether a short word has a line to itself, or ends one that goes on."""
    ends = (line.rpartition(" ")[2] for line in lines[:-1])
    return any(len(end) <= _SHORT and end.isalpha() for end in ends) or (
        len(lines) > 1 and len(lines[-1]) <= _SHORT
    )


def _cut(text: str, style: LineStyle, room: tuple[float, float], leading: float) -> Block:
    measure, height = room
    step = style.size * leading
    most = max(1, int((height - style.size * _CAPITAL) / step) + 1)
    lines = _greedy(_words(text, style, measure - style.size), style, measure - style.size)
    kept = [*lines[: most - 1], f"{lines[min(most, len(lines)) - 1]} …"]
    return Block(tuple(kept), style, step)


def _words(text: str, style: LineStyle, measure: float) -> list[str]:
    """What may not be broken: words, and their parts after hyphens and dashes."""
    words = [part for word in text.split(" ") for part in _breakable(word)]
    if style.size > _WHOLE_WORDS:
        return words
    return [piece for word in words for piece in _pieces(word, style, measure)]


def _breakable(word: str) -> Iterator[str]:
    """A word with the space after it; one with hyphens in parts that stand close."""
    parts = re.findall(r"[^-‐–—/]+[-‐–—/]*|[-‐–—/]+", word) or [word]
    for number, part in enumerate(parts):
        yield part + (" " if number == len(parts) - 1 else "")


def _pieces(word: str, style: LineStyle, measure: float) -> Iterator[str]:
    """A word as it is, or in even parts with hyphens where it is wider than the measure."""
    whole = _width(word, style)
    if whole <= measure:
        yield word
        return
    hyphen = "-" if _has_hyphens(word) else ""
    count = math.ceil(whole / (measure - 2 * style.size))
    begun, made = 0, 1
    for at, sign in enumerate(word):
        far = _width(word[: at + 1], style) > whole * made / count
        if far and made < count and at > begun and not unicodedata.combining(sign):
            yield word[begun:at] + hyphen
            begun, made = at, made + 1
    yield word[begun:]


def _has_hyphens(word: str) -> bool:
    """Latin, Greek and Cyrillic break with a hyphen."""
    return unicodedata.name(word[0], "").startswith(("LATIN", "GREEK", "CYRILLIC"))


def _even(words: Sequence[str], style: LineStyle, measure: float) -> tuple[str, ...] | None:
    """As few lines as it needs, of lengths as even as can be; None where a word is too wide."""
    widths = [_width(word, style) for word in words]
    if max(widths) > measure:
        return None
    count = len(_greedy(words, style, measure))
    if count == 1:
        return ("".join(words).rstrip(" "),)
    full = [_width("".join(words[: end + 1]), style) for end in range(len(words))]
    ideal = full[-1] / count
    ends = _best(words, _Lengths(full, measure, ideal), count)
    starts = [0, *ends[:-1]]
    pairs = zip(starts, ends, strict=True)
    return tuple("".join(words[start:end]).rstrip(" ") for start, end in pairs)


@dataclass(frozen=True, slots=True)
class _Lengths:
    """How far each word's end lies from the beginning, and how long lines may and should be."""

    ends: Sequence[float]
    measure: float
    ideal: float

    def cost(self, words: Sequence[str], start: int, end: int, is_last: bool) -> float:
        length = self.ends[end - 1] - (self.ends[start - 1] if start else 0.0)
        if length > self.measure:
            return float("inf")
        ragged = ((length - self.ideal) / self.ideal) ** 2
        last = words[end - 1].strip()
        hangs = 0.12 if len(last) <= _SHORT and last[-1:].isalpha() and not is_last else 0.0
        alone = 0.25 if is_last and end - start == 1 and len(words) > _SHORT else 0.0
        return ragged + hangs + alone


def _best(words: Sequence[str], lengths: _Lengths, count: int) -> list[int]:
    """Where the lines end, by the lowest cost of all; dynamic programming by number of lines."""
    total = len(words)
    costs = [[float("inf")] * (total + 1) for _ in range(count + 1)]
    came = [[0] * (total + 1) for _ in range(count + 1)]
    costs[0][0] = 0.0
    for line in range(1, count + 1):
        for end in range(line, total + 1):
            for start in range(end - 1, line - 2, -1):
                if lengths.ends[end - 1] - (lengths.ends[start - 1] if start else 0) > (
                    lengths.measure
                ):
                    break
                cost = costs[line - 1][start] + lengths.cost(words, start, end, end == total)
                if cost < costs[line][end]:
                    costs[line][end], came[line][end] = cost, start
    if costs[count][total] == float("inf"):
        return _ends(words, lengths)
    ends = [total]
    for line in range(count, 1, -1):
        ends.insert(0, came[line][ends[0]])
    return ends


def _ends(words: Sequence[str], lengths: _Lengths) -> list[int]:
    """Line after line as full as it goes."""
    ends: list[int] = []
    start = 0
    for end in range(1, len(words) + 1):
        begun = lengths.ends[start - 1] if start else 0.0
        if end == len(words) or lengths.ends[end] - begun > lengths.measure:
            ends.append(end)
            start = end
    return ends


def _greedy(words: Sequence[str], style: LineStyle, measure: float) -> list[str]:
    lines = [""]
    for word in words:
        if not lines[-1] or _width(lines[-1] + word, style) <= measure:
            lines[-1] += word
        else:
            lines.append(word)
    return [line.rstrip(" ") for line in lines]


def _width(text: str, style: LineStyle) -> float:
    from epubforge.fonts.line import line_width

    return line_width(text.rstrip(" "), style)
