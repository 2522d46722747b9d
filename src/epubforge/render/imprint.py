"""What the title page and the copyright page say: the metadata in the words of the language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.language.labels import words
from epubforge.model.book import Book, plates_of
from epubforge.model.metadata import Contributor


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the copyright page: what it is about, and what there is to say."""

    label: str
    text: str


def facts(book: Book) -> tuple[Fact, ...]:
    """Title, names, publisher, dates, numbers: only what the metadata hold."""
    return tuple(fact for fact in _facts(book) if fact.text)


def credits_of(book: Book) -> tuple[str, ...]:
    """The credits and rights of the plates as XHTML, each once, in the order of the plates."""
    said = (plate.markup for plate in plates_of(book.pages))
    texts = (text for markup in said for text in (markup.credit, markup.rights) if text)
    return tuple(dict.fromkeys(texts))


def series(book: Book) -> str:
    """The series with the book's number in it; empty where there is none."""
    series = book.metadata.series
    if series is None:
        return ""
    return f"{series.name}, {series.position}" if series.position else series.name


def _facts(book: Book) -> Iterator[Fact]:
    metadata, labels = book.metadata, book.labels
    for contributor in metadata.contributors:
        yield Fact(_roles(contributor, metadata.language), contributor.name)
    yield Fact(labels["original_title"], metadata.original_title or "")
    yield Fact(labels["series"], series(book))
    yield Fact(labels["edition"], metadata.edition or "")
    yield Fact(labels["publisher"], metadata.publisher or "")
    yield Fact(labels["published"], metadata.published or "")
    yield Fact("ISBN", metadata.isbn_shown or metadata.isbn or "")
    yield Fact(labels["print_edition"], ", ".join(_print_edition(book)))


def _roles(contributor: Contributor, language: str) -> str:
    """Roles in words; a relator that no language file knows is passed over."""
    names = words(language).roles
    said = ", ".join(names[role] for role in contributor.roles if role in names)
    return said[:1].upper() + said[1:]


def _print_edition(book: Book) -> Iterator[str]:
    printed = book.metadata.print
    if printed is None:
        return
    if printed.isbn:
        yield f"ISBN {printed.isbn}"
    if printed.pages:
        yield book.labels["pages"].format(printed.pages)
    yield from (text for text in (printed.trim, printed.binding) if text)
