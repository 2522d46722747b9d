"""Project in, book out: the stages in their order, and what each of them found."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from epubforge.diagnostics import Diagnostic, Outcome, blocks
from epubforge.keeping import Keep, anew
from epubforge.model.book import Book
from epubforge.model.document import Document
from epubforge.model.picture import Prepared
from epubforge.model.project import Project
from epubforge.model.publication import Publication
from epubforge.pipeline.at_rest import collector_at_rest
from epubforge.pipeline.captions import plate_captions
from epubforge.pipeline.covers import made_cover, shop_cover, write_cover
from epubforge.pipeline.handing_on import chapter_settings
from epubforge.pipeline.judging import judged
from epubforge.pipeline.output import refuse_sources
from epubforge.pipeline.run import Counter, Run
from epubforge.pipeline.studio import Studio
from epubforge.pipeline.typefaces import brought_faces, embedded
from epubforge.pipeline.workers import read_all
from epubforge.pipeline.workshop import workshop

THEMES = Path(__file__).parent.parent / "themes"


@dataclass(frozen=True, slots=True)
class Built:
    """A book that was written, or why it was not."""

    project: Project | None
    found: tuple[Diagnostic, ...]
    target: Path | None = None
    """Where it is; None where it went to a stream, or was not written."""
    size: int | None = None
    """Bytes written; None: no book was written."""
    cover_file: Path | None = None
    """Where the shop's cover is, where it was wanted and could be made."""
    cover_size: tuple[int, int] = (0, 0)
    """Its width and height."""
    chapters: int = 0
    pictures: int = 0
    words: int = 0
    seconds: float = 0.0


def load(start: Path | str = ".", run: Run | None = None) -> Outcome[Project | None]:
    """The project that holds a path, read and checked as far as it can be without its book.

    Raises ProjectError where there is no project.
    """
    from epubforge.project.disk import PlainDisk
    from epubforge.project.load import Environment
    from epubforge.project.load import load as load_project

    run = run or Run()
    environment = Environment(run.source_date_epoch, THEMES, run.disk or PlainDisk(), run.chosen)
    return load_project(Path(start), environment, run.edition)


def build(
    start: Path | str = ".", target: Path | BinaryIO | None = None, run: Run | None = None
) -> Built:
    """The project's book, written whole to its target, unless a blocking finding forbids it.

    Without a target it goes to `dist/` in the project, under its title. Raises ProjectError where
    there is no project, OutputError where the target is a source of the book, and WriteError where
    it cannot be written.
    """
    with collector_at_rest():
        return _build(Path(start), target, run or Run())


def _build(start: Path, target: Path | BinaryIO | None, run: Run) -> Built:
    began = time.perf_counter()
    loaded = load(start, run)
    project = loaded.value
    if project is None:
        return Built(None, judged(loaded.found, None))
    goal = _default_target(project) if target is None else target
    if isinstance(goal, Path):
        refuse_sources(goal, project)
    front = shop_cover(run.cover_file, project, goal)
    with workshop(run.workshop) as folder:
        published = publish(project, folder, run)
        cover = front(folder)
        texts = published.value.documents if published.value else ()
        found = judged(loaded.found + published.found + cover.found, project, texts)
        if published.value is None or blocks(found):
            return Built(project, found)
        size = _write(published.value.publication, goal)
        if cover.value is not None and run.cover_file is not None:
            write_cover(cover.value, run.cover_file)
    made = cover.value
    return Built(
        project,
        found,
        goal if isinstance(goal, Path) else None,
        size,
        run.cover_file if made else None,
        (made.width, made.height) if made else (0, 0),
        published.value.chapters,
        len(published.value.book.pictures),
        published.value.book.words,
        time.perf_counter() - began,
    )


@dataclass(frozen=True, slots=True)
class Published:
    """A book and its publication."""

    book: Book
    publication: Publication
    documents: tuple[Document, ...] = ()
    """The chapters as they were read, drafts among them."""

    @property
    def chapters(self) -> int:
        """How many pages come from the manuscript."""
        from epubforge.model.book import Chapter

        return sum(isinstance(page.content, Chapter) for page in self.book.pages)


def publish(project: Project, folder: Path, run: Run) -> Outcome[Published | None]:
    """The book, ready to be written, and all that is wrong with it; None where there is none."""
    from epubforge.pipeline.claiming import kept_claim

    published = assembled(project, folder, run)
    found = published.found + inspected(project, published.value)
    texts = published.value.documents
    claimed = kept_claim(published.value.publication, found, project, texts)
    whole = replace(published.value, publication=claimed.value)
    return Outcome(whole, found + claimed.found)


def inspected(project: Project, published: Published, keep: Keep = anew) -> tuple[Diagnostic, ...]:
    """All that the rules find in a book that is ready to be written."""
    from epubforge.checks.runner import run as run_checks
    from epubforge.pipeline.advising import advised

    book, publication = published.book, published.publication
    return run_checks(book, publication) + advised(project, book, publication, keep)


def assembled(project: Project, folder: Path, run: Run) -> Outcome[Published]:
    """The book, ready to be written, and what was found on the way; no rule has looked at it.

    What the run's memo knows is not made again: a chapter whose text is the same, the page of a
    chapter that is told the same of the others.
    """
    from epubforge.compose.compose import compose
    from epubforge.compose.pictures import wanted
    from epubforge.package.assemble import assemble
    from epubforge.pipeline.laying_out import laid_out
    from epubforge.pipeline.stand_ins import for_broken, for_missing
    from epubforge.render.render import render

    documents = _documents(project, run)
    texts = tuple(document.value for document in documents)
    captions = plate_captions(project)
    found = _collect(documents) + captions.found
    sources = wanted(project, texts)
    studio = Studio(project, folder, run)
    prepared = studio.prepare(sources)
    if run.stand_ins:
        prepared = for_broken(sources, prepared)
    cover = made_cover(project, folder, run.memo)
    faces = brought_faces(project, run.memo)
    found += cover.found + faces.found
    keep = run.memo.keep(f"pages {project.edition}")

    def made(prepared: Sequence[Prepared]) -> Outcome[Published]:
        pictures = dict(zip((source.key for source in sources), prepared, strict=True))
        book = compose(project, texts, pictures, captions.value, cover.value)
        if run.stand_ins:
            book = replace(book, value=for_missing(book.value))
        if project.viewport is not None:
            fixed = laid_out(studio, project.viewport, book.value, faces.value, keep)
            published = Published(book.value, fixed.value, texts)
            return Outcome(published, book.found + fixed.found)
        pages = render(book.value, project.theme, faces.value, keep)
        fonts = embedded(project, book.value, faces.value, pages.value, keep)
        publication = assemble(book.value, (*pages.value, *fonts.value), keep=keep)
        published = Published(book.value, publication.value, texts)
        return Outcome(published, book.found + pages.found + fonts.found + publication.found)

    published = made(prepared)
    if project.settings.book_max is not None and not blocks(found + published.found):
        lighter = studio.within(project.settings.book_max, published.value, sources, prepared)
        if lighter.value is not prepared:
            published = made(lighter.value)
        found += lighter.found
    return Outcome(published.value, found + published.found)


def _documents(project: Project, run: Run) -> tuple[Outcome[Document], ...]:
    sources = project.sources()
    chapters = tuple(zip(sources, chapter_settings(project, sources), strict=True))
    count = Counter("reading", len(chapters), run.progress)
    jobs = run.jobs if run.in_processes else 1

    def make(positions: Sequence[int]) -> tuple[Outcome[Document], ...]:
        return read_all([chapters[at] for at in positions], jobs, count.advance)

    return run.memo.each("document", chapters, make)


def _write(publication: Publication, goal: Path | BinaryIO) -> int:
    from epubforge.package.write import write, write_stream

    return write(publication, goal) if isinstance(goal, Path) else write_stream(publication, goal)


def _default_target(project: Project) -> Path:
    from epubforge.project.naming import book_file_name

    return project.root / "dist" / book_file_name(project)


def _collect(outcomes: Sequence[Outcome[Document]]) -> tuple[Diagnostic, ...]:
    def each() -> Iterator[Diagnostic]:
        for outcome in outcomes:
            yield from outcome.found

    return tuple(each())
