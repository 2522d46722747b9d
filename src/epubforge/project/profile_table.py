"""The file of a profile: its tables, and the `Profile` that they are turned into."""

from __future__ import annotations

from collections.abc import Mapping

from epubforge.model.profile import CoverFormat, Profile, ShopCover, Spread
from epubforge.project.kinds import Choice, Flag, Listing, Whole
from epubforge.project.record import Entries, Key, Record

_PIXELS = Whole(10_000, 100_000_000)
_BYTES = Whole(10_000, 100_000_000_000)
_SIDE = Whole(1, 100_000)
_SPREADS: tuple[Spread, ...] = ("auto", "landscape", "none")
_FORMATS: tuple[CoverFormat, ...] = ("JPEG", "PNG", "TIFF")
_ANY = Profile(max_picture_bytes=None, max_book_bytes=None, max_page_bytes=None)

MAX_PIXELS = Key("max_pixels", _PIXELS, "The most pixels of a picture, width × height.")
MAX_BYTES = Key("max_bytes", _BYTES, "The most bytes.")
TRANSPARENT = Key("transparent", Flag(), "Whether pictures may be transparent.")
VIEWPORT = Key("viewport_pixels", _PIXELS, "The most pixels of a fixed page, width × height.")
SPREAD = Key("spread", Choice(_SPREADS), "When two fixed pages stand side by side.")
COVER_PAGE = Key("cover_page", Flag(), "Whether the cover is a page of the book too.")
PAGE_BYTES = Key("page_bytes", _BYTES, "The most bytes of a page with its pictures.")
WIDTH = Key("width", _SIDE, "The ideal width in pixels.")
HEIGHT = Key("height", _SIDE, "The ideal height in pixels.")
MIN_SHORT = Key("min_short_side", _SIDE, "The least pixels of the shorter side.")
MIN_LONG = Key("min_long_side", _SIDE, "The least pixels of the longer side.")
MAX_SIDE = Key("max_side", _SIDE, "The most pixels of either side.")
FORMATS = Key("formats", Listing(Choice(_FORMATS)), "What the cover's file may be.")

_Told = Mapping[str, object]


def _cover(entries: Entries) -> ShopCover:
    return ShopCover(
        entries.get(WIDTH, _ANY.cover.width),
        entries.get(HEIGHT, _ANY.cover.height),
        entries.get(MIN_SHORT, None),
        entries.get(MIN_LONG, None),
        entries.get(MAX_SIDE, None),
        entries.get(MAX_BYTES, None),
        entries.get(FORMATS, ()) or _ANY.cover.formats,
    )


_Pictures = tuple[int, int | None, bool]
_Fixed = tuple[int, Spread]
_Book = tuple[bool, int | None, int | None]

PICTURES: Key[_Pictures] = Key(
    "pictures",
    Record(
        (MAX_PIXELS, MAX_BYTES, TRANSPARENT),
        lambda entries: (
            entries.get(MAX_PIXELS, _ANY.max_pixels),
            entries.get(MAX_BYTES, None),
            entries.get(TRANSPARENT, True),
        ),
    ),
    "What its pictures may be.",
)
FIXED: Key[_Fixed] = Key(
    "fixed",
    Record(
        (VIEWPORT, SPREAD),
        lambda entries: (
            entries.get(VIEWPORT, _ANY.viewport_pixels),
            entries.get(SPREAD, _ANY.spread),
        ),
    ),
    "What pages of fixed layout may be.",
)
BOOK: Key[_Book] = Key(
    "book",
    Record(
        (COVER_PAGE, MAX_BYTES, PAGE_BYTES),
        lambda entries: (
            entries.get(COVER_PAGE, True),
            entries.get(MAX_BYTES, None),
            entries.get(PAGE_BYTES, None),
        ),
    ),
    "What the whole book may be.",
)
COVER: Key[ShopCover] = Key(
    "cover",
    Record(
        (WIDTH, HEIGHT, MIN_SHORT, MIN_LONG, MAX_SIDE, MAX_BYTES, FORMATS),
        _cover,
    ),
    "The cover that the shop shows beside the book.",
)


def _profile(entries: Entries) -> Profile:
    max_pixels, max_bytes, alpha = entries.get(PICTURES, (_ANY.max_pixels, None, True))
    viewport, spread = entries.get(FIXED, (_ANY.viewport_pixels, _ANY.spread))
    cover_page, book_bytes, page_bytes = entries.get(BOOK, (True, None, None))
    return Profile(
        name="",
        max_pixels=max_pixels,
        viewport_pixels=viewport,
        alpha=alpha,
        spread=spread,
        cover_page=cover_page,
        max_picture_bytes=max_bytes,
        max_book_bytes=book_bytes,
        max_page_bytes=page_bytes,
        cover=entries.get(COVER, _ANY.cover),
    )


PROFILE = Record((PICTURES, FIXED, BOOK, COVER), _profile)
