"""A project's editions, made again and again: what has not changed is not made twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from epubforge.diagnostics import Diagnostic
from epubforge.model.project import Project
from epubforge.pipeline.judging import judged
from epubforge.pipeline.recipe import Published, load, publish
from epubforge.pipeline.run import Run
from epubforge.preview.making import MAIN, Made, Named
from epubforge.preview.of_project import proof_of
from epubforge.preview.proof import Proof
from epubforge.project.errors import ProjectError


class Bench:
    """Where the editions of one project are made. Its pictures lie in a folder of their own."""

    def __init__(self, start: Path, workshop: Path, run: Run) -> None:
        self._start = start
        self._run = replace(run, workshop=workshop)
        self._workshop = workshop
        self._project: Project | None = None
        self._editions: tuple[str, ...] = ()
        self.published: dict[str, Published] = {}

    @property
    def name(self) -> str:
        """The project's folder."""
        return self._project.root.name if self._project else self._start.name

    @property
    def project(self) -> Project | None:
        """As it was read last."""
        return self._project

    def make(self, edition: str, earlier: Proof | None) -> Made:
        """The edition as its sources are now."""
        run = replace(self._run, edition=None if edition == MAIN else edition)
        try:
            loaded = load(self._start, run)
        except ProjectError as refusal:
            return Made(None, (), str(refusal))
        project = loaded.value
        if project is None:
            found = judged(loaded.found, None)
            return Made(None, found, _fault(found) or "the settings cannot be read")
        self._project, self._editions = project, project.editions
        published = publish(project, self._workshop, run)
        texts = published.value.documents if published.value else ()
        found = judged(loaded.found + published.found, project, texts)
        if published.value is None:
            return Made(None, found, _fault(found) or "no book could be made")
        self.published[edition] = published.value
        return Made(proof_of(published.value, earlier), found, _fault(found))

    def editions(self) -> tuple[Named, ...]:
        """The main edition and the others that the settings name."""
        title = self._project.metadata.title if self._project else ""
        return (
            Named(MAIN, title, "reflowable"),
            *(Named(name, name, "reflowable") for name in self._editions),
        )

    def sources(self) -> tuple[Path, ...]:
        """The project's folder, and what it takes from elsewhere."""
        if self._project is None:
            return (self._start.resolve(),)
        return (self._project.root,)


def _fault(found: tuple[Diagnostic, ...]) -> str | None:
    """What stops the book, where more is missing than pictures, which have a stand-in."""
    stopping = [d for d in found if d.rule.blocking and not d.rule.code.startswith("I")]
    if not stopping:
        return None
    return "The book cannot be made as it stands"
