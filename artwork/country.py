"""Settings in the open: the pit-head, slag heaps, skies and smoke."""

import math

import numpy as np

from artwork.backdrop import Sheet
from artwork.cutting import Ground
from artwork.field import fbm
from artwork.render import HEIGHT, WIDTH


def _wheel(s: Sheet, ink: str, x: float, y: float, r: float, on: bool) -> None:
    s.disc(ink, x, y, r, on)
    s.disc(ink, x, y, r * 0.84, not on)
    for k in range(8):
        a = math.pi * k / 8 + 0.2
        s.bar(
            ink,
            (x - r * math.cos(a), y - r * math.sin(a)),
            (x + r * math.cos(a), y + r * math.sin(a)),
            r * 0.07,
            on,
        )
    s.disc(ink, x, y, r * 0.16, on)


def _tower(s: Sheet, ink: str, x: float, base: float, h: float, on: bool = True) -> None:
    """Draw a headframe with two winding wheels and a raking back leg."""
    w = h * 0.13
    t = h * 0.024
    top = base - h
    for side in (-1, 1):
        s.bar(ink, (x + side * w * 0.6, top), (x + side * w, base), t, on)
    rungs = 6
    for k in range(rungs):
        y0, y1 = top + h * k / rungs, top + h * (k + 1) / rungs
        a, b = w * (0.6 + 0.4 * k / rungs), w * (0.6 + 0.4 * (k + 1) / rungs)
        s.bar(ink, (x - a, y0), (x + b, y1), t * 0.55, on)
        s.bar(ink, (x + a, y0), (x - b, y1), t * 0.55, on)
        s.bar(ink, (x - b, y1), (x + b, y1), t * 0.6, on)
    for off in (0.0, 0.14):
        s.bar(ink, (x + w * 0.6, top + h * off), (x + h * (0.62 - off * 0.4), base), t, on)
    s.box(ink, x - w * 0.95, top - t, w * 1.9, t * 1.6, on)
    _wheel(s, ink, x - w * 0.42, top - h * 0.075, h * 0.085, on)
    _wheel(s, ink, x + w * 0.62, top - h * 0.05, h * 0.085, on)
    s.poly(
        ink,
        [
            (x - w * 0.9, top - h * 0.16),
            (x, top - h * 0.24),
            (x + w * 1.2, top - h * 0.16),
            (x + w * 1.2, top - h * 0.145),
            (x - w * 0.9, top - h * 0.145),
        ],
        on,
    )


def _tip(s: Sheet, ink: str, x: float, base: float, w: float, h: float) -> None:
    """Draw a slag heap with a scarred flank."""
    s.poly(
        ink,
        [
            (x - w, base),
            (x - w * 0.08, base - h),
            (x + w * 0.06, base - h * 0.985),
            (x + w * 1.1, base),
        ],
    )


def headframe(s: Sheet) -> str:
    """Stand a winding tower against the sky."""
    horizon = HEIGHT * s.rng.uniform(0.72, 0.9)
    sky = s.rng.random()
    if sky < 0.4:
        s.fill("third")
    elif sky < 0.7:
        s.fill("second")
        s.disc("second", WIDTH * 0.28, HEIGHT * 0.2, 130, False)
    x = WIDTH * s.rng.choice([0.16, 0.80])
    _tower(s, "key", x, horizon, HEIGHT * s.rng.uniform(0.42, 0.56))
    _tip(s, "second", WIDTH * (0.95 if x < 400 else 0.1), horizon, 430, 330)
    s.box("key", 0, horizon, WIDTH, HEIGHT)
    return "by a winding tower"


def tips(s: Sheet) -> str:
    """Set slag heaps and a winding tower on a low horizon under a wide sky."""
    horizon = HEIGHT * s.rng.uniform(0.70, 0.80)
    s.box("third", 0, 0, WIDTH, horizon)
    sun = WIDTH * s.rng.uniform(0.2, 0.8)
    s.disc("third", sun, horizon - s.rng.uniform(120, 560), s.rng.uniform(70, 150), False)
    _tip(s, "second", WIDTH * s.rng.uniform(0.1, 0.4), horizon, 420, s.rng.uniform(260, 440))
    _tip(s, "second", WIDTH * s.rng.uniform(0.6, 0.95), horizon, 330, s.rng.uniform(160, 300))
    _tip(s, "key", WIDTH * s.rng.uniform(0.0, 1.0), horizon, 260, s.rng.uniform(100, 190))
    _tower(s, "key", WIDTH * s.rng.uniform(0.25, 0.75), horizon, s.rng.uniform(230, 360))
    s.box("key", 0, horizon - 2, WIDTH, HEIGHT)
    for k in range(26):
        y = horizon + 8 + k * k * 0.75
        x = s.rng.uniform(-200, WIDTH * 0.8)
        s.bar(
            "key",
            (x, y),
            (x + s.rng.uniform(120, 420), y + s.rng.uniform(-4, 8)),
            2 + k * 0.25,
            False,
        )
        s.bar("second", (x, y), (x + 300, y), 2 + k * 0.25)
    return "under slag heaps and a winding tower"


def night(s: Sheet) -> str:
    """Hang a moon and stars over dark roofs."""
    s.fill("key")
    s.fill("second")
    x, y = WIDTH * s.rng.choice([0.2, 0.78]), HEIGHT * 0.17
    for ink in ("key", "second"):
        s.disc(ink, x, y, 105, False)
    s.disc("third", x, y, 105)
    s.disc("key", x + 46, y - 26, 92)
    s.disc("third", x + 46, y - 26, 92, False)
    for _ in range(46):
        px, py, r = s.rng.uniform(0, WIDTH), s.rng.uniform(0, HEIGHT * 0.62), s.rng.uniform(2.5, 6)
        s.disc("key", px, py, r, False)
        s.disc("second", px, py, r, False)
    base = HEIGHT * 0.74
    _tower(s, "key", WIDTH * (0.8 if x < 400 else 0.18), base, 470, False)
    s.box("key", 0, base, WIDTH, 10, False)
    return "under stars and a thin moon"


def smoke(s: Sheet) -> Ground:
    """Let chimneys smoke across the sky."""
    for k in range(3):
        x = WIDTH * (0.10 + 0.12 * k) + s.rng.uniform(-20, 20)
        top = HEIGHT * s.rng.uniform(0.42, 0.55)
        s.poly("key", [(x - 17, top), (x + 17, top), (x + 30, HEIGHT), (x - 30, HEIGHT)])
    g = s.ground()
    drift = fbm(s.rs, (HEIGHT, WIDTH), 330, 4)
    plume = (s.y / HEIGHT) + 0.30 * (s.x / WIDTH) + 0.22 * drift
    cloud = np.clip(1 - np.abs(plume - 0.42) / 0.22, 0, 1)
    g.key = np.maximum(g.key, s.shade(cloud * 0.75 - 0.12, 15, 12, 1.2))
    g.third = (plume < 0.72).astype(np.float32)
    g.second = np.clip(0.5 + 40 * (cloud - 0.35), 0, 1).astype(np.float32)
    return g


def clouds(s: Sheet) -> Ground:
    """Heap clouds in carved lines over a low horizon."""
    g = s.ground()
    heap = fbm(s.rs, (HEIGHT, WIDTH), 420, 5)
    bank = np.sin(s.y / 95 + 2.4 * heap + s.rng.uniform(0, 6))
    g.second = s.shade(0.50 + 0.42 * bank, 19, s.rng.choice([0, 8, -8]), 0.35)
    low = 0.55 + 0.14 * np.sin(s.x / 210 + s.rng.uniform(0, 6)) + 0.05 * heap
    g.third = (s.y / HEIGHT > low).astype(np.float32)
    return g


def dawn(s: Sheet) -> str:
    """Raise a low sun between slag heaps, its light in long bars over the ground."""
    horizon = HEIGHT * s.rng.uniform(0.66, 0.74)
    sun = WIDTH * s.rng.uniform(0.3, 0.7)
    s.rays("third", sun, horizon, s.rng.choice([14, 18, 24]))
    s.disc("third", sun, horizon, 250, False)
    s.disc("second", sun, horizon, 215)
    _tip(s, "key", WIDTH * s.rng.uniform(-0.05, 0.12), horizon, 330, s.rng.uniform(190, 300))
    _tip(s, "key", WIDTH * s.rng.uniform(0.9, 1.05), horizon, 260, s.rng.uniform(110, 200))
    for ink in ("second", "third"):
        s.box(ink, 0, horizon, WIDTH, HEIGHT, False)
    s.box("key", 0, horizon, WIDTH, HEIGHT)
    s.box("second", 0, horizon, WIDTH, HEIGHT)
    for k in range(9):
        y = horizon + 16 + k * k * 6
        half = 230 + 26 * k
        s.bar("key", (sun - half, y), (sun + half, y), 5 + 2.4 * k, False)
    return "before a low sun between slag heaps"


def pithead(s: Sheet) -> str:
    """Raise a huge winding tower over an empty yard."""
    horizon = HEIGHT * s.rng.uniform(0.84, 0.9)
    s.fill(s.rng.choice(["third", "second"]))
    s.disc("third", WIDTH * 0.3, HEIGHT * 0.24, s.rng.uniform(90, 170), False)
    s.disc("second", WIDTH * 0.3, HEIGHT * 0.24, 60, False)
    _tip(s, "second", WIDTH * 0.06, horizon, 330, s.rng.uniform(120, 260))
    _tower(s, "key", WIDTH * s.rng.uniform(0.64, 0.74), horizon, HEIGHT * s.rng.uniform(0.58, 0.68))
    s.box("key", 0, horizon, WIDTH, HEIGHT)
    return "beneath a huge winding tower"
