"""Every table of book.toml, and the settings that they are turned into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from epubforge.diagnostics import Outcome, Policy, Reporter, Rule, Severity
from epubforge.model.metadata import AccessibilityStatement, Metadata
from epubforge.model.picture import PicturePolicy
from epubforge.model.project import (
    ContentsSettings,
    FailOn,
    GenerateSettings,
    PlateLayout,
    Settings,
)
from epubforge.project.book_table import BOOK, ISBN, PRINT, BookTable
from epubforge.project.isbn import thirteen_digits
from epubforge.project.kinds import Choice, FileName, Flag, Listing, Read, Text, Wanted, Whole
from epubforge.project.node import Node
from epubforge.project.record import Entries, Key, Record
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
class ContentsTable:
    """[contents]: the list of chapters where there is one, its place, and the rest."""

    settings: ContentsSettings = field(default_factory=ContentsSettings)
    chapters: tuple[Wanted, ...] | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PlatesTable:
    """[plates]: where the pictures and their captions are."""

    pictures: Wanted | None
    captions: Wanted | None
    layout: PlateLayout
    span: Span


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """[theme]: the theme's name or folder, and further styles."""

    name: Wanted | None = None
    css: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class BookToml:
    """All that book.toml says, read and checked; its files are not looked at yet."""

    book: BookTable
    settings: Settings
    contents: ContentsTable
    theme: ThemeTable
    plates: PlatesTable | None = None


GENERATE_COVER = Key("cover", Flag(), "A cover is made from the title or the cover's picture.")
GENERATE_TITLEPAGE = Key("titlepage", Flag(), "A title page is made from [book].")
GENERATE_COPYRIGHT = Key("copyright", Flag(), "A copyright page is made from [book] and [print].")
_GENERATE = Record(
    (GENERATE_COVER, GENERATE_TITLEPAGE, GENERATE_COPYRIGHT),
    lambda entries: GenerateSettings(
        entries.get(GENERATE_COVER, True),
        entries.get(GENERATE_TITLEPAGE, True),
        entries.get(GENERATE_COPYRIGHT, True),
    ),
)
CHAPTERS = Key(
    "chapters",
    Listing(FileName()),
    'The chapters in their order, from the manuscript: files, folders, globs, and "plates".',
)
DEPTH = Key("depth", Whole(1, 6), "How many levels of headings the contents show; 3 without it.")
GENERATE = Key("generate", _GENERATE, "Which pages are made; all without it.")


def _contents(entries: Entries) -> ContentsTable:
    settings = ContentsSettings(entries.get(DEPTH, 3), entries.get(GENERATE, GenerateSettings()))
    span = entries.node.below(CHAPTERS.name, None).span
    return ContentsTable(settings, entries.get(CHAPTERS, None), span)


CONTENTS = Record((CHAPTERS, DEPTH, GENERATE), _contents)

SMART = Key("smart", Flag(), "Typographic quotes, dashes and ellipses; true without it.")
MARKDOWN = Record((SMART,), lambda entries: entries.get(SMART, True))

PICTURES = Key(
    "pictures",
    FileName(),
    "The plates: a folder or a glob, from the project's root.",
    required=True,
)
CAPTIONS = Key("captions", FileName(), "The table of captions, TOML or CSV, from the root.")
_LAYOUTS: tuple[PlateLayout, ...] = ("one-per-page",)
LAYOUT = Key("layout", Choice(_LAYOUTS), "How the plates stand on their pages.")
PLATES = Record(
    (PICTURES, CAPTIONS, LAYOUT),
    lambda entries: PlatesTable(
        entries.get(PICTURES, None),
        entries.get(CAPTIONS, None),
        entries.get(LAYOUT, "one-per-page"),
        entries.node.span,
    ),
)

THEME_NAME = Key("name", FileName(), "A theme's name, or a folder in the project that is one.")
CSS = Key("css", Listing(FileName()), "Style sheets of your own, from the root, after the theme's.")
THEME = Record(
    (THEME_NAME, CSS),
    lambda entries: ThemeTable(entries.get(THEME_NAME, None), entries.get(CSS, ())),
)

MAX_PIXELS = Key(
    "max_pixels",
    Whole(10_000, 100_000_000),
    "The most pixels that a picture may have, width × height; 3800000 without it.",
)
QUALITY = Key("quality", Whole(1, 100), "Of JPEG; 85 without it.")
PROGRESSIVE = Key("progressive", Flag(), "Progressive JPEG, a little smaller; false without it.")
KEEP = Key(
    "keep",
    Listing(Choice(("copyright", "credit"))),
    "Which metadata of a picture may stay; copyright without it.",
)
IMAGES = Record(
    (MAX_PIXELS, QUALITY, PROGRESSIVE, KEEP),
    lambda entries: PicturePolicy(
        entries.get(MAX_PIXELS, 3_800_000),
        entries.get(QUALITY, 85),
        entries.get(PROGRESSIVE, False),
        entries.get(KEEP, ("copyright",)),
    ),
)

_HAZARDS = (
    "none", "unknown", "flashing", "noFlashingHazard", "unknownFlashingHazard", "motionSimulation",
    "noMotionSimulationHazard", "unknownMotionSimulationHazard", "sound", "noSoundHazard",
    "unknownSoundHazard",
)  # fmt: skip
_HAZARD_LIST = Listing(Choice(_HAZARDS), or_one=True)


def _read_hazards(node: Node) -> tuple[str, ...]:
    hazards = tuple(dict.fromkeys(_HAZARD_LIST.read(node)))
    if len(hazards) > 1 and {"none", "unknown"} & set(hazards):
        raise node.invalid("says none or unknown beside others", "none and unknown stand alone")
    return hazards


SUMMARY = Key("summary", Text(), "What a reader should know of the book's accessibility.")
HAZARDS = Key(
    "hazards",
    Read(_read_hazards, _HAZARD_LIST.schema()),
    "Dangers for some readers, in the words of schema.org; computed without it.",
)
ACCESSIBILITY = Record(
    (SUMMARY, HAZARDS),
    lambda entries: AccessibilityStatement(entries.get(SUMMARY, None), entries.get(HAZARDS, ())),
)

IGNORE = Key("ignore", Listing(Text()), "Codes or names of rules that are passed over.")
_FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "note", "never")
FAIL_ON = Key("fail_on", Choice(_FAIL_ON), "From which severity on the exit code is 1; error.")
CHECKS = Record(
    (IGNORE, FAIL_ON),
    lambda entries: (
        Policy(frozenset(entries.get(IGNORE, ()))),
        entries.get(FAIL_ON, _FAIL_ON[0]),
    ),
)

BOOK_KEY = Key("book", BOOK, "The book: title, language, and all that is known of it.", True)
PRINT_KEY = Key("print", PRINT, "The printed twin.")
CONTENTS_KEY = Key("contents", CONTENTS, "Which chapters, in which order.")
MARKDOWN_KEY = Key("markdown", MARKDOWN, "How Markdown is read.")
PLATES_KEY = Key("plates", PLATES, "The picture section.")
THEME_KEY = Key("theme", THEME, "How the book looks.")
IMAGES_KEY = Key("images", IMAGES, "What pictures may be in the book.")
ACCESSIBILITY_KEY = Key("accessibility", ACCESSIBILITY, "What is said of accessibility.")
CHECKS_KEY = Key("checks", CHECKS, "Which findings count.")


_NO_BOOK = BookTable(Metadata("", ("en",), ""))


def _book_toml(entries: Entries) -> BookToml:
    book = entries.get(BOOK_KEY, _NO_BOOK)
    twin = entries.get(PRINT_KEY, None)
    accessibility = entries.get(ACCESSIBILITY_KEY, AccessibilityStatement())
    metadata = replace(book.metadata, print=twin, accessibility=accessibility)
    smart = entries.get(MARKDOWN_KEY, True)
    contents = entries.get(CONTENTS_KEY, ContentsTable())
    pictures = entries.get(IMAGES_KEY, PicturePolicy())
    policy, fail_on = entries.get(CHECKS_KEY, (Policy(), _FAIL_ON[0]))
    _note_same_isbn(entries, metadata)
    return BookToml(
        replace(book, metadata=metadata),
        Settings(smart, contents.settings, pictures, policy, fail_on),
        contents,
        entries.get(THEME_KEY, ThemeTable()),
        entries.get(PLATES_KEY, None),
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


BOOK_TOML: Record[BookToml] = Record(
    (
        BOOK_KEY, PRINT_KEY, CONTENTS_KEY, MARKDOWN_KEY, PLATES_KEY, THEME_KEY, IMAGES_KEY,
        ACCESSIBILITY_KEY, CHECKS_KEY,
    ),
    _book_toml,
)  # fmt: skip


def read_book_toml(file: TomlFile) -> Outcome[BookToml]:
    """All that the settings say; a broken key is reported and counts as absent."""
    reporter = Reporter()
    read = BOOK_TOML.read(Node(file, (), file.values, reporter))
    return Outcome(read, reporter.found)
