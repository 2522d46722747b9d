"""The head: a skull of smooth sections with the planes of a human face modelled on it."""

from dataclasses import dataclass

import numpy as np

from artwork.face import paint_face
from artwork.field import Array, bump, curve, smoothstep
from artwork.mesh import Part, Surface, count_for, surface, vec


@dataclass(frozen=True)
class Face:
    """Proportions, age, expression and hair of one invented person."""

    female: bool = False
    age: float = 0.5
    width: float = 1.0
    jaw: float = 1.0
    nose_length: float = 1.0
    nose_width: float = 1.0
    nose_height: float = 1.0
    hook: float = 0.0
    brow: float = 1.0
    cheek: float = 1.0
    gaunt: float = 0.5
    lips: float = 1.0
    chin: float = 1.0
    eye_open: float = 0.8
    eye_tilt: float = 0.0
    eye_gap: float = 0.30
    brow_weight: float = 1.0
    brow_angle: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    smile: float = 0.0
    moustache: float = 0.0
    beard: float = 0.0
    stubble: float = 0.0
    dust: float = 0.3
    grey: bool = False
    skew: float = 0.0
    seed: int = 1


def sections(face: Face, y: Array) -> tuple[Array, Array, Array, Array]:
    """Half-width, front depth, back depth and widest point of the section at height `y`."""
    jaw = face.jaw
    top = np.sqrt(np.clip(1 - np.abs((y + 0.03) / 1.03) ** 2.3, 0, 1))
    low = np.sqrt(np.clip(1 - np.abs((y + 0.03) / 1.03) ** 7.0, 0, 1))
    close = np.where(y > -0.03, top, low)
    width = face.width * curve(
        [
            (-1.06, 0.27 * jaw),
            (-0.95, 0.36 * jaw),
            (-0.82, 0.44 * jaw),
            (-0.64, 0.53 * jaw),
            (-0.45, 0.58 * (0.5 + 0.5 * jaw)),
            (-0.2, 0.635),
            (0.0, 0.655),
            (0.25, 0.69),
            (0.5, 0.72),
            (1.0, 0.73),
        ],
        y,
    )
    front = curve(
        [
            (-1.06, 0.72),
            (-0.9, 0.755 + 0.03 * (face.chin - 1)),
            (-0.75, 0.735),
            (-0.45, 0.735),
            (-0.2, 0.735),
            (0.0, 0.735),
            (0.15, 0.775),
            (0.35, 0.795 - (0.02 if not face.female else -0.01)),
            (0.6, 0.80),
            (1.0, 0.80),
        ],
        y,
    )
    back = curve(
        [
            (-1.06, -0.38),
            (-0.8, -0.10),
            (-0.6, 0.28),
            (-0.4, 0.60),
            (-0.2, 0.80),
            (0.1, 0.91),
            (0.4, 0.93),
            (1.0, 0.9),
        ],
        y,
    )
    centre = curve(
        [(-1.06, 0.42), (-0.8, 0.22), (-0.6, 0.08), (-0.4, 0.0), (0.0, 0.0), (1.0, -0.05)], y
    )
    return (
        width * close,
        centre + (front - centre) * close,
        -centre + (back + centre) * close,
        centre,
    )


def _nose(face: Face, x: Array, y: Array) -> Array:
    """Relief of the nose over the face."""
    tip = -0.40 * face.nose_length
    base = tip - 0.075
    height = 0.27 * face.nose_height * (0.9 if face.female else 1.0)
    profile = curve(
        [
            (base - 0.05, 0.0),
            (base, 0.08 * height),
            (base + 0.035, 0.62 * height),
            (tip, 0.98 * height),
            (tip + 0.07, (0.93 - 0.05 * face.hook) * height),
            (tip * 0.5, (0.60 + 0.22 * face.hook) * height),
            (-0.06, (0.25 + 0.12 * face.hook) * height),
            (0.06, 0.10 * height),
            (0.16, 0.0),
        ],
        y,
    )
    half = curve(
        [
            (base - 0.05, 0.135 * face.nose_width),
            (tip, 0.118 * face.nose_width),
            (tip * 0.55, 0.088 * (0.6 + 0.4 * face.nose_width)),
            (0.0, 0.078),
            (0.16, 0.12),
        ],
        y,
    )
    ridge = profile * np.exp(-((np.abs(x) / half) ** 2.4))
    wing = (
        0.115
        * face.nose_height
        * bump(np.abs(x) - 0.125 * face.nose_width, y - (tip - 0.025), 0.052, 0.058)
    )
    return ridge + wing


def _relief(face: Face, x: Array, y: Array) -> Array:
    """Everything the face adds to the skull in the forward direction."""
    ax = np.abs(x)
    age, male = face.age, 0.0 if face.female else 1.0
    tip = -0.40 * face.nose_length
    mouth = -0.625
    z = _nose(face, x, y)
    z += (0.022 + 0.034 * male) * face.brow * bump(ax - 0.27, y - 0.135, 0.24, 0.07)
    z += 0.012 * male * bump(x, y - 0.15, 0.12, 0.06)
    z -= (0.125 + 0.02 * age) * bump(ax - face.eye_gap + 0.01, y + 0.015, 0.165, 0.115)
    z -= 0.045 * bump(ax - 0.13, y - 0.02, 0.07, 0.09)
    z += 0.055 * face.cheek * bump(ax - 0.43, y + 0.20, 0.15, 0.09)
    z -= 0.075 * face.gaunt * bump(ax - 0.42, y + 0.50, 0.13, 0.17)
    z += 0.03 * (1 - face.gaunt) * bump(ax - 0.30, y + 0.42, 0.14, 0.14)
    z += 0.065 * bump(x, y - mouth, 0.24, 0.15)
    fold = 0.155 + (tip - y) * 0.42
    inside = smoothstep(tip - 0.40, tip - 0.30, y) * (1 - smoothstep(tip - 0.02, tip + 0.06, y))
    z -= (0.012 + 0.032 * age) * np.exp(-(((ax - fold) / 0.030) ** 2)) * inside
    z += (0.012 + 0.02 * age) * np.exp(-(((ax - fold - 0.075) / 0.06) ** 2)) * inside
    wide = 0.205 + 0.03 * face.smile
    line = mouth + face.smile * 0.9 * (x / 0.25) ** 2 * 0.05 - 0.013 * np.exp(-((x / 0.028) ** 2))
    full = np.clip(1 - (ax / wide) ** 2, 0, 1)
    lips = face.lips * np.sqrt(full)
    z += 0.042 * lips * np.exp(-(((y - line - 0.035 * face.lips) / 0.030) ** 2))
    z += 0.055 * lips * np.exp(-(((y - line + 0.048 * face.lips) / 0.038) ** 2))
    z -= 0.050 * np.sqrt(full) * np.exp(-(((y - line) / 0.014) ** 2))
    z -= 0.02 * bump(ax - wide - 0.02, y - line, 0.03, 0.03)
    z -= 0.012 * bump(x, y - (mouth + 0.10), 0.025, 0.05)
    z -= 0.045 * bump(x, y + 0.765, 0.16, 0.035)
    z += 0.060 * face.chin * bump(x, y + 0.89, 0.15, 0.09)
    z -= 0.015 * male * bump(x, y + 0.91, 0.018, 0.06)
    z -= 0.03 * bump(ax - 0.60, y - 0.24, 0.10, 0.16)
    z -= 0.018 * age * bump(ax - 0.31, y + 0.155, 0.13, 0.018)
    z += 0.014 * age * bump(ax - 0.30, y + 0.125, 0.11, 0.022)
    for k in range(3):
        row = 0.30 + 0.085 * k + 0.018 * np.cos(x * 7 + k)
        z -= 0.011 * age**1.5 * np.exp(-(((y - row) / 0.014) ** 2)) * np.exp(-((x / 0.36) ** 4))
    return z


def _eyeballs(face: Face, x: Array, y: Array, z: Array, opening: Array) -> Array:
    """Set eyeballs and lids into the sockets."""
    dx, dy = np.abs(x) - face.eye_gap, y + 0.01
    for radius, where in ((0.185, 1 - opening), (0.168, opening)):
        ball = 0.462 + np.sqrt(np.clip(radius**2 - dx**2 - dy**2, 0, 1))
        inside = (dx**2 + dy**2 < radius**2) & (where > 0.5)
        z = np.where(inside, np.maximum(z, ball), z)
    return z


def head(face: Face, quality: float) -> list[Surface]:
    """Model the head, ears and beard at `quality` samples per unit."""
    front, hairy = _skull(face, quality, -0.52, 0.52)
    behind, _ = _skull(face, quality * 0.6, 0.45, 1.55)
    parts = [front, behind, *(_ear(face, side, quality) for side in (-1.0, 1.0))]
    if face.beard > 0 or face.moustache > 0:
        parts.append(_beard(face, front.points, hairy))
    return parts


def _skull(face: Face, quality: float, start: float, stop: float) -> tuple[Surface, Array]:
    """Model the skull between two half-turns of azimuth; also return where hair grows."""
    n = count_for(3.0, quality, 60, 1300)
    m = count_for(2.5, quality, 60, 1100)
    polar = np.linspace(0.0, np.pi, n, dtype=np.float32)
    y = (-0.03 + 1.03 * np.cos(polar))[:, None] * np.ones(m, dtype=np.float32)
    theta = np.pi * np.linspace(start, stop, m, dtype=np.float32)[None, :] * np.ones_like(y)
    width, front, back, centre = sections(face, y[:, :1])
    sin, cos = np.sin(theta), np.cos(theta)
    square = (np.abs(sin) ** 2.35 + np.abs(cos) ** 2.35) ** (-1 / 2.35)
    x = (width * sin * square * 0.985).astype(np.float32)
    z = np.where(
        cos > 0, centre + (front - centre) * cos * square, centre + (back + centre) * cos * square
    ).astype(np.float32)
    face_on = smoothstep(0.02, 0.30, cos)
    albedo: Array = np.full_like(x, 0.86)
    hairy: Array = np.zeros_like(x)
    if start < 0:
        fx = x + np.float32(face.skew * 0.03) * np.sin(y * 3.0)
        z = z + face_on * _relief(face, fx, y)
        painted, opening, hairy = paint_face(face, fx, y)
        albedo = albedo + face_on * (painted - albedo)
        hairy = hairy * face_on
        z = np.where(face_on > 0.9, _eyeballs(face, fx, y, z, opening), z)
    points = np.stack([x, y, z], axis=-1)
    return surface(points, Part.SKIN, albedo, y + 0.25 * z), hairy


def _beard(face: Face, points: Array, hairy: Array) -> Surface:
    """Raise a beard or moustache as combed strands over the skin."""
    x, y = points[..., 0], points[..., 1]
    rs = np.random.RandomState(face.seed + 17)
    a, b = rs.uniform(0, 6, 2)
    strand = np.sin(x * 44 + 2.2 * np.sin(y * 7 + a)) + np.sin(x * 71 + y * 23 + b)
    lift = hairy * (0.075 + 0.007 * strand)
    grown = points.copy()
    grown[..., 2] += lift
    grown[..., 1] -= lift * (0.5 * face.beard + 0.10)
    grown[..., 0] *= 1 + 1.1 * lift * face.beard
    shade = (0.62 if face.grey else 0.24) + (0.2 if face.grey else 0.10) * strand
    return surface(grown, Part.HAIR, shade, x * 1.4 + y * 0.3, hairy > 0.15)


def _ear(face: Face, side: float, quality: float) -> Surface:
    """Model one ear as a shallow dish with a thick rim."""
    n = count_for(0.9, quality, 16, 420)
    r, a = np.meshgrid(np.linspace(0, 1, n), np.linspace(-np.pi, np.pi, 2 * n), indexing="ij")
    dish = 0.015 + 0.06 * np.exp(-(((r - 0.82) / 0.17) ** 2)) - 0.03 * (r > 0.95)
    lobe = 1 - 0.22 * smoothstep(0.0, 1.0, -np.sin(a))
    out = side * (0.595 * face.width + 0.02 + dish * r + 0.05 * np.cos(a - 2.6) * r)
    up = -0.15 + 0.235 * r * np.sin(a)
    ahead = -0.10 + 0.125 * r * np.cos(a) * lobe - 0.06 * np.sin(a) * r
    shade = 0.8 - 0.45 * np.exp(-(((r - 0.45) / 0.28) ** 2)) * (np.cos(a) > -0.6)
    return surface(np.stack([out, up, ahead], axis=-1), Part.SKIN, shade, up)


PIVOT = vec(0.0, -0.75, -0.2)
