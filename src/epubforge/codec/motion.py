"""How a picture moves: for how long, and whether it flashes so often that it may harm.

General and red flash: https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from PIL import Image, ImageFile

from epubforge.codec.flaws import PictureError
from epubforge.codec.guard import reading
from epubforge.codec.kinds import HEAD, Kind, kind_of
from epubforge.codec.readers import reader

_MARKS = {Kind.GIF: b"GIF89a", Kind.PNG: b"acTL", Kind.WEBP: b"ANIM"}
"""What stands near the beginning of a file of that kind that moves."""
_NEAR = 1 << 16
_MOST_FRAMES = 500
_MOST_PIXELS = 30_000_000
"""Of all frames together that are looked at."""
_CELLS = 24
"""The picture is watched in so many columns and rows."""
_SHORTEST, _USUAL = 0.011, 0.1
"""Seconds: frames that say they are shorter are shown for the usual time by all browsers."""
_LUMINANCE_STEP, _DARK = 0.1, 0.8
_RED_STEP, _SATURATED = 20.0, 0.8
_ALLOWED = 6
"""Changes within a second: three flashes, each of them there and back."""
_AREA = 21_824
"""CSS pixels: a quarter of ten degrees of the field of view."""
_SCREEN = (1024, 768)
_WATCHED = 2.0
"""Seconds of a short motion that is repeated."""
_LINEAR = [
    c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4
    for c in range(256)
]

_Light = tuple[float, float]
"""Of a cell: its luminance, and how red it is."""


@dataclass(frozen=True, slots=True)
class Motion:
    """What was seen of a picture that moves."""

    seconds: float
    """One round, as far as it was watched."""
    rounds: int | None
    """How often it plays; None: for ever."""
    flashes: bool
    """More than three times within a second, over an area that fills a good part of the eye."""

    @property
    def never_rests(self) -> bool:
        """Whether it moves for more than five seconds."""
        return self.rounds is None or self.seconds * self.rounds > 5


def motion(content: bytes) -> Motion | None:
    """How the picture in these bytes moves; None where it stands still or cannot be read."""
    try:
        kind = kind_of(content[:HEAD], "")
        if _MARKS.get(kind, b"\0none") not in content[:_NEAR]:
            return None
        with reading():
            return _watched(reader(kind, io.BytesIO(content)))
    except PictureError:
        return None


def _watched(image: ImageFile.ImageFile) -> Motion | None:
    if not getattr(image, "is_animated", False):
        return None
    image.seek(0)
    most = min(_MOST_FRAMES, max(2, _MOST_PIXELS // max(1, image.width * image.height)))
    frames: list[list[_Light]] = []
    lengths: list[float] = []
    for number in range(most):
        try:
            image.seek(number)
        except EOFError:
            break
        frames.append(_cells(image))
        lengths.append(_length(image))
    loop = image.info.get("loop")
    rounds = 1 if not isinstance(loop, int) else None if loop == 0 else loop + 1
    again = _rounds_watched(sum(lengths), len(lengths), rounds)
    share = _flashing(list(zip(*(frames * again), strict=True)), list(_starts(lengths * again)))
    scale = min(1.0, _SCREEN[0] / image.width, _SCREEN[1] / image.height)
    area = share * image.width * image.height * scale * scale
    return Motion(sum(lengths), rounds, area >= _AREA)


def _rounds_watched(seconds: float, frames: int, rounds: int | None) -> int:
    """As many rounds as show what happens within a second, and over the end of a round."""
    wanted = min(int(_WATCHED / seconds) + 2, max(1, _MOST_FRAMES // frames))
    return wanted if rounds is None else min(wanted, rounds)


def _cells(image: Image.Image) -> list[_Light]:
    small = image.convert("RGB").resize((_CELLS, _CELLS), Image.Resampling.BOX)
    raw = small.tobytes()
    return [_light(*(_LINEAR[c] for c in raw[at : at + 3])) for at in range(0, len(raw), 3)]


def _light(red: float, green: float, blue: float) -> _Light:
    whole = red + green + blue
    is_red = whole > 0 and red / whole >= _SATURATED
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return luminance, max(0.0, (red - green - blue) * 320) if is_red else 0.0


def _length(image: Image.Image) -> float:
    told = image.info.get("duration", 0)
    seconds = told / 1000 if isinstance(told, int | float) else 0.0
    return seconds if seconds >= _SHORTEST else _USUAL


def _starts(lengths: Iterable[float]) -> Iterator[float]:
    now = 0.0
    for length in lengths:
        yield now
        now += length


def _flashing(cells: Sequence[Sequence[_Light]], starts: Sequence[float]) -> float:
    """The share of the picture whose light or red changes too often within a second."""
    count = sum(
        _is_too_often(list(_changes(cell, starts, 0, _LUMINANCE_STEP, _DARK)))
        or _is_too_often(list(_changes(cell, starts, 1, _RED_STEP, inf)))
        for cell in cells
    )
    return count / max(1, len(cells))


def _changes(
    cell: Sequence[_Light], starts: Sequence[float], part: int, step: float, dark: float
) -> Iterator[float]:
    """When the light goes up or down by a step, from or to something that is dark enough."""
    low = high = cell[0][part]
    rising: bool | None = None
    for light, now in zip(cell, starts, strict=True):
        value = light[part]
        if rising is not False and high - value >= step and value < dark:
            rising, low = False, value
            yield now
        elif rising is not True and value - low >= step and low < dark:
            rising, high = True, value
            yield now
        low, high = min(low, value), max(high, value)


def _is_too_often(times: Sequence[float]) -> bool:
    pairs = zip(times, times[_ALLOWED:], strict=False)
    return any(later - first < 1 for first, later in pairs)
