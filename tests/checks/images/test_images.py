"""The rules on pictures, on books made by hand."""

from __future__ import annotations

import pytest

from checks.by_hand import PUBLICATION, SETTINGS, at, book, chapter, lines, placed, plate, text
from epubforge.checks.images.cover_too_small import cover_too_small
from epubforge.checks.images.picture_too_small import picture_too_small
from epubforge.checks.images.plate_repeated import plate_repeated
from epubforge.model.book import Page, PlacedPicture
from epubforge.model.document import PictureUse

COVER_SPAN = at(SETTINGS, 'cover = "images/cover.jpg"')


def shown(picture: PlacedPicture | None, decorative: bool = False) -> Page:
    """A chapter that is one picture."""
    source = text("![A](a)\n")
    return chapter(
        source, pictures=[(PictureUse("a", "A", decorative, source.span(0, 7)), picture)]
    )


def test_small_plate() -> None:
    """The short side counts, 600 is enough."""
    pages = [
        plate(placed("images/a.jpg", 599, 2000), 1),
        plate(placed("images/b.jpg", 2000, 599), 2),
        plate(placed("images/c.jpg", 600, 600), 3),
        plate(placed("images/d.svg", 10, 10, "image/svg+xml"), 4),
        plate(placed("images/e.png", 10, 10, "image/png"), 5, decorative=True),
    ]
    assert lines(picture_too_small(book(*pages), PUBLICATION)) == [
        "manuscript/plates.toml:1:1 warning I050 picture-too-small: "
        "images/a.jpg is small for a plate: 599 × 2000 pixels",
        "manuscript/plates.toml:2:1 warning I050 picture-too-small: "
        "images/b.jpg is small for a plate: 2000 × 599 pixels",
    ]


def test_small_photograph() -> None:
    """A JPEG in the text is found when its long side is under 300."""
    assert lines(picture_too_small(book(shown(placed("images/a.jpg", 299, 200))), PUBLICATION)) == [
        "manuscript/1.md:1:1 warning I050 picture-too-small: "
        "images/a.jpg is small for the text: 299 × 200 pixels"
    ]


@pytest.mark.parametrize(
    "page",
    [
        shown(placed("images/a.jpg", 300, 20)),
        shown(placed("images/a.png", 16, 16, "image/png")),
        shown(placed("images/a.jpg", 20, 20), decorative=True),
        shown(None),
    ],
    ids=["wide", "sign", "decoration", "missing"],
)
def test_large_enough(page: Page) -> None:
    """Signs, decoration, and what is not there are let pass."""
    assert lines(picture_too_small(book(page), PUBLICATION)) == []


def test_small_cover() -> None:
    """The cover is found where the settings name it."""
    cover = placed("images/cover.jpg", 1399, 3000)
    assert lines(cover_too_small(book(cover=cover, cover_span=COVER_SPAN), PUBLICATION)) == [
        "manuscript/book.toml:2:1 warning I051 cover-too-small: the cover images/cover.jpg has "
        "1399 × 3000 pixels, 1400 on the short side are asked for"
    ]


def test_covers_that_are_let_pass() -> None:
    """A large cover, a drawn one, one that the settings do not name, and none."""
    large = placed("images/cover.jpg", 1400, 1400)
    drawn = placed("images/cover.svg", 10, 10, "image/svg+xml")
    small = placed("images/cover.jpg", 10, 10)
    for made in (
        book(cover=large, cover_span=COVER_SPAN),
        book(cover=drawn, cover_span=COVER_SPAN),
        book(cover=small),
        book(),
    ):
        assert lines(cover_too_small(made, PUBLICATION)) == []


def test_repeated_plate() -> None:
    """Each further plate of the same picture names the first."""
    pages = [
        plate(placed("images/a.jpg", digest="1"), 1),
        plate(placed("images/b.jpg", digest="2"), 2),
        plate(placed("images/c.jpg", digest="1"), 3),
    ]
    assert lines(plate_repeated(book(*pages), PUBLICATION)) == [
        "manuscript/plates.toml:3:1 warning I052 plate-repeated: "
        "plate 3, images/c.jpg, is the same picture as plate 1, images/a.jpg"
    ]
