"""Bands of colour that grow thinner towards the title, like a landscape far away."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.images.covers.design import HEIGHT, WIDTH, Mark, Place, Press, Sizes

_MARGIN = 150.0
_HORIZON = 1560.0
_BANDS = 13


def bands(press: Press) -> Iterator[Mark]:
    """The title above the horizon, names at the head, the bands below."""
    words, colours, voices = press.words, press.palette, press.voices
    place = Place(_MARGIN, WIDTH - 2 * _MARGIN)
    yield from _land(press)
    top = 180.0
    if words.names:
        names = press.names(voices.capitals, place, Sizes(60, 360, 1.75))
        yield from press.block(names, place, top, colours.accent)
        top += names.height + 84
    if words.series:
        series = press.fit(words.series, voices.italic, place, Sizes(58, 140, 1.3))
        yield from press.block(series, place, top, colours.ink)
        top += series.height
    foot = _HORIZON - 150
    if words.subtitle:
        block = press.fit(words.subtitle, voices.italic, place, Sizes(78, 300, 1.28))
        yield from press.block(block, place, foot - block.height, colours.ink)
        foot -= block.height + 110
    title = press.fit(words.title, voices.title, place, Sizes(270, foot - top - 90, 1.06))
    yield from press.block(title, place, foot - title.height, colours.ink)
    if words.publisher:
        block = press.capitals(words.publisher, place, Sizes(44, 100, 1.5))
        yield from press.block(block, place, HEIGHT - 120 - block.height, colours.paper)


def _land(press: Press) -> Iterator[Mark]:
    """Each band is thicker than the one above it; the last one is the ground."""
    grown = [1.42**number for number in range(_BANDS)]
    whole = HEIGHT - _HORIZON
    unit = whole / sum(grown)
    top = _HORIZON
    for number, part in enumerate(grown):
        thick = part * unit
        ink = 0.38 if number < _BANDS - 1 else 1.0
        yield press.bar(0, top, WIDTH, top + thick * (0.3 + ink * 0.7), press.palette.accent)
        top += thick
