"""Settings behind the sitter, drawn as three ink fields: the plainer, geometric ones."""

import math
import random

import numpy as np
from PIL import Image, ImageDraw

from artwork.cutting import Ground, wave
from artwork.field import Array, fbm
from artwork.render import HEIGHT, WIDTH

Point = tuple[float, float]


class Sheet:
    """Three drawing layers of render size with small helpers for cut shapes."""

    def __init__(self, rng: random.Random) -> None:
        """Start with three empty layers."""
        self.rng = rng
        self.rs = np.random.RandomState(rng.randrange(2**31))
        self.layers = {n: Image.new("L", (WIDTH, HEIGHT), 0) for n in ("key", "second", "third")}
        self.pens = {n: ImageDraw.Draw(im) for n, im in self.layers.items()}
        yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        self.x, self.y = xx, yy

    def fill(self, ink: str, ink_on: bool = True) -> None:
        """Cover or clear a whole layer."""
        self.poly(ink, [(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], ink_on)

    def poly(self, ink: str, points: list[Point], ink_on: bool = True) -> None:
        """Draw a polygon on one layer."""
        self.pens[ink].polygon(points, fill=255 if ink_on else 0)

    def box(self, ink: str, x: float, y: float, w: float, h: float, ink_on: bool = True) -> None:
        """Draw a slightly crooked rectangle."""
        j = self.rng.uniform
        corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        self.poly(ink, [(px + j(-2, 2), py + j(-2, 2)) for px, py in corners], ink_on)

    def disc(self, ink: str, x: float, y: float, r: float, ink_on: bool = True) -> None:
        """Draw a disc."""
        self.pens[ink].ellipse((x - r, y - r, x + r, y + r), fill=255 if ink_on else 0)

    def bar(self, ink: str, a: Point, b: Point, width: float, ink_on: bool = True) -> None:
        """Draw a straight bar of a given width."""
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = math.hypot(dx, dy) or 1.0
        ox, oy = -dy / n * width / 2, dx / n * width / 2
        self.poly(
            ink,
            [
                (a[0] + ox, a[1] + oy),
                (b[0] + ox, b[1] + oy),
                (b[0] - ox, b[1] - oy),
                (a[0] - ox, a[1] - oy),
            ],
            ink_on,
        )

    def rays(self, ink: str, x: float, y: float, count: int, start: float = 0.0) -> None:
        """Draw alternating rays from one point."""
        step = math.pi / count
        for k in range(count):
            a = start + 2 * k * step
            b = a + step
            self.poly(
                ink,
                [
                    (x, y),
                    (x + 2200 * math.cos(a), y + 2200 * math.sin(a)),
                    (x + 2200 * math.cos(b), y + 2200 * math.sin(b)),
                ],
            )

    def array(self, ink: str) -> Array:
        """Return a layer as a field 0..1."""
        return np.asarray(self.layers[ink], dtype=np.float32) / 255

    def ground(self) -> Ground:
        """Return the three fields."""
        return Ground(self.array("key"), self.array("second"), self.array("third"))

    def shade(self, tone: Array, period: float, angle: float, wobble: float = 0.25) -> Array:
        """Return hatching whose lines swell where `tone` (0..1 darkness) rises."""
        a = math.radians(angle)
        across = -self.x * math.sin(a) + self.y * math.cos(a)
        bend = fbm(self.rs, (HEIGHT, WIDTH), 120, 3) * wobble
        return np.asarray(
            np.clip(0.5 + 3 * (tone - 0.5 + 0.5 * wave(across / period + bend)), 0, 1)
        )


def _ink(rng: random.Random) -> str:
    return rng.choice(["second", "third", "second"])


def plain(s: Sheet) -> str:
    """Leave one flat ink."""
    s.fill(_ink(s.rng))
    return "against flat colour"


def paper(s: Sheet) -> str:
    """Leave the paper bare."""
    return "on bare paper"


def dark(s: Sheet) -> str:
    """Fill with the key ink."""
    s.fill("key")
    return "out of solid darkness"


def scored(s: Sheet) -> Ground:
    """Fill with the key ink scored by loose gouge marks."""
    g = s.ground()
    tone = 0.80 + 0.22 * fbm(s.rs, (HEIGHT, WIDTH), 260, 2)
    g.key = s.shade(tone, 17, s.rng.choice([0, 35, 90, -30]))
    g.second = np.ones_like(g.key)
    return g


def disc(s: Sheet) -> str:
    """Hang a great sun or moon behind the head."""
    x, y = WIDTH * s.rng.uniform(0.35, 0.65), HEIGHT * s.rng.uniform(0.27, 0.40)
    if s.rng.random() < 0.5:
        s.fill("second")
        s.disc("second", x, y, 330, False)
        s.disc("third", x, y, 330)
    else:
        s.fill("key")
        s.disc("key", x, y, 345, False)
        s.disc("third", x, y, 345)
    return "before a great disc of sun"


def rays(s: Sheet) -> str:
    """Fan rays out behind the sitter."""
    ink = _ink(s.rng)
    s.rays(
        ink,
        WIDTH * s.rng.uniform(0.3, 0.7),
        HEIGHT * s.rng.uniform(0.25, 0.6),
        s.rng.choice([9, 12, 16]),
        s.rng.random(),
    )
    if ink == "second" and s.rng.random() < 0.5:
        s.fill("third")
    return "before a fan of rays"


def chevrons(s: Sheet) -> str:
    """Stack chevrons."""
    step = s.rng.choice([150, 190, 230])
    ink = _ink(s.rng)
    up = s.rng.choice([-1, 1])
    for k in range(-6, 14):
        y = k * step
        d = 190 * up
        s.poly(
            ink,
            [
                (0, y),
                (WIDTH / 2, y - d),
                (WIDTH, y),
                (WIDTH, y + step / 2),
                (WIDTH / 2, y + step / 2 - d),
                (0, y + step / 2),
            ],
        )
    return "before stacked chevrons"


def stripes(s: Sheet) -> str:
    """Run diagonal hazard stripes behind the sitter."""
    step = s.rng.choice([120, 170])
    slope = s.rng.choice([-1, 1]) * 700
    s.fill("third")
    for k in range(-8, 20):
        x = k * step
        s.poly(
            "key", [(x, HEIGHT), (x + step / 2, HEIGHT), (x + step / 2 + slope, 0), (x + slope, 0)]
        )
    return "before slanting hazard stripes"


def halves(s: Sheet) -> str:
    """Split the sheet into two flats of ink."""
    cut = WIDTH * s.rng.uniform(0.42, 0.58)
    lean = s.rng.uniform(-160, 160)
    s.poly("second", [(0, 0), (cut + lean, 0), (cut - lean, HEIGHT), (0, HEIGHT)])
    s.poly("third", [(cut + lean, 0), (WIDTH, 0), (WIDTH, HEIGHT), (cut - lean, HEIGHT)])
    return "before two flats of colour"


def splitkey(s: Sheet) -> str:
    """Blacken the left half so that the print flips at the middle."""
    s.poly("key", [(0, 0), (WIDTH / 2, 0), (WIDTH / 2, HEIGHT), (0, HEIGHT)])
    s.poly("second", [(WIDTH / 2, 0), (WIDTH, 0), (WIDTH, HEIGHT), (WIDTH / 2, HEIGHT)])
    return "on a sheet split between night and day"


_DIGITS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc",
    "5": "afgcd", "6": "afgedc", "7": "abc", "8": "abcdefg", "9": "abcdfg",
}  # fmt: skip


def number(s: Sheet, value: int) -> str:
    """Set a huge two-figure number in slab numerals behind the sitter."""
    s.fill("second")
    text = f"{value:02d}"[-2:]
    w, h, t = 400.0, 820.0, 118.0
    for k, figure in enumerate(text):
        x, y = 60 + k * 460, 70.0
        runs = {
            "a": (x, y, w, t), "b": (x + w - t, y, t, h / 2 + t / 2),
            "c": (x + w - t, y + h / 2 - t / 2, t, h / 2 + t / 2), "d": (x, y + h - t, w, t),
            "e": (x, y + h / 2 - t / 2, t, h / 2 + t / 2), "f": (x, y, t, h / 2 + t / 2),
            "g": (x, y + h / 2 - t / 2, w, t),
        }  # fmt: skip
        for name in _DIGITS[figure]:
            s.box("key", *runs[name])
    return f"before a huge number {text}"
