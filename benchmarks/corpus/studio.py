"""Portraits that look like photographs, put together from textures, a sitter and film grain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from corpus.sitter import portrait_layer
from corpus.stream import Stream


@dataclass(frozen=True, slots=True)
class Studio:
    """The textures that all pictures of a corpus share."""

    seed: int
    width: int
    height: int
    bases: Sequence[Image.Image]
    grain: Image.Image

    def portrait(self, number: int) -> Image.Image:
        """The picture upright, 8-bit sRGB."""
        stream = Stream("picture", self.seed, number)
        scene = self._background(stream)
        art, mask = portrait_layer(stream, self.width, self.height)
        texture = self._base(stream)
        scene.paste(Image.blend(art, texture, stream.uniform(0.06, 0.14)), (0, 0), mask)
        scene = scene.point(_tone_curves(stream))
        grain = self._crop(stream, self.grain)
        return ImageChops.add(scene, Image.merge("RGB", (grain, grain, grain)), 1.0, -128)

    def _background(self, stream: Stream) -> Image.Image:
        """Out of focus, to a degree that differs by picture."""
        scene = self._base(stream)
        factor = stream.pick([1, 1, 2, 4, 8])
        if factor == 1:
            return scene
        small = scene.reduce(factor).filter(ImageFilter.GaussianBlur(1.5))
        return small.resize((self.width, self.height), Image.Resampling.BILINEAR)

    def _base(self, stream: Stream) -> Image.Image:
        return self._crop(stream, stream.pick(self.bases))

    def _crop(self, stream: Stream, image: Image.Image) -> Image.Image:
        flip = stream.chance(0.5)
        x = stream.below(image.width - self.width + 1)
        y = stream.below(image.height - self.height + 1)
        part = image.crop((x, y, x + self.width, y + self.height))
        return part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if flip else part


def open_studio(seed: int, width: int, height: int, plates: Sequence[Path]) -> Studio:
    """A studio with textures from files: the bases, and the grain last."""
    textures = [Image.open(plate) for plate in plates]
    for texture in textures:
        texture.load()
    return Studio(seed, width, height, textures[:-1], textures[-1])


def _tone_curves(stream: Stream) -> list[int]:
    """One for each channel, so that no two pictures share a palette."""
    table: list[int] = []
    for _ in range(3):
        gain, lift = stream.uniform(0.8, 1.05), stream.uniform(0, 18)
        table += [min(255, int(lift + value * gain)) for value in range(256)]
    return table
