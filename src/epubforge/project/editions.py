"""[editions.NAME]: the tables in which editions say what is otherwise than in the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.isbn import thirteen_digits
from epubforge.model.project import EditionLayout
from epubforge.project.book_table import BOOK, IDENTIFIER, ISBN
from epubforge.project.checks_table import PROFILE
from epubforge.project.errors import MistakeError
from epubforge.project.kinds import Choice, Schema
from epubforge.project.node import INVALID_VALUE, Node
from epubforge.project.record import Key, Record
from epubforge.project.suggest import did_you_mean
from epubforge.project.tables import BOOK_KEY, CHECKS_KEY, TABLES
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import TomlPath
from epubforge.source import Span

UNKNOWN_EDITION = Rule(
    "P036",
    "unknown-edition",
    Severity.ERROR,
    """The edition that was asked for is not in the settings.

Why it matters
    Another edition would have another ISBN; nothing is guessed, and no book is made.
Bad
    epubforge build --edition larg, beside [editions.large]
Good
    epubforge build --edition large
""",
    blocking=True,
    configuration=True,
)
SAME_IDENTIFIER = Rule(
    "P037",
    "same-identifier-in-editions",
    Severity.WARNING,
    """Two editions have the same ISBN or identifier.

Why it matters
    A reading system and a shop know a book by its identifier: one edition would replace the other.
Bad
    [book]
    isbn = "978-3-86930-689-6"
    [editions.large]
    isbn = "978-3-86930-689-6"
Good
    [book]
    isbn = "978-3-86930-689-6"
    [editions.large]
    subtitle = "Large print"
Reference
    ISBN Users' Manual https://www.isbn-international.org/content/isbn-users-manual
""",
)

EDITIONS = "editions"
MAIN = ("main", "reflowable")
"""What the edition is called that the other tables describe: `::: only main`."""
_NAME = "[A-Za-z0-9][A-Za-z0-9_-]*"
_LAYOUTS: tuple[EditionLayout, ...] = ("reflowable", "fixed")
LAYOUT = Key(
    "layout",
    Choice(_LAYOUTS),
    "reflowable: the text flows into any page; fixed: every page is laid out. reflowable.",
)
HOMES = {PROFILE.name: CHECKS_KEY.name} | {key.name: BOOK_KEY.name for key in BOOK.keys}
"""Keys that stand in an edition's own table, and the table of the book that they belong to."""
NOT_INHERITED = (ISBN.name, IDENTIFIER.name)
"""Keys of [book] that no edition takes from the book."""

Told = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EditionTable:
    """An edition by its name, and by what it is known to the world."""

    name: str
    isbn: str | None
    """Thirteen digits."""
    identifier: str | None
    span: Span
    """Where it says its ISBN or identifier; the whole table, where it says neither."""
    layout: EditionLayout = "reflowable"


def _loose(key: Key[object]) -> Key[object]:
    """A key that may be absent, and its table's keys too: the book says the rest."""
    kind = _loosened(key.kind.keys) if isinstance(key.kind, Record) else key.kind
    return Key(key.name, kind, key.meaning)


def _loosened(keys: Sequence[Key[object]]) -> Record[Told]:
    loose = tuple(_loose(key) for key in keys)
    return Record(loose, lambda entries: {key.name: entries.get(key, None) for key in loose})


EDITION = _loosened((LAYOUT, PROFILE, *BOOK.keys, *TABLES))


@dataclass(frozen=True, slots=True)
class EditionTables:
    """[editions]: a table for each edition, by its name."""

    edition: Record[Told]

    def read(self, node: Node) -> tuple[EditionTable, ...]:
        """Every edition with a name that it can have; all faults in them are reported."""
        if not isinstance(node.value, dict):
            raise node.wrong_type("a table of editions", "write [editions.NAME]")
        read: list[EditionTable] = []
        for name, value in node.value.items():
            below = node.below(str(name), value)
            try:
                read.append(_edition(below, str(name), self.edition.read(below), read))
            except MistakeError as mistake:
                node.reporter.add(mistake.diagnostic)
        return tuple(read)

    def schema(self) -> Schema:
        """An object of editions."""
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{_NAME}$"},
            "additionalProperties": self.edition.schema(),
        }


def same_identifiers(
    editions: Sequence[EditionTable], isbn: str | None, identifier: str
) -> Iterator[Diagnostic]:
    """The editions that are known by what the book, or an earlier edition, is known by."""
    names = {isbn or identifier: "the main edition"}
    for edition in editions:
        known_by = edition.isbn or edition.identifier
        if known_by is None:
            continue
        other = names.setdefault(known_by, edition.name)
        if other != edition.name:
            message = f"{known_by} is {other}'s too"
            hint = "give each edition its own; without one, an identifier is made for it"
            yield SAME_IDENTIFIER.at(edition.span, message, hint)


def unknown_edition(file: TomlFile, name: str, known: Sequence[EditionTable]) -> Diagnostic:
    """The finding that no edition is called so."""
    names = [edition.name for edition in known]
    message = f"no edition is called {name}{did_you_mean(name, names)}"
    hint = f"choose among {', '.join(names)}" if names else "make one with [editions.NAME]"
    return UNKNOWN_EDITION.at(file.span((EDITIONS,)), message, hint)


def _edition(node: Node, name: str, told: Told, earlier: Sequence[EditionTable]) -> EditionTable:
    if not re.fullmatch(_NAME, name):
        hint = "use letters a to z, digits, - and _"
        raise _misnamed(node, f'"{name}" cannot be the name of an edition', hint)
    if name.casefold() in MAIN:
        message = f"{name} is the edition that the other tables describe"
        raise _misnamed(node, message, "give this one another name")
    same = next((each.name for each in earlier if each.name.casefold() == name.casefold()), None)
    if same:
        message = f"the editions {same} and {name} differ in their capitals only"
        raise _misnamed(
            node, message, "give one of them another name: on some disks their files would be one"
        )
    _report_twice(node)
    isbn, identifier = (_said(told, key) for key in NOT_INHERITED)
    home = next((said.home for said in (isbn, identifier) if said.text), ())
    return EditionTable(
        name,
        thirteen_digits(isbn.text) if isbn.text else None,
        identifier.text,
        node.file.span((*node.path, *home)),
        "fixed" if told[LAYOUT.name] == "fixed" else "reflowable",
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A text of an edition, and the keys that lead to it."""

    text: str | None
    home: TomlPath


def _said(told: Told, key: str) -> _Said:
    """What the edition's table says, or its table of the book."""
    inner = told[BOOK_KEY.name]
    if isinstance(inner, Mapping) and isinstance(said := inner.get(key), str):
        return _Said(said, (BOOK_KEY.name, key))
    own = told[key]
    return _Said(own if isinstance(own, str) else None, (key,))


def _misnamed(node: Node, message: str, hint: str) -> MistakeError:
    return MistakeError(INVALID_VALUE.at(node.key_span, message, hint))


def _report_twice(node: Node) -> None:
    values = node.value if isinstance(node.value, dict) else {}
    for key, home in HOMES.items():
        inner = values.get(home)
        if key in values and isinstance(inner, dict) and key in inner:
            below = node.below(key, values[key])
            twice = below.invalid(f"stands in [{node.name}.{home}] too", "keep one of the two")
            node.reporter.add(twice.diagnostic)
