"""Which face a style of a family is set in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from epubforge.fonts.choice import edition_faces, nearest
from epubforge.fonts.house import MONO, SERIF, text_face


@pytest.mark.parametrize(
    ("there", "wanted", "chosen"),
    [
        ((400, 700), 400, 400),
        ((400, 700), 600, 700),
        ((300, 700), 400, 300),
        ((300, 500), 400, 500),
        ((400, 500), 500, 500),
        ((400, 900), 700, 900),
        ((200, 300), 900, 300),
        ((600, 700), 300, 600),
    ],
)
def test_weights_as_browsers_choose(there: tuple[int, ...], wanted: int, chosen: int) -> None:
    """CSS Fonts 4, font style matching."""
    faces = [replace(text_face(), weight=weight) for weight in there]
    found = nearest(faces, "literata", wanted, italic=False)
    assert found is not None
    assert found.weight == chosen


def test_style_goes_before_weight() -> None:
    """A light italic is nearer to bold italic than the upright bold; without italics upright."""
    upright = replace(text_face(), weight=700)
    slanted = replace(text_face(), weight=300, italic=True)
    assert nearest([upright, slanted], SERIF, 700, italic=True) == slanted
    assert nearest([upright], SERIF, 400, italic=True) == upright
    assert nearest([upright], MONO, 400, italic=False) is None


def test_the_projects_own_faces_come_first() -> None:
    """Then the house's, for text and for code, in four styles each."""
    own = replace(text_face(), family="Own")
    faces = edition_faces([own])
    assert faces[0] == own
    assert [face.family for face in faces[1:]] == [SERIF] * 4 + [MONO] * 4
