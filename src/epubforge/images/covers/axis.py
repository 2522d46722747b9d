"""Everything on the middle axis of a framed page, as title pages were set for centuries."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.images.covers.design import HEIGHT, WIDTH, Mark, Place, Press, Sizes

_FRAME = 84.0
_MARGIN = 220.0


def axis(press: Press) -> Iterator[Mark]:
    """Names above, the title at the optical middle, the house below, in a double frame."""
    words, colours, voices = press.words, press.palette, press.voices
    place = Place(_MARGIN, WIDTH - 2 * _MARGIN, centred=True)
    yield from press.frame(_FRAME, _FRAME, WIDTH - _FRAME, HEIGHT - _FRAME, 7, colours.accent)
    inner = _FRAME + 20
    yield from press.frame(inner, inner, WIDTH - inner, HEIGHT - inner, 2, colours.accent)
    top, foot = 300.0, HEIGHT - 300
    if words.names:
        names = press.names(voices.capitals, place, Sizes(64, 420, 1.75))
        yield from press.block(names, place, top, colours.ink)
        top += names.height + 165
    if words.publisher:
        house = press.capitals(words.publisher, place, Sizes(46, 120, 1.5))
        yield from press.block(house, place, foot - house.height, colours.ink)
        foot -= house.height + 90
    if words.series:
        series = press.fit(words.series, voices.italic, place, Sizes(58, 140, 1.3))
        yield from press.block(series, place, foot - series.height, colours.accent)
        foot -= series.height
    foot -= 130
    subtitle = (
        press.fit(words.subtitle, voices.italic, place, Sizes(80, 330, 1.3))
        if words.subtitle
        else None
    )
    below = 190 + subtitle.height if subtitle else 0
    title = press.fit(words.title, voices.title, place, Sizes(290, foot - top - below, 1.1))
    height = title.height + below
    start = min(max(top, 1080 - height / 2), foot - height)
    yield from press.block(title, place, start, colours.ink)
    start += title.height
    if subtitle:
        middle = WIDTH / 2
        yield press.bar(middle - 70, start + 102, middle + 70, start + 106, colours.accent)
        yield from press.block(subtitle, place, start + 190, colours.ink)
