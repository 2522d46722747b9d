"""A picture file as upright 8-bit sRGB pixels of the size that is wanted."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFile
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from epubforge.codec import colour
from epubforge.codec.channels import apart
from epubforge.codec.deep import eight_bit, is_deep
from epubforge.codec.flaws import truncated
from epubforge.codec.guard import reading
from epubforge.codec.jpeg import PROGRESSIVE, JpegLayout
from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original
from epubforge.codec.png import PngLayout
from epubforge.codec.readers import opened, reader
from epubforge.codec.stream import WatchedStream, ends_in_mid_grey, padded

_LEAST_REDUCTION = 1.2
"""How much is left for the good filter after the decoder's own, rough reduction."""
_ROUGH_GAP = 3.0
"""Very large pictures are averaged to three times their new size first: twice as fast, the same
to the eye."""
_CHROMA = Image.Resampling.HAMMING
"""Sharp enough for colours, which a JPEG holds at half the size: a third of Lanczos's time."""
_LONGEST_SIDE = 65_000
"""JPEG's limit is 65,535, libjpeg's 65,500."""
_COLOURED = 3
"""A JPEG's components, where it is neither grey nor inks."""
_LARGEST_STEP = 255
"""In a baseline JPEG's tables: ITU-T T.81, B.2.4.1."""
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class JpegTables:
    """How finely a JPEG was drawn."""

    quantization: dict[int, list[int]]
    sampling: int
    """2 is 4:2:0, 1 is 4:2:2, 0 is 4:4:4."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Pixels, and what was seen on the way to them."""

    image: Image.Image
    """Of mode L, LA, RGB or RGBA; or YCbCr, where a JPEG's own colours need no conversion."""
    broken_profile: bool = False
    guessed_inks: bool = False
    """It was CMYK without a profile that says which inks are meant."""
    out_of_step: bool = False
    """The data did not end where the picture did: bits were lost or changed."""
    tables: JpegTables | None = None
    """Those of the original, where its pixels are neither scaled nor converted: to be drawn with
    them costs it next to nothing."""


def decode(original: Original, max_pixels: int, *, fast: bool = False) -> Decoded:
    """The picture upright, in sRGB, within max_pixels, sharply scaled where it was larger.

    With `fast` libvips scales what JPEGs are whole. Raises PictureError where it cannot be decoded
    whole, and ExtraMissing where libvips is wanted and not here.
    """
    with reading():
        quick = _quick(original, max_pixels) if fast else None
        raw, out_of_step = (quick, False) if quick else _pixels(original, max_pixels)
        scaled = _scaled(_eight_bit(raw), fitting(*_size(raw, original), max_pixels))
        image, broken, guessed = _in_srgb(scaled, original)
        tables = _tables(raw) if image is raw else None
        if original.exif.orientation in _UPRIGHT:
            image = image.transpose(_UPRIGHT[original.exif.orientation])
        image.info = {}  # Pillow would write what it finds there: comments, profiles
        return Decoded(image, broken, guessed, out_of_step, tables)


def on_paper(image: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    """The picture without transparency, as it looks on paper of that colour."""
    if image.mode not in {"LA", "RGBA"}:
        return image
    red, green, blue = paper
    ground = Image.new("RGBA", image.size, (*paper, 255))
    ground.alpha_composite(image.convert("RGBA"))
    grey = image.mode == "LA" and red == green == blue
    return ground.convert("RGB").getchannel("R") if grey else ground.convert("RGB")


def verify(original: Original) -> bool:
    """Whether a JPEG or PNG decodes to its end in step with its data.

    A JPEG is decoded at an eighth of its size: every bit of its data is read, few pixels made.
    Raises PictureError where it ends too early.
    """
    with reading():
        _, out_of_step = _pixels(original, max(1, original.width * original.height // 64))
        return not out_of_step


def fitting(width: int, height: int, max_pixels: int) -> tuple[int, int]:
    """The largest size of the same shape that has no more pixels than that."""
    if width * height <= max_pixels and max(width, height) <= _LONGEST_SIDE:
        return width, height
    scale = min(math.sqrt(max_pixels / (width * height)), _LONGEST_SIDE / max(width, height), 1)
    long, short = max(width, height), min(width, height)
    new_short = max(1, round(short * scale))
    new_long = min(max(1, round(long * scale)), max(1, max_pixels // new_short))
    return (new_long, new_short) if width >= height else (new_short, new_long)


def decoded_bytes(original: Original, max_pixels: int) -> int:
    """About as much memory as the decoded picture takes while it is prepared, with its file."""
    area = original.width * original.height
    if isinstance(original.layout, JpegLayout):
        whole = 3 * area if original.layout.frame.marker == PROGRESSIVE else 0
        return len(original.data) + whole + 4 * area // _reduction(original, max_pixels) ** 2
    if isinstance(original.layout, PngLayout) and original.layout.depth <= 8:
        return len(original.data) + 4 * area
    return len(original.data) + 8 * area


def _quick(original: Original, max_pixels: int) -> Image.Image | None:
    """The picture scaled by libvips, where it is a JPEG without any flaw that must be scaled."""
    layout = original.layout
    size = fitting(original.width, original.height, max_pixels)
    if not isinstance(layout, JpegLayout) or not layout.is_plain:
        return None
    if size == (original.width, original.height):
        return None
    from epubforge.codec.fast import scaled

    return scaled(original.data[: layout.end], _reduction(original, max_pixels), size)


def _pixels(original: Original, max_pixels: int) -> tuple[Image.Image, bool]:
    if isinstance(original.layout, JpegLayout):
        return _jpeg_pixels(original, original.layout, max_pixels)
    if original.wide is not None:
        with io.BytesIO(original.wide.data) as file:
            image = reader(original.kind, file)
            image.load()
            return apart(image, original.wide), False
    with opened(original) as file:
        image = reader(original.kind, file)
        if is_deep(original, image):
            return eight_bit(original), False
        if isinstance(original.layout, PngLayout) and original.layout.transparent is not None:
            return _with_clear_grey(image, original.layout), False
        image.load()
        return image, False


def _with_clear_grey(image: ImageFile.ImageFile, layout: PngLayout) -> Image.Image:
    """A grey or coloured picture with its clear colour as alpha; Pillow minds no depth there."""
    image.load()
    key = layout.transparent or ()
    if len(key) > 1:
        return image  # eight bits a channel: Pillow's own way is right
    if image.mode.startswith("I"):
        whole = image.convert("I")
        grey = _shrunk_levels(whole, 257)
        alpha = whole.point([0 if level == key[0] else 255 for level in range(65_536)], "L")
    else:
        grey = image.convert("L")
        clear = key[0] * 255 // (2 ** min(layout.depth, 8) - 1)
        alpha = grey.point([0 if level == clear else 255 for level in range(256)])
    return Image.merge("LA", (grey, alpha))


def _jpeg_pixels(
    original: Original, layout: JpegLayout, max_pixels: int
) -> tuple[Image.Image, bool]:
    reduction = _reduction(original, max_pixels)
    stream = WatchedStream(original.data[: layout.end], layout)
    mode = "YCbCr" if layout.is_plain and len(layout.frame.components) == _COLOURED else None
    image = _drafted(stream, reduction, mode)
    if layout.is_huffman and ends_in_mid_grey(image):
        again = _drafted(io.BytesIO(padded(original.data, layout)), reduction, mode)
        if ImageChops.difference(image.convert("RGB"), again.convert("RGB")).getbbox():
            raise truncated()
    if image.mode == "CMYK" and layout.transform is None:
        # Pillow takes all CMYK for Adobe's, which is inverted; without Adobe's mark it is not.
        return ImageChops.invert(image), not stream.reached_end
    return image, not stream.reached_end


def _drafted(stream: io.BytesIO, reduction: int, mode: str | None) -> ImageFile.ImageFile:
    image = reader(Kind.JPEG, stream)
    image.draft(mode, (image.width // reduction, image.height // reduction))
    image.load()
    return image


def _reduction(original: Original, max_pixels: int) -> int:
    """The part that the JPEG decoder does by itself: it is fast, and good if enough remains."""
    width, height = fitting(original.width, original.height, max_pixels)
    factor = min(original.width / width, original.height / height)
    return max((step for step in (1, 2, 4, 8) if factor / step >= _LEAST_REDUCTION), default=1)


def _size(raw: Image.Image, original: Original) -> tuple[int, int]:
    """The whole picture's size, which a JPEG's decoder may have reduced already."""
    return (original.width, original.height) if original.kind is Kind.JPEG else raw.size


def _tables(raw: Image.Image) -> JpegTables | None:
    if not isinstance(raw, JpegImageFile):
        return None
    quantization = {number: list(table) for number, table in raw.quantization.items()}
    if any(max(table) > _LARGEST_STEP for table in quantization.values()):
        return None
    sampling = get_sampling(raw)
    return JpegTables(quantization, sampling if sampling >= 0 else 2)


def _eight_bit(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be scaled: L, LA, RGB, RGBA, CMYK or a JPEG's YCbCr."""
    if image.mode in {"1", "P", "PA"} or "transparency" in image.info:
        image = _without_palette(image)
    elif image.mode.startswith("I;16"):
        image = _shrunk_levels(image.convert("I"), 257)
    elif image.mode in {"I", "F"}:
        image = _shrunk_levels(image, _steps(image))
    elif image.mode == "LAB":
        image = colour.lab_to_rgb(image)
    elif image.mode not in {"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"}:
        image = image.convert("RGBA" if image.mode in {"RGBa", "La"} else "RGB")
    if image.mode in {"LA", "RGBA"} and image.getchannel("A").getextrema() == (255, 255):
        return image.convert(image.mode[:-1])
    return image


def _without_palette(image: Image.Image) -> Image.Image:
    clear = "transparency" in image.info or image.mode == "PA"
    if image.mode in {"1", "L", "I;16", "I"}:
        grey = _shrunk_levels(image.convert("I"), 257) if image.mode[0] == "I" else image
        return grey.convert("LA" if clear else "L")
    return image.convert("RGBA" if clear else "RGB")


def _steps(image: Image.Image) -> float:
    """How many of the picture's levels make one of 255; TIFF does not say which range it uses."""
    _, most = image.getextrema()
    top = float(most) if isinstance(most, int | float) else 255.0
    ranges = (1.0, 255.0, 65_535.0) if image.mode == "F" else (65_535.0, 2.0**31 - 1)
    return next((limit for limit in ranges if top <= limit), max(top, 1.0)) / 255


def _shrunk_levels(image: Image.Image, steps: float) -> Image.Image:
    half = 0.5 if image.mode == "I" else 0.0
    return image.point(lambda level: level * (1 / steps) + half).convert("L")


def _scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    if image.mode == "YCbCr":
        light = _scaled(image.getchannel(0), size)
        return Image.merge("YCbCr", (light, *(_scaled_chroma(image, n, size) for n in (1, 2))))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=_ROUGH_GAP)


def _scaled_chroma(image: Image.Image, channel: int, size: tuple[int, int]) -> Image.Image:
    """A colour channel, as fine as 4:2:0 keeps it: one value for each two by two pixels."""
    plane = image.getchannel(channel)
    width, height = size
    if width % 2 or height % 2:  # half a pixel would be left, and all the others shifted by it
        return plane.resize(size, _CHROMA, reducing_gap=_ROUGH_GAP)
    halved = plane.resize((width // 2, height // 2), _CHROMA, reducing_gap=_ROUGH_GAP)
    return halved.resize(size, Image.Resampling.NEAREST)


def _in_srgb(image: Image.Image, original: Original) -> tuple[Image.Image, bool, bool]:
    """The picture in sRGB; whether its profile is broken; whether its inks had to be guessed."""
    broken = False
    if original.icc is not None:
        try:
            base = "RGB" if image.mode == "YCbCr" else image.mode.removesuffix("A")
            if not colour.is_srgb(original.icc, base):
                plain = image.convert("RGB") if image.mode == "YCbCr" else image
                image = colour.to_srgb(plain, original.icc)
        except colour.ProfileError:
            broken = True
    elif isinstance(original.layout, PngLayout) and original.layout.gamma:
        image = colour.from_gamma(image, original.layout.gamma)
    if image.mode == "CMYK":
        return image.convert("RGB"), broken, not broken
    return image, broken, False
