"""The size of a printed page becomes the viewport of fixed pages."""

from __future__ import annotations

import pytest

from epubforge.diagnostics import Reporter
from epubforge.model.profile import Viewport
from epubforge.project.trim import size_of, viewport_of
from epubforge.source import SourceFile

PLACE = SourceFile("book.toml", "[print]\n").span(0, 7)


@pytest.mark.parametrize(
    ("trim", "millimetres"),
    [
        ("24.5 × 34 cm", (245, 340)),
        ("24,5×34", (245, 340)),
        ("245 x 340 mm", (245, 340)),
        ("170 by 240", (170, 240)),
        ('6" × 9"', (152.4, 228.6)),
        ("6 × 9 in", (152.4, 228.6)),
        ("8.5 in x 11 inches", (215.9, 279.4)),
    ],
)
def test_sizes_are_read_as_people_write_them(trim: str, millimetres: tuple[float, float]) -> None:
    """With a unit, with one for both, or with none that is plain from the number."""
    assert size_of(trim) == pytest.approx(millimetres)


@pytest.mark.parametrize(
    "trim", ["large octavo", "0 × 9 in", "24.5 cm", "9 × 99999 cm", "3 × 30 cm"]
)
def test_what_is_no_page_has_no_size(trim: str) -> None:
    """Words, one number, and what no page can be."""
    assert size_of(trim) is None


def test_the_viewport_has_the_shape_and_keeps_to_the_pixels() -> None:
    """This repository's book, for every shop."""
    out = Reporter()
    assert viewport_of("24.5 × 34 cm", 3_800_000, PLACE, out) == Viewport(1654, 2296)
    assert out.found == ()


def test_a_trim_that_is_not_understood_is_told() -> None:
    """The pages are three to four then; without a trim as well, and nothing is said."""
    out = Reporter()
    viewport = viewport_of("large octavo", 3_000_000, PLACE, out)
    assert viewport == Viewport(1500, 2000)
    assert [each.rule.code for each in out.found] == ["P095"]
    silent = Reporter()
    assert viewport_of(None, 3_000_000, PLACE, silent) == viewport
    assert silent.found == ()
