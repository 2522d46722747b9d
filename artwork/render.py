"""Turn sculpted surfaces into fields of tone: projection, z-buffer, light, cast shadow."""

from dataclasses import dataclass

import numpy as np

from artwork.field import Array, blur
from artwork.mesh import Part, Surface, rotation, unit, vec

WIDTH, HEIGHT = 980, 1360


@dataclass(frozen=True)
class Camera:
    """A viewpoint: turn of the whole sitter, enlargement, and where the origin falls."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    scale: float = 300.0
    x: float = 490.0
    y: float = 560.0
    distance: float = 14.0


@dataclass(frozen=True)
class Light:
    """One lamp: direction towards it, ambient level, rim strength and contrast."""

    x: float = -0.6
    y: float = 0.6
    z: float = 0.6
    ambient: float = 0.16
    rim: float = 0.0
    gain: float = 1.0
    shadow: bool = True


@dataclass
class View:
    """What the camera sees, pixel by pixel."""

    part: Array
    albedo: Array
    phase: Array
    normal: Array
    depth: Array
    tone: Array

    @property
    def mask(self) -> Array:
        """True where the sitter is."""
        return np.asarray(self.part > 0)


def _nearest(px: Array, py: Array, depth: Array, width: int, height: int) -> Array:
    """Return for each pixel the index of the nearest point, or -1."""
    ix, iy = np.rint(px).astype(np.int64), np.rint(py).astype(np.int64)
    inside = np.flatnonzero((ix >= 0) & (ix < width) & (iy >= 0) & (iy < height))
    level = np.rint((depth[inside] + 64.0) * 65536.0).astype(np.int64)
    order = np.sort(level << 26 | inside) & ((1 << 26) - 1)
    buffer = np.full(width * height, -1, dtype=np.int64)
    buffer[iy[order] * width + ix[order]] = order
    return buffer.reshape(height, width)


def _close(index: Array, depth: Array) -> Array:
    """Fill pinholes: a pixel far behind most of its neighbours takes the nearest of them."""
    z = np.where(index >= 0, depth[np.maximum(index, 0)], -1e3)
    rows, cols = index.shape
    pad_i, pad_z = np.pad(index, 1, mode="edge"), np.pad(z, 1, mode="edge")
    best_i, best_z = index.copy(), z.copy()
    nearer = np.zeros(index.shape, dtype=np.int8)
    for dy in range(3):
        for dx in range(3):
            zi = pad_z[dy : dy + rows, dx : dx + cols]
            nearer += zi > z + 0.12
            take = zi > best_z
            best_z[take] = zi[take]
            best_i[take] = pad_i[dy : dy + rows, dx : dx + cols][take]
    return np.where(nearer >= 5, best_i, index)


def view(surfaces: list[Surface], camera: Camera, light: Light) -> View:
    """Project, resolve visibility and light the surfaces."""
    turn = rotation(camera.yaw, camera.pitch, camera.roll)
    keep = [s.keep.ravel() for s in surfaces]
    points = np.concatenate(
        [s.points.reshape(-1, 3)[k] for s, k in zip(surfaces, keep, strict=True)]
    )
    points = (points @ turn.T.astype(np.float32)).astype(np.float32)
    normals = np.concatenate(
        [s.normals().reshape(-1, 3)[k] for s, k in zip(surfaces, keep, strict=True)]
    )
    normals = (normals @ turn.T.astype(np.float32)).astype(np.float32)
    factor = camera.scale * camera.distance / (camera.distance - points[:, 2])
    px, py = camera.x + points[:, 0] * factor, camera.y - points[:, 1] * factor
    index = _close(_nearest(px, py, points[:, 2], WIDTH, HEIGHT), points[:, 2])
    hit = index >= 0
    at = np.maximum(index, 0)

    def gather(name: str, dtype: type) -> Array:
        flat = np.concatenate(
            [getattr(s, name).ravel()[k] for s, k in zip(surfaces, keep, strict=True)]
        )
        return np.where(hit, flat[at], 0).astype(dtype)

    normal = np.where(hit[..., None], normals[at], 0.0)
    normal *= np.where(normal[..., 2:] < 0, -1.0, 1.0)
    position = points[at]
    seen = View(
        gather("part", np.uint8),
        gather("albedo", np.float32),
        gather("phase", np.float32),
        normal.astype(np.float32),
        np.where(hit, position[..., 2], -9.0).astype(np.float32),
        np.zeros(index.shape, dtype=np.float32),
    )
    seen.tone = _tone(seen, points, position, light)
    return seen


def _shadow(points: Array, position: Array, direction: Array, span: float) -> Array:
    """Return 1 where lit, 0 where another point lies nearer the lamp."""
    side = unit(np.cross(direction, vec(0.02, 1.0, 0.01)))
    top = np.cross(side, direction)
    basis = np.stack([side, top, direction]).astype(np.float32)
    size = 420
    seen = position.reshape(-1, 3) @ basis.T
    low, high = np.percentile(seen[::37, :2], [0.5, 99.5], axis=0)
    centre = (low + high) / 2
    reach = max(float((high - low).max()) / 2, 0.4) + span
    cloud = points[:: max(1, len(points) // 1_600_000)] @ basis.T
    scale = size / (2 * reach)
    px = (cloud[:, 0] - centre[0]) * scale + size / 2
    py = (cloud[:, 1] - centre[1]) * scale + size / 2
    index = _close(_nearest(px, py, cloud[:, 2], size, size), cloud[:, 2])
    depth = np.where(index >= 0, cloud[np.maximum(index, 0), 2], -1e3)
    sx = np.clip(np.rint((seen[:, 0] - centre[0]) * scale + size / 2), 0, size - 1)
    sy = np.clip(np.rint((seen[:, 1] - centre[1]) * scale + size / 2), 0, size - 1)
    front = depth[sy.astype(int), sx.astype(int)]
    lit = front < seen[:, 2] + 0.10 + 4.5 / scale
    return np.asarray(lit.reshape(position.shape[:2]), dtype=np.float32)


def _tone(seen: View, points: Array, position: Array, light: Light) -> Array:
    """Combine diffuse light, cast shadow, occlusion, rim light and albedo."""
    direction = unit(vec(light.x, light.y, light.z))
    n = seen.normal
    facing = n @ direction.astype(np.float32)
    diffuse = np.clip(facing, 0, 1)
    mask = seen.mask
    if light.shadow and light.z > -0.5:
        lit = _shadow(
            points, np.where(mask[..., None], position, position[mask][0]), direction, 0.6
        )
        diffuse = diffuse * blur(lit, 3)
    depth = np.where(mask, seen.depth, -1.0)
    cover = blur(mask.astype(np.float32), 16) + 1e-3
    near = blur(np.where(mask, depth, 0).astype(np.float32), 16) / cover
    occlusion = np.clip((near - depth) * 1.1, 0, 0.4)
    fill = light.ambient * (0.65 + 0.35 * n[..., 1])
    rim = light.rim * np.clip(1 - n[..., 2], 0, 1) ** 2 * np.clip(0.4 + facing, 0, 1)
    tone = seen.albedo * (fill + light.gain * diffuse + rim - occlusion * 0.5)
    tone = np.where(seen.part == Part.LENS, np.maximum(tone, 0.95), tone)
    return np.clip(np.where(mask, tone, 0), 0, 1.2).astype(np.float32)
