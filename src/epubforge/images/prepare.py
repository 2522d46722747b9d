"""Pictures of the project made ready for the book, one by one or all on several threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

from epubforge.codec.flaws import PictureError
from epubforge.codec.front import upright_size
from epubforge.codec.kinds import Kind
from epubforge.codec.original import Original, open_original
from epubforge.codec.render import Rendered, Wanted, render
from epubforge.images.budget import Budget
from epubforge.images.flaws import broken
from epubforge.images.remarks import remarks
from epubforge.images.workshop import digest_of, draft, filed
from epubforge.model.picture import EXTENSIONS, Picture, PicturePolicy, PictureSource, Prepared

BUDGET = 300_000_000
"""Bytes of decoded pictures and their files at once: ten JPEGs of 24 million pixels, two PNGs, or
one of sixteen bits a channel."""
_LIGHTER = (75, 65)
"""Qualities of JPEG that are tried where a picture is too heavy."""


def prepare(source: PictureSource, policy: PicturePolicy, workshop: Path) -> Prepared:
    """A picture ready for the book: upright, sRGB, within the policy, without private metadata.

    What fits already keeps its pixels, and its file where nothing has to be cut. A file that
    cannot be used comes back as a BrokenPicture that says why. Raises OSError only where the
    workshop cannot be written.
    """
    return _prepare(source, policy, workshop, Budget(BUDGET))


def prepare_all(
    sources: Sequence[PictureSource],
    policy: PicturePolicy,
    workshop: Path,
    jobs: int | None = None,
    advance: Callable[[], None] | None = None,
) -> tuple[Prepared, ...]:
    """The pictures in the order of their sources, prepared on several threads.

    Memory does not grow with their number: each thread has one picture in hand, and very large
    ones wait for each other. `advance` is called in the caller's thread for each that is done.
    Raises OSError where the workshop cannot be written, ExtraMissing where the policy wants libvips
    and it is not installed.
    """
    from epubforge.codec.memory import kept

    if policy.fast:
        from epubforge.codec.fast import demand

        demand()
    budget, threads = Budget(BUDGET), min(jobs or os.cpu_count() or 1, max(1, len(sources)))
    with kept(threads), ThreadPoolExecutor(threads) as pool:
        tasks = [pool.submit(_prepare, source, policy, workshop, budget) for source in sources]
        try:
            for task in as_completed(tasks):
                task.result()
                if advance is not None:
                    advance()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
        return tuple(task.result() for task in tasks)


def _prepare(
    source: PictureSource, policy: PicturePolicy, workshop: Path, budget: Budget
) -> Prepared:
    try:
        original = open_original(source.location)
        if original.kind is Kind.SVG:
            return _drawing(source, original, workshop)
        return _pixels(source, original, policy, workshop, budget)
    except PictureError as flawed:
        return broken(source.path, flawed)


def _pixels(
    source: PictureSource,
    original: Original,
    policy: PicturePolicy,
    workshop: Path,
    budget: Budget,
) -> Picture:
    from epubforge.codec.decoding import decoded_bytes

    own = source.settings
    most = policy.most_pixels(*upright_size(original))
    wanted = Wanted(
        most, own.quality or policy.quality, policy.progressive, policy.keep,
        policy.alpha, policy.paper, as_it_is=own.keep, own_quality=own.quality is not None,
        redraw=policy.redraw, fast=policy.fast,
    )  # fmt: skip
    with draft(workshop) as file:
        with budget.hold(decoded_bytes(original, most)):
            rendered = _within(original, wanted, file, policy.max_bytes)
        digest, content = _content(original, rendered, file)
    return Picture(
        digest, rendered.media_type, rendered.width, rendered.height, content,
        tuple(remarks(source.path, original, rendered)),
    )  # fmt: skip


def _within(original: Original, wanted: Wanted, file: Path, most: int | None) -> Rendered:
    """The picture within so many bytes, where a lower quality helps and none is asked for."""
    rendered = render(original, wanted, file)
    if most is None or wanted.as_it_is or wanted.own_quality:
        return rendered
    for quality in (wanted.quality, *_LIGHTER):
        if _weight(rendered, file) <= most or rendered.media_type != "image/jpeg":
            break
        lighter = replace(wanted, quality=min(quality, wanted.quality), redraw=True)
        rendered = render(original, lighter, file)
    return rendered


def _weight(rendered: Rendered, file: Path) -> int:
    return file.stat().st_size if rendered.cleaned is None else len(rendered.cleaned)


def _content(original: Original, rendered: Rendered, file: Path) -> tuple[str, Path]:
    """The digest of the picture's bytes and the file that holds them."""
    if rendered.cleaned == original.data and rendered.cleaned is not None:
        return digest_of(original.data), original.location
    if rendered.cleaned is not None:
        file.write_bytes(rendered.cleaned)
    return filed(file, EXTENSIONS[rendered.media_type])


def _drawing(source: PictureSource, original: Original, workshop: Path) -> Picture:
    from epubforge.images.svg import clean

    drawing = clean(original.data)
    with draft(workshop) as file:
        if drawing.data == original.data:
            digest, content = digest_of(original.data), original.location
        else:
            file.write_bytes(drawing.data)
            digest, content = filed(file, ".svg")
    return Picture(digest, "image/svg+xml", drawing.width, drawing.height, content,
                   tuple(drawing.remarks(source.path)))  # fmt: skip
