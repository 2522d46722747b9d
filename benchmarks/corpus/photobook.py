"""A photobook: a folder of portraits of many kinds, and a page for each."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from itertools import repeat
from pathlib import Path

from corpus.kinds import SUFFIXES, file_name, kind_of, write_deep, write_jpeg
from corpus.manifest import Extent, write_manifest, write_metadata
from corpus.pages import write_pages
from corpus.studio import Studio, open_studio
from corpus.textures import BASES, base_texture, grain_plate


@dataclass(frozen=True, slots=True)
class PhotobookPlan:
    """What the photobook is to be."""

    count: int = 100
    width: int = 4000
    height: int = 6000
    quality: int = 92
    plain: bool = False
    """Only baseline 4:2:0 sRGB JPEGs, no awkward kinds."""
    seed: int = 1


def make_photobook(plan: PhotobookPlan, out: Path, jobs: int = 2) -> Extent:
    """Write the photobook; how many processes do it makes no difference to the result."""
    images = out / "images"
    images.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as scratch:
        plates = [Path(scratch, f"base{i}.ppm") for i in range(BASES)] + [
            Path(scratch, "grain.pgm")
        ]
        with ProcessPoolExecutor(jobs) as pool:
            list(pool.map(_make_plate, repeat(plan), range(len(plates)), plates))
        with ProcessPoolExecutor(jobs) as pool:
            numbers = range(1, plan.count + 1)
            list(
                pool.map(
                    _make_picture, repeat(plan), numbers, repeat(tuple(plates)), repeat(images)
                )
            )
    kinds = [kind_of(number, plan.plain) for number in range(1, plan.count + 1)]
    write_pages(out / "portraits", plan.seed, kinds)
    title = f"Portraits, Volume {plan.seed}"
    write_metadata(out, title, f"00000000-0000-4000-9000-{plan.seed:012d}")
    return write_manifest(out, {"kind": "photobook", **asdict(plan)})


def _make_plate(plan: PhotobookPlan, index: int, path: Path) -> None:
    size = (plan.width, plan.height)
    grain = index == BASES
    plate = grain_plate(plan.seed, *size) if grain else base_texture(plan.seed, index, *size)
    plate.save(path)


def _make_picture(plan: PhotobookPlan, number: int, plates: Sequence[Path], images: Path) -> None:
    kind = kind_of(number, plan.plain)
    image = _studio(plan, tuple(plates)).portrait(number)
    path = images / file_name(number, kind)
    if kind in SUFFIXES:
        write_deep(image, kind, plan.seed + number, path)
    else:
        write_jpeg(image, kind, number, plan.quality, path)


@cache
def _studio(plan: PhotobookPlan, plates: tuple[Path, ...]) -> Studio:
    """One for each process: the textures are large."""
    return open_studio(plan.seed, plan.width, plan.height, plates)
