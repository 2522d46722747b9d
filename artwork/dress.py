"""The body from the neck down: torso, clothes, scarves, towels and carried safety gear."""

from dataclasses import dataclass

import numpy as np

from artwork.field import Array, curve, smoothstep
from artwork.mesh import Part, Surface, count_for, cylinder, surface, tube, vec

JACKETS = ("jacket", "overall", "coat", "vest", "bare", "sweater", "reflective")


@dataclass(frozen=True)
class Dress:
    """Clothing and what hangs on it."""

    kind: str = "jacket"
    collar: bool = True
    scarf: str = ""
    respirator: bool = False
    strap: bool = False
    build: float = 1.0
    seed: int = 1


def _torso(dress: Dress, quality: float, low: float) -> Surface:
    """Loft the trunk from the base of the neck to the hips."""
    n, m = count_for(-low - 0.6, quality, 60, 1300), count_for(8.5, quality, 80, 1700)
    y = np.linspace(-1.12, low, n)[:, None]
    wide = dress.build * curve(
        [
            (-6.4, 1.50),
            (-5.4, 1.42),
            (-4.2, 1.36),
            (-3.0, 1.40),
            (-2.3, 1.48),
            (-1.95, 1.46),
            (-1.72, 1.28),
            (-1.52, 0.94),
            (-1.36, 0.62),
            (-1.22, 0.45),
            (-1.12, 0.40),
        ],
        y,
    )
    deep = curve(
        [
            (-6.4, 0.95),
            (-4.2, 0.86),
            (-3.0, 0.90),
            (-2.3, 0.82),
            (-1.8, 0.62),
            (-1.45, 0.47),
            (-1.12, 0.37),
        ],
        y,
    )
    a = np.linspace(-np.pi, np.pi, m)[None, :]
    square = (np.abs(np.sin(a)) ** 2.5 + np.abs(np.cos(a)) ** 2.5) ** (-1 / 2.5)
    x, z = wide * square * np.sin(a), -0.22 + deep * square * np.cos(a)
    rs = np.random.RandomState(dress.seed + 3)
    p = rs.uniform(0, 6, 6)
    bare = dress.kind == "bare"
    fold = np.sin(3.1 * x + 2.2 * y + p[0] + 1.6 * np.sin(1.7 * y + p[1])) + 0.7 * np.sin(
        5.3 * x * np.sign(np.sin(p[3])) - 3.9 * y + p[2] + np.sin(3 * x + p[4])
    )
    grow = (0.0 if bare else 0.045) * fold * smoothstep(-1.3, -2.0, y + 0 * x)
    z = (
        z
        + grow * np.cos(a)
        + 0.06
        * np.exp(-(((np.abs(x) - 0.62) / 0.45) ** 2))
        * np.exp(-(((y + 2.35) / 0.42) ** 2))
        * np.cos(a).clip(0, 1)
    )
    x = x + grow * np.sin(a)
    if bare:
        z = z + 0.05 * np.exp(-(((y + 1.62 + 0.10 * np.abs(x)) / 0.07) ** 2)) * (
            np.cos(a).clip(0, 1)
            * smoothstep(0.10, 0.25, np.abs(x))
            * smoothstep(1.3, 0.9, np.abs(x))
        )
        z = z - 0.05 * np.exp(-((x / 0.08) ** 2)) * np.cos(a).clip(0, 1)
    points = np.stack([x, y + 0 * x, z], -1)
    base = Part.SKIN if bare else Part.CLOTH
    torso = surface(points, base, 0.82, x * 0.8 + 0.35 * y)
    _tailor(dress, torso, x, y + 0 * x, np.cos(a) + 0 * x)
    return torso


def _tailor(dress: Dress, torso: Surface, x: Array, y: Array, front: Array) -> None:
    """Paint openings, straps, buttons and stripes on the trunk."""
    ax = np.abs(x)
    ahead = front > 0

    def paint(where: Array, part: Part, shade: float) -> None:
        torso.part[where] = int(part)
        torso.albedo[where] = shade

    if dress.kind in ("jacket", "coat", "reflective"):
        depth = {"jacket": -2.75, "coat": -2.3, "reflective": -1.9}[dress.kind]
        opening = 0.42 * smoothstep(depth, -1.25, y)
        paint(ahead & (ax < opening), Part.SHIRT, 0.9)
        seam = ahead & (np.abs(x - 0.03) < 0.018) & (y < depth)
        paint(seam, Part.CLOTH, 0.1)
        button = ahead & (np.hypot(x - 0.13, np.mod(y - depth, 0.62) - 0.31) < 0.055) & (y < depth)
        paint(button, Part.METAL, 0.95)
        pocket = ahead & (np.abs(ax - 0.80) < 0.36) & (np.abs(y + 2.75) < 0.022)
        paint(pocket, Part.CLOTH, 0.12)
    if dress.kind == "reflective":
        paint(np.abs(y + 2.95) < 0.16, Part.ACCENT, 0.98)
        paint(ahead & (np.abs(ax - 0.95) < 0.13) & (y > -2.95), Part.ACCENT, 0.98)
    if dress.kind == "overall":
        strap = np.abs(ax - 0.66 + 0.12 * (y + 2.4)) < 0.15
        bib = ahead & (ax < 0.82) & (y < -2.45)
        paint(~strap & ~bib & (y > -3.9), Part.SHIRT, 0.86)
        paint(
            strap & (np.abs(np.abs(ax - 0.66 + 0.12 * (y + 2.4)) - 0.13) < 0.015), Part.CLOTH, 0.2
        )
        buckle = ahead & (np.abs(ax - 0.66) < 0.12) & (np.abs(y + 2.52) < 0.09)
        paint(buckle, Part.METAL, 0.95)
    if dress.kind == "vest":
        neck = (y > -1.85 + 0.55 * smoothstep(0.1, 0.75, ax)) | (ax > 1.12)
        paint(neck, Part.SKIN, 0.82)
    if dress.kind == "sweater":
        rib = np.sin(x * 40) * (y > -1.45)
        torso.albedo += (0.12 * rib).astype(np.float32)
    if dress.strap:
        band = np.abs(x * 0.72 + (y + 2.35) * 0.75) < 0.11
        paint(band & (y < -1.4), Part.METAL, 0.30)


def _neck(build: float, female: bool, quality: float) -> list[Surface]:
    thick = 0.345 if female else 0.415 + 0.02 * (build - 1)
    knots = [vec(0, -0.45, -0.30), vec(0, -1.0, -0.26), vec(0, -1.62, -0.28)]
    column = tube(knots, [thick * 0.98, thick, thick * 1.25], Part.SKIN, quality, 0.80, caps=False)
    cords = [
        tube(
            [vec(0.40 * s, -0.52, -0.25), vec(0.30 * s, -1.0, 0.03), vec(0.09 * s, -1.52, 0.20)],
            [0.10, 0.085, 0.05],
            Part.SKIN,
            quality,
            0.80,
        )
        for s in (-1.0, 1.0)
    ]
    return [column, *cords]


def _collar(dress: Dress, quality: float) -> list[Surface]:
    """Return the collar that goes with the garment."""
    n, m = count_for(1.2, quality, 20), count_for(3.9, quality, 40)
    gap = 0.30 if dress.kind != "sweater" else 0.0
    t, a = np.meshgrid(np.linspace(0, 1, n), np.linspace(gap, 2 * np.pi - gap, m), indexing="ij")
    tall = 0.36 if dress.kind == "coat" else 0.27
    if dress.kind == "sweater":
        flare = 0.50 + 0.05 * np.sin(t * np.pi) + 0.012 * np.sin(a * 34)
        y = -1.42 + 0.36 * t - 0.12 * np.cos(a)
    else:
        rise, fall = smoothstep(0, 0.45, t), smoothstep(0.4, 1.0, t)
        point = 0.16 * np.exp(-(((np.abs(a - np.pi) - np.pi + gap) / 0.35) ** 2))
        flare = 0.47 + 0.05 * rise + (0.23 + point) * fall
        y = -1.46 + tall * rise - (0.34 + point) * fall - 0.15 * np.cos(a) * (1 - 0.3 * fall)
    points = np.stack([flare * np.sin(a) * 1.06, y, -0.22 + flare * np.cos(a)], -1)
    return [surface(points, Part.CLOTH, 0.86, t * 0.8)]


def _round_neck(kind: str, quality: float, seed: int) -> list[Surface]:
    """Return a scarf or a towel laid round the neck."""
    part = Part.ACCENT if kind == "scarf" else Part.SHIRT
    knots = [
        vec(0.46 * np.sin(t) * 1.05, -1.22 - 0.20 * np.cos(t), -0.22 + 0.56 * np.cos(t))
        for t in np.linspace(0.25, 2 * np.pi - 0.25, 11)
    ]
    ring = tube(knots, [0.17, 0.20, 0.19, 0.20, 0.17], part, quality, 0.88, folds=0.07)
    parts = [ring]
    ends = ((-1.0, 2.3), (1.0, 2.7)) if kind == "towel" else ((0.5, 2.1 + 0.2 * (seed % 4)),)
    for s, low in ends:
        spread = 0.42 if kind == "towel" else 0.12
        end = [
            vec(0.20 * s, -1.32, 0.32),
            vec(spread * s, -1.75, 0.50),
            vec((spread + 0.08) * s, -low, 0.74),
        ]
        parts.append(tube(end, [0.15, 0.22, 0.24], part, quality, 0.9, flat=0.35, folds=0.05))
    return parts


def _respirator(quality: float) -> list[Surface]:
    """Return a two-filter half mask hanging under the chin."""
    mask = tube(
        [vec(0, -1.42, 0.48), vec(0, -1.62, 0.66), vec(0, -1.88, 0.62)],
        [0.16, 0.30, 0.20],
        Part.METAL,
        quality,
        0.5,
        flat=0.8,
    )
    parts = [mask]
    for s in (-1.0, 1.0):
        a, b = vec(0.22 * s, -1.74, 0.66), vec(0.44 * s, -1.78, 0.78)
        parts += cylinder(a, b, 0.20, Part.ACCENT, quality, 0.9)
        strap = [vec(0.2 * s, -1.55, 0.55), vec(0.5 * s, -1.35, 0.1), vec(0.3 * s, -1.15, -0.55)]
        parts.append(tube(strap, [0.035, 0.035], Part.METAL, quality, 0.2))
    return parts


def body(dress: Dress, female: bool, quality: float, low: float = -6.4) -> list[Surface]:
    """Return neck, trunk down to `low`, garment and what hangs on it."""
    parts = [*_neck(dress.build, female, quality), _torso(dress, quality, low)]
    if dress.collar and dress.kind not in ("bare", "vest", "overall"):
        parts += _collar(dress, quality)
    if dress.scarf:
        parts += _round_neck(dress.scarf, quality, dress.seed)
    if dress.respirator:
        parts += _respirator(quality)
    if dress.strap and low < -3.0:
        can = (vec(-0.95, -3.55, 0.62), vec(-0.75, -2.85, 0.78))
        parts += cylinder(*can, 0.34, Part.METAL, quality, 0.7)
    return parts
