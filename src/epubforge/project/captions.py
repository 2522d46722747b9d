"""A caption table, TOML or CSV, turned into `Caption` rows."""

from __future__ import annotations

import datetime
from pathlib import Path

from epubforge.diagnostics import Outcome, Reporter
from epubforge.model.picture import Caption, Spread
from epubforge.project.caption_csv import read_csv
from epubforge.project.errors import MistakeError
from epubforge.project.kinds import Choice, Flag, Listing, Read, Schema, Text
from epubforge.project.node import Node
from epubforge.project.reading import read_bytes, read_text
from epubforge.project.record import Entries, Key, Record
from epubforge.project.toml_file import TomlFile, read_toml
from epubforge.source import Span

_LOOSE: Schema = {"type": "string"}


def _read_loose(node: Node) -> str:
    """A text that may be empty: a row says nothing here."""
    return "" if node.value == "" else node.text()


def _read_date(node: Node) -> str:
    value = node.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000:
        return str(value)
    return _read_loose(node)


def _read_withheld(node: Node) -> bool | tuple[str, ...]:
    if isinstance(node.value, bool):
        return node.value
    if isinstance(node.value, str | list):
        return _EDITIONS.read(node)
    raise node.wrong_type("true, false or a list of editions", 'write true, or ["fixed"]')


_EDITIONS = Listing(Text(), or_one=True)
_SPREADS: tuple[Spread, ...] = ("auto", "left", "right", "double")

FILE = Key("file", Text(), "The picture's file, with or without folder and ending.", required=True)
CAPTION = Key("caption", Read(_read_loose, _LOOSE), "What stands below the picture, in Markdown.")
ALT = Key("alt", Read(_read_loose, _LOOSE), "What is to be seen, for those who cannot see it.")
DECORATIVE = Key("decorative", Flag(), "The picture tells nothing; it has no description.")
LONGDESC = Key(
    "longdesc", Read(_read_loose, _LOOSE), "A long description, on a page that a link leads to."
)
CREDIT = Key("credit", Read(_read_loose, _LOOSE), "Who made the picture.")
RIGHTS = Key("rights", Read(_read_loose, _LOOSE), "Who holds its rights.")
DATE = Key("date", Read(_read_date, _LOOSE), "When it was made, as it is to be read.")
PLACE = Key("place", Read(_read_loose, _LOOSE), "Where it was made.")
PEOPLE = Key("people", Listing(Text(), or_one=True), "Who is to be seen.")
SPREAD = Key("spread", Choice(_SPREADS), "Which page of a fixed layout it takes: left, double, ...")
GROUP = Key("group", Read(_read_loose, _LOOSE), "The heading that the picture stands under.")
WITHHELD = Key(
    "withheld",
    Read(_read_withheld, {"anyOf": [{"type": "boolean"}, _EDITIONS.schema()]}),
    "The picture may not be shown: in any edition, or in those that are listed.",
)
NOTICE = Key("notice", Read(_read_loose, _LOOSE), "What stands in a withheld picture's place.")


def _caption(entries: Entries) -> Caption:
    return Caption(
        file=entries.get(FILE, ""),
        span=_row(entries.node),
        caption=entries.get(CAPTION, ""),
        alt=entries.get(ALT, ""),
        decorative=entries.get(DECORATIVE, False),
        longdesc=entries.get(LONGDESC, ""),
        credit=entries.get(CREDIT, ""),
        rights=entries.get(RIGHTS, ""),
        date=entries.get(DATE, ""),
        place=entries.get(PLACE, ""),
        people=entries.get(PEOPLE, ()),
        spread=entries.get(SPREAD, "auto"),
        group=entries.get(GROUP, ""),
        withheld=entries.get(WITHHELD, False),
        notice=entries.get(NOTICE, ""),
        spans={
            key.name: entries.node.below(key.name, None).span
            for key in ROW.keys
            if key.name in entries.values
        },
    )


def _row(node: Node) -> Span:
    """From the row's header to the end of its last value."""
    ends = (
        node.file.places.found[(*node.path, name)].value[1]
        for name in (node.value if isinstance(node.value, dict) else {})
        if (*node.path, name) in node.file.places.found
    )
    start = node.span.start
    return node.file.source.span(start, max((node.span.end, *ends)))


ROW = Record(
    (
        FILE, CAPTION, ALT, DECORATIVE, LONGDESC, CREDIT, RIGHTS, DATE, PLACE, PEOPLE, SPREAD,
        GROUP, WITHHELD, NOTICE,
    ),
    _caption,
)  # fmt: skip
PICTURE = Key("picture", Listing(ROW), "The pictures, one [[picture]] each.")
TABLE: Record[tuple[Caption, ...]] = Record((PICTURE,), lambda entries: entries.get(PICTURE, ()))


def read_captions(root: Path, path: Path) -> Outcome[tuple[Caption, ...] | None]:
    """The rows of a caption table that name a file; broken values are reported and left out.

    None where the table cannot be made out: of no picture it can be said that it has no row.
    """
    reporter = Reporter()
    read = _toml if path.suffix.lower() == ".toml" else _csv
    file = read(root, path, reporter)
    if file is None:
        return Outcome(None, reporter.found)
    try:
        rows = TABLE.read(Node(file, (), file.values, reporter))
    except MistakeError as mistake:
        reporter.add(mistake.diagnostic)
        return Outcome(None, reporter.found)
    return Outcome(tuple(row for row in rows if row.file), reporter.found)


def _toml(root: Path, path: Path, reporter: Reporter) -> TomlFile | None:
    text = read_text(root, path)
    reporter.extend(text.found)
    read = read_toml(text.value)
    reporter.extend(read.found)
    return read.value


def _csv(root: Path, path: Path, reporter: Reporter) -> TomlFile | None:
    data = read_bytes(root, path)
    reporter.extend(data.found)
    if data.value is None:
        return None
    table = read_csv(path.relative_to(root).as_posix(), data.value, [key.name for key in ROW.keys])
    reporter.extend(table.found)
    return table.value
