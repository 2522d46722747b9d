"""The file of a profile: its tables, and the `Profile` that they are turned into."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from epubforge.model.profile import (
    BookDemands,
    CoverFormat,
    FixedDemands,
    FontDemands,
    FontFormat,
    PictureDemands,
    PictureFormat,
    Profile,
    ShopCover,
    Spread,
    SpreadValue,
)
from epubforge.project.kinds import Choice, Flag, Listing, Text, Whole
from epubforge.project.record import Entries, Key, Record

_PIXELS = Whole(10_000, 100_000_000)
_BYTES = Whole(10_000, 100_000_000_000)
_SIDE = Whole(1, 100_000)
_COUNT = Whole(1, 10_000)
_SPREADS: tuple[Spread, ...] = ("auto", "landscape", "none")
_SPREAD_VALUES: tuple[SpreadValue, ...] = ("auto", "landscape", "none", "both", "portrait")
_COVERS: tuple[CoverFormat, ...] = ("JPEG", "PNG", "TIFF")
_PICTURES: tuple[PictureFormat, ...] = (
    "JPEG", "PNG", "GIF", "SVG", "WebP", "AVIF", "BMP", "TIFF",
)  # fmt: skip
_FONTS: tuple[FontFormat, ...] = ("TTF", "OTF", "WOFF", "WOFF2")
_USUAL = ShopCover()
T = TypeVar("T")

PICTURE_KEYS = (
    Key("max_pixels", _PIXELS, "The most pixels of a picture, width × height."),
    Key("advised_pixels", _PIXELS, "The most pixels of a picture that are advised."),
    Key("max_bytes", _BYTES, "The most bytes of a picture."),
    Key("advised_bytes", _BYTES, "The most bytes of a picture that are advised."),
    Key("formats", Listing(Choice(_PICTURES)), "What a picture may be."),
    Key("advised_formats", Listing(Choice(_PICTURES)), "What a picture had best be."),
    Key("transparent", Flag(), "Whether pictures may be transparent."),
    Key("moving", Flag(), "Whether pictures may move."),
    Key("cmyk", Flag(), "Whether pictures may be in the colours of ink."),
    Key("srgb", Flag(), "Whether sRGB is asked for."),
    Key("svg_side", _SIDE, "The most pixels of either side of a drawing and of what it shows."),
)  # fmt: skip
FIXED_KEYS = (
    Key("viewport_pixels", _PIXELS, "The most pixels of a fixed page, width × height."),
    Key("one_viewport", Flag(), "Whether all fixed pages have to be of one size."),
    Key("body_is_viewport", Flag(), "Whether the body of a fixed page has to be the viewport."),
    Key("pictures_within", Flag(), "Whether pictures have to be smaller than the fixed page."),
    Key("spread", Choice(_SPREADS), "When two fixed pages stand side by side in what is built."),
    Key("spreads", Listing(Choice(_SPREAD_VALUES)), "Which values of rendition:spread are taken."),
    Key("mixed", Flag(), "Whether single pages may have another layout or spread than the book."),
    Key("first_page_left", Flag(), "Whether the first fixed page may be a left one."),
    Key("bodymatter", Flag(), "Whether the landmarks of a fixed book have to say where it begins."),
    Key("fonts_embedded", Flag(), "Whether the fonts of fixed pages have to be embedded."),
)  # fmt: skip
BOOK_KEYS = (
    Key("max_bytes", _BYTES, "The most bytes of the book's file."),
    Key("advised_bytes", _BYTES, "The most bytes of the book's file that are advised."),
    Key("media_bytes", _BYTES, "The most bytes that are advised of a file with sound or film."),
    Key("page_bytes", _BYTES, "The most bytes that are advised of what one page brings in."),
    Key("min_pages", _COUNT, "The fewest pages."),
    Key("cover", Flag(), "Whether the book has to hold its cover."),
    Key("cover_page", Flag(), "Whether the cover is a page of the book too; false: it may not."),
    Key("ncx", Flag(), "Whether the contents have to be there as NCX too."),
    Key("isbn", Flag(), "Whether the ISBN has to stand in the book or in its file's name."),
    Key("plain_names", Flag(), "Whether names of files have ASCII letters, digits, - _ . alone."),
    Key("remote", Flag(), "Whether anything may be fetched from elsewhere."),
    Key("scripts", Flag(), "Whether scripts run on all its devices."),
    Key("media", Flag(), "Whether sound and film play on all its devices."),
    Key("narration", Flag(), "Whether text is read aloud (media overlays) on all its devices."),
    Key("svg_pages", Flag(), "Whether drawings may be pages by themselves."),
    Key("table_columns", _COUNT, "The most columns of a table that all its devices show."),
)  # fmt: skip
FONT_KEYS = (Key("formats", Listing(Choice(_FONTS)), "What an embedded font may be."),)

WIDTH = Key("width", _SIDE, "The ideal width in pixels.")
HEIGHT = Key("height", _SIDE, "The ideal height in pixels.")
MIN_SHORT = Key("min_short_side", _SIDE, "The least pixels of the shorter side.")
MIN_LONG = Key("min_long_side", _SIDE, "The least pixels of the longer side.")
MAX_SIDE = Key("max_side", _SIDE, "The most pixels of either side.")
COVER_BYTES = Key("max_bytes", _BYTES, "The most bytes.")
FORMATS = Key("formats", Listing(Choice(_COVERS)), "What the cover's file may be.")
INSIDE = Key("inside", Listing(Choice(_PICTURES)), "What the cover's picture in the book may be.")
COVER_KEYS = (WIDTH, HEIGHT, MIN_SHORT, MIN_LONG, MAX_SIDE, COVER_BYTES, FORMATS, INSIDE)


def _demands(make: Callable[..., T], keys: tuple[Key[object], ...]) -> Record[T]:
    """The keys are named as the demands are; one that is not there is not asked."""

    def made(entries: Entries) -> T:
        told = {key.name: entries.get(key, None) for key in keys}
        return make(**{name: None if value == () else value for name, value in told.items()})

    return Record(keys, made)


def _cover(entries: Entries) -> ShopCover:
    return ShopCover(
        entries.get(WIDTH, _USUAL.width),
        entries.get(HEIGHT, _USUAL.height),
        entries.get(MIN_SHORT, None),
        entries.get(MIN_LONG, None),
        entries.get(MAX_SIDE, None),
        entries.get(COVER_BYTES, None),
        entries.get(FORMATS, ()) or _USUAL.formats,
        entries.get(INSIDE, ()) or None,
    )


TITLE = Key("title", Text(), "The shop's name, as findings say it.")
SHOPS = Key("shops", Listing(Text()), "Profiles that are checked one by one in this one's place.")
PICTURES = Key("pictures", _demands(PictureDemands, PICTURE_KEYS), "What its pictures may be.")
FIXED = Key("fixed", _demands(FixedDemands, FIXED_KEYS), "What pages of fixed layout may be.")
BOOK = Key("book", _demands(BookDemands, BOOK_KEYS), "What the whole book may be.")
FONTS = Key("fonts", _demands(FontDemands, FONT_KEYS), "What embedded fonts may be.")
COVER = Key("cover", Record(COVER_KEYS, _cover), "The cover that the shop shows beside the book.")


def _profile(entries: Entries) -> Profile:
    return Profile(
        name="",
        title=entries.get(TITLE, ""),
        pictures=entries.get(PICTURES, PictureDemands()),
        fixed=entries.get(FIXED, FixedDemands()),
        book=entries.get(BOOK, BookDemands()),
        fonts=entries.get(FONTS, FontDemands()),
        cover=entries.get(COVER, _USUAL),
        shops=entries.get(SHOPS, None),
    )


PROFILE = Record((TITLE, SHOPS, PICTURES, FIXED, BOOK, FONTS, COVER), _profile)
