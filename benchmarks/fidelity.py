"""How much of a photograph is left: SSIM against a scaling without compromise, and the ceiling.

    python benchmarks/fidelity.py [--count 6] [--long-edge 2400] [--fast]

The reference is the whole picture decoded, scaled by Lanczos in floating point and not compressed.
The ceiling is that reference as a JPEG of quality 85, 4:2:0: no program can come out above it by
more than chance. SSIM is that of Wang et al. (2004) over the luminance, with their window.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pictures import SHAPE, prepare
from PIL import Image
from shelf import photobook

Plane = npt.NDArray[np.float32]
WINDOW = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2)).astype(np.float32)
STEADY_MEANS, STEADY_SPREADS = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--long-edge", type=int, default=2400)
    parser.add_argument("--fast", action="store_true")
    args = parser.parse_args()
    pictures = sorted((photobook(24) / "images").glob("*.jpg"))[: args.count]
    size = (round(args.long_edge * SHAPE), args.long_edge)
    with tempfile.TemporaryDirectory() as name:
        ours = prepare(pictures, args.long_edge, Path(name), fast=args.fast)
        pairs = [_compared(path, made, size) for path, made in zip(pictures, ours, strict=True)]
    reached = sum(ours for ours, _ in pairs) / len(pairs)
    ceiling = sum(ceiling for _, ceiling in pairs) / len(pairs)
    print(
        f"{len(pictures)} pictures to {args.long_edge}: SSIM {reached:.4f}, ceiling {ceiling:.4f}, "
        f"{reached - ceiling:+.4f}"
    )


def _compared(original: Path, made: Path, size: tuple[int, int]) -> tuple[float, float]:
    with Image.open(original) as image:
        reference = Image.merge("RGB", [_scaled(part, size) for part in image.split()])
    light = _light(reference)
    best = io.BytesIO()
    reference.save(best, "JPEG", quality=85, subsampling=2, optimize=True)
    return (
        ssim(light, _light(Image.open(made).convert("RGB"))),
        ssim(light, _light(Image.open(best).convert("RGB"))),
    )


def _scaled(part: Image.Image, size: tuple[int, int]) -> Image.Image:
    exact = np.asarray(part.convert("F").resize(size, Image.Resampling.LANCZOS))
    return Image.fromarray(np.clip(np.rint(exact), 0, 255).astype(np.uint8))


def _light(image: Image.Image) -> Plane:
    return np.asarray(image).astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)


def ssim(one: Plane, other: Plane) -> float:
    """The mean structural similarity of two planes of levels from 0 to 255."""
    mean_one, mean_other = _blurred(one), _blurred(other)
    spread_one = _blurred(one * one) - mean_one**2
    spread_other = _blurred(other * other) - mean_other**2
    together = _blurred(one * other) - mean_one * mean_other
    likeness = (2 * mean_one * mean_other + STEADY_MEANS) * (2 * together + STEADY_SPREADS)
    size = (mean_one**2 + mean_other**2 + STEADY_MEANS) * (
        spread_one + spread_other + STEADY_SPREADS
    )
    return float(np.mean(likeness / size))


def _blurred(plane: Plane) -> Plane:
    window = WINDOW / WINDOW.sum()
    height, width = plane.shape[0] - len(window) + 1, plane.shape[1] - len(window) + 1
    rows = sum(part * plane[at : at + height] for at, part in enumerate(window))
    assert not isinstance(rows, int)
    columns = sum(part * rows[:, at : at + width] for at, part in enumerate(window))
    assert not isinstance(columns, int)
    return columns


if __name__ == "__main__":
    main()
