"""Findings of ours and of other tools that name the same fault, told as one: ours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from epubforge.diagnostics import Diagnostic
from epubforge.source import EntryPlace, Span, position

if TYPE_CHECKING:
    from epubforge.model.publication import Publication

_Where: TypeAlias = Callable[[Diagnostic], tuple[object, ...] | None]
"""Where a finding is, so that it can be compared; None where it is nowhere in that sense."""
_Name: TypeAlias = tuple[str, str | None]
"""A tool and its name for a fault."""
_Meets: TypeAlias = tuple[_Name, tuple[object, ...]]
"""What is said, and where."""

_OF_GRAMMARS = frozenset({"RSC-005", "RSC-017"})
"""Messages of EPUBCheck for whatever does not fit a schema."""


def told_once(
    ours: Sequence[Diagnostic],
    others: Sequence[Diagnostic],
    publication: Publication | None = None,
    starts: Mapping[EntryPlace, EntryPlace] = MappingProxyType({}),
) -> tuple[Diagnostic, ...]:
    """Our findings, inside them those of others that name the same fault; then the rest of others.

    Our rules say which messages of others mean their fault. Findings meet where their places do:
    the same element or line of an entry, the same line or block of the manuscript, or an entry
    that one of them means as a whole. Where there are more of one kind than of the other in one
    place nobody knows which is which, and all are told. Where others mean the end of a tag,
    `starts` has its beginning.
    """
    if not others:
        return tuple(ours)
    meeting = _Meeting(tuple(dict.fromkeys(ours)), others)
    block = _Blocks(publication).of
    for of_ours, of_others in (
        (_element, lambda found: _element(found, starts)), (_line, _line), (block, block),
        (_file, _whole), (_whole, _file), (_book, _container), (_file, _file_of_one_fault),
    ):  # fmt: skip
        meeting.pair(of_ours, of_others)
    meeting.pair_by_name()
    return meeting.told()


class _Meeting:
    """Which findings of others have met which of ours."""

    def __init__(self, ours: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> None:
        self._ours, self._others = ours, others
        self._met: dict[int, int] = {}
        """By the number of a finding of others that of ours."""
        self._taken: set[tuple[int, _Name]] = set()
        """What findings of ours have met already: of each message of a tool one."""

    def pair(self, of_ours: _Where, of_others: _Where) -> None:
        """Let those meet that are in one place, if there are as many of ours as of one message."""
        waiting: dict[_Meets, list[int]] = {}
        for number, other in enumerate(self._others):
            place = None if number in self._met else of_others(other)
            if place is not None:
                said: _Meets = (other.origin, other.source_code), place
                waiting.setdefault(said, []).append(number)
        candidates: dict[_Meets, list[tuple[int, _Name]]] = {}
        for number, own in enumerate(self._ours) if waiting else ():
            place = of_ours(own)
            for name in _names(own):
                if place is None or (name, place) not in waiting:
                    continue
                if (number, name) not in self._taken:
                    candidates.setdefault((name, place), []).append((number, name))
        for key, mine in candidates.items():
            theirs = waiting[key]
            if len(mine) == len(theirs):
                theirs.sort(key=lambda number: _order(self._others[number]))
                mine.sort(key=lambda taken: _order(self._ours[taken[0]]))
                self._met.update(zip(theirs, (number for number, _ in mine), strict=True))
                self._taken.update(mine)

    def pair_by_name(self) -> None:
        """Let what others say of an entry that is not there meet the one finding of ours that
        names it, where the book should have it."""
        for number, other in enumerate(self._others):
            entry = _whole(other) if number not in self._met else None
            if not entry or not isinstance(other.place, EntryPlace) or not other.place.entry:
                continue
            name = (other.origin, other.source_code)
            file = other.place.entry.rpartition("/")[2]
            naming = [
                at
                for at, own in enumerate(self._ours)
                if name in _names(own) and (at, name) not in self._taken
                if _book(own) == _book(other) and file in own.message
            ]
            if len(naming) == 1:
                self._met[number] = naming[0]
                self._taken.add((naming[0], name))

    def told(self) -> tuple[Diagnostic, ...]:
        """Ours with what they have met, then whoever has met nobody."""
        also: dict[int, list[Diagnostic]] = {}
        for number, other in enumerate(self._others):
            if number in self._met:
                also.setdefault(self._met[number], []).append(other)
        whole = [
            replace(own, also=(*own.also, *also[number])) if number in also else own
            for number, own in enumerate(self._ours)
        ]
        return (*whole, *(o for n, o in enumerate(self._others) if n not in self._met))


def _names(own: Diagnostic) -> Iterator[_Name]:
    if own.rule.equivalent is not None:
        yield "epubcheck", own.rule.equivalent
    for name in own.rule.ace:
        yield "ace", name


def _element(
    found: Diagnostic, starts: Mapping[EntryPlace, EntryPlace] = MappingProxyType({})
) -> tuple[object, ...] | None:
    """The element in its entry, by the place where its start tag begins."""
    place = found.place
    if isinstance(place, EntryPlace):
        place = starts.get(place, place)
    if isinstance(place, EntryPlace) and place.line is not None and place.column is not None:
        return (place.book, place.entry, place.line, place.column)
    return None


def _line(found: Diagnostic) -> tuple[object, ...] | None:
    """The line of an entry, or of a text of the manuscript."""
    match found.place:
        case Span(source, start, _):
            return (source.path, position(source, start).line)
        case EntryPlace(book, entry, line, _):
            return None if line is None else (book, entry, line)


def _file(found: Diagnostic) -> tuple[object, ...] | None:
    """The entry, or the text of the manuscript."""
    match found.place:
        case Span(source, _, _):
            return (source.path,)
        case EntryPlace(book, entry, _, _):
            return (book, entry)


def _whole(found: Diagnostic) -> tuple[object, ...] | None:
    """The entry or the text, where nothing in it is meant but all of it."""
    match found.place:
        case Span(_, start, end):
            return _file(found) if start == end == 0 else None
        case EntryPlace(_, _, line, _):
            return _file(found) if line is None else None


def _file_of_one_fault(found: Diagnostic) -> tuple[object, ...] | None:
    """The entry, for a message of EPUBCheck that stands for one kind of fault.

    Its line is that of the end of a start tag, which in some books is lines below the beginning.
    """
    is_one = found.origin == "epubcheck" and found.source_code not in _OF_GRAMMARS
    return _file(found) if is_one else None


def _book(found: Diagnostic) -> tuple[object, ...] | None:
    """The finished book."""
    return (found.place.book,) if isinstance(found.place, EntryPlace) else None


def _container(found: Diagnostic) -> tuple[object, ...] | None:
    """The finished book, where no entry of it is named: the message may name one in words."""
    place = found.place
    return _book(found) if isinstance(place, EntryPlace) and place.entry is None else None


def _order(found: Diagnostic) -> tuple[int, int, str]:
    """That of the text. Messages of one kind that only name their entries follow these names."""
    match found.place:
        case Span(_, start, _):
            return (0, start, "")
        case EntryPlace(_, entry, line, column):
            return (line or 0, column or 0, entry or found.message)


class _Blocks:
    """The blocks of the manuscript's texts: paragraphs, headings, rows."""

    def __init__(self, publication: Publication | None) -> None:
        lines: dict[str, set[int]] = {}
        for resource in publication.resources if publication else ():
            if resource.origin is not None:
                known = lines.setdefault(resource.origin.source.path, set())
                known.update(line for _, line in resource.origin.lines)
                for _, brought, line in resource.origin.brought:
                    lines.setdefault(brought.path, set()).add(line)
        self._begins = {path: sorted(found) for path, found in lines.items()}

    def of(self, found: Diagnostic) -> tuple[object, ...] | None:
        """A finding's text and the first line of its block."""
        place = found.place
        begins = self._begins.get(place.source.path) if isinstance(place, Span) else None
        if not begins or not isinstance(place, Span):
            return None
        before = bisect_right(begins, position(place.source, place.start).line)
        return (place.source.path, begins[before - 1] if before else 1)
