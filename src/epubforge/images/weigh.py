"""Prepared pictures weighed: what each would have at other qualities."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from epubforge.codec.flaws import PictureError
from epubforge.images.curve import Curve, rungs
from epubforge.images.workshop import draft
from epubforge.model.picture import Picture, PicturePolicy


def weigh_all(
    pictures: Sequence[Picture], policy: PicturePolicy, workshop: Path, jobs: int | None = None
) -> tuple[Curve | None, ...]:
    """For each picture how its size falls with its quality; None where it must stay as it is.

    Memory does not grow with their number. Raises OSError where the workshop cannot be written.
    """
    from epubforge.codec.memory import kept

    threads = min(jobs or os.cpu_count() or 1, max(1, len(pictures)))
    with kept(threads), ThreadPoolExecutor(threads) as pool:
        return tuple(pool.map(lambda picture: _weigh(picture, policy, workshop), pictures))


def weight(picture: Picture) -> int:
    """The bytes of a picture as it stands in the book."""
    content = picture.content
    return content.stat().st_size if isinstance(content, Path) else len(content)


def _weigh(picture: Picture, policy: PicturePolicy, workshop: Path) -> Curve | None:
    from epubforge.codec.weighing import sizes

    qualities = rungs(policy.quality)
    if not qualities or not isinstance(picture.content, Path):
        return None
    with draft(workshop) as scratch:
        try:
            found = sizes(picture.content, qualities, scratch, progressive=policy.progressive)
        except PictureError:
            return None
    return Curve(weight(picture), qualities, found) if found else None
