"""A picture file made ready for a book: cleaned as it is where it fits, else drawn anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from epubforge.codec import jpeg, png
from epubforge.codec.exif import write_exif
from epubforge.codec.kept import cleaned_as_it_is, obstacle
from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original

MediaType = Literal["image/jpeg", "image/png", "image/gif", "image/webp"]
_MEDIA_TYPES: dict[Kind, MediaType] = {
    Kind.JPEG: "image/jpeg", Kind.PNG: "image/png", Kind.GIF: "image/gif", Kind.WEBP: "image/webp",
}  # fmt: skip
_LARGEST_PROFILE = 4096
"""The usual sRGB profile has 3144 bytes; more of them in each picture is a waste."""
_COLOURED = 2
"""The bit of a PNG's colour type that says so."""
_PNG_KEYWORDS = {"copyright": "Copyright", "credit": "Author"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a picture of the book may be."""

    max_pixels: int
    quality: int
    progressive: bool
    keep: tuple[str, ...]
    """Metadata that stays: `copyright`, `credit`."""
    alpha: bool = True
    """It may be transparent; else it is laid on the paper."""
    paper: tuple[int, int, int] = (255, 255, 255)
    as_it_is: bool = False
    """Its pixels stay, whatever they are, where a book can hold them."""
    own_quality: bool = False
    """The quality is said of this picture: its original's tables do not count."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A picture as it goes into the book, and what was seen on the way."""

    media_type: MediaType
    width: int
    height: int
    cleaned: bytes | None = None
    """The file's bytes, where the pixels stay as they are; None: it was drawn into the file."""
    broken_profile: bool = False
    guessed_inks: bool = False
    out_of_step: bool = False
    not_kept: str | None = None
    """Why it could not stay as it is, where that was wanted."""
    moves: bool = False
    """Its motion was kept."""


def render(original: Original, wanted: Wanted, file: Path) -> Rendered:
    """The picture within what is wanted; drawn into the file only where it does not fit as it is.

    Raises PictureError where it cannot be decoded whole, and OSError where the file cannot be
    written.
    """
    not_kept = obstacle(original) if wanted.as_it_is else None
    if wanted.as_it_is and not_kept is None:
        return _kept(original, wanted)
    if _fits(original, wanted):
        return replace(_as_it_is(original, wanted), not_kept=not_kept)
    return replace(_drawn(original, wanted, file), not_kept=not_kept)


def _kept(original: Original, wanted: Wanted) -> Rendered:
    """The picture with its pixels and its profile; it is decoded to see that it is whole."""
    from epubforge.codec.decoding import verify

    in_step = verify(original)
    if original.layout is not None:
        cleaned = _cleaned(original, wanted, keep_profile=True)
    else:
        cleaned = cleaned_as_it_is(original)
    moves = original.animated and original.layout is None
    return Rendered(
        _MEDIA_TYPES[original.kind], original.width, original.height, cleaned,
        out_of_step=not in_step, moves=moves,
    )  # fmt: skip


def _fits(original: Original, wanted: Wanted) -> bool:
    layout = original.layout
    if layout is None or not layout.is_plain or original.exif.orientation != 1:
        return False
    if original.width * original.height > wanted.max_pixels:
        return False
    if isinstance(layout, jpeg.JpegLayout) and layout.frame.marker == jpeg.PROGRESSIVE:
        return wanted.progressive and _meaning(original) != "other"
    if isinstance(layout, png.PngLayout) and layout.has_alpha and not wanted.alpha:
        return _meaning(original) != "other" and _is_opaque(original)
    return _meaning(original) != "other"


def _is_opaque(original: Original) -> bool:
    """Whether a picture that could be transparent is so nowhere."""
    from epubforge.codec.decoding import decode

    return decode(original, original.width * original.height).image.mode in {"L", "RGB"}


def _meaning(original: Original) -> Literal["none", "srgb", "other", "broken"]:
    """What the colour profile says of the pixels as they are."""
    if original.icc is None:
        return "none"
    from epubforge.codec.colour import ProfileError, is_srgb

    layout = original.layout
    if isinstance(layout, png.PngLayout):
        grey = not layout.colour_type & _COLOURED
    else:
        grey = layout is not None and len(layout.frame.components) == 1
    try:
        return "srgb" if is_srgb(original.icc, "L" if grey else "RGB") else "other"
    except ProfileError:
        return "broken"


def _as_it_is(original: Original, wanted: Wanted) -> Rendered:
    from epubforge.codec.decoding import verify

    in_step = verify(original)
    meaning = _meaning(original)
    small = original.icc is not None and len(original.icc) <= _LARGEST_PROFILE
    return Rendered(
        _MEDIA_TYPES[original.kind],
        original.width, original.height,
        _cleaned(original, wanted, keep_profile=small and meaning == "srgb"),
        broken_profile=meaning == "broken", out_of_step=not in_step,
    )  # fmt: skip


def _cleaned(original: Original, wanted: Wanted, *, keep_profile: bool) -> bytes:
    data = original.data
    match original.layout:
        case jpeg.JpegLayout() as layout:
            exif = _exif(original, wanted)
            return jpeg.cleaned(data, layout, exif=exif, keep_profile=keep_profile)
        case png.PngLayout() as layout:
            keywords = _keywords(wanted)
            return png.cleaned(data, layout, keywords=keywords, keep_profile=keep_profile)
        case None:
            return data


def _drawn(original: Original, wanted: Wanted, file: Path) -> Rendered:
    from epubforge.codec.decoding import decode, on_paper
    from epubforge.codec.encoding import Encoding, is_drawing, write_jpeg, write_png

    decoded = decode(original, wanted.max_pixels)
    image = decoded.image if wanted.alpha else on_paper(decoded.image, wanted.paper)
    as_png = original.kind is not Kind.JPEG and is_drawing(image)
    (write_png if as_png else write_jpeg)(
        image,
        file,
        Encoding(
            wanted.quality, wanted.progressive, _exif(original, wanted),
            _texts(original, wanted), None if wanted.own_quality else decoded.tables,
        ),
    )  # fmt: skip
    return Rendered(
        "image/png" if as_png else "image/jpeg",
        decoded.image.width, decoded.image.height,
        broken_profile=decoded.broken_profile, guessed_inks=decoded.guessed_inks,
        out_of_step=decoded.out_of_step,
    )  # fmt: skip


def _exif(original: Original, wanted: Wanted) -> bytes:
    return write_exif(
        original.exif.copyright if "copyright" in wanted.keep else b"",
        original.exif.artist if "credit" in wanted.keep else b"",
    )


def _keywords(wanted: Wanted) -> frozenset[str]:
    return frozenset(_PNG_KEYWORDS[kind] for kind in wanted.keep if kind in _PNG_KEYWORDS)


def _texts(original: Original, wanted: Wanted) -> tuple[tuple[str, str], ...]:
    if isinstance(original.layout, png.PngLayout):
        return png.texts(original.data, original.layout, _keywords(wanted))
    told = {"copyright": original.exif.copyright, "credit": original.exif.artist}
    return tuple(
        (keyword, told[kind].decode("utf-8", "replace"))
        for kind, keyword in _PNG_KEYWORDS.items()
        if kind in wanted.keep and told[kind]
    )
