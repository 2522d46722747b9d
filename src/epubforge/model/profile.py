"""A profile: what a shop takes, as far as it sets what is built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Spread = Literal["auto", "landscape", "none"]
CoverFormat = Literal["JPEG", "PNG", "TIFF"]
_STRICTEST_SPREAD: tuple[Spread, ...] = ("none", "landscape", "auto")


@dataclass(frozen=True, slots=True)
class Viewport:
    """The size of every page of a fixed layout, in CSS pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShopCover:
    """The cover that a shop shows beside the book, as a file of its own; sizes in pixels."""

    width: int = 1600
    """The ideal size."""
    height: int = 2560
    min_short_side: int | None = None
    min_long_side: int | None = None
    max_side: int | None = None
    max_bytes: int | None = None
    formats: tuple[CoverFormat, ...] = ("JPEG",)
    """Never empty; the first is the best."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the shops take that a book is built for. None: no limit is known."""

    name: str = "universal"
    """As the settings name it; of several, with `+` between them."""
    max_pixels: int = 3_800_000
    """Of each picture, width × height."""
    viewport_pixels: int = 3_800_000
    """Of a page of fixed layout, width × height."""
    alpha: bool = False
    """Transparent pictures stay; else they are laid on the theme's paper colour."""
    spread: Spread = "landscape"
    """`rendition:spread` of fixed layout."""
    cover_page: bool = True
    """A made cover page stands in the spine; the cover's picture is in the book in any case."""
    max_picture_bytes: int | None = 5_000_000
    max_book_bytes: int | None = 1_000_000_000
    max_page_bytes: int | None = 10_000_000
    """What one page brings in, with its pictures."""
    cover: ShopCover = ShopCover()


def strictest(profiles: Sequence[Profile]) -> Profile:
    """One profile whose books all of these take: of each figure the strictest.

    Where no format of a cover suits all, the first one's are kept. There is at least one profile.
    """
    first, *others = profiles
    for other in others:
        first = _both(first, other)
    return first


def _both(one: Profile, other: Profile) -> Profile:
    return Profile(
        name=f"{one.name}+{other.name}",
        max_pixels=min(one.max_pixels, other.max_pixels),
        viewport_pixels=min(one.viewport_pixels, other.viewport_pixels),
        alpha=one.alpha and other.alpha,
        spread=min(one.spread, other.spread, key=_STRICTEST_SPREAD.index),
        cover_page=one.cover_page and other.cover_page,
        max_picture_bytes=_told(min, one.max_picture_bytes, other.max_picture_bytes),
        max_book_bytes=_told(min, one.max_book_bytes, other.max_book_bytes),
        max_page_bytes=_told(min, one.max_page_bytes, other.max_page_bytes),
        cover=_cover_for_both(one.cover, other.cover),
    )


def _cover_for_both(one: ShopCover, other: ShopCover) -> ShopCover:
    return ShopCover(
        width=one.width,
        height=one.height,
        min_short_side=_told(max, one.min_short_side, other.min_short_side),
        min_long_side=_told(max, one.min_long_side, other.min_long_side),
        max_side=_told(min, one.max_side, other.max_side),
        max_bytes=_told(min, one.max_bytes, other.max_bytes),
        formats=tuple(each for each in one.formats if each in other.formats) or one.formats,
    )


def _told(choose: Callable[[int, int], int], one: int | None, other: int | None) -> int | None:
    """The stricter of two figures, either of which may be unknown."""
    if one is None or other is None:
        return one if other is None else other
    return choose(one, other)
