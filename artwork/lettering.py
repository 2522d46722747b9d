"""A condensed poster alphabet of our own, built from bars and rounded bowls."""

import numpy as np
from PIL import Image, ImageDraw

from artwork.field import Array, resize

TALL = 1000.0
WIDTHS = {"A": 520, "B": 520, "E": 440, "F": 430, "G": 520, "H": 540, "K": 540, "L": 420,
          "O": 520, "R": 530, "S": 500, "U": 530, "V": 540, " ": 210}  # fmt: skip
STEM = 178.0
BAR = 152.0


class _Glyph:
    """One letter on its own canvas, drawn with full and cleared shapes."""

    def __init__(self, width: float) -> None:
        """Start an empty canvas of the letter's width."""
        self.width = width
        self.image = Image.new("L", (round(width), round(TALL)), 0)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x0: float, y0: float, x1: float, y1: float, on: bool = True) -> None:
        """Fill or clear a rectangle."""
        self.pen.rectangle((x0, y0, x1 - 1, y1 - 1), fill=255 if on else 0)

    def bowl(
        self, x0: float, y0: float, x1: float, y1: float, corners: str = "abcd", hole: bool = True
    ) -> None:
        """Draw a rounded box with a counter; `corners` names the round ones clockwise."""
        sides = ("a" in corners, "b" in corners, "c" in corners, "d" in corners)
        r = 150.0
        self.pen.rounded_rectangle((x0, y0, x1 - 1, y1 - 1), r, fill=255, corners=sides)
        if hole:
            inner = (x0 + STEM, y0 + BAR, x1 - STEM - 1, y1 - BAR - 1)
            self.pen.rounded_rectangle(inner, 46, fill=0, corners=sides)

    def poly(self, *points: tuple[float, float], on: bool = True) -> None:
        """Fill or clear a polygon."""
        self.pen.polygon(list(points), fill=255 if on else 0)


def _glyph(letter: str) -> Image.Image:
    """Draw one letter at full size."""
    w = float(WIDTHS[letter])
    g = _Glyph(w)
    mid, half = TALL * 0.5, BAR / 2
    if letter in "EFL":
        g.box(0, 0, STEM, TALL)
        if letter != "L":
            g.box(0, 0, w, BAR)
            g.box(0, mid - half - 18, w * 0.86, mid + half - 18)
        if letter != "F":
            g.box(0, TALL - BAR, w, TALL)
    elif letter == "H":
        g.box(0, 0, STEM, TALL)
        g.box(w - STEM, 0, w, TALL)
        g.box(0, mid - half - 18, w, mid + half - 18)
    elif letter == "O":
        g.bowl(0, 0, w, TALL)
    elif letter == "U":
        g.bowl(0, -300, w, TALL)
    elif letter == "A":
        g.bowl(0, 0, w, TALL + 400, "ab")
        g.box(STEM - 2, TALL * 0.60, w - STEM + 2, TALL * 0.60 + BAR)
    elif letter == "B":
        g.bowl(0, 0, w - 14, mid + half - 18, "bc")
        g.bowl(0, mid - half - 18, w, TALL, "bc")
        g.poly((w - 60, mid - 18), (w + 40, mid - 88), (w + 40, mid + 52), on=False)
    elif letter == "R":
        g.bowl(0, 0, w - 6, mid + half + 22, "bc")
        g.box(0, 0, STEM, TALL)
        g.poly(
            (w * 0.40, mid + 10), (w * 0.40 + STEM, mid + 10), (w, TALL), (w - STEM * 1.06, TALL)
        )
    elif letter == "G":
        g.bowl(0, 0, w, TALL)
        g.box(w - STEM - 1, TALL * 0.33, w, mid - 40, False)
        g.box(w * 0.52, mid - 40, w, mid - 40 + BAR)
    elif letter == "S":
        g.bowl(0, 0, w, mid + half - 10, "abd")
        g.bowl(0, mid - half - 10, w, TALL, "bcd")
        g.box(w - STEM - 1, TALL * 0.30, w, mid - half - 10, False)
        g.box(0, mid + half - 10, STEM + 1, TALL * 0.70, False)
    elif letter == "K":
        g.box(0, 0, STEM, TALL)
        g.poly((w - STEM * 1.14, 0), (w, 0), (STEM, TALL * 0.655), (STEM, TALL * 0.40))
        g.poly(
            (STEM * 1.05, TALL * 0.46),
            (STEM * 2.02, TALL * 0.30),
            (w, TALL),
            (w - STEM * 1.16, TALL),
        )
    elif letter == "V":
        g.poly(
            (0, 0),
            (STEM * 1.04, 0),
            (w / 2, TALL * 0.74),
            (w - STEM * 1.04, 0),
            (w, 0),
            (w / 2 + 104, TALL),
            (w / 2 - 104, TALL),
        )
    return g.image


_KERN = {"KO": -26, "OV": -34, "LA": -8, "RU": -10, "UK": 0, "OF": 0, "AB": 4, "F ": -40, " L": -20}


def line(text: str, width: int, height: int, gap: float = 74.0) -> Array:
    """Set a line to an exact width and height; letters keep even spacing."""
    pairs = list(zip(text, [*text[1:], ""], strict=True))
    steps = [WIDTHS[a] + (gap + _KERN.get(a + b, 0) if b else 0) for a, b in pairs]
    strip = Image.new("L", (round(sum(steps)), round(TALL)), 0)
    x = 0.0
    for letter, step in zip(text, steps, strict=True):
        if letter != " ":
            strip.paste(_glyph(letter), (round(x), 0))
        x += step
    return resize(np.asarray(strip, dtype=np.float32), width, height) / 255
