"""Sculpting material: sampled surfaces, sweeps along a path, lofts and rotations."""

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

import numpy as np

from artwork.field import Array


class Part(IntEnum):
    """What a visible point belongs to; the separation inks parts differently."""

    NONE = 0
    SKIN = 1
    HAIR = 2
    HELMET = 3
    LENS = 4
    METAL = 5
    CLOTH = 6
    SHIRT = 7
    ACCENT = 8
    WOOD = 9


@dataclass
class Surface:
    """A grid of points with a part, an albedo and a hatching phase at each."""

    points: Array
    part: Array
    albedo: Array
    phase: Array
    keep: Array

    def moved(self, rotation: Array, pivot: Array, shift: Array) -> "Surface":
        """Rotate about `pivot`, then translate by `shift`."""
        turn = rotation.T.astype(np.float32)
        points = self.points @ turn + (pivot + shift - pivot @ rotation.T).astype(np.float32)
        return Surface(points, self.part, self.albedo, self.phase, self.keep)

    def normals(self) -> Array:
        """Unit normals from the differences along the grid."""
        du = np.gradient(self.points, axis=0)
        dv = np.gradient(self.points, axis=1)
        n = np.cross(du, dv)
        length = np.linalg.norm(n, axis=-1, keepdims=True)
        return np.asarray(n / np.maximum(length, 1e-9))


def surface(
    points: Array,
    part: Part,
    albedo: float | Array = 0.8,
    phase: Array | None = None,
    keep: Array | None = None,
) -> Surface:
    """Wrap a grid of points, filling in constant attributes."""
    shape = points.shape[:2]
    return Surface(
        points.astype(np.float32),
        np.full(shape, int(part), dtype=np.uint8),
        np.broadcast_to(np.asarray(albedo, dtype=np.float32), shape).copy(),
        (points[..., 1] if phase is None else phase).astype(np.float32),
        np.ones(shape, dtype=bool) if keep is None else keep,
    )


def vec(x: float, y: float, z: float) -> Array:
    """Return a three-vector."""
    return np.array([x, y, z], dtype=np.float64)


def unit(v: Array) -> Array:
    """Return `v` at length one."""
    length = float(np.linalg.norm(v))
    return v / max(length, 1e-9)


def rotation(yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0) -> Array:
    """Compose a rotation in degrees; positive yaw turns to the viewer's right, pitch down."""
    a, b, c = np.radians([yaw, pitch, roll])
    ry = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    rx = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    rz = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return np.asarray(rz @ ry @ rx)


def path(knots: list[Array], count: int) -> Array:
    """Sample a Catmull-Rom spline through `knots` at `count` points."""
    k = np.array([knots[0], *knots, knots[-1]], dtype=np.float64)
    t = np.linspace(0, len(knots) - 1 - 1e-9, count)
    i = t.astype(int)
    f = (t - i)[:, None]
    p0, p1, p2, p3 = k[i], k[i + 1], k[i + 2], k[i + 3]
    return np.asarray(
        0.5
        * (
            2 * p1
            + (p2 - p0) * f
            + (2 * p0 - 5 * p1 + 4 * p2 - p3) * f**2
            + (3 * p1 - p0 - 3 * p2 + p3) * f**3
        )
    )


def count_for(length: float, quality: float, low: int = 8, high: int = 1500) -> int:
    """Number of samples for a length at `quality` samples per unit."""
    return int(np.clip(length * quality, low, high))


def tube(
    knots: list[Array],
    radii: list[float],
    part: Part,
    quality: float,
    albedo: float = 0.8,
    flat: float = 1.0,
    folds: float = 0.0,
    caps: bool = True,
    up: Array | None = None,
) -> Surface:
    """Sweep a round (or flattened) section along a spline, rounding off its ends."""
    length = float(sum(np.linalg.norm(b - a) for a, b in pairwise(knots)))
    big = max(radii)
    n, m = count_for(length + big, quality), count_for(2 * np.pi * big, quality, 12)
    spine = path(knots, n)
    t = np.linspace(0, 1, n)
    radius = np.interp(t, np.linspace(0, 1, len(radii)), radii)
    tangent = np.gradient(spine, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    ref = vec(0.0, 0.3, 1.0) if up is None else up
    side = np.cross(tangent, unit(ref))
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    other = np.cross(side, tangent)
    if caps:
        reach = big / max(length, 1e-6) * 0.5
        ends = np.clip(np.minimum(t, 1 - t) / max(reach, 1e-6), 0, 1)
        radius = radius * np.sqrt(np.clip(1 - (1 - ends) ** 2, 0, 1))
    a = np.linspace(-np.pi, np.pi, m)
    ring = radius[:, None] * np.ones(m)
    if folds:
        s = t[:, None] * length
        ring = ring * (
            1
            + folds * np.sin(s * 2.9 + 2.7 * np.sin(a + 1.0)[None] + 2.6 * np.sin(s * 1.3))
            + 0.55 * folds * np.sin(s * 6.7 - 3.3 * np.cos(a)[None] + 2.0 * np.sin(s * 2.1))
        )
    points = (
        spine[:, None]
        + ring[..., None] * np.cos(a)[None, :, None] * side[:, None]
        + flat * ring[..., None] * np.sin(a)[None, :, None] * other[:, None]
    )
    phase = np.broadcast_to((t * length)[:, None], (n, m))
    return surface(points, part, albedo, phase)


def disc(centre: Array, normal: Array, radius: float, part: Part, quality: float) -> Surface:
    """Return a slightly domed disc facing `normal`."""
    n = count_for(radius * 2.5, quality, 10)
    r, a = np.meshgrid(np.linspace(0, radius, n), np.linspace(-np.pi, np.pi, 4 * n), indexing="ij")
    w = unit(normal)
    u = unit(np.cross(w, vec(0.1, 1.0, 0.2)))
    v = np.cross(w, u)
    lift = 0.25 * radius * (1 - (r / radius) ** 2)
    points = (
        centre
        + (r * np.cos(a))[..., None] * u
        + (r * np.sin(a))[..., None] * v
        + lift[..., None] * w
    )
    return surface(points, part, 1.0, r)


def cylinder(
    a: Array, b: Array, radius: float, part: Part, quality: float, albedo: float = 0.7
) -> list[Surface]:
    """Return a straight drum with flat ends."""
    axis = unit(b - a)
    body = tube([a, b], [radius, radius], part, quality, albedo, caps=False, up=axis[[1, 2, 0]])
    ends = [disc(a, -axis, radius, part, quality), disc(b, axis, radius, part, quality)]
    for end in ends:
        end.albedo[:] = albedo
    return [body, *ends]
