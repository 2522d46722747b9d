"""The press: hand-cut wobble, misregister, ink grain, overprinting and paper."""

import numpy as np
from PIL import Image

from artwork.cutting import Ground
from artwork.field import Array, blur, fbm, noise, resize, warp
from artwork.palette import Palette, rgb

PLATE_WIDTH, PLATE_HEIGHT = 1470, 2040


def border(kind: str, rs: np.random.RandomState, shape: tuple[int, int]) -> Array:
    """Return the printed area: full bleed, a cut edge, an oval, a round or an arch."""
    rows, cols = shape
    yy, xx = np.mgrid[0:rows, 0:cols].astype(np.float32)
    rough = noise(rs, shape, 14) * 2.2 + noise(rs, shape, 70) * 3.5
    if kind == "bleed":
        return np.ones(shape, dtype=np.float32)
    if kind in ("cut", "wide"):
        edge = 34.0 if kind == "cut" else 82.0
        gap = np.minimum.reduce([xx, cols - 1 - xx, yy, rows - 1 - yy]) - edge
    elif kind == "oval":
        r = np.hypot((xx - cols / 2) / (cols * 0.455), (yy - rows / 2) / (rows * 0.455))
        gap = (1 - r) * cols * 0.45
    elif kind == "round":
        r = np.hypot(xx - cols / 2, yy - rows * 0.46)
        gap = cols * 0.455 - r
    elif kind == "arch":
        top = np.hypot(xx - cols / 2, np.minimum(yy - cols * 0.5, 0.0)) - cols * 0.44
        gap = np.minimum(-top, rows - 48 - yy)
    else:
        gap = np.minimum.reduce([xx - 70, cols - 71 - xx, yy - 70, rows - 250 - yy])
    return np.asarray(np.clip(0.5 + (gap + rough) * 0.6, 0, 1), dtype=np.float32)


def _nudge(field: Array, dx: int, dy: int) -> Array:
    """Shift a field by whole pixels, repeating its edge."""
    wide = np.pad(field, 8, mode="edge")
    return np.asarray(wide[8 - dy : 8 - dy + field.shape[0], 8 - dx : 8 - dx + field.shape[1]])


class Press:
    """A press keeps its grain textures between prints."""

    def __init__(self) -> None:
        """Prepare paper fibre and roller speckle once."""
        rs = np.random.RandomState(1930)
        shape = (PLATE_HEIGHT, PLATE_WIDTH)
        coarse = fbm(rs, shape, 160, 3)
        fine = blur(rs.uniform(-1, 1, shape).astype(np.float32), 1)
        self._speckle = np.asarray(fine * 1.7 + coarse * 0.20)
        self._fibre = np.asarray(fbm(rs, shape, 9, 2) * 0.010 + fine * 0.016)

    def _shift(self, texture: Array, rs: np.random.RandomState) -> Array:
        flip = texture[:: rs.choice([-1, 1]), :: rs.choice([-1, 1])]
        return np.asarray(np.roll(flip, (rs.randint(2040), rs.randint(1470)), (0, 1)))

    def print(
        self, inks: Ground, palette: Palette, kind: str, seed: int, wobble: float = 1.0
    ) -> Image.Image:
        """Pull one print."""
        rs = np.random.RandomState(seed)
        shape = inks.key.shape
        area = border(kind, rs, shape)
        small = (noise(rs, shape, 9) * 0.9 + noise(rs, shape, 24) * 0.8) * wobble
        other = (noise(rs, shape, 9) * 0.9 + noise(rs, shape, 24) * 0.8) * wobble
        page = np.empty((PLATE_HEIGHT, PLATE_WIDTH, 3), dtype=np.float32)
        paper = 1 - 1.3 * np.abs(self._shift(self._fibre, rs))
        page[:] = np.array(rgb(palette.paper), dtype=np.float32)
        page *= paper[..., None]
        order = (
            (inks.third, palette.third),
            (inks.second, palette.second),
            (inks.key, palette.key),
        )
        for field, colour in order:
            cover = warp(field * area, small, other)
            cover = resize(blur(cover, 1), PLATE_WIDTH, PLATE_HEIGHT)
            dx, dy = (0, 0) if colour == palette.key else rs.randint(-7, 8, 2)
            cover = _nudge(cover, int(dx), int(dy))
            cover = np.clip((cover - 0.5) * 5 + 0.5, 0, 1)
            holes = np.clip((self._shift(self._speckle, rs) - 0.66) * 2.6, 0, 0.5)
            density = cover * (1 - holes) * (0.965 if colour != palette.key else 0.985)
            ink = np.array(rgb(colour), dtype=np.float32)
            page *= 1 - density[..., None] * (1 - ink)
        return Image.fromarray(np.clip(page * 255, 0, 255).astype(np.uint8), "RGB")
