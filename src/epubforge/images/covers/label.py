"""A paper label on a boards' pattern that is set from the title's own first letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from epubforge.images.covers.design import HEIGHT, WIDTH, Mark, Place, Press, Sizes, mixed

_LEFT, _TOP, _BOTTOM = 250.0, 430.0, 1730.0
_PITCH = 160.0
_SIGN = 120.0


def label(press: Press) -> Iterator[Mark]:
    """Names, title and subtitle on the label; the house on a small one at the foot."""
    words, colours, voices = press.words, press.palette, press.voices
    yield press.bar(0, 0, WIDTH, HEIGHT, colours.accent)
    yield from _pattern(press)
    right = WIDTH - _LEFT
    yield press.bar(_LEFT, _TOP, right, _BOTTOM, colours.paper)
    yield from press.frame(_LEFT + 26, _TOP + 26, right - 26, _BOTTOM - 26, 3, colours.accent)
    place = Place(_LEFT + 110, WIDTH - 2 * (_LEFT + 110), centred=True)
    top = _TOP + 140
    if words.names:
        names = press.names(voices.capitals, place, Sizes(50, 330, 1.7))
        yield from press.block(names, place, top, colours.ink)
        top += names.height
    foot = _BOTTOM - 140
    if words.series:
        block = press.fit(words.series, voices.italic, place, Sizes(48, 120, 1.3))
        yield from press.block(block, place, foot - block.height, colours.accent)
        foot -= block.height + 60
    subtitle = (
        press.fit(words.subtitle, voices.italic, place, Sizes(60, 250, 1.3))
        if words.subtitle
        else None
    )
    below = subtitle.height + 90 if subtitle else 0
    room = foot - top - 70
    title = press.fit(words.title, voices.title, place, Sizes(190, room - below, 1.1))
    start = max(top + 64, top + 30 + (room - title.height - below) / 2)
    yield from press.block(title, place, start, colours.ink)
    if subtitle:
        yield from press.block(subtitle, place, start + title.height + 90, colours.ink)
    if words.publisher:
        yield from _house(press)


def _house(press: Press) -> Iterator[Mark]:
    from epubforge.fonts.line import line_width

    colours = press.palette
    place = Place(_LEFT + 60, WIDTH - 2 * (_LEFT + 60), centred=True)
    block = press.capitals(press.words.publisher, place, Sizes(44, 100, 1.5))
    half = max(line_width(line, block.style) for line in block.lines) / 2 + 56
    top = HEIGHT - 330
    bottom = top + block.height + 92
    yield press.bar(WIDTH / 2 - half, top, WIDTH / 2 + half, bottom, colours.paper)
    yield from press.block(block, place, top + 46, colours.ink)


def _pattern(press: Press) -> Iterator[Mark]:
    """Rows of the letter, every second one set off by half."""
    from epubforge.fonts.line import line_width

    sign = next((s for s in press.words.title if unicodedata.category(s)[0] in "LN"), "◆")
    style = replace(press.voices.italic, size=_SIGN)
    width = line_width(sign, style)
    tint = mixed(press.palette.accent, press.palette.paper, 0.2)
    row, y = 0, 40.0
    while y < HEIGHT + _SIGN:
        shift = _PITCH / 2 if row % 2 else 0.0
        x = shift - _PITCH / 2
        while x < WIDTH + _PITCH:
            at = (x - width / 2, y + _SIGN / 3)
            yield from press.line(sign, style, at, tint)
            x += _PITCH
        row, y = row + 1, y + _PITCH * 0.72
