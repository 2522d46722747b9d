"""A face cut down to the characters of a book: the same letters, kerning and ligatures."""

from __future__ import annotations

from collections.abc import Iterable

from epubforge.fonts.error import FontError
from epubforge.fonts.face import Face

_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17)
"""Copyright, the names that readers look fonts up by, and the licence."""
_FEATURES = ("smcp", "c2sc", "onum", "lnum", "pnum", "tnum", "sups", "subs", "ordn")
"""What styles ask for by name (`font-variant`) beside HarfBuzz's own choice, which is what every
text has: kerning, ligatures, marks, joined letters."""
_ALWAYS = " \u00a0-\u2010"
"""A reading system may put in spaces and hyphens of its own."""


def subset(face: Face, characters: Iterable[str]) -> bytes:
    """The font with only what these characters need; equal characters, equal bytes.

    Layout features stay, hinting goes. Where the maker forbids to cut it, the whole font.
    Raises FontError where the maker forbids to embed it, and where it is damaged.
    """
    if face.embedding == "never":
        raise FontError(
            "may not be embedded: its maker forbids it",
            "ask the maker for a licence for e-books, or take another font",
        )
    if face.embedding == "whole":
        return face.data
    import uharfbuzz

    from epubforge.fonts.variable import cut, opened

    source = opened(face.data)
    wanted = uharfbuzz.SubsetInput()
    signs = {ord(sign) for text in (*characters, _ALWAYS) for sign in text}
    wanted.unicode_set.update(sorted(signs))
    wanted.name_id_set.update(_NAMES)
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    wanted.flags |= uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    return cut(source, wanted)
