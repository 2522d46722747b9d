"""What the book is: its title, its metadata, its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from epubforge.inventory.identifiers import Identifier
from epubforge.inventory.record import Record, Subject
from epubforge.inventory.take import Inventory
from epubforge.report.layout import Layout, Line, Said
from epubforge.report.measures import counted, size, time

_KINDS = {"isbn": "ISBN", "uuid": "UUID", "doi": "DOI", "issn": "ISSN", "gtin": "GTIN",
          "asin": "ASIN", "url": "address", "urn": "URN"}  # fmt: skip
_MOST_LINES = 20
"""Under one label."""
_LONGEST = 600
"""Characters of a description that are shown."""


def head(page: Layout, file: str, inventory: Inventory) -> None:
    """The title, who made it, and what sort of file it is."""
    record = inventory.metadata
    page.line(Said(record.title or "Without a title", "bold"))
    others = [each.text for each in record.titles if each.text != record.title]
    if others:
        page.line(" · ".join(others))
    if record.creators:
        page.line(", ".join(person.name for person in record.creators))
    fixed = inventory.rendition.layout == "pre-paginated"
    sort = [f"EPUB {inventory.version or '?'}", "fixed pages" if fixed else "reflowable"]
    if inventory.renditions > 1:
        sort.append(f"the first of {inventory.renditions} renditions")
    page.line(Said(" · ".join([file, *sort, size(inventory.sizes.bytes)]), "dim"))


def metadata(page: Layout, inventory: Inventory) -> None:
    """The record, line by line; what is not said has no line."""
    page.heading("Metadata")
    page.pairs(_numbered(_record(inventory.metadata), _rendition(inventory)))


def _numbered(*parts: Iterator[tuple[str, Line]]) -> Iterator[tuple[str, Line]]:
    """A label only where it is not that of the line above."""
    for label, those in groupby((pair for part in parts for pair in part), lambda pair: pair[0]):
        lines = [line for _, line in those]
        shown = lines if len(lines) <= _MOST_LINES + 1 else lines[:_MOST_LINES]
        for at, line in enumerate(shown):
            yield ("" if at else label), line
        if len(shown) < len(lines):
            yield "", Said(f"… {len(lines) - len(shown):,} more", "dim")


def _record(record: Record) -> Iterator[tuple[str, Line]]:
    for title in record.titles:
        label = title.type if title.type and title.type != "main" else "title"
        yield label, title.text
        yield from _filed(label, title.text, title.file_as)
    for label, people in (("creator", record.creators), ("contributor", record.contributors)):
        for person in people:
            roles = [role.term or role.code for role in person.roles]
            yield label, ", ".join([person.name, *roles])
            yield from _filed(label, person.name, person.file_as)
    for identifier in record.identifiers:
        yield "identifier", _identifier(identifier)
    if record.languages:
        yield "language", ", ".join(record.languages)
    if record.publishers:
        yield "publisher", ", ".join(record.publishers)
    for date in record.dates:
        yield "date", [date.value, Said(f"  {date.event}" if date.event else "", "dim")]
    if record.modified:
        yield "modified", _moment(record.modified)
    for series in record.series:
        place = f", {series.position}" if series.position else ""
        yield series.kind or "collection", f"{series.name}{place}"
    if record.subjects:
        yield "subjects", _joined(record.subjects)
    if record.description:
        yield "description", _shortened(_plain(record.description))
    for rights in record.rights:
        yield "rights", _shortened(_plain(rights))
    for source in record.sources:
        yield "made from", _identifier(source)
    if record.page_source is not None:
        is_none = record.page_source.value == "none"
        yield "pages of", "no printed book" if is_none else _identifier(record.page_source)


def _rendition(inventory: Inventory) -> Iterator[tuple[str, Line]]:
    shown = inventory.rendition
    for label, value in (
        ("spread", shown.spread),
        ("orientation", shown.orientation),
        ("flow", shown.flow),
        ("viewport", shown.viewport),
    ):
        if value:
            yield label, value
    if shown.direction in {"ltr", "rtl"}:
        yield "pages turn", "left to right" if shown.direction == "ltr" else "right to left"


def _filed(label: str, text: str, file_as: str) -> Iterator[tuple[str, Line]]:
    if file_as not in {"", text}:
        yield label, Said(f"filed as {file_as}", "dim")


def _identifier(identifier: Identifier) -> Line:
    if identifier.fault:
        return [identifier.number, Said(f"  no valid ISBN: {identifier.fault}", "yellow")]
    kind = "valid ISBN" if identifier.kind == "isbn" else _KINDS.get(identifier.kind, "")
    remarks = ", ".join(filter(None, (kind, "names this book" if identifier.is_unique else "")))
    return [identifier.number, Said(f"  {remarks}" if remarks else "", "dim")]


def _joined(subjects: tuple[Subject, ...]) -> str:
    told = (
        f"{each.text} ({each.scheme} {each.code})" if each.code else each.text for each in subjects
    )
    return " · ".join(told)


def _moment(written: str) -> str:
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z", written)
    return f"{found[1]} {found[2]} UTC" if found else written


def _plain(text: str) -> str:
    """Descriptions often hold HTML, which shops show without its tags."""
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]{0,500}>", " ", text).split())


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def in_numbers(page: Layout, inventory: Inventory) -> None:
    """How long, and how much of what."""
    counts = inventory.counts
    page.heading("In numbers")
    length = [counted(counts.words, "word"), counted(counts.characters, "character")]
    if counts.minutes:
        length.append(f"{time(counts.minutes)} of reading")
    things = [
        counted(count, noun)
        for count, noun in (
            (counts.documents, "document"),
            (counts.tables, "table"),
            (counts.formulas, "formula"),
            (counts.notes, "note"),
            (counts.audio, "sound"),
            (counts.video, "film"),
            (counts.pages, "page mark"),
        )
        if count
    ]
    page.line(" · ".join(length), 2)
    page.line(" · ".join(things), 2)
    if counts.pictures or counts.pictures_shown:
        page.line(_pictures(inventory), 2)


def _pictures(inventory: Inventory) -> Line:
    counts = inventory.counts
    silent = counts.pictures_shown - counts.pictures_described - counts.pictures_decorative
    said = [counted(counts.pictures, "picture"), f"shown {_times(counts.pictures_shown)}"]
    said.append(f"{counts.pictures_described:,} described")
    if counts.pictures_decorative:
        said.append(f"{counts.pictures_decorative:,} decorative")
    missing = f" · {silent:,} without a word in their place" if silent else ""
    return [" · ".join(said), Said(missing, "yellow")]


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count:,} times")
