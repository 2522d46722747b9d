"""Projects and finished EPUBs in, findings out; those of EPUBCheck and Ace where wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.diagnostics import Diagnostic, Severity, blocks
from epubforge.pipeline.judging import judged
from epubforge.pipeline.opinions import Asked, Others, opinions
from epubforge.pipeline.run import Run
from epubforge.pipeline.twins import told_once

if TYPE_CHECKING:
    from epubforge.model.document import Document
    from epubforge.model.project import Project
    from epubforge.pipeline.web import External
    from epubforge.source import EntryPlace


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
    ace: bool = False,
    external: External | None = None,
    profiles: Sequence[str | Path] = (),
) -> Checked:
    """All that is wrong with a project's book, or with a finished EPUB. Nothing is written.

    The web is asked for the book's links only where `external` says how. The profiles, names or
    files, are the shops whose demands count; without one those that the project names, for a
    finished EPUB the universal one. `none` alone leaves out all shops, and what EPUBCheck has no
    message for is at most a warning.

    Raises ProjectError where there is neither book nor project, or no such profile, and
    ExtraMissing where EPUBCheck or Ace is wanted and is not installed.
    """
    run = run or Run()
    if profiles:
        from epubforge.project.profiles import named

        chosen = named(profiles)
        if chosen.found:
            return Checked(Path(start), judged(chosen.found, None))
        run = replace(run, chosen=chosen.value)
    (checked,) = check_all([Path(start)], run, Others(epubcheck, ace, external))
    return checked


def check_all(
    starts: Sequence[Path], run: Run, others: Others | None = None
) -> tuple[Checked, ...]:
    """As `check`, for several at once: one EPUBCheck reads all the books."""
    from epubforge.pipeline.shelf import examine_all
    from epubforge.pipeline.workshop import workshop
    from epubforge.project.profiles import usual

    others = others or Others()
    with workshop() as folder:
        epubs = [start for start in starts if is_finished(start)]
        shops = (run.chosen or usual()).shops if epubs else ()
        finished = examine_all(epubs, run.jobs, shops)
        books = [
            _looked_at_epub(start, next(finished))
            if is_finished(start)
            else _look_at(start, folder / str(at), run, others.are_asked)
            for at, start in enumerate(starts)
        ]
        asked = [book.asked for book in books if book.asked]
        said = iter(opinions(asked, run, others))
        opinion = [next(said) if book.asked else () for book in books]
    checked = tuple(
        replace(book.checked, found=_judged(book, found))
        for book, found in zip(books, opinion, strict=True)
    )
    is_nobodys = run.chosen is not None and run.chosen.is_nobodys
    return tuple(map(_by_specification, checked)) if is_nobodys else checked


@dataclass(frozen=True, slots=True)
class _Looked:
    """A target with the book that others are asked about, where there is one."""

    checked: Checked
    asked: Asked | None
    documents: tuple[Document, ...] = ()


def _by_specification(checked: Checked) -> Checked:
    """What was found, with all advice that EPUBCheck does not share graded a warning at most."""
    return replace(checked, found=tuple(_at_most_warning(each) for each in checked.found))


def _at_most_warning(diagnostic: Diagnostic) -> Diagnostic:
    rule = diagnostic.rule
    shared = rule.equivalent or diagnostic.source_code or diagnostic.also
    if shared or rule.blocking or rule.configuration or diagnostic.grade is not Severity.ERROR:
        return diagnostic
    return replace(diagnostic, severity=Severity.WARNING)


def is_finished(start: Path) -> bool:
    """Whether a path means a finished EPUB and not a project."""
    of_a_project = start.suffix.lower() in {".toml", ".md", ".markdown"}
    return start.suffix.lower() == ".epub" or (start.is_file() and not of_a_project)


def _looked_at_epub(start: Path, found: tuple[Diagnostic, ...]) -> _Looked:
    return _Looked(Checked(start, found), Asked(start) if start.is_file() else None)


def _look_at(start: Path, folder: Path, run: Run, is_asked: bool) -> _Looked:
    from epubforge.pipeline.recipe import load, publish

    loaded = load(start, run)
    if loaded.value is None:
        return _Looked(Checked(start, loaded.found), None)
    folder.mkdir()
    published = publish(loaded.value, folder, run)
    found = loaded.found + published.found
    checked = Checked(start, found, loaded.value)
    texts = published.value.documents if published.value else ()
    if published.value is None or blocks(found) or not is_asked:
        return _Looked(checked, None, documents=texts)
    from epubforge.package.write import write
    from epubforge.project.naming import book_file_name

    publication = published.value.publication
    file = folder / book_file_name(loaded.value)
    write(publication, file)
    return _Looked(checked, Asked(file, loaded.value, publication), texts)


def _starts(book: _Looked, others: Sequence[Diagnostic]) -> Mapping[EntryPlace, EntryPlace]:
    if not others or book.asked is None or book.asked.project is not None:
        return {}
    from epubforge.pipeline.tag_starts import tag_starts

    return tag_starts(book.asked.file, others)


def _judged(book: _Looked, others: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    publication = book.asked.publication if book.asked else None
    found = told_once(book.checked.found, others, publication, _starts(book, others))
    return judged(found, book.checked.project, book.documents)
