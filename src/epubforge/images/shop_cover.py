"""The cover as shops want it beside the book: a file of its own, checked against their figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.images.covers.design import Words
from epubforge.images.workshop import draft, filed
from epubforge.model.picture import Picture, PictureSource
from epubforge.model.profile import Profile, ShopCover
from epubforge.model.project import CoverDesign
from epubforge.source import Span

TOO_SMALL = Rule(
    "R001",
    "shop-cover-too-small",
    Severity.WARNING,
    """The shop's cover has fewer pixels than the shop asks for.

Why it matters
    It is written as large as its original is; nothing is ever scaled up. Amazon refuses covers
    below 625 × 1000 pixels and does not show those below 500; Apple Books asks for 1400 on the
    short side; Google for 640. A cover that is scaled up looks blurred on the shop's page,
    where it has to sell the book.
Bad
    cover = "images/cover-web.jpg"      # 600 × 960
Good
    cover = "images/cover.tif"          # 1600 × 2560 or more
Reference
    https://kdp.amazon.com/help/topic/G6GTK3T3NUHKLEFX
""",
)
LYING = Rule(
    "R002",
    "shop-cover-lies",
    Severity.NOTE,
    """The shop's cover is wider than it is high.

Why it matters
    Shops show covers upright, at about 1 : 1.6 (Amazon) or 3 : 4 (Kobo). A lying cover is shown
    very small, or between grey bars.
Bad
    A cover of 2560 × 1600 pixels
Good
    A cover of 1600 × 2560 pixels
Reference
    https://kdp.amazon.com/help/topic/G6GTK3T3NUHKLEFX
""",
)
WRONG_KIND = Rule(
    "R003",
    "shop-cover-format",
    Severity.WARNING,
    """The shop's cover is written in a format that the shop does not take.

Why it matters
    The shop refuses the file when it is uploaded. Amazon takes JPEG and TIFF, and JPEG is the one
    format that all shops have in common.
Bad
    epubforge build --cover-file cover.png      # for Kindle
Good
    epubforge build --cover-file cover.jpg
Reference
    https://kdp.amazon.com/help/topic/G6GTK3T3NUHKLEFX
""",
)
NOT_MADE = Rule(
    "R004",
    "shop-cover-not-made",
    Severity.ERROR,
    """There is nothing to make the shop's cover of, or it cannot be made of what there is.

Why it matters
    No shop takes a book without a cover, and none takes SVG.
Bad
    cover = "images/cover.svg"
Good
    cover = "images/cover.jpg"
""",
)
TOO_HEAVY = Rule(
    "R005",
    "shop-cover-too-heavy",
    Severity.WARNING,
    """The shop's cover has more bytes than the shop takes.

Why it matters
    The shop refuses the file when it is uploaded: Amazon takes 50 MB.
Bad
    A cover as PNG with 60 MB
Good
    The same cover as JPEG: --cover-file cover.jpg
Reference
    https://kdp.amazon.com/help/topic/G6GTK3T3NUHKLEFX
""",
)

FileKind = Literal["JPEG", "PNG"]


@dataclass(frozen=True, slots=True)
class Target:
    """What is wanted: for which shops, in which format, and where faults are told."""

    profile: Profile
    kind: FileKind
    place: Span
    paper: tuple[int, int, int] = (255, 255, 255)
    """What shows through a transparent picture."""


def cover_of_picture(
    source: PictureSource, target: Target, workshop: Path
) -> Outcome[Picture | None]:
    """The book's own cover at the best size that the shops take; never scaled up.

    None where it cannot be used (R004). Reports R001, R002, R003 and R005. Raises OSError where
    the workshop cannot be written.
    """
    from epubforge.codec.flaws import PictureError
    from epubforge.codec.front import upright_size, write_front
    from epubforge.codec.kinds import Kind
    from epubforge.codec.original import open_original

    try:
        original = open_original(source.location)
        if original.kind is Kind.SVG:
            message = f"{source.path} is SVG, of which no shop's cover is made"
            return _not_made(target, message, "name a cover as JPEG, PNG or TIFF")
        width, height = _best(*upright_size(original), target)
        with draft(workshop) as file:
            limit = target.profile.cover.max_bytes
            size = write_front(original, width * height, target.kind, file, limit, target.paper)
            digest, content = filed(file, ".png" if target.kind == "PNG" else ".jpg")
    except PictureError as flawed:
        return _not_made(target, f"{source.path} {flawed.reason}", flawed.hint)
    made = Picture(digest, _media_type(target.kind), *size, content)
    return Outcome(made, faults(made, target))


def cover_of_words(
    words: Words, design: CoverDesign | None, target: Target, workshop: Path
) -> Outcome[Picture | None]:
    """A drawn cover of the shop's ideal size; None where letters are missing for it (R004).

    Reports R001, R002, R003 and R005. Raises OSError where the workshop cannot be written.
    """
    from epubforge.images.cover import CoverOrder, typographic_cover

    made = typographic_cover(CoverOrder(words, design, kind=target.kind), workshop, target.place)
    if made.value is None:
        return _not_made(target, "no cover can be drawn", "name a picture: cover under [book]")
    return Outcome(made.value, faults(made.value, target))


def faults(made: Picture, target: Target) -> tuple[Diagnostic, ...]:
    """What a shop will say of a cover: R001, R002, R003 and R005."""
    return tuple(_faults(made, target))


def _faults(made: Picture, target: Target) -> Iterator[Diagnostic]:
    shop, place = target.profile.cover, target.place
    name = target.profile.shown
    short, long = sorted((made.width, made.height))
    if short < (shop.min_short_side or 0) or long < (shop.min_long_side or 0):
        size_ = f"{made.width} × {made.height}"
        message = f"the cover has {size_} pixels; {name} asks for {_least(shop)}"
        hint = f"take a larger original; {shop.width} × {shop.height} is best"
        yield TOO_SMALL.at(place, message, hint)
    if made.width > made.height:
        message = f"the cover lies: {made.width} × {made.height} pixels"
        yield LYING.at(place, message, f"make it upright, {shop.width} × {shop.height}")
    if target.kind not in shop.formats:
        message = f"{name} takes covers as {' or '.join(shop.formats)}, not as {target.kind}"
        yield WRONG_KIND.at(place, message, "give the file the ending .jpg")
    size = made.content.stat().st_size if isinstance(made.content, Path) else len(made.content)
    if shop.max_bytes is not None and size > shop.max_bytes:
        message = f"the cover has {size / 1e6:.1f} MB; {name} takes {shop.max_bytes / 1e6:.0f} MB"
        yield TOO_HEAVY.at(place, message, "write it as .jpg")


def _least(shop: ShopCover) -> str:
    """The smallest size as a shop would say it."""
    short, long = shop.min_short_side or 0, shop.min_long_side or 0
    if not short:
        return f"{long} on the long side"
    return f"{short} × {long}" if long > short else f"{short} on the short side"


def _best(width: int, height: int, target: Target) -> tuple[int, int]:
    """The shop's ideal height, more where the short side needs it, within the longest side."""
    shop = target.profile.cover
    short, long = sorted((width, height))
    scale = max(shop.height / long, (shop.min_short_side or 0) / short)
    if shop.max_side is not None:
        scale = min(scale, shop.max_side / long)
    scale = min(scale, 1.0)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _media_type(kind: FileKind) -> str:
    return "image/png" if kind == "PNG" else "image/jpeg"


def _not_made(target: Target, message: str, hint: str | None) -> Outcome[Picture | None]:
    return Outcome(None, (NOT_MADE.at(target.place, f"no cover is written: {message}", hint),))
