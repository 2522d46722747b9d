"""Projects and finished EPUBs in, findings out; W3C EPUBCheck's among them where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic, Severity, blocks
from epubforge.model.document import Document
from epubforge.model.project import Project
from epubforge.model.publication import Publication
from epubforge.pipeline.judging import judged
from epubforge.pipeline.recipe import Published, load, publish
from epubforge.pipeline.run import Run
from epubforge.pipeline.workshop import workshop

if TYPE_CHECKING:
    from epubforge.pipeline.web import External, Outward

EPUBCHECK_SECONDS = 300.0
"""What EPUBCheck may take for one book."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a project, or in a finished EPUB."""

    start: Path
    found: tuple[Diagnostic, ...]
    project: Project | None = None
    """None for an EPUB, and where no project could be read."""


def check(
    start: Path | str = ".",
    run: Run | None = None,
    *,
    epubcheck: bool = False,
    external: External | None = None,
) -> Checked:
    """All that is wrong with a project's book, or with a finished EPUB. Nothing is written.

    The web is asked for the book's links only where `external` says how.
    Raises ProjectError where there is neither, and ToolMissing where EPUBCheck is wanted and is
    not installed.
    """
    (checked,) = check_all([Path(start)], run or Run(), epubcheck=epubcheck, external=external)
    return checked


def check_all(
    starts: Sequence[Path],
    run: Run,
    *,
    epubcheck: bool = False,
    external: External | None = None,
) -> tuple[Checked, ...]:
    """As `check`, for several at once: one EPUBCheck reads all the books."""
    from epubforge.pipeline.shelf import examine_all

    with workshop() as folder:
        finished = examine_all([start for start in starts if is_finished(start)], run.jobs)
        books = [
            _looked_at_epub(start, next(finished), external)
            if is_finished(start)
            else _look_at(start, folder / str(at), run, epubcheck, external)
            for at, start in enumerate(starts)
        ]
        said = _second_opinions(books) if epubcheck else [()] * len(books)
        answered = _answers(books, external, run)
    return tuple(
        replace(book.checked, found=_judged(book, book.checked.found + more + web))
        for book, more, web in zip(books, said, answered, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Looked:
    """A target with the file that EPUBCheck is to read, where there is one."""

    checked: Checked
    file: Path | None
    publication: Publication | None = None
    documents: tuple[Document, ...] = ()
    outward: Outward | None = None
    """Where it leads to, where that is asked."""


def by_specification(checked: Checked) -> Checked:
    """What was found, with all advice that EPUBCheck does not share graded a warning at most."""
    return replace(checked, found=tuple(_at_most_warning(each) for each in checked.found))


def _at_most_warning(diagnostic: Diagnostic) -> Diagnostic:
    shared = diagnostic.rule.equivalent or diagnostic.source_code or diagnostic.rule.blocking
    if shared or diagnostic.rule.configuration or diagnostic.grade is not Severity.ERROR:
        return diagnostic
    return replace(diagnostic, severity=Severity.WARNING)


def is_finished(start: Path) -> bool:
    """Whether a path means a finished EPUB and not a project."""
    of_a_project = start.suffix.lower() in {".toml", ".md", ".markdown"}
    return start.suffix.lower() == ".epub" or (start.is_file() and not of_a_project)


def _looked_at_epub(
    start: Path, found: tuple[Diagnostic, ...], external: External | None
) -> _Looked:
    outward = None
    if external is not None:
        from epubforge.package.open import open_epub
        from epubforge.pipeline.web import outward_of

        outward = outward_of(open_epub(start).value)
    checked = Checked(start, found)
    return _Looked(checked, start if start.is_file() else None, outward=outward)


def _look_at(
    start: Path, folder: Path, run: Run, epubcheck: bool, external: External | None
) -> _Looked:
    loaded = load(start, run)
    if loaded.value is None:
        return _Looked(Checked(start, loaded.found), None)
    folder.mkdir()
    published = publish(loaded.value, folder, run)
    found = loaded.found + published.found
    checked = Checked(start, found, loaded.value)
    texts = published.value.documents if published.value else ()
    outward = None
    if published.value is not None and external is not None:
        outward = _outward(loaded.value, published.value)
    if published.value is None or blocks(found) or not epubcheck:
        return _Looked(checked, None, documents=texts, outward=outward)
    from epubforge.package.write import write

    publication = published.value.publication
    file = folder / "book.epub"
    write(publication, file)
    return _Looked(checked, file, publication, texts, outward)


def _outward(project: Project, published: Published) -> Outward:
    from epubforge.package.unwritten import unwritten
    from epubforge.pipeline.advising import placed
    from epubforge.pipeline.web import outward_of
    from epubforge.project.naming import book_file_name

    book, publication = published.book, published.publication
    archive = unwritten(publication, f"dist/{book_file_name(project)}")
    return outward_of(archive, lambda found: placed(found, book, publication))


def _answers(
    books: Sequence[_Looked], external: External | None, run: Run
) -> list[tuple[Diagnostic, ...]]:
    if external is None:
        return [()] * len(books)
    from epubforge.pipeline.web import asked

    return list(asked([book.outward for book in books], external, run))


def _second_opinions(books: Sequence[_Looked]) -> list[tuple[Diagnostic, ...]]:
    from epubforge.epubcheck.check import check_books
    from epubforge.epubcheck.origin import to_manuscript

    files = [book.file for book in books if book.file is not None]
    said = iter(check_books(files, EPUBCHECK_SECONDS))
    opinions: list[tuple[Diagnostic, ...]] = []
    for book in books:
        found = next(said) if book.file is not None else ()
        publication = book.publication
        if publication is not None:
            found = tuple(to_manuscript(diagnostic, publication) for diagnostic in found)
        opinions.append(found)
    return opinions


def _judged(book: _Looked, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return judged(found, book.checked.project, book.documents)
