"""What colour tells on a face: eyes, brows, lips, stubble, wrinkles and coal dust."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artwork.field import Array, bump, smoothstep

if TYPE_CHECKING:
    from artwork.anatomy import Face


def _cloud(rs: np.random.RandomState, x: Array, y: Array, freq: float) -> Array:
    """Return cheap band-limited noise over the face."""
    total = np.zeros_like(x)
    for _ in range(5):
        a, p = rs.uniform(0, 2 * np.pi, 2)
        f = float(freq * rs.uniform(0.6, 1.6))
        total += np.sin(f * (x * np.cos(a) + y * np.sin(a)) + p + 1.3 * np.sin(f * 0.7 * y + a))
    return total / 2.6


def _eyes(face: Face, x: Array, y: Array, albedo: Array) -> tuple[Array, Array]:
    """Paint lids, white, iris and light on both eyes; also return the opening."""
    size = 0.138
    side = np.sign(x)
    u = (np.abs(x) - face.eye_gap) / size
    v = (y + 0.01) / size - face.eye_tilt * u * 0.25
    arch = np.clip(1 - u**2, 0, 1)
    upper = face.eye_open * (0.52 * arch**0.8 - 0.05 * u)
    lower = -0.30 * (0.4 + 0.6 * face.eye_open) * arch**0.9
    opening = ((np.abs(u) < 1) & (v < upper) & (v > lower)).astype(np.float64)
    gx = u - face.gaze_x * side * 0.5
    gy = v - 0.06 - face.gaze_y * 0.3
    r = np.hypot(gx, gy)
    white = 1.15 - 0.5 * smoothstep(-0.22, 0.0, v - upper)
    iris = np.where(r < 0.20, 0.0, np.where(r < 0.40, 0.16 + 0.3 * (gy < -0.12), white))
    glint = np.hypot(gx * side + 0.14, gy - 0.13) < 0.085
    inner = np.where(glint & (face.eye_open > 0.35), 1.6, iris)
    albedo = np.where(opening > 0, inner, albedo)
    near = smoothstep(1.22, 0.98, np.abs(u))
    thick = 0.085 + 0.05 * face.dust + (0.03 if face.female else 0.0)
    lash = np.exp(-(((v - upper - 0.02) / thick) ** 2)) * near
    under = np.exp(-(((v - lower + 0.02) / 0.05) ** 2)) * near * (0.45 + 0.5 * face.dust)
    crease_at = upper + 0.20 + 0.05 * arch
    crease = np.exp(-(((v - crease_at) / 0.05) ** 2)) * near * 0.55
    bag = (0.2 + 0.5 * face.age) * np.exp(-(((v + 0.78 - 0.28 * u**2) / 0.06) ** 2))
    bag = bag * smoothstep(1.0, 0.6, np.abs(u - 0.0))
    dark = np.clip(1.0 * lash + under + crease + 0.45 * bag, 0, 0.97)
    return albedo * (1 - dark), opening


def _brows(face: Face, rs: np.random.RandomState, x: Array, y: Array) -> Array:
    """Return the darkness of the eyebrows."""
    t = (np.abs(x) - 0.115) / 0.39
    arch = 0.155 + 0.055 * np.sin(np.clip(t, 0, 1) * 2.4) - face.brow_angle * 0.05 * (0.5 - t)
    body = (0.030 if face.female else 0.046) * face.brow_weight
    thick = body * np.clip(1.15 - 0.75 * t, 0.2, 1.1)
    hair = 0.12 * np.sin(np.abs(x) * 110 + y * 90) + 0.16 * _cloud(rs, x, y, 30)
    inside = 1 - np.abs(y - arch) / thick + hair
    return smoothstep(0.0, 0.5, inside) * smoothstep(-0.05, 0.06, t) * smoothstep(1.05, 0.9, t)


def paint_face(face: Face, x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Return albedo, eye opening and where hair grows on the face."""
    rs = np.random.RandomState(face.seed)
    ax = np.abs(x)
    tip = -0.40 * face.nose_length
    albedo = np.full_like(x, 0.90)
    blotch = _cloud(rs, x, y, 7.0) + 0.45 * _cloud(rs, x, y, 23.0)
    where = (
        bump(ax - 0.40, y + 0.28, 0.26, 0.20)
        + 0.8 * bump(x, y - 0.35, 0.45, 0.16)
        + 0.7 * bump(x, y + 0.85, 0.35, 0.22)
        + 0.8 * bump(ax - 0.30, y + 0.05, 0.22, 0.12)
        + 0.5 * bump(ax - 0.12, y - tip, 0.10, 0.12)
    )
    albedo -= 0.50 * face.dust * smoothstep(0.15, 1.0, blotch * 0.6 + where * 0.8)
    jaw = smoothstep(-0.44, -0.60, y - 0.25 * ax)
    upper_lip = smoothstep(tip - 0.07, tip - 0.11, y) * smoothstep(0.30, 0.20, ax)
    growth = np.maximum(jaw, upper_lip)
    albedo -= 0.30 * face.stubble * growth * (0.75 + 0.35 * _cloud(rs, x, y, 70))
    lips = smoothstep(1.0, 0.75, np.hypot(x / 0.215, (y + 0.63) / (0.078 * face.lips)))
    albedo = albedo * (1 - (0.26 if face.female else 0.16) * lips)
    line = -0.625 + face.smile * 0.045 * (x / 0.25) ** 2 - 0.013 * np.exp(-((x / 0.028) ** 2))
    gap = np.exp(-(((y - line) / 0.0125) ** 2)) * smoothstep(0.235, 0.19, ax)
    nostril = bump(ax - 0.070 * face.nose_width, y - (tip - 0.074), 0.036, 0.016)
    dark = 0.92 * gap + 0.95 * nostril
    fold = 0.155 + (tip - y) * 0.42
    run = smoothstep(tip - 0.32, tip - 0.22, y) * smoothstep(tip + 0.04, tip - 0.03, y)
    dark += 0.75 * face.age * np.exp(-(((ax - fold) / 0.012) ** 2)) * run
    angle = np.arctan2(y + 0.01, ax - face.eye_gap - 0.10)
    feet = smoothstep(0.5, 1.0, np.sin(angle * 11)) * bump(ax - 0.50, y + 0.01, 0.055, 0.12)
    dark += 0.8 * face.age**2 * feet * (np.abs(angle) < 1.0)
    for k in range(3):
        row = 0.30 + 0.085 * k + 0.018 * np.cos(x * 7 + k)
        run = smoothstep(0.40, 0.25, ax + 0.08 * np.sin(9 * k + x * 5))
        dark += 0.6 * face.age**2 * np.exp(-(((y - row) / 0.0085) ** 2)) * run
    frown = np.exp(-(((ax - 0.045) / 0.010) ** 2)) * bump(x, y - 0.13, 1.0, 0.06)
    dark += 0.6 * face.age * np.clip(face.brow_angle, 0, 1) * frown
    albedo = albedo * (1 - np.clip(dark, 0, 0.96))
    brow = _brows(face, rs, x, y)
    albedo = albedo * (1 - brow * (0.45 if face.grey else 0.88))
    albedo, opening = _eyes(face, x, y, albedo)
    sides = smoothstep(0.44, 0.56, ax) * smoothstep(0.0, -0.15, y)
    chin = smoothstep(-0.66, -0.78, y - 0.18 * (ax - 0.1))
    below = smoothstep(-0.69, -0.75, y) * smoothstep(0.20, 0.05, np.abs(ax - 0.0) - 0.05)
    corner = bump(ax - 0.29, y + 0.66, 0.07, 0.12)
    hairy = face.beard * np.clip(np.maximum.reduce([chin, sides * jaw, below, corner]), 0, 1)
    droop = -0.525 - 0.10 * (ax / 0.27) ** 2 - 0.10 * smoothstep(0.18, 0.27, ax)
    moustache = smoothstep(0.052, 0.030, np.abs(y - droop)) * smoothstep(0.30, 0.24, ax)
    hairy = np.maximum(hairy, np.clip(face.moustache, 0, 1.4) * moustache)
    return np.clip(albedo, 0.02, 1.7), opening, hairy
