"""The tables [book] and [print] of book.toml turned into metadata."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from epubforge.language.direction import direction_of
from epubforge.model.isbn import thirteen_digits, with_plain_hyphens
from epubforge.model.metadata import Contributor, Metadata, PrintEdition, Series, Subject
from epubforge.project.dates import read_modified, read_published
from epubforge.project.isbn import read_isbn
from epubforge.project.kinds import Choice, FileName, Listing, Read, Text, Wanted, Whole
from epubforge.project.language_tag import read_language
from epubforge.project.node import Node
from epubforge.project.price import PRICE_PATTERN, read_price
from epubforge.project.record import Entries, Key, Record
from epubforge.project.role import read_role

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TEXT = {"type": "string", "minLength": 1}
_PRICE = Read(read_price, {"type": "string", "pattern": PRICE_PATTERN})
_ISBN = Read(read_isbn, {"type": "string", "pattern": "^[0-9Xx \\-\u2010-\u2015\u2212]{10,}$"})


@dataclass(frozen=True, slots=True)
class BookTable:
    """[book]: its metadata, and the file of its cover."""

    metadata: Metadata
    cover: Wanted | None = None


def _read_identifier(node: Node) -> str:
    text = node.text('a text: "urn:uuid:…"')
    if len(text.split()) > 1:
        raise node.invalid("holds a blank", 'write one word: "urn:uuid:…", "https://…", "doi:…"')
    if text.lower().startswith("urn:uuid:") and not _UUID.fullmatch(text[9:]):
        raise node.invalid(
            f'cannot be "{text}": this is no UUID', "write 8-4-4-4-12 digits and a to f"
        )
    if text.lower().startswith("urn:isbn:"):
        raise node.invalid("is an ISBN", "give it to the key isbn")
    return text


def _read_position(node: Node) -> str:
    value = node.value
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**6:
        return str(value)
    text = node.text('a number: "2"')
    if not all(part.isascii() and part.isdigit() for part in text.split(".")):
        raise node.invalid(
            f'cannot be "{text}"', 'write a number, or several with points: "2", "2.1"'
        )
    return text


SERIES_NAME = Key("name", Text(), "The name of the series.", required=True)
SERIES_POSITION = Key(
    "position",
    Read(
        _read_position,
        {"anyOf": [{"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)*$"}, {"type": "number"}]},
    ),
    "The book's number in the series.",
)
_SERIES = Record(
    (SERIES_NAME, SERIES_POSITION),
    lambda entries: Series(entries.get(SERIES_NAME, ""), entries.get(SERIES_POSITION, None)),
)

SUBJECT_TEXT = Key("text", Text(), "The subject in words.", required=True)
SUBJECT_SCHEME = Key("scheme", Text(), "Whose list the code is from: BISAC, Thema, …")
SUBJECT_CODE = Key("code", Text(), "The subject's code in that list.")
_SUBJECT = Record(
    (SUBJECT_TEXT, SUBJECT_SCHEME, SUBJECT_CODE),
    lambda entries: Subject(
        entries.get(SUBJECT_TEXT, ""),
        entries.get(SUBJECT_SCHEME, None),
        entries.get(SUBJECT_CODE, None),
    ),
)


def _read_subject(node: Node) -> Subject:
    if not isinstance(node.value, dict):
        return Subject(node.text("a text, or a table with text, scheme and code"))
    subject = _SUBJECT.read(node)
    if (subject.scheme is None) != (subject.code is None):
        lacking = "scheme" if subject.scheme is None else "code"
        raise node.invalid(f"has no {lacking}", "give both, or leave both out")
    return subject


NAME = Key("name", Text(), "The name as it is to be read.", required=True)
ROLES = Key(
    "roles",
    Listing(Read(read_role, _TEXT)),
    "MARC relator codes or their English terms, the weightiest first; author without it.",
)
FILE_AS = Key("file_as", Text(), "The name as it is sorted: family name first.")
_CONTRIBUTOR = Record(
    (NAME, ROLES, FILE_AS),
    lambda entries: Contributor(
        entries.get(NAME, ""), entries.get(ROLES, ()) or ("aut",), entries.get(FILE_AS, None)
    ),
)

TITLE = Key("title", Text(), "The title.", required=True)
LANGUAGE = Key(
    "language",
    Listing(Read(read_language, _TEXT), or_one=True),
    "The language as a BCP 47 tag; a list for several, the first is the main one.",
    required=True,
)
SUBTITLE = Key("subtitle", Text(), "The subtitle.")
ORIGINAL_TITLE = Key("original_title", Text(), "The title of the work that was translated.")
ISBN = Key("isbn", _ISBN, "The ISBN of this e-book, with or without hyphens.")
IDENTIFIER = Key(
    "identifier",
    Read(_read_identifier, _TEXT),
    "The unique identifier, instead of isbn; with neither one is made from the title, the first "
    "creator and the language.",
)
PUBLISHER = Key("publisher", Text(), "The publisher.")
PUBLISHED = Key(
    "published",
    Read(read_published, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
    "When the book was published: a date, a year, or year and month as a text.",
)
MODIFIED = Key(
    "modified",
    Read(read_modified, {"type": "string"}),
    "When the book was changed last: a date, or date and time.",
)
EDITION = Key("edition", Text(), "The edition in words: 2nd revised edition.")
DESCRIPTION = Key("description", Text(), "What shops and libraries tell of the book.")
RIGHTS = Key("rights", Text(), "Who holds which rights.")
SUBJECTS = Key(
    "subjects",
    Listing(Read(_read_subject, {"anyOf": [_TEXT, _SUBJECT.schema()]})),
    "What the book is about: texts, or tables with text, scheme and code.",
)
SERIES = Key("series", _SERIES, "The series that the book belongs to.")
DIRECTION = Key(
    "direction",
    Choice(("ltr", "rtl")),
    "Which way the pages turn; as the main language and the writing mode have it, without it.",
)
VERTICAL = "vertical-rl"
WRITING_MODE = Key(
    "writing_mode",
    Choice(("horizontal-tb", VERTICAL)),
    "How lines run: vertical-rl is vertical Japanese; horizontal-tb without it.",
)
COVER = Key("cover", FileName(), "The cover's picture, from the project's root.")
PRICE = Key("price", _PRICE, "The price of this e-book: an amount and a currency.")
CONTRIBUTORS = Key("contributors", Listing(_CONTRIBUTOR), "Who made the book, one table each.")


def _book(entries: Entries) -> BookTable:
    isbn = entries.get(ISBN, None)
    given = entries.get(IDENTIFIER, None)
    languages = _languages(entries)
    writing_mode = entries.get(WRITING_MODE, "horizontal-tb")
    metadata = Metadata(
        title=entries.get(TITLE, ""),
        languages=languages,
        identifier="",
        subtitle=entries.get(SUBTITLE, None),
        original_title=entries.get(ORIGINAL_TITLE, None),
        isbn=thirteen_digits(isbn) if isbn else None,
        isbn_shown=isbn,
        contributors=entries.get(CONTRIBUTORS, ()),
        publisher=entries.get(PUBLISHER, None),
        published=entries.get(PUBLISHED, None),
        modified=entries.get(MODIFIED, None),
        edition=entries.get(EDITION, None),
        description=entries.get(DESCRIPTION, None),
        rights=entries.get(RIGHTS, None),
        subjects=entries.get(SUBJECTS, ()),
        series=entries.get(SERIES, None),
        direction=_direction(entries, languages[0], writing_mode),
        writing_mode=writing_mode,
        price=entries.get(PRICE, None),
    )
    metadata = replace(metadata, identifier=identifier_of(metadata, given))
    return BookTable(metadata, entries.get(COVER, None))


def _languages(entries: Entries) -> tuple[str, ...]:
    value = entries.values.get(LANGUAGE.name)
    if value == []:
        node = entries.node.below(LANGUAGE.name, value)
        mistake = node.invalid("is an empty list", "put in the main language")
        entries.node.reporter.add(mistake.diagnostic)
    return tuple(dict.fromkeys(entries.get(LANGUAGE, ()))) or ("en",)


def _direction(entries: Entries, language: str, writing_mode: str) -> str:
    """As it is said; in vertical writing the first line stands on the right, and pages follow."""
    said = entries.get(DIRECTION, None)
    if writing_mode != VERTICAL:
        return said or direction_of(language)
    if said == "ltr":
        node = entries.node.below(DIRECTION.name, said)
        hint = f'leave it out: with writing_mode = "{VERTICAL}" pages turn from right to left'
        mistake = node.invalid(f'cannot be "ltr" where lines are {VERTICAL}', hint)
        entries.node.reporter.add(mistake.diagnostic)
    return "rtl"


def identifier_of(metadata: Metadata, given: str | None, edition: str = "") -> str:
    """The book's unique identifier: its ISBN, else the given one, else one made from the book.

    The made one depends on title, first creator, language and the edition's name, and on nothing
    else: two builds of a book have the same.
    """
    if metadata.isbn:
        return f"urn:isbn:{metadata.isbn}"
    if given:
        return given
    import uuid  # most books have an ISBN

    creator = metadata.creators[0].name if metadata.creators else ""
    parts = "\n".join((metadata.title, creator, metadata.language, edition))
    space = uuid.uuid5(uuid.NAMESPACE_URL, "urn:epubforge:book")
    return f"urn:uuid:{uuid.uuid5(space, unicodedata.normalize('NFC', parts))}"


BOOK = Record(
    (
        TITLE, LANGUAGE, SUBTITLE, ORIGINAL_TITLE, ISBN, IDENTIFIER, PUBLISHER, PUBLISHED, MODIFIED,
        EDITION, DESCRIPTION, RIGHTS, SUBJECTS, SERIES, DIRECTION, WRITING_MODE, COVER, PRICE,
        CONTRIBUTORS,
    ),
    _book,
)  # fmt: skip

PRINT_ISBN = Key("isbn", _ISBN, "The ISBN of the printed book.")
PRINT_PAGES = Key("pages", Whole(1, 100_000), "How many pages the printed book has.")
PRINT_TRIM = Key("trim", Text(), "The size of its page: 24.5 × 34 cm.")
PRINT_BINDING = Key("binding", Text(), "How it is bound: Hardback.")
PRINT_PRICE = Key("price", _PRICE, "The price of the printed book.")


def _print_isbn(written: str | None) -> str | None:
    return with_plain_hyphens(written) if written else None


PRINT = Record(
    (PRINT_ISBN, PRINT_PAGES, PRINT_TRIM, PRINT_BINDING, PRINT_PRICE),
    lambda entries: PrintEdition(
        _print_isbn(entries.get(PRINT_ISBN, None)),
        entries.get(PRINT_PAGES, None),
        entries.get(PRINT_TRIM, None),
        entries.get(PRINT_BINDING, None),
        entries.get(PRINT_PRICE, None),
    ),
)
