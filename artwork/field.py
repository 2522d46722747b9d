"""Small numeric tools on two-dimensional fields: noise, blur, resampling, soft thresholds."""

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[Any]


def smoothstep(low: float, high: float, value: Array) -> Array:
    """Rise smoothly from 0 at `low` to 1 at `high`."""
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


def bump(dx: Array, dy: Array, sx: float, sy: float) -> Array:
    """Return a two-dimensional Gaussian of the given half-widths."""
    return np.exp(-((dx / sx) ** 2) - (dy / sy) ** 2)


def curve(keys: list[tuple[float, float]], at: Array) -> Array:
    """Evaluate a smooth (cubic Hermite) curve through `keys` sorted by rising abscissa."""
    xs = np.array([k[0] for k in keys])
    ys = np.array([k[1] for k in keys])
    slope = np.gradient(ys, xs)
    at = np.clip(at, xs[0], xs[-1])
    i = np.clip(np.searchsorted(xs, at, side="right") - 1, 0, len(xs) - 2)
    h = xs[i + 1] - xs[i]
    t = (at - xs[i]) / h
    t2, t3 = t * t, t * t * t
    return np.asarray(
        (2 * t3 - 3 * t2 + 1) * ys[i]
        + (t3 - 2 * t2 + t) * h * slope[i]
        + (-2 * t3 + 3 * t2) * ys[i + 1]
        + (t3 - t2) * h * slope[i + 1]
    )


def resize(field: Array, width: int, height: int, box: bool = False) -> Array:
    """Resample a field to a new size, bicubic unless `box` asks for nearest."""
    kind = Image.Resampling.NEAREST if box else Image.Resampling.BICUBIC
    image = Image.fromarray(np.ascontiguousarray(field, dtype=np.float32))
    return np.asarray(image.resize((width, height), kind), dtype=np.float32)


def noise(rs: np.random.RandomState, shape: tuple[int, int], cell: float) -> Array:
    """Return smooth value noise in about -1..1 whose blobs measure `cell` pixels."""
    rows, cols = max(2, int(shape[0] / cell) + 2), max(2, int(shape[1] / cell) + 2)
    return resize(rs.uniform(-1, 1, (rows, cols)), shape[1], shape[0])


def fbm(rs: np.random.RandomState, shape: tuple[int, int], cell: float, octaves: int = 4) -> Array:
    """Sum octaves of value noise."""
    total = np.zeros(shape, dtype=np.float32)
    for k in range(octaves):
        total += noise(rs, shape, max(2.0, cell / 2**k)) * 0.55**k
    return total


def _box(field: Array, radius: int, axis: int) -> Array:
    pad = [(0, 0), (0, 0)]
    pad[axis] = (radius + 1, radius)
    total = np.cumsum(np.pad(field, pad, mode="edge"), axis=axis, dtype=np.float64)
    span = 2 * radius + 1
    mean = (total[span:] - total[:-span]) if axis == 0 else (total[:, span:] - total[:, :-span])
    return np.asarray(mean / span, dtype=np.float32)


def blur(field: Array, radius: float) -> Array:
    """Blur a field with two box passes, close to a Gaussian of about `radius` pixels."""
    r = max(1, round(radius))
    for _ in range(2):
        field = _box(_box(field, r, 0), r, 1)
    return field


def warp(field: Array, dx: Array, dy: Array) -> Array:
    """Pull every pixel from (x + dx, y + dy), nearest neighbour."""
    rows, cols = field.shape[:2]
    yy, xx = np.mgrid[0:rows, 0:cols]
    x = np.clip(np.rint(xx + dx), 0, cols - 1).astype(np.int32)
    y = np.clip(np.rint(yy + dy), 0, rows - 1).astype(np.int32)
    return np.asarray(field[y, x])
