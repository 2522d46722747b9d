"""A profile: what a shop takes. It sets what is built for the shop, and what is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal, TypeVar

Spread = Literal["auto", "landscape", "none"]
SpreadValue = Literal["auto", "landscape", "none", "both", "portrait"]
"""All values of `rendition:spread`: https://www.w3.org/TR/epub-33/#spread"""
CoverFormat = Literal["JPEG", "PNG", "TIFF"]
PictureFormat = Literal["JPEG", "PNG", "GIF", "SVG", "WebP", "AVIF", "BMP", "TIFF"]
FontFormat = Literal["TTF", "OTF", "WOFF", "WOFF2"]

USUAL_PIXELS = 3_800_000
"""Of a picture for shops that set no figure: enough for any screen that a book is read on."""
_STRICTEST_SPREAD: tuple[Spread, ...] = ("none", "landscape", "auto")
_STRICTER = "stricter"
T = TypeVar("T")
Demands = TypeVar("Demands", bound="PictureDemands | FixedDemands | BookDemands | FontDemands")
_Choice = Callable[[object, object], object]


def _common(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(each for each in one if each in other) or one


def _narrower(one: Spread, other: Spread) -> Spread:
    return min(one, other, key=_STRICTEST_SPREAD.index)


# Of two figures or truth values the stricter; of each demand it is said which that is.
_LESS: Mapping[str, object] = {_STRICTER: min}
_MORE: Mapping[str, object] = {_STRICTER: max}
_SHARED: Mapping[str, object] = {_STRICTER: _common}


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
    inside: tuple[PictureFormat, ...] | None = None
    """What the cover's picture in the book may be."""


@dataclass(frozen=True, slots=True)
class PictureDemands:
    """What the pictures of a book may be. Of all demands None means: the shop does not say."""

    max_pixels: int | None = field(default=None, metadata=_LESS)
    advised_pixels: int | None = field(default=None, metadata=_LESS)
    max_bytes: int | None = field(default=None, metadata=_LESS)
    advised_bytes: int | None = field(default=None, metadata=_LESS)
    formats: tuple[PictureFormat, ...] | None = field(default=None, metadata=_SHARED)
    advised_formats: tuple[PictureFormat, ...] | None = field(default=None, metadata=_SHARED)
    transparent: bool | None = field(default=None, metadata=_LESS)
    moving: bool | None = field(default=None, metadata=_LESS)
    cmyk: bool | None = field(default=None, metadata=_LESS)
    srgb: bool | None = field(default=None, metadata=_MORE)
    svg_side: int | None = field(default=None, metadata=_LESS)


@dataclass(frozen=True, slots=True)
class FixedDemands:
    """What pages of fixed layout may be."""

    viewport_pixels: int | None = field(default=None, metadata=_LESS)
    one_viewport: bool | None = field(default=None, metadata=_MORE)
    body_is_viewport: bool | None = field(default=None, metadata=_MORE)
    pictures_within: bool | None = field(default=None, metadata=_MORE)
    spread: Spread | None = field(default=None, metadata={_STRICTER: _narrower})
    spreads: tuple[SpreadValue, ...] | None = field(default=None, metadata=_SHARED)
    mixed: bool | None = field(default=None, metadata=_LESS)
    first_page_left: bool | None = field(default=None, metadata=_LESS)
    bodymatter: bool | None = field(default=None, metadata=_MORE)
    fonts_embedded: bool | None = field(default=None, metadata=_MORE)


@dataclass(frozen=True, slots=True)
class BookDemands:
    """What the whole book may be."""

    max_bytes: int | None = field(default=None, metadata=_LESS)
    advised_bytes: int | None = field(default=None, metadata=_LESS)
    media_bytes: int | None = field(default=None, metadata=_LESS)
    page_bytes: int | None = field(default=None, metadata=_LESS)
    min_pages: int | None = field(default=None, metadata=_MORE)
    cover: bool | None = field(default=None, metadata=_MORE)
    cover_page: bool | None = field(default=None, metadata=_LESS)
    ncx: bool | None = field(default=None, metadata=_MORE)
    isbn: bool | None = field(default=None, metadata=_MORE)
    plain_names: bool | None = field(default=None, metadata=_MORE)
    remote: bool | None = field(default=None, metadata=_LESS)
    scripts: bool | None = field(default=None, metadata=_LESS)
    media: bool | None = field(default=None, metadata=_LESS)
    narration: bool | None = field(default=None, metadata=_LESS)
    svg_pages: bool | None = field(default=None, metadata=_LESS)
    table_columns: int | None = field(default=None, metadata=_LESS)


@dataclass(frozen=True, slots=True)
class FontDemands:
    """What embedded fonts may be."""

    formats: tuple[FontFormat, ...] | None = field(default=None, metadata=_SHARED)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a shop takes, or what several do at once."""

    name: str = "none"
    """As the settings name it; of several, with `+` between them."""
    title: str = ""
    """As findings name it; empty: by its name."""
    pictures: PictureDemands = PictureDemands()
    fixed: FixedDemands = FixedDemands()
    book: BookDemands = BookDemands()
    fonts: FontDemands = FontDemands()
    cover: ShopCover = ShopCover()
    shops: tuple[str, ...] | None = None
    """Profiles whose demands are checked one by one in this one's place; None: its own are."""

    @property
    def shown(self) -> str:
        """Its name in a sentence."""
        return self.title or self.name

    @property
    def picture_pixels(self) -> int:
        """The most pixels that a picture is built with."""
        told = (self.pictures.max_pixels, self.pictures.advised_pixels)
        return min((each for each in told if each is not None), default=USUAL_PIXELS)

    @property
    def picture_bytes(self) -> int | None:
        """The most bytes that a picture is built with."""
        told = (self.pictures.max_bytes, self.pictures.advised_bytes)
        return min((each for each in told if each is not None), default=None)

    @property
    def viewport_pixels(self) -> int:
        """The most pixels that a page of fixed layout is built with."""
        return self.fixed.viewport_pixels or self.picture_pixels

    @property
    def alpha(self) -> bool:
        """Whether transparent pictures stay; else they are laid on the theme's paper colour."""
        return self.pictures.transparent is not False

    @property
    def spread(self) -> Spread:
        """The `rendition:spread` that fixed layout is built with."""
        return self.fixed.spread or "landscape"

    @property
    def cover_page(self) -> bool:
        """Whether a made cover page stands in the spine; the cover's picture is in the book in
        any case."""
        return self.book.cover_page is not False


def strictest(profiles: Sequence[Profile]) -> Profile:
    """One profile whose books all of these take: of each figure the strictest.

    Where no format of a cover suits all, the first one's are kept. There is at least one profile.
    """
    first, *others = profiles
    for other in others:
        first = _both(first, other)
    return first


def without_clash(shop: Profile, whole: Profile) -> Profile:
    """A shop's demands as one of several that a profile stands for: what the profile itself says
    otherwise, as of a cover page that one wants and another does not, is nobody's demand."""
    told = {
        each.name: None
        for each in fields(BookDemands)
        if isinstance(said := getattr(whole.book, each.name), bool)
        if getattr(shop.book, each.name) is not said
    }
    return replace(shop, book=replace(shop.book, **told))


def _both(one: Profile, other: Profile) -> Profile:
    return Profile(
        name=f"{one.name}+{other.name}",
        title=f"{one.shown} and {other.shown}",
        pictures=_stricter(one.pictures, other.pictures),
        fixed=_stricter(one.fixed, other.fixed),
        book=_stricter(one.book, other.book),
        fonts=_stricter(one.fonts, other.fonts),
        cover=_cover_for_both(one.cover, other.cover),
    )


def _stricter(one: Demands, other: Demands) -> Demands:
    chosen: dict[str, Any] = {}
    for each in fields(one):
        choose: _Choice = each.metadata[_STRICTER]
        chosen[each.name] = _told(choose, getattr(one, each.name), getattr(other, each.name))
    return type(one)(**chosen)


def _cover_for_both(one: ShopCover, other: ShopCover) -> ShopCover:
    return ShopCover(
        width=one.width,
        height=one.height,
        min_short_side=_told(max, one.min_short_side, other.min_short_side),
        min_long_side=_told(max, one.min_long_side, other.min_long_side),
        max_side=_told(min, one.max_side, other.max_side),
        max_bytes=_told(min, one.max_bytes, other.max_bytes),
        formats=_common(one.formats, other.formats),
        inside=_told(_common, one.inside, other.inside),
    )


def _told(choose: Callable[[T, T], T], one: T | None, other: T | None) -> T | None:
    """The stricter of two demands, either of which may not be made."""
    if one is None or other is None:
        return one if other is None else other
    return choose(one, other)
