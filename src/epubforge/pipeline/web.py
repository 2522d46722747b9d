"""The links of several books to the web: each is asked for once, and told where it stands."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from epubforge.checks.findings_left_out import findings_left_out
from epubforge.checks.outward import outward
from epubforge.diagnostics import Diagnostic
from epubforge.finished.tally import Tally
from epubforge.model.archive import Archive
from epubforge.pipeline.run import Run
from epubforge.source import EntryPlace, Span
from epubforge.weblinks.answer import Answer, Link
from epubforge.weblinks.findings import findings
from epubforge.weblinks.kept import Kept, cache_file
from epubforge.weblinks.look_up import look_up
from epubforge.weblinks.manners import Manners
from epubforge.weblinks.verdicts.web_links_not_asked import web_links_not_asked

Placed = Callable[[Diagnostic], Diagnostic]


def _usual_file() -> Path | None:
    try:
        return cache_file(os.environ, Path.home())
    except RuntimeError:  # the system knows no home of this user
        return None


@dataclass(frozen=True, slots=True)
class External:
    """How the web is asked."""

    manners: Manners = field(default_factory=Manners)
    cache: Path | None = field(default_factory=_usual_file)
    """The file that remembers what was found; None: nothing is remembered."""


@dataclass(frozen=True, slots=True)
class Outward:
    """Where a book leads to, and how its places become those of the manuscript."""

    path: str
    """Of the book's file."""
    links: tuple[Link, ...]
    placed: Placed


def outward_of(archive: Archive, placed: Placed = lambda found: found) -> Outward:
    """The addresses of a book, each with all its places."""
    places: dict[str, list[EntryPlace]] = {}
    for address, place in outward(archive):
        places.setdefault(address, []).append(place)
    links = (Link(address, tuple(found)) for address, found in places.items())
    return Outward(archive.path, tuple(links), placed)


def asked(
    books: Sequence[Outward | None], external: External, run: Run
) -> Iterator[tuple[Diagnostic, ...]]:
    """For each book what its links' hosts answer; each address is asked for once in all."""
    addresses = [link.address for book in books if book for link in book.links]
    kept = Kept(external.cache, time.time())
    answers = look_up(
        addresses, external.manners, kept, lambda done, total: run.progress("asking", done, total)
    )
    for book in books:
        yield tuple(_found(book, answers)) if book else ()


def _found(book: Outward, answers: Mapping[str, Answer | None]) -> Iterator[Diagnostic]:
    tally, unasked, words = Tally(), [], _Words()
    for link in book.links:
        answer = answers.get(link.address)
        if answer is not None:
            for each in tally.told(findings(link, answer)):
                yield words.at(book.placed(each), link.address)
        elif link.address in answers:
            unasked.append(link)
    yield from map(book.placed, web_links_not_asked(unasked))
    yield from findings_left_out(book.path, tally)


class _Words:
    """Where addresses stand in the manuscript, each of them once."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str, int]] = set()

    def at(self, found: Diagnostic, address: str) -> Diagnostic:
        """The finding at the address itself, where the manuscript's paragraph has it."""
        place = found.place
        if not isinstance(place, Span):
            return found
        text = place.source.text
        end = text.find("\n\n", place.end)
        for written in (address, _NOT_ASCII.sub(lambda code: unquote(code[0]), address)):
            at = text.find(written, place.start, end if end >= 0 else len(text))
            while at >= 0 and (key := (found.rule.code, place.source.path, at)) in self._taken:
                at = text.find(written, at + 1, end if end >= 0 else len(text))
            if at >= 0:
                self._taken.add(key)
                return replace(found, place=place.source.span(at, at + len(written)))
        return found


_NOT_ASCII = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")
