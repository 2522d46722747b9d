"""Which faces an edition is set in whose fonts must all be in the book."""

from __future__ import annotations

from collections.abc import Sequence

from epubforge.fonts.face import Face
from epubforge.fonts.house import house_faces

_MEDIUM = 500


def edition_faces(brought: Sequence[Face]) -> tuple[Face, ...]:
    """The project's own faces in their order, then the house's for text and for code.

    The first face's family is the text's. Raises FontError where a package of the house is not
    whole.
    """
    return (*brought, *house_faces())


def nearest(faces: Sequence[Face], family: str, weight: int, italic: bool) -> Face | None:
    """The face that a browser takes for a style of a family; None where it has no face at all.

    https://www.w3.org/TR/css-fonts-4/#font-style-matching: style goes before weight; light weights
    look for lighter ones first, bold ones for bolder ones.
    """
    own = [face for face in faces if face.family.casefold() == family.casefold()]
    styled = [face for face in own if face.italic == italic] or own
    return min(styled, key=lambda face: _distance(face.weight, weight), default=None)


def _distance(weight: int, wanted: int) -> tuple[int, int]:
    """First in the direction that is looked in first, then by how far off it is."""
    if 400 <= wanted <= _MEDIUM and wanted <= weight <= _MEDIUM:
        return 0, weight - wanted
    lighter_first = wanted <= _MEDIUM
    is_first = weight <= wanted if lighter_first else weight >= wanted
    return (1 if is_first else 2), abs(weight - wanted)
