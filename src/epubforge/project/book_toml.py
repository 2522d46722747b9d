"""The whole of book.toml, of the main edition or another, turned into what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from epubforge.diagnostics import Diagnostic, Outcome, Reporter, Rule, Severity
from epubforge.model.isbn import thirteen_digits
from epubforge.model.metadata import AccessibilityStatement, Metadata
from epubforge.model.project import EditionLayout, Settings
from epubforge.project.book_table import ISBN, PRINT_TRIM, BookTable, identifier_of
from epubforge.project.checks_table import ChecksTable
from epubforge.project.editions import (
    EDITION,
    EDITIONS,
    MAIN,
    EditionTable,
    EditionTables,
    same_identifiers,
    unknown_edition,
)
from epubforge.project.kinds import Listing, Read, Wanted
from epubforge.project.markdown_table import MarkdownTable
from epubforge.project.node import Node
from epubforge.project.overrides import as_edition
from epubforge.project.record import Entries, Key, Record
from epubforge.project.shared import SHARED_SCHEMA, read_shared
from epubforge.project.tables import (
    ACCESSIBILITY_KEY,
    BOOK_KEY,
    CHECKS_KEY,
    CONTENTS_KEY,
    IMAGES_KEY,
    MARKDOWN_KEY,
    PLATES_KEY,
    PRINT_KEY,
    TABLES,
    THEME_KEY,
    VARIABLES_KEY,
    ContentsTable,
    ImagesTable,
    PlatesTable,
    ThemeTable,
)
from epubforge.project.toml_file import TomlFile
from epubforge.source import Span

SAME_ISBN_IN_PRINT = Rule(
    "P016",
    "same-isbn-in-print",
    Severity.NOTE,
    """The e-book and the printed book have the same ISBN.

Why it matters
    Each form of a book that is sold by itself needs an ISBN of its own: with one for two, a shop
    that orders the print gets the file, and the sales of both are counted as one.
Bad
    [book]
    isbn = "978-3-86930-689-6"
    [print]
    isbn = "978-3-86930-689-6"
Good
    [book]
    title = "Heroes of Labour"
    [print]
    isbn = "978-3-86930-689-6"
Reference
    ISBN Users' Manual https://www.isbn-international.org/content/isbn-users-manual
""",
)


@dataclass(frozen=True, slots=True)
class BookToml:
    """All that book.toml says, read and checked; its files are not looked at yet."""

    book: BookTable
    settings: Settings
    contents: ContentsTable
    theme: ThemeTable
    markdown: MarkdownTable
    plates: PlatesTable | None = None
    shared: tuple[Wanted, ...] = ()
    editions: tuple[EditionTable, ...] = ()
    edition: str = ""
    """The edition that this is said of; empty for the main one."""
    layout: EditionLayout = "reflowable"
    trim_span: Span | None = None
    """Where the size of the printed page stands."""
    profile: tuple[Wanted, ...] = ()
    """Names and files of profiles."""
    max_pixels: int | None = None
    """Of a picture, where the settings limit it; else the profile does."""


SHARED = Key(
    "shared",
    Listing(Read(read_shared, SHARED_SCHEMA)),
    "Folders outside the project that includes and pictures may come from.",
)
EDITIONS_KEY = Key(
    EDITIONS, EditionTables(EDITION), "Further editions: what is otherwise in each than above."
)
_NO_BOOK = BookTable(Metadata("", ("en",), ""))


def _book_toml(entries: Entries) -> BookToml:
    book = entries.get(BOOK_KEY, _NO_BOOK)
    twin = entries.get(PRINT_KEY, None)
    accessibility = entries.get(ACCESSIBILITY_KEY, AccessibilityStatement())
    metadata = replace(book.metadata, print=twin, accessibility=accessibility)
    contents = entries.get(CONTENTS_KEY, ContentsTable())
    markdown = entries.get(MARKDOWN_KEY, MarkdownTable())
    checks = entries.get(CHECKS_KEY, ChecksTable())
    images = entries.get(IMAGES_KEY, ImagesTable())
    settings = Settings(
        smart=markdown.smart,
        contents=contents.settings,
        pictures=images.policy,
        book_max=images.book_max,
        checks=checks.policy,
        fail_on=checks.fail_on,
        numbering=markdown.numbering,
        notes=markdown.notes,
        variables=entries.get(VARIABLES_KEY, ()),
    )
    _note_same_isbn(entries, metadata)
    return BookToml(
        replace(book, metadata=metadata),
        settings,
        contents,
        entries.get(THEME_KEY, ThemeTable()),
        markdown,
        entries.get(PLATES_KEY, None),
        entries.get(SHARED, ()),
        entries.get(EDITIONS_KEY, ()),
        profile=checks.profile,
        max_pixels=images.max_pixels,
        trim_span=entries.node.file.span((PRINT_KEY.name, PRINT_TRIM.name)) if twin else None,
    )


def _note_same_isbn(entries: Entries, metadata: Metadata) -> None:
    twin = metadata.print
    if metadata.isbn is None or twin is None or twin.isbn is None:
        return
    if metadata.isbn == thirteen_digits(twin.isbn):
        path = (BOOK_KEY.name, ISBN.name)
        entries.node.reporter.add(
            SAME_ISBN_IN_PRINT.at(
                entries.node.file.span(path),
                f"{metadata.isbn_shown} is the ISBN of the printed book too",
                "each form of a book needs an ISBN of its own: ask your agency for one for this "
                "e-book, or leave isbn out",
            )
        )


BOOK_TOML: Record[BookToml] = Record((SHARED, *TABLES, EDITIONS_KEY), _book_toml)


def read_book_toml(file: TomlFile, edition: str = "") -> Outcome[BookToml]:
    """All that the settings say of an edition; a broken key is reported and counts as absent.

    Faults of the book and of all editions are reported, whichever is asked for. Where it is
    unknown, that is reported, and the value is the main edition.
    """
    main = _read(file)
    book = main.value
    metadata = book.book.metadata
    same = tuple(same_identifiers(book.editions, metadata.isbn, metadata.identifier))
    found = main.found + same
    if edition in {"", MAIN[0]}:
        return Outcome(book, found)
    named = next((each for each in book.editions if each.name == edition), None)
    if named is None:
        return Outcome(book, (*found, unknown_edition(file, edition, book.editions)))
    own = _read(as_edition(file, edition))
    told = {_key(each) for each in found}
    new = tuple(each for each in own.found if _key(each) not in told)
    return Outcome(_known_as(own.value, named), found + new)


def _read(file: TomlFile) -> Outcome[BookToml]:
    reporter = Reporter()
    read = BOOK_TOML.read(Node(file, (), file.values, reporter))
    return Outcome(read, reporter.found)


def _known_as(book: BookToml, edition: EditionTable) -> BookToml:
    metadata = book.book.metadata
    identifier = identifier_of(metadata, edition.identifier, edition.name)
    metadata = replace(metadata, identifier=identifier)
    return replace(
        book,
        book=replace(book.book, metadata=metadata),
        edition=edition.name,
        layout=edition.layout,
    )


def _key(found: Diagnostic) -> tuple[str, Span | None]:
    return found.rule.code, found.place if isinstance(found.place, Span) else None
