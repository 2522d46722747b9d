"""A project's editions, made again and again: what has not changed is not made twice."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.model.project import Project
from epubforge.pipeline.judging import judged
from epubforge.pipeline.recipe import Published, assembled, inspected, load
from epubforge.pipeline.run import Run
from epubforge.preview.locating import Locator
from epubforge.preview.making import MAIN, Findings, Made, Named, Packed
from epubforge.preview.of_project import proof_of
from epubforge.preview.proof import Proof
from epubforge.project.disk import KnownDisk
from epubforge.project.errors import ProjectError


class Bench:
    """Where the editions of one project are made. Its pictures lie in a folder of their own."""

    def __init__(self, start: Path, workshop: Path, run: Run) -> None:
        self._start = start
        self._workshop = workshop
        self._run = replace(run, workshop=workshop, disk=KnownDisk(), stand_ins=True)
        self._locator = Locator()
        self._project: Project | None = None
        self._published: dict[str, Published] = {}

    @property
    def name(self) -> str:
        """The project's folder."""
        return self.root.name

    @property
    def root(self) -> Path:
        """The project's folder, as long as it is not known the one that was named."""
        return self._project.root if self._project else self._start.resolve()

    @property
    def project(self) -> Project | None:
        """As it was read last."""
        return self._project

    def published(self, edition: str) -> Published | None:
        """The book of an edition, as it was made last."""
        return self._published.get(edition)

    def make(self, edition: str, earlier: Proof | None) -> Made:
        """The edition as its sources are now."""
        with _collector_at_rest():
            self._run.memo.turn()
            made = self._make(edition, earlier)
            # From now on there are threads, beside which no process can be forked.
            self._run = replace(self._run, in_processes=False)
            return made

    def _make(self, edition: str, earlier: Proof | None) -> Made:
        run = replace(self._run, edition=_named(edition))
        try:
            loaded = load(self._start, run)
        except ProjectError as refusal:
            return Made(None, str(refusal))
        project = loaded.value
        if project is None:
            found = judged(loaded.found, None)
            return self._refused(found, "book.toml cannot be read", earlier)
        self._project = project
        made = assembled(project, self._workshop, run)
        published = self._published[edition] = made.value
        early = loaded.found + made.found
        proof = proof_of(project, published, earlier)
        if _stopping(early):
            found = judged(early, project, published.documents)
            return replace(self._refused(found, _count(found), proof), proof=proof)

        def all_found() -> Findings:
            seen = run.memo.keep(f"seen {project.edition}")
            late = inspected(project, published, seen)
            found = judged(early + late, project, published.documents)
            return self._locator.locate(found, proof)

        return Made(proof, None, all_found)

    def pack(self, edition: str) -> Packed:
        """The edition as a build writes it: nothing stands in for what is missing."""
        from epubforge.pipeline.recipe import build
        from epubforge.project.naming import book_file_name

        run = replace(self._run, edition=_named(edition), stand_ins=False, disk=None)
        stream = BytesIO()
        built = build(self._start, stream, run)
        name = book_file_name(built.project) if built.project else "book.epub"
        published = self._published.get(edition)
        if built.size is None or published is None:
            found = self._locator.locate(built.found, None)
            return Packed(name, None, "no book can be made as it stands", found)
        return Packed(name, stream.getvalue(), publication=published.publication)

    def read(self, edition: str) -> Project | None:
        """The project as it lies on the disk now; None where it cannot be read."""
        try:
            return load(self._start, replace(self._run, edition=_named(edition))).value
        except ProjectError:
            return None

    def locate(self, found: Iterable[Diagnostic], proof: Proof | None) -> Findings:
        """Findings with their places on the pages that are shown."""
        return self._locator.locate(found, proof)

    def _refused(self, found: tuple[Diagnostic, ...], why: str, shown: Proof | None) -> Made:
        return Made(None, why, lambda: self._locator.locate(found, shown))

    def editions(self) -> tuple[Named, ...]:
        """The main edition and the others that the settings name."""
        project = self._project
        if project is None:
            return (Named(MAIN, MAIN, None),)
        fixed = project.fixed_editions
        return tuple(
            Named(name, name, "fixed" if name in fixed else "reflowable")
            for name in (MAIN, *project.editions)
        )

    def sources(self) -> tuple[Path, ...]:
        """The project's folder, and what it takes from elsewhere."""
        beside = self._project.beside if self._project else ()
        return (self.root, *beside)


def _named(edition: str) -> str | None:
    """The edition as the pipeline knows it."""
    return None if edition == MAIN else edition


def _stopping(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """What stops the book; a picture that is missing or broken has something in its stead."""
    return [each for each in found if each.rule.blocking and not _is_of_a_picture(each)]


def _is_of_a_picture(finding: Diagnostic) -> bool:
    return finding.rule.code.startswith("I") and not finding.rule.configuration


def _count(found: tuple[Diagnostic, ...]) -> str:
    count = len(_stopping(found))
    return "a finding stops the book" if count == 1 else f"{count} findings stop the book"


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for circles while a book is made: it would look through all that is kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
