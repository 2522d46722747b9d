"""A book turned into the rows of its pictures, in reading order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from epubforge.checks.shown import ShownPicture, pictures
from epubforge.descriptions.row import Described, Texts
from epubforge.diagnostics import Diagnostic
from epubforge.model.book import Book
from epubforge.model.project import Project
from epubforge.source import Span, position

_TITLE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*\)$|\'((?:[^\'\\]|\\.)*)\'\s*\)$')


def survey(project: Project, book: Book, faults: Iterable[Diagnostic]) -> tuple[Described, ...]:
    """Each showing of a picture once, however often the text that shows it is included.

    Withheld plates are not among them.
    """
    told: dict[tuple[str, int], list[str]] = defaultdict(list)
    for fault in faults:
        if isinstance(fault.place, Span):
            told[_at(fault.place)].append(f"{fault.rule.code} {fault.message}")
    rows: dict[tuple[str, int], Described] = {}
    for described in _rows(project, book, told):
        key = (described.place, 0) if described.use is None else _at(described.span)
        rows.setdefault(key, described)
    return tuple(rows.values())


def _rows(
    project: Project, book: Book, told: dict[tuple[str, int], list[str]]
) -> Iterator[Described]:
    plates = {plate.path: plate for plate in (project.plates.plates if project.plates else ())}
    numbers: Counter[tuple[str, str]] = Counter()
    seen: set[tuple[str, int]] = set()
    for shown in pictures(book):
        faults = tuple(dict.fromkeys((*told[_at(shown.described)], *told[_at(shown.span)])))
        if shown.use is None:
            row = plates[shown.name].caption if shown.name in plates else None
            own = tuple(fault for fault in faults if shown.name in fault)
            texts = Texts(shown.alt, shown.is_decorative, row.longdesc if row else "")
            yield Described(
                shown.name, f"plate {shown.name}", _where(shown.span), texts, shown.span,
                shown.caption, shown.language, own, row=row,
            )  # fmt: skip
            continue
        if _at(shown.span) not in seen:
            seen.add(_at(shown.span))
            numbers[shown.span.source.path, shown.use.target] += 1
        number = numbers[shown.span.source.path, shown.use.target]
        yield Described(
            shown.name,
            f"{shown.span.source.path} {shown.use.target} {number}",
            _where(shown.span),
            Texts(shown.alt, shown.is_decorative),
            shown.span,
            _title(shown),
            shown.language,
            faults,
            use=shown.use,
        )


def _at(span: Span) -> tuple[str, int]:
    return (span.source.path, span.start)


def _where(span: Span) -> str:
    return f"{span.source.path}:{position(span.source, span.start).line}"


def _title(shown: ShownPicture) -> str:
    """The caption as the chapter has it, as a help for whoever describes."""
    found = _TITLE.search(shown.span.source.text[shown.span.start : shown.span.end])
    return (found[1] or found[2] or "") if found else ""
