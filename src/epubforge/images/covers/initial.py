"""The title's first letter, as large as the page and larger, behind the title itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from epubforge.images.covers.design import HEIGHT, WIDTH, Mark, Place, Press, Sizes

_MARGIN = 150.0
_LETTER = 2650.0


def initial(press: Press) -> Iterator[Mark]:
    """The letter runs over the edge; names above, the title and all else at the foot."""
    words, colours, voices = press.words, press.palette, press.voices
    place = Place(_MARGIN, WIDTH - 2 * _MARGIN)
    yield from _letter(press)
    top = 170.0
    if words.names:
        names = press.names(voices.text, place, Sizes(80, 420, 1.4))
        yield from press.block(names, place, top, colours.ink)
        top += names.height
    foot = HEIGHT - 170
    if words.publisher:
        block = press.capitals(words.publisher, place, Sizes(44, 100, 1.5))
        yield from press.block(block, place, foot - block.height, colours.ink)
        foot -= block.height + 130
    if words.series:
        block = press.fit(words.series, voices.italic, place, Sizes(56, 140, 1.3))
        yield from press.block(block, place, foot - block.height, colours.ink)
        foot -= block.height + 70
    if words.subtitle:
        block = press.fit(words.subtitle, voices.italic, place, Sizes(76, 300, 1.28))
        yield from press.block(block, place, foot - block.height, colours.ink)
        foot -= block.height + 110
    room = min(1200.0, foot - top - 130)
    title = press.fit(words.title, voices.title, place, Sizes(270, room, 1.08))
    yield from press.block(title, place, foot - title.height, colours.ink)


def _letter(press: Press) -> Iterator[Mark]:
    """The first letter of the title, on the side where lines end, cut off by the edges."""
    from epubforge.fonts.line import ink_extents, line_width

    sign = next((s for s in press.words.title if unicodedata.category(s)[0] in "LN"), "")
    if not sign:
        return
    sign = sign if sign in "ßİ" else sign.upper()[:1]
    style = replace(press.voices.title, size=_LETTER)
    above, below = ink_extents(sign, style)
    width = line_width(sign, style)
    if not above + below:
        return
    fit = min(1.0, 2250 / (above + below), 1900 / max(width, 1.0))
    style = replace(style, size=_LETTER * fit)
    left = -140.0 if press.words.is_rtl else WIDTH - width * fit + 140
    left = max(left, -160.0) if not press.words.is_rtl else left
    baseline = 1240 + (above - below) * fit / 2 - 60
    yield from press.line(sign, style, (left, baseline), press.palette.quiet)
