"""The cover: a monumental miner looking up, rays, and the title in our own letters."""

import random

import numpy as np
from PIL import Image

from artwork.anatomy import Face
from artwork.backdrop import Sheet
from artwork.cutting import compose, cut_sitter
from artwork.dress import Dress
from artwork.field import Array
from artwork.helmet import Headgear
from artwork.lettering import line
from artwork.mesh import Part
from artwork.palette import PALETTES
from artwork.press import Press
from artwork.render import HEIGHT, WIDTH, Camera, Light
from artwork.scene import look
from artwork.spec import Cut, Pose, Scheme, Spec

MARGIN = 58


def cover_spec() -> Spec:
    """Return the sitter of the cover."""
    face = Face(
        age=0.55, jaw=1.08, brow=1.2, hook=0.4, chin=1.2, cheek=1.2, stubble=0.5, dust=0.25,
        eye_open=0.8, brow_angle=0.4, smile=0.1, seed=77, gaunt=0.6,
    )  # fmt: skip
    return Spec(
        0,
        "cover",
        face,
        Headgear("fibre", True, True, -6.0, True, False, 3),
        Dress("jacket", build=1.05, seed=8),
        Pose(yaw=16, pitch=-9),
        Camera(30, -14, 0, 268, 425, 560),
        Light(0.85, 0.28, 0.50, 0.13, 0.35),
        Cut("gouge", 15, 0.16, 0.33, 0.8, 6, 64),
        Scheme(
            {Part.HELMET: 0.62, Part.METAL: 0.6, Part.SHIRT: 0.6, Part.SKIN: 0.50},
            {},
            {Part.CLOTH: 0.55},
        ),
        palette="banner",
        backdrop="plain",
    )


def _stamp(field: Array, letters: Array, x: int, y: int, value: float) -> None:
    """Lay letters into an ink field."""
    h, w = letters.shape
    part = field[y : y + h, x : x + w]
    part[:] = part * (1 - letters) + value * letters


def draw_cover(press: Press) -> Image.Image:
    """Draw the cover print."""
    spec = cover_spec()
    seen = look(spec)
    sheet = Sheet(random.Random("cover"))
    lens = seen.part == Part.LENS
    yy, xx = np.nonzero(lens)
    cx, cy = float(xx.mean()), float(yy.mean())
    sheet.fill("second")
    for k in range(9):
        a = -0.62 + 0.20 * k
        far = 1700.0
        sheet.poly(
            "second",
            [
                (cx, cy),
                (cx + far * float(np.cos(a)), cy + far * float(np.sin(a))),
                (cx + far * float(np.cos(a + 0.10)), cy + far * float(np.sin(a + 0.10))),
            ],
            False,
        )
    inks = compose(spec, sheet.ground(), cut_sitter(spec, seen, np.random.RandomState(5)), seen)
    wide = WIDTH - 2 * MARGIN
    foot = HEIGHT - MARGIN
    second_h, first_h = 172, 262
    top = foot - second_h - 26 - first_h
    inks.key[top - 34 :] = 1.0
    inks.second[top - 34 :] = 0.0
    inks.third[top - 34 :] = 0.0
    first, second = line("HEROES", wide, first_h), line("OF LABOUR", wide, second_h)
    _stamp(inks.key, first, MARGIN, top, 0.0)
    _stamp(inks.key, second, MARGIN, foot - second_h, 0.0)
    _stamp(inks.second, second, MARGIN, foot - second_h, 1.0)
    name = line("GLEB KOSORUKOV", wide, 62, 330.0)
    inks.key[: 58 + 2 * 40] = 1.0
    inks.second[: 58 + 2 * 40] = 0.0
    _stamp(inks.key, name, MARGIN, 40, 0.0)
    return press.print(inks, PALETTES[spec.palette], "bleed", 8999, 0.6)
