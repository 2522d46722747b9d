"""Settings underground and indoors: seams, galleries, shafts, walls, the crew."""

import math

import numpy as np

from artwork.backdrop import Sheet
from artwork.cutting import Ground, wave
from artwork.field import fbm, noise
from artwork.render import HEIGHT, WIDTH


def seam(s: Sheet) -> Ground:
    """Cut the wall of coal in slanting beds."""
    g = s.ground()
    tilt = s.rng.uniform(-0.35, 0.35)
    bed = (s.y + tilt * s.x) / s.rng.choice([110, 150, 190])
    bed = bed + 0.45 * fbm(s.rs, (HEIGHT, WIDTH), 300, 3)
    layer = np.floor(bed)
    shade = np.mod(np.sin(layer * 12.9898) * 43758.5453, 1.0)
    angle = np.where(np.mod(layer, 2) < 1, s.x * 0.7 + s.y, s.y * 1.0 - s.x * 0.5)
    crumbs = wave(angle / 19 + 0.5 * noise(s.rs, (HEIGHT, WIDTH), 50))
    g.key = np.clip(0.5 + 3 * (0.25 + 0.55 * shade - 0.4 * crumbs - 0.5 + 0.3), 0, 1)
    g.key = np.where(np.mod(bed, 1) < 0.05, 0.0, g.key).astype(np.float32)
    g.second = np.ones_like(g.key)
    return g


def gallery(s: Sheet) -> str:
    """Frame a timbered gallery narrowing to a lit end."""
    cx, cy = WIDTH * s.rng.uniform(0.42, 0.58), HEIGHT * 0.40
    s.fill("key")
    s.fill("second")

    def corners(f: float) -> list[tuple[float, float]]:
        w, h = 640 * f, 800 * f
        return [
            (cx - w * 0.76, cy - h),
            (cx + w * 0.76, cy - h),
            (cx + w, cy + h),
            (cx - w, cy + h),
        ]

    for k in range(1, 6):
        outer, inner = corners(0.66 ** (k - 1)), corners(0.66**k)
        t = 74 * 0.66 ** (k - 1)
        for a, b in ((0, 3), (1, 2), (0, 1)):
            s.bar("key", outer[a], outer[b], t, False)
        for j in range(1, 5):
            f = j / 5
            for a, b in ((0, 1), (3, 2)):
                x0 = outer[a][0] + (outer[b][0] - outer[a][0]) * f
                x1 = inner[a][0] + (inner[b][0] - inner[a][0]) * f
                s.bar("key", (x0, outer[a][1]), (x1, inner[a][1]), t * 0.09, False)
    end = corners(0.66**5)
    s.poly("key", end, False)
    s.poly("second", end, False)
    s.poly("third", end)
    return "in a timbered gallery"


def rails(s: Sheet) -> str:
    """Run rails down a round tunnel to the light."""
    cx, cy = WIDTH * s.rng.uniform(0.42, 0.58), HEIGHT * s.rng.uniform(0.36, 0.44)
    s.fill("key")
    for k, r in enumerate((620, 450, 320, 225, 150, 96)):
        s.disc("key", cx, cy, r, False)
        s.disc("second", cx, cy, r, k < 4)
        s.disc("key", cx, cy, r - 16 * (0.75**k) - 6, k < 3)
        if k < 3:
            s.disc("second", cx, cy, r - 16 * (0.75**k) - 6, False)
    s.disc("third", cx, cy, 92)
    floor = [(cx - 60, cy + 66), (cx + 60, cy + 66), (WIDTH * 0.98, HEIGHT), (WIDTH * 0.02, HEIGHT)]
    s.poly("key", floor)
    s.poly("second", floor, False)
    for k in range(14):
        f = 0.78**k
        y = cy + 60 + (HEIGHT - cy - 60) * f
        half = 40 + 330 * f
        s.bar("key", (cx - half, y), (cx + half, y), 26 * f, False)
        s.bar("second", (cx - half, y), (cx + half, y), 26 * f)
    for side in (-1, 1):
        s.poly(
            "key",
            [
                (cx + side * 22, cy + 66),
                (cx + side * 26, cy + 66),
                (cx + side * 250, HEIGHT),
                (cx + side * 215, HEIGHT),
            ],
            False,
        )
    return "where rails run down a round tunnel"


def bricks(s: Sheet) -> str:
    """Lay a brick wall."""
    s.fill("second")
    h = s.rng.choice([52, 70])
    w = h * 2.35
    for row in range(int(HEIGHT / h) + 1):
        y = row * h
        s.bar("key", (0, y), (WIDTH, y + s.rng.uniform(-3, 3)), 5)
        for k in range(-1, int(WIDTH / w) + 2):
            x = k * w + (row % 2) * w / 2
            s.bar("key", (x, y), (x, y + h), 5)
            if s.rng.random() < 0.10:
                s.box("third", x + 4, y + 4, w - 8, h - 8)
            if s.rng.random() < 0.07:
                s.box("key", x, y, w, h)
    return "against a brick wall"


def lockers(s: Sheet) -> str:
    """Stand a row of changing-room lockers behind the sitter."""
    s.fill("second")
    w = WIDTH / s.rng.choice([4, 5])
    for k in range(7):
        x = k * w - w / 2
        s.bar("key", (x, 0), (x, HEIGHT), 9)
        for j in range(5):
            s.box("key", x + w * 0.3, 150 + j * 30, w * 0.4, 10)
        s.disc("third", x + w * 0.82, HEIGHT * 0.45, 15)
        s.disc("key", x + w * 0.82, HEIGHT * 0.45, 7)
    s.bar("key", (0, 70), (WIDTH, 70), 12)
    return "before the lockers of the changing room"


def cage(s: Sheet) -> str:
    """Hang the mesh of the lift cage behind the sitter."""
    s.fill("third")
    step = s.rng.choice([62, 84])
    for k in range(-30, 40):
        s.bar("key", (k * step, 0), (k * step + HEIGHT * 0.7, HEIGHT), 6)
        s.bar("key", (k * step, 0), (k * step - HEIGHT * 0.7, HEIGHT), 6)
    for x in (0.06, 0.94):
        s.bar("key", (WIDTH * x, 0), (WIDTH * x, HEIGHT), 66)
    s.bar("key", (0, 40), (WIDTH, 40), 80)
    return "behind the mesh of the lift cage"


def shaft(s: Sheet) -> str:
    """Look up the shaft to a circle of daylight crossed by guide ropes."""
    cx, cy = WIDTH * s.rng.uniform(0.4, 0.6), HEIGHT * 0.2
    s.fill("key")
    for k in range(9):
        r = 1150 * 0.78**k
        s.disc("key", cx, cy, r, False)
        s.disc("key", cx, cy, r - 11 * 0.8**k)
    for k in range(18):
        a = math.pi * 2 * k / 18
        s.bar("key", (cx, cy), (cx + 1500 * math.cos(a), cy + 1500 * math.sin(a)), 3, False)
    s.disc("key", cx, cy, 165, False)
    s.disc("third", cx, cy, 165)
    s.disc("third", cx, cy, 120, False)
    s.fill("second")
    s.disc("second", cx, cy, 165, False)
    return "below the daylight circle of the shaft"


def crew(s: Sheet) -> str:
    """Line up the helmeted outlines of the shift behind the sitter."""
    s.fill("third")
    for row, (y, r) in enumerate(((HEIGHT * 0.34, 66), (HEIGHT * 0.46, 84))):
        ink = "second" if row == 0 else "key"
        for k in range(-1, 6):
            x = k * r * 3.1 + row * r * 1.4 + s.rng.uniform(-10, 10)
            d = s.rng.uniform(-18, 18)
            s.pens[ink].ellipse((x - r * 0.72, y - r + d, x + r * 0.72, y + r * 1.2 + d), fill=255)
            s.pens[ink].pieslice(
                (x - r, y - r * 1.35 + d, x + r, y + r * 0.75 + d), 180, 360, fill=255
            )
            s.box(ink, x - r * 1.15, y - r * 0.34 + d, r * 2.3, r * 0.14)
            s.poly(
                ink,
                [
                    (x - r * 0.5, y + r + d),
                    (x + r * 0.5, y + r + d),
                    (x + r * 1.7, y + r * 2.2),
                    (x + r * 1.8, HEIGHT),
                    (x - r * 1.8, HEIGHT),
                    (x - r * 1.7, y + r * 2.2),
                ],
            )
    return "before the outlines of the shift"


def beds(s: Sheet, floor: float, size: float) -> Ground:
    """Stack black rock over and under one low working seam."""
    roof = floor - s.rng.uniform(9.6, 11.5) * size
    shape = (HEIGHT, WIDTH)
    wavy = 20 * fbm(s.rs, shape, 300, 3)
    y = s.y + wavy + 0.10 * s.x * s.rng.uniform(-1, 1)
    g = s.ground()
    rock = (y < roof) | (s.y > floor + 0.3 * wavy)
    bed = y / s.rng.choice([52, 74, 104]) + 0.12 * fbm(s.rs, shape, 60, 2)
    lines = np.clip(0.5 + 9 * (np.abs(np.mod(bed, 1) - 0.5) - 0.055), 0, 1)
    ticks = wave((s.x + s.y * 0.4) / 33 + np.floor(bed) * 0.37) > 0.80
    g.key = np.where(rock, np.where(ticks & (np.mod(np.floor(bed), 3) == 0), 0, lines), 0).astype(
        np.float32
    )
    g.second = np.where(rock, 1.0, 0.0).astype(np.float32)
    g.third = np.where(rock, 0.0, 1.0).astype(np.float32)
    for k in range(4):
        x = 60 + k * 270 + s.rng.uniform(-30, 30)
        if abs(x - WIDTH / 2) < 190:
            continue
        prop = (np.abs(s.x - x - 0.03 * s.y) < 19) & ~rock
        g.key = np.where(prop, np.abs(s.x - x - 0.03 * s.y) > 9, g.key).astype(np.float32)
        g.second = np.where(prop, 1.0, g.second).astype(np.float32)
    return g
