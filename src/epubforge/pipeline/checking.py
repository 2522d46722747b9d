"""Projects and finished EPUBs in, findings out; W3C EPUBCheck's among them where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Severity, blocks
from epubforge.model.document import Document
from epubforge.model.project import Project
from epubforge.model.publication import Publication
from epubforge.pipeline.judging import judged
from epubforge.pipeline.recipe import load, publish
from epubforge.pipeline.run import Run
from epubforge.pipeline.workshop import workshop

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
    profiles: Sequence[str | Path] = (),
) -> Checked:
    """All that is wrong with a project's book, or with a finished EPUB. Nothing is written.

    The profiles, names or files, are the shops whose demands count; without one those that the
    project names, for a finished EPUB the universal one. `none` alone leaves out all shops, and
    what EPUBCheck has no message for is at most a warning.

    Raises ProjectError where there is neither book nor project, or no such profile, and ToolMissing
    where EPUBCheck is wanted and is not installed.
    """
    run = run or Run()
    if not profiles:
        (checked,) = check_all([Path(start)], run, epubcheck=epubcheck)
        return checked
    from epubforge.project.profiles import named

    chosen = named(profiles)
    if chosen.found:
        return Checked(Path(start), judged(chosen.found, None))
    (checked,) = check_all([Path(start)], replace(run, chosen=chosen.value), epubcheck=epubcheck)
    return checked


def check_all(starts: Sequence[Path], run: Run, *, epubcheck: bool = False) -> tuple[Checked, ...]:
    """As `check`, for several at once: one EPUBCheck reads all the books."""
    from epubforge.pipeline.shelf import examine_all
    from epubforge.project.profiles import usual

    with workshop() as folder:
        epubs = [start for start in starts if is_finished(start)]
        shops = (run.chosen or usual()).shops if epubs else ()
        finished = examine_all(epubs, run.jobs, shops)
        books = [
            _looked_at_epub(start, next(finished))
            if is_finished(start)
            else _look_at(start, folder / str(at), run, epubcheck)
            for at, start in enumerate(starts)
        ]
        said = _second_opinions(books) if epubcheck else [()] * len(books)
    checked = tuple(
        replace(book.checked, found=_judged(book, book.checked.found + more))
        for book, more in zip(books, said, strict=True)
    )
    is_nobodys = run.chosen is not None and run.chosen.is_nobodys
    return tuple(map(_by_specification, checked)) if is_nobodys else checked


@dataclass(frozen=True, slots=True)
class _Looked:
    """A target with the file that EPUBCheck is to read, where there is one."""

    checked: Checked
    file: Path | None
    publication: Publication | None = None
    documents: tuple[Document, ...] = ()


def _by_specification(checked: Checked) -> Checked:
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


def _looked_at_epub(start: Path, found: tuple[Diagnostic, ...]) -> _Looked:
    return _Looked(Checked(start, found), start if start.is_file() else None)


def _look_at(start: Path, folder: Path, run: Run, epubcheck: bool) -> _Looked:
    loaded = load(start, run)
    if loaded.value is None:
        return _Looked(Checked(start, loaded.found), None)
    folder.mkdir()
    published = publish(loaded.value, folder, run)
    found = loaded.found + published.found
    checked = Checked(start, found, loaded.value)
    texts = published.value.documents if published.value else ()
    if published.value is None or blocks(found) or not epubcheck:
        return _Looked(checked, None, documents=texts)
    from epubforge.package.write import write

    publication = published.value.publication
    file = folder / "book.epub"
    write(publication, file)
    return _Looked(checked, file, publication, texts)


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
