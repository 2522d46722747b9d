"""The bibliographic record of a book: its titles, people, numbers, dates and subjects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.finished.package import Package
from epubforge.inventory.identifiers import Identifier, identifiers, named
from epubforge.inventory.statements import Statement, Statements
from epubforge.model.relators import RELATORS


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and which of the book's titles it is: main, subtitle, short, edition, …"""

    text: str
    type: str
    file_as: str


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody did: a MARC relator's code, and its English term where it has one."""

    code: str
    term: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a body with a part in the book."""

    name: str
    roles: tuple[Role, ...]
    file_as: str


@dataclass(frozen=True, slots=True)
class Date:
    """A date, and what happened then; EPUB 3's date is that of publication."""

    value: str
    event: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What the book is about, and the code for it in a scheme."""

    text: str
    scheme: str
    code: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series or a set that the book belongs to, and its place there."""

    name: str
    position: str
    kind: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the package document says of the book as a work; empty where it says nothing."""

    titles: tuple[Title, ...]
    creators: tuple[Person, ...]
    contributors: tuple[Person, ...]
    identifiers: tuple[Identifier, ...]
    languages: tuple[str, ...]
    publishers: tuple[str, ...]
    dates: tuple[Date, ...]
    modified: str
    description: str
    subjects: tuple[Subject, ...]
    series: tuple[Series, ...]
    rights: tuple[str, ...]
    sources: tuple[Identifier, ...]
    """What it was made from: as a rule the printed book."""
    page_source: Identifier | None
    """The book whose pages its page list gives; of the value `none` where there is no such."""

    @property
    def title(self) -> str:
        """The main title, else the first."""
        main = [each.text for each in self.titles if each.type in {"main", ""}]
        return next(iter([*main, *(each.text for each in self.titles)]), "")


def record(package: Package, said: Statements) -> Record:
    """The record of a book."""
    return Record(
        titles=tuple(
            Title(e.text, said.detail(e, "title-type"), said.detail(e, "file-as"))
            for e in _in_order(said, "dc:title")
        ),
        creators=tuple(_person(each, said) for each in _in_order(said, "dc:creator")),
        contributors=tuple(_person(each, said) for each in _in_order(said, "dc:contributor")),
        identifiers=identifiers(package, said),
        languages=tuple(said.texts("dc:language")),
        publishers=tuple(said.texts("dc:publisher")),
        dates=tuple(
            Date(e.text, dict(e.attributes).get("event", "")) for e in said.of("dc:date") if e.text
        ),
        modified=_first(said, "dcterms:modified"),
        description=_first(said, "dc:description"),
        subjects=tuple(
            Subject(e.text, said.detail(e, "authority"), said.detail(e, "term"))
            for e in said.of("dc:subject")
            if e.text
        ),
        series=tuple(_series(said)),
        rights=tuple(said.texts("dc:rights")),
        sources=tuple(named(text) for text in said.texts("dc:source")),
        page_source=_page_source(said),
    )


def _first(said: Statements, name: str) -> str:
    return next(iter(said.texts(name)), "")


def _in_order(said: Statements, name: str) -> list[Statement]:
    """As they are to be shown: https://www.w3.org/TR/epub-33/#display-seq; the rest after them."""
    stated = [each for each in said.of(name) if each.text]
    places = {each: said.detail(each, "display-seq") for each in stated}
    return sorted(stated, key=lambda e: int(p) if (p := places[e]).isdecimal() else len(stated))


def _person(stated: Statement, said: Statements) -> Person:
    codes = [each.text for each in said.on(stated, "role") if each.text]
    codes = codes or [code for name, code in stated.attributes if name == "role"]
    roles = tuple(Role(code, RELATORS.get(code, "")) for code in codes)
    return Person(stated.text, roles, said.detail(stated, "file-as"))


def _series(said: Statements) -> Iterator[Series]:
    """As EPUB 3 says it, else in the words of the program that most old books went through."""
    for stated in said.of("belongs-to-collection"):
        if stated.text:
            kind = said.detail(stated, "collection-type")
            yield Series(stated.text, said.detail(stated, "group-position"), kind)
    if not said.texts("belongs-to-collection"):
        for name in said.texts("calibre:series")[:1]:
            yield Series(name, _first(said, "calibre:series_index"), "series")


def _page_source(said: Statements) -> Identifier | None:
    """https://www.w3.org/TR/epub-a11y-11/#sec-page-source, and how it was said before."""
    stated = _first(said, "pageBreakSource") or _first(said, "a11y:pageBreakSource")
    old = (
        each.text
        for each in said.of("dc:source")
        if any(refinement.text == "pagination" for refinement in said.on(each, "source-of"))
    )
    source = stated or next(old, "")
    return named(source) if source else None
