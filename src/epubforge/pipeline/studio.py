"""The project's picture files turned into pictures of its book, within the book's limits."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.diagnostics import Outcome
from epubforge.model.picture import (
    NO_SETTINGS,
    BookLimit,
    Picture,
    PicturePolicy,
    PictureSource,
    Prepared,
)
from epubforge.model.project import Project
from epubforge.pipeline.run import Counter, Run

UNSETTLED = 2_000_000_000
"""Nanoseconds within which a file may be rewritten without a sign of it: clocks of disks are
coarse."""

if TYPE_CHECKING:
    from epubforge.pipeline.recipe import Published


@dataclass(frozen=True, slots=True)
class Studio:
    """Where a project's pictures are made ready."""

    project: Project
    folder: Path
    run: Run

    @property
    def policy(self) -> PicturePolicy:
        """What pictures may be."""
        from epubforge.render.theme import paper_of

        return replace(self.project.settings.pictures, paper=paper_of(self.project.theme.folder))

    def prepare(
        self, sources: Sequence[PictureSource], policy: PicturePolicy | None = None
    ) -> tuple[Prepared, ...]:
        """The pictures in the order of their sources, under the project's policy or another.

        Editions that flow and fixed ones share them: those larger than a page are made once more.
        """
        if not sources:
            return ()
        wanted = self.policy if policy is None else policy
        ready = list(self._prepared(sources, replace(wanted, page=None)))
        large = [at for at, each in enumerate(ready) if _is_larger(each, wanted.page)]
        smaller = self._prepared([sources[at] for at in large], wanted) if large else ()
        for at, each in zip(large, smaller, strict=True):
            ready[at] = each
        return tuple(ready)

    def _prepared(
        self, sources: Sequence[PictureSource], wanted: PicturePolicy
    ) -> tuple[Prepared, ...]:
        from concurrent.futures import ThreadPoolExecutor

        from epubforge.images.prepare import prepare_all

        count = Counter("pictures", len(sources), self.run.progress)

        def make(positions: Sequence[int]) -> tuple[Prepared, ...]:
            some = [sources[at] for at in positions]
            return prepare_all(some, wanted, self.folder, self.run.jobs, count.advance)

        with ThreadPoolExecutor(self.run.jobs) as pool:
            digests = pool.map(self._digest, sources)
            # A prepared picture lies in the workshop, and is gone with it.
            keys = [(s.key, d, wanted, self.folder) for s, d in zip(sources, digests, strict=True)]
        return self.run.memo.each("picture", keys, make)

    def halve(self, sources: Sequence[PictureSource]) -> tuple[tuple[Picture, Picture] | None, ...]:
        """Left and right halves of pictures; None for one that cannot be cut."""
        if not sources:
            return ()
        from epubforge.images.halve import halve_all

        policy = self.policy
        keys = [(source.path, self._digest(source), policy, self.folder) for source in sources]

        def make(at: Sequence[int]) -> tuple[tuple[Picture, Picture] | None, ...]:
            return halve_all([sources[each] for each in at], policy, self.folder, self.run.jobs)

        return self.run.memo.each("halves", keys, make)

    def within(
        self,
        limit: BookLimit,
        published: Published,
        sources: Sequence[PictureSource],
        prepared: tuple[Prepared, ...],
    ) -> Outcome[tuple[Prepared, ...]]:
        """The pictures with which the book keeps to its limit; the same ones where it does."""
        from epubforge.images.weigh import weigh_all
        from epubforge.package.weigh import weigh
        from epubforge.pipeline.lightening import Heavy, lighten, told

        weight = weigh(published.publication)
        if weight <= limit.bytes:
            return Outcome(prepared)
        paths = [source.path for source in sources]
        fixed = frozenset(at for at, each in enumerate(sources) if each.settings != NO_SETTINGS)
        policy = self.policy
        heavy = Heavy(limit, weight, policy, paths, prepared, fixed)
        light = lighten(
            heavy,
            lambda pictures: weigh_all(pictures, policy, self.folder, self.run.jobs),
            lambda coarser, at: self.prepare([sources[each] for each in at], coarser),
        )
        return Outcome(light.prepared, (told(heavy, light),))

    def _digest(self, source: PictureSource) -> str:
        """Of the file's bytes, read again only where it may be another one than before."""
        if time.time_ns() - source.modified < UNSETTLED:
            return _digest(source)
        look = (source.location, source.bytes, source.modified)
        return self.run.memo.latest("digest", source.path, look, lambda: _digest(source))


def _is_larger(picture: Prepared, page: tuple[int, int] | None) -> bool:
    if page is None or not isinstance(picture, Picture):
        return False
    return picture.width > page[0] or picture.height > page[1]


def _digest(source: PictureSource) -> str:
    try:
        with source.location.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()
    except OSError:
        return ""  # it is unreadable, which the preparing step will say
