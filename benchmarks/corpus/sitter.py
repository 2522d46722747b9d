"""A stylised sitter: soft where skin is, sharp where hair is."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

from corpus.stream import Stream

SCALE = 4
"""The sitter is painted so much smaller than the picture; only hair is drawn at full size."""

Colour = tuple[int, ...]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits, and where the face is; lengths at the painting's size."""

    skin: Colour
    cloth: Colour
    hair: Colour
    x: float
    y: float
    across: float
    down: float

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box around the face's middle, in units of the face."""
        return (
            self.x + self.across * left,
            self.y + self.down * top,
            self.x + self.across * right,
            self.y + self.down * bottom,
        )


def portrait_layer(stream: Stream, width: int, height: int) -> tuple[Image.Image, Image.Image]:
    """The sitter as an RGB picture and the mask of what it covers."""
    sitter = _sitter(stream, width // SCALE, height // SCALE)
    art, mask = _painted(sitter, width // SCALE, height // SCALE)
    art = _lit(art, stream.pick([90, 270])).resize((width, height), Image.Resampling.BICUBIC)
    mask = mask.filter(ImageFilter.GaussianBlur(0.7))
    mask = mask.resize((width, height), Image.Resampling.BICUBIC)
    _comb(stream, sitter, art, mask)
    return art, mask


def _sitter(stream: Stream, width: int, height: int) -> Sitter:
    tone = stream.uniform(0.45, 1.0)
    return Sitter(
        skin=(int(225 * tone), int(180 * tone), int(155 * tone)),
        cloth=tuple(stream.between(20, 200) for _ in range(3)),
        hair=tuple(int(part * stream.uniform(0.1, 0.7)) for part in (180, 140, 100)),
        x=width * stream.uniform(0.42, 0.58),
        y=height * stream.uniform(0.34, 0.42),
        across=width * stream.uniform(0.17, 0.22),
        down=height * stream.uniform(0.16, 0.20),
    )


def _painted(sitter: Sitter, width: int, height: int) -> tuple[Image.Image, Image.Image]:
    mask = Image.new("L", (width, height), 0)
    art = Image.new("RGB", (width, height), sitter.cloth)
    _body(ImageDraw.Draw(mask), sitter, height, (255, 255, 255))
    _body(ImageDraw.Draw(art), sitter, height, (sitter.cloth, sitter.skin, sitter.hair))
    draw = ImageDraw.Draw(art)
    for side in (-1, 1):
        _eye(draw, sitter, side, max(1, width // 200))
    lips = tuple(int(part * f) for part, f in zip(sitter.skin, (0.85, 0.5, 0.5), strict=True))
    draw.ellipse(sitter.box(-0.3, 0.45, 0.3, 0.56), fill=lips)
    return art.filter(ImageFilter.GaussianBlur(max(1.0, width / 350))), mask


def _body(
    draw: ImageDraw.ImageDraw,
    sitter: Sitter,
    height: int,
    fills: tuple[int | Colour, int | Colour, int | Colour],
) -> None:
    cloth, skin, hair = fills
    left, top, right, _ = sitter.box(-2.6, 1.25, 2.6, 0)
    draw.ellipse((left, top, right, height * 1.4), fill=cloth)
    draw.rectangle(sitter.box(-0.45, 0, 0.45, 1.6), fill=skin)
    draw.ellipse(sitter.box(-1.15, -1.25, 1.15, 0.7), fill=hair)
    draw.ellipse(sitter.box(-1, -1, 1, 1), fill=skin)


def _eye(draw: ImageDraw.ImageDraw, sitter: Sitter, side: int, line: int) -> None:
    x, y = sitter.x + side * sitter.across * 0.42, sitter.y - sitter.down * 0.12
    across, down = sitter.across, sitter.down
    half = down * 0.07
    white, iris, brow = across * 0.17, across * 0.07, across * 0.2
    draw.ellipse((x - white, y - half, x + white, y + half), fill=(235, 232, 228))
    draw.ellipse((x - iris, y - half, x + iris, y + half), fill=sitter.hair)
    draw.line((x - brow, y - down * 0.16, x + brow, y - down * 0.18), fill=sitter.hair, width=line)


def _lit(art: Image.Image, angle: int) -> Image.Image:
    """Lit broadly from one side."""
    light = Image.linear_gradient("L").rotate(angle).resize(art.size)
    return Image.composite(art, Image.eval(art, lambda value: int(value * 0.45)), light)


def _comb(stream: Stream, sitter: Sitter, art: Image.Image, mask: Image.Image) -> None:
    """Draw hair at full size: long thin edges, the hard case for scaling."""
    on_art, on_mask = ImageDraw.Draw(art), ImageDraw.Draw(mask)
    line = max(1, art.width // 1600)
    for _ in range(500):
        x = (sitter.x + sitter.across * stream.uniform(-1.1, 1.1)) * SCALE
        y = (sitter.y - sitter.down * stream.uniform(0.7, 1.3)) * SCALE
        end_x = x + stream.uniform(-0.12, 0.12) * art.width
        end_y = y + stream.uniform(-0.02, 0.10) * art.height
        bright = stream.uniform(0.6, 1.7)
        colour = tuple(min(255, int(part * bright)) for part in sitter.hair)
        on_art.line((x, y, end_x, end_y), fill=colour, width=line)
        on_mask.line((x, y, end_x, end_y), fill=255, width=line)
