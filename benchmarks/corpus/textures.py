"""Textures with the statistics of photographs: occluding edges, a 1/f spectrum, film grain."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from corpus.stream import Stream

BASES = 5
"""How many base textures all pictures are derived from."""
MARGIN = 4
"""Textures are larger than a picture by size/MARGIN, for random crops."""
OCTAVES = 9


def base_texture(seed: int, index: int, width: int, height: int) -> Image.Image:
    """An 8-bit RGB scene: a collage of dead leaves under 1/f shading, larger than a picture."""
    size = _with_margin(width, height)
    leaves = _leaves(Stream("base", seed, index), *size)
    state = np.random.RandomState((seed * 1000 + index) % (1 << 32))
    shade = _shade(state, *size)
    return ImageChops.overlay(leaves, Image.merge("RGB", (shade, shade, shade)))


def grain_plate(seed: int, width: int, height: int) -> Image.Image:
    """Film grain centred on 128: nearly Gaussian, with a little spatial correlation."""
    state = np.random.RandomState((seed + 77) % (1 << 32))
    wide, high = _with_margin(width, height)
    total = np.zeros((high, wide), np.int16)
    for _ in range(4):
        total += state.randint(0, 24, size=(high, wide), dtype=np.uint8)
    plate = Image.fromarray((total + (128 - 46)).clip(0, 255).astype(np.uint8))
    return plate.filter(ImageFilter.GaussianBlur(0.6))


def _with_margin(width: int, height: int) -> tuple[int, int]:
    return width + width // MARGIN, height + height // MARGIN


def _leaves(stream: Stream, width: int, height: int) -> Image.Image:
    """Occluding shapes: their sizes follow a power law, later ones cover earlier ones."""
    hue = [stream.uniform(0.55, 1.0) for _ in range(3)]
    leaves = Image.new("RGB", (width, height), (120, 110, 100))
    draw = ImageDraw.Draw(leaves)
    for _ in range(1800):
        radius = width * 0.006 / max(stream.real(), 0.006) ** 0.8
        x, y = stream.uniform(0, width), stream.uniform(0, height)
        level = stream.uniform(30, 225)
        colour = tuple(int(min(255, level * part * stream.uniform(0.85, 1.15))) for part in hue)
        if stream.chance(0.6):
            flat = radius * stream.uniform(0.4, 1.0)
            draw.ellipse((x - radius, y - flat, x + radius, y + flat), fill=colour)
        else:
            draw.polygon(_corners(stream, x, y, radius), fill=colour)
    return leaves.filter(ImageFilter.GaussianBlur(0.9))


def _corners(stream: Stream, x: float, y: float, radius: float) -> list[tuple[float, float]]:
    return [
        (x + radius * stream.uniform(-1, 1), y + radius * stream.uniform(-1, 1))
        for _ in range(stream.between(3, 5))
    ]


def _shade(state: np.random.RandomState, width: int, height: int) -> Image.Image:
    shading = _octave_noise(state, width, height)
    shading *= np.float32(14.0)
    shading += np.float32(128.5)
    np.clip(shading, 0, 255, out=shading)
    return Image.fromarray(shading.astype(np.uint8))


def _octave_noise(state: np.random.RandomState, width: int, height: int) -> npt.NDArray[np.float32]:
    """Noise with about equal contrast in each octave, as natural images have."""
    total = np.zeros((height, width), np.float32)
    for octave in reversed(range(OCTAVES)):
        step = 1 << octave
        wide, high = width // step + 4, height // step + 4
        small = state.randint(0, 65536, size=(high, wide)).astype(np.float32) / 32768.0 - 1.0
        if step == 1:
            # Lenses blur the finest octave.
            total += small[:height, :width] * np.float32(0.35)
            continue
        size = (wide * step, high * step)
        large = Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)
        total += np.asarray(large)[:height, :width]
    return total
