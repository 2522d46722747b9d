"""A picture whose pixels stay by the author's wish: what forbids it, and its bytes cleaned."""

from __future__ import annotations

from epubforge.codec import gif, jpeg, webp
from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original

_CORE = frozenset({Kind.JPEG, Kind.PNG, Kind.GIF, Kind.WEBP})
"""Pixels that every reading system shows: https://www.w3.org/TR/epub-33/#sec-core-media-types"""


def obstacle(original: Original) -> str | None:
    """Why a picture cannot go into a book as it is, as a clause; None: it can."""
    if original.kind not in _CORE:
        return f"no book may hold {original.kind.value}"
    if original.exif.orientation != 1:
        return "it does not stand upright"
    layout = original.layout
    if isinstance(layout, jpeg.JpegLayout):
        if len(layout.frame.components) == 4:
            return "it is of four inks, which many readers cannot show"
        if layout.frame.marker not in {jpeg.BASELINE, jpeg.PROGRESSIVE}:
            return "it is a rare sort of JPEG, which many readers cannot show"
    return None


def cleaned_as_it_is(original: Original) -> bytes:
    """The bytes of a GIF or WebP without private metadata; raises PictureError where broken."""
    data = original.location.read_bytes()
    return gif.cleaned(data) if original.kind is Kind.GIF else webp.cleaned(data)
