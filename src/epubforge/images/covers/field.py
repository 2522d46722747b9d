"""A large title on plain paper over a field of colour that holds the names."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.images.covers.design import HEIGHT, WIDTH, Mark, Place, Press, Sizes

_MARGIN = 150.0
_FIELD = 1780.0


def field(press: Press) -> Iterator[Mark]:
    """Title at the head, subtitle below it, names and house on the field at the foot."""
    words, colours, voices = press.words, press.palette, press.voices
    place = Place(_MARGIN, WIDTH - 2 * _MARGIN)
    yield press.bar(0, _FIELD, WIDTH, HEIGHT, colours.accent)
    top = 190.0
    if words.series:
        series = press.capitals(words.series, place, Sizes(46, 110, 1.5))
        yield from press.block(series, place, top, colours.accent)
        top += series.height + 130
    subtitle = (
        press.fit(words.subtitle, voices.text, place, Sizes(78, 330, 1.28))
        if words.subtitle
        else None
    )
    below = subtitle.height + 120 if subtitle else 0
    title = press.fit(
        words.title, voices.title_bold, place, Sizes(300, _FIELD - top - below - 150, 1.06)
    )
    yield from press.block(title, place, top, colours.ink)
    if subtitle:
        yield from press.block(subtitle, place, top + title.height + 120, colours.ink)
    foot = HEIGHT - 140
    if words.publisher:
        house = press.capitals(words.publisher, place, Sizes(44, 100, 1.5))
        yield from press.block(house, place, foot - house.height, colours.paper)
        foot -= house.height + 100
    if words.names:
        top = _FIELD + 140
        names = press.names(voices.title, place, Sizes(104, foot - top, 1.3))
        yield from press.block(names, place, top, colours.paper)
