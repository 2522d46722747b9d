"""Cutting: tone, screen and outline become three fields that say where each ink lies."""

from dataclasses import dataclass

import numpy as np

from artwork.field import Array, blur, fbm, noise
from artwork.mesh import Part
from artwork.render import View
from artwork.spec import Cut, Scheme, Spec


@dataclass
class Ground:
    """Three ink fields at render size; ink lies where a field exceeds one half."""

    key: Array
    second: Array
    third: Array

    def each(self) -> tuple[Array, Array, Array]:
        """Return the three fields in printing order."""
        return self.third, self.second, self.key


def wave(phase: Array) -> Array:
    """Return a triangle wave of period one between -1 and 1."""
    return np.asarray(4 * np.abs(phase - np.floor(phase + 0.5)) - 1)


def screen(cut: Cut, seen: View, scale: float, rs: np.random.RandomState) -> Array:
    """Return the pattern, -1..1, that breaks the edge between light and dark."""
    rows, cols = seen.tone.shape
    yy, xx = np.mgrid[0:rows, 0:cols].astype(np.float32)
    a = np.radians(cut.angle)
    along, across = xx * np.cos(a) + yy * np.sin(a), -xx * np.sin(a) + yy * np.cos(a)
    rough = noise(rs, (rows, cols), 26) * 0.35 + noise(rs, (rows, cols), 8) * 0.3
    p = cut.period
    if cut.screen == "contour":
        form = seen.phase * (scale / p) + noise(rs, (rows, cols), 90) * 0.35
        return np.asarray(wave(form) * 0.9 + rough * 0.8)
    if cut.screen == "lines":
        bend = noise(rs, (rows, cols), 160) * 0.3
        return np.asarray(wave(across / p + bend) + 0.3 * rough)
    if cut.screen == "swell":
        relief = seen.normal[..., 1] * 1.6 + seen.depth * 1.2
        return np.asarray(wave(across / p + blur(relief, 2) * 1.1) + 0.2 * rough)
    if cut.screen == "dots":
        return np.asarray(np.cos(np.pi * along / p) * np.cos(np.pi * across / p) * 1.1)
    if cut.screen == "cross":
        return np.asarray(np.minimum(wave(across / p), wave(along / p)) + 0.45 + 0.3 * rough)
    if cut.screen == "stipple":
        return np.asarray(np.clip(noise(rs, (rows, cols), p * 0.36) * 1.5, -1, 1))
    if cut.screen == "gouge":
        stretch = fbm(rs, (rows, cols // 6), p * 0.5, 2)
        row = np.repeat(stretch, 6, axis=1)[:, :cols]
        wide = np.pad(row, ((0, 0), (0, cols - row.shape[1])), mode="edge")
        return np.asarray(np.clip(wave(across / p + rough) * 0.7 + wide * 0.6, -1.2, 1.2))
    return np.asarray(rough)


def edges(seen: View, width: float) -> Array:
    """Return a soft line along the boundaries between parts and jumps in depth."""
    part = seen.part.astype(np.int16)
    line = np.zeros(part.shape, dtype=np.float32)
    for axis in (0, 1):
        jump = np.abs(np.diff(seen.depth, axis=axis)) > 0.12
        change = np.diff(part, axis=axis) != 0
        both = np.minimum(
            part[1:] if axis == 0 else part[:, 1:], part[:-1] if axis == 0 else part[:, :-1]
        )
        found = (jump | change) & (both > 0)
        if axis == 0:
            line[1:] = np.maximum(line[1:], found)
        else:
            line[:, 1:] = np.maximum(line[:, 1:], found)
    return np.asarray(np.clip(blur(line, width) * (2.2 * width), 0, 1))


def _facets(seen: View, steps: int) -> Array:
    """Quantise the tone over flattened planes."""
    soft = blur(seen.tone, 5)
    return np.asarray(np.round(soft * steps) / steps * 0.8 + seen.tone * 0.2)


def _by_part(table: dict[Part, float], part: Array, rest: float) -> Array:
    lut = np.full(32, rest, dtype=np.float32)
    for key, value in table.items():
        lut[int(key)] = value
    return np.asarray(lut[part])


def cut_sitter(spec: Spec, seen: View, rs: np.random.RandomState) -> Ground:
    """Separate the rendered sitter into inks."""
    cut, scheme = spec.cut, spec.scheme
    if spec.silhouette:
        flat = seen.mask.astype(np.float32)
        rim = np.clip((seen.tone - 0.52) * 5, 0, 1)
        return Ground(flat - rim, flat * (rim > 0.3), np.zeros_like(flat))
    tone = _facets(seen, cut.facet) if cut.facet else seen.tone
    tone = tone * _by_part(scheme.shade, seen.part, 1.0)
    pattern = screen(cut, seen, spec.camera.scale, rs)
    line = edges(seen, 2.0) * cut.outline
    around = blur(tone, 7)
    line = np.where(around > cut.level * 0.8, line, -line)
    dark = cut.level + cut.amp * pattern - tone
    lens = seen.part == Part.LENS
    dark = np.where(lens, -0.3, dark)
    key = 0.5 + 4.0 * dark + 2.2 * line
    if spec.split:
        middle = seen.tone.shape[1] * 0.5
        xx = np.arange(seen.tone.shape[1])[None, :] * np.ones((seen.tone.shape[0], 1))
        key = np.where(xx > middle, 1.0 - key, key)
    return Ground(
        np.clip(key, -0.4, 1.4),
        _cover(scheme, scheme.second, seen, tone, pattern, cut),
        _cover(scheme, scheme.third, seen, tone, -pattern, cut),
    )


def _cover(
    scheme: Scheme, table: dict[Part, float], seen: View, tone: Array, pattern: Array, cut: Cut
) -> Array:
    """Return the field of a colour ink printed below a tone that depends on the part."""
    limit = _by_part(table, seen.part, 0.0)
    limit = np.where(seen.part == Part.LENS, table.get(Part.LENS, 0.0), limit)
    smooth = blur(tone, 2) if not cut.facet else tone
    field = 0.5 + 4.0 * (limit + 0.45 * cut.amp * pattern - smooth)
    field = np.where(limit >= 5, 1.0, np.where(limit <= 0, 0.0, field))
    return np.asarray(np.clip(field, 0, 1))


def compose(spec: Spec, ground: Ground, sitter: Ground, seen: View) -> Ground:
    """Lay the sitter over the setting, leaving a carved halo where asked."""
    mask = seen.mask
    out = []
    for back, front in zip(ground.each(), sitter.each(), strict=True):
        if spec.cut.halo > 0 and back is ground.key:
            near = blur(mask.astype(np.float32), spec.cut.halo)
            back = np.where(near > 0.04, 0.0, back)
        out.append(np.where(mask, front, back).astype(np.float32))
    return Ground(out[2], out[1], out[0])
