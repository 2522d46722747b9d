"""A picture cut at the gutter: its left and right half, each a picture of the book."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from epubforge.codec.decoding import decode, decoded_bytes
from epubforge.codec.encoding import Encoding, write_halves
from epubforge.codec.flaws import PictureError
from epubforge.codec.front import upright_size
from epubforge.codec.kinds import Kind
from epubforge.codec.original import open_original
from epubforge.images.budget import Budget
from epubforge.images.prepare import BUDGET
from epubforge.images.workshop import draft, filed
from epubforge.model.picture import Picture, PicturePolicy, PictureSource


def halve_all(
    sources: Sequence[PictureSource], policy: PicturePolicy, workshop: Path, jobs: int
) -> tuple[tuple[Picture, Picture] | None, ...]:
    """Left and right half of each; None for a drawing, or a picture that cannot be read.

    Each half keeps to the policy's pixels and page: the whole has twice as many. What is wrong
    with a picture was said when it was prepared.
    """
    budget = Budget(BUDGET)
    with ThreadPoolExecutor(jobs) as pool:
        return tuple(pool.map(lambda source: _halve(source, policy, workshop, budget), sources))


def _halve(
    source: PictureSource, policy: PicturePolicy, workshop: Path, budget: Budget
) -> tuple[Picture, Picture] | None:
    try:
        original = open_original(source.location)
        if original.kind is Kind.SVG:
            return None
        most = policy.most_pixels(*upright_size(original), pages=2)
        with (
            budget.hold(decoded_bytes(original, most)),
            draft(workshop) as left,
            draft(workshop) as right,
        ):
            decoded = decode(original, most)
            encoding = Encoding(policy.quality, policy.progressive)
            sizes = write_halves(decoded.image, policy.paper, (left, right), encoding)
            files = [filed(file, ".jpg") for file in (left, right)]
    except PictureError:
        return None
    first, second = (
        Picture(digest, "image/jpeg", width, height, content)
        for (digest, content), (width, height) in zip(files, sizes, strict=True)
    )
    return first, second
