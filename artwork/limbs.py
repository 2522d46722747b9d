"""Arms and hands: two-bone reach, sleeves, and fists closed round a shaft."""

import numpy as np

from artwork.field import Array
from artwork.mesh import Part, Surface, tube, unit, vec

UPPER, LOWER = 1.50, 1.42


def shoulder(side: float, build: float = 1.0) -> Array:
    """Return the shoulder joint; `side` is +1 for the viewer's right."""
    return vec(1.30 * side * build, -1.94, -0.22)


def reach(start: Array, target: Array, bend: Array) -> tuple[Array, Array]:
    """Return elbow and wrist for an arm reaching from `start` towards `target`."""
    upper, lower = UPPER * 1.18, LOWER * 1.18
    span = target - start
    d = float(np.clip(np.linalg.norm(span), 0.3, upper + lower - 0.01))
    axis = unit(span)
    wrist = start + axis * d
    along = (upper**2 - lower**2 + d**2) / (2 * d)
    off = float(np.sqrt(max(upper**2 - along**2, 0.0)))
    pole = unit(bend - axis * float(bend @ axis))
    return start + axis * along + pole * off, wrist


def upper_arm(start: Array, elbow: Array, part: Part, quality: float) -> list[Surface]:
    """Return the arm from the neck of the shoulder to the elbow."""
    thick = 0.46 if part != Part.SKIN else 0.38
    inner = vec(start[0] * 0.55, -1.66, start[2])
    knots = [inner, start, start + (elbow - start) * 0.5, elbow]
    radii = [thick * 0.45, thick * 1.0, thick * 1.04, thick * 0.80]
    fold = 0.045 if part != Part.SKIN else 0.0
    return [tube(knots, radii, part, quality, 0.82, folds=fold)]


def arm(
    start: Array, elbow: Array, wrist: Array, part: Part, quality: float, sleeve: float = 1.0
) -> list[Surface]:
    """Return an arm; `sleeve` tells how far the cloth comes down it."""
    thick = 0.46 if part != Part.SKIN else 0.38
    fold = 0.045 if part != Part.SKIN else 0.0
    parts = upper_arm(start, elbow, part, quality)
    cuff = elbow + (wrist - elbow) * 0.92
    lower = part if sleeve > 0.7 else Part.SKIN
    wide = thick * 0.84 if lower == part else 0.33
    parts.append(
        tube(
            [elbow + (elbow - wrist) * 0.06, elbow + (wrist - elbow) * 0.35, cuff],
            [wide, wide * 1.0, wide * (0.74 if lower == part else 0.62)],
            lower,
            quality,
            0.82,
            folds=fold if lower == part else 0.0,
        )
    )
    if sleeve <= 0.7 and part != Part.SKIN:
        roll = [elbow + (wrist - elbow) * t for t in (0.0, 0.10, 0.22)]
        parts.append(tube(roll, [0.40, 0.43, 0.40], part, quality, 0.9, folds=0.06))
    parts.append(tube([cuff, wrist], [0.21, 0.20], Part.SKIN, quality, 0.82))
    return parts


def fist(
    centre: Array,
    axis: Array,
    wrist: Array,
    radius: float,
    quality: float,
    glove: bool = False,
    size: float = 1.0,
) -> list[Surface]:
    """Return a hand closed round a shaft through `centre` along `axis`."""
    part = Part.CLOTH if glove else Part.SKIN
    shade = 0.7 if glove else 0.88
    thick = size * (0.125 if glove else 0.104)
    w = unit(axis)
    back = wrist - centre
    back = unit(back - w * float(back @ w))
    side = np.cross(w, back)
    wrap = radius + thick * 0.8
    parts = []
    for k in range(4):
        off = w * (k - 1.5) * thick * 1.78
        curl = [
            centre + off + wrap * (np.cos(a) * back * 1.18 + np.sin(a) * side)
            for a in np.linspace(0.25, 4.1 - 0.15 * abs(k - 1), 8)
        ]
        parts.append(
            tube(curl, [thick * 1.05, thick, thick * 0.85], part, quality, shade - 0.05 * (k % 2))
        )
    palm = [
        centre + back * (wrap + 0.02) - side * 0.10 - w * thick * 2.6,
        centre + back * (wrap + 0.10) - side * 0.05,
        centre + back * (wrap + 0.02) - side * 0.10 + w * thick * 2.6,
    ]
    parts.append(tube(palm, [0.17 * size, 0.22 * size, 0.17 * size], part, quality, shade))
    thumb = [
        centre + back * (wrap + 0.08) - side * 0.12 + w * thick * 2.9,
        centre - side * (wrap + 0.02) + w * thick * 2.4 + back * 0.06,
        centre - side * wrap * 0.7 - back * wrap * 0.75 + w * thick * 1.7,
    ]
    parts.append(tube(thumb, [thick * 1.15, thick * 1.1, thick * 0.8], part, quality, shade))
    parts.append(
        tube([centre + back * (wrap + 0.1), wrist], [0.20 * size, 0.20], part, quality, shade)
    )
    return parts
