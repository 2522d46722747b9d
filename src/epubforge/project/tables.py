"""The tables of book.toml: their keys, and what they are turned into."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.model.picture import BookLimit, PicturePolicy
from epubforge.model.project import (
    CaptionPlace,
    ContentsSettings,
    CoverDesign,
    GenerateSettings,
    PlateLayout,
    PlateOrder,
)
from epubforge.project.accessibility_table import ACCESSIBILITY
from epubforge.project.book_table import BOOK, PRINT
from epubforge.project.checks_table import CHECKS
from epubforge.project.kinds import Choice, FileName, Flag, Listing, Read, Text, Wanted, Whole
from epubforge.project.markdown_table import MARKDOWN
from epubforge.project.record import Entries, Key, Record
from epubforge.project.size import SIZE_SCHEMA, read_limit
from epubforge.project.variables import VariableTable
from epubforge.source import Span


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
    order: PlateOrder = "name"
    caption_place: CaptionPlace = "under"
    per_page: int = 4
    per_page_span: Span | None = None
    """Where the settings say it; None: they do not."""
    title: str = ""
    bleed: bool = False


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """[theme]: the theme's name or folder, further styles, and fonts."""

    name: Wanted | None = None
    css: tuple[Wanted, ...] = ()
    fonts: tuple[Wanted, ...] = ()
    cover: CoverDesign | None = None


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
    listed = entries.node.below(CHAPTERS.name, entries.values.get(CHAPTERS.name))
    if listed.value == []:
        mistake = listed.invalid("is an empty list", "name the chapters, or leave the key out")
        listed.reporter.add(mistake.diagnostic)
    return ContentsTable(settings, entries.get(CHAPTERS, None) or None, listed.span)


CONTENTS = Record((CHAPTERS, DEPTH, GENERATE), _contents)

PICTURES = Key(
    "pictures",
    FileName(),
    "The plates: a folder or a glob, from the project's root.",
    required=True,
)
CAPTIONS = Key("captions", FileName(), "The table of captions, TOML or CSV, from the root.")
_LAYOUTS: tuple[PlateLayout, ...] = ("one-per-page", "grid", "figure-list", "text-beside")
LAYOUT = Key("layout", Choice(_LAYOUTS), "How the plates stand on their pages; one-per-page.")
_ORDERS: tuple[PlateOrder, ...] = ("name", "table")
ORDER = Key("order", Choice(_ORDERS), "By the files' names, or as the rows of the table; name.")
_PLACES: tuple[CaptionPlace, ...] = ("under", "beside", "gathered")
CAPTION_PLACE = Key(
    "caption_place",
    Choice(_PLACES),
    "Captions stand under the plates, beside them, or all together after the last; under.",
)
SECTION_TITLE = Key("title", Text(), "The heading of the section; Plates, in the book's language.")
BLEED = Key(
    "bleed", Flag(), "In a fixed layout plates go to the edges of their pages; false without it."
)
PER_PAGE = Key("per_page", Whole(2, 4), "How many plates stand on a page of a grid; 4.")


def _plates(entries: Entries) -> PlatesTable:
    layout = entries.get(LAYOUT, _LAYOUTS[0])
    usual: CaptionPlace = "beside" if layout == "text-beside" else "under"
    says = PER_PAGE.name in entries.values
    return PlatesTable(
        entries.get(PICTURES, None),
        entries.get(CAPTIONS, None),
        layout,
        entries.node.span,
        entries.get(ORDER, _ORDERS[0]),
        entries.get(CAPTION_PLACE, usual),
        entries.get(PER_PAGE, 4),
        entries.node.below(PER_PAGE.name, None).span if says else None,
        entries.get(SECTION_TITLE, ""),
        entries.get(BLEED, False),
    )


PLATES = Record(
    (PICTURES, CAPTIONS, SECTION_TITLE, LAYOUT, PER_PAGE, CAPTION_PLACE, ORDER, BLEED), _plates
)

THEME_NAME = Key("name", FileName(), "A theme's name, or a folder in the project that is one.")
CSS = Key("css", Listing(FileName()), "Style sheets of your own, from the root, after the theme's.")
FONTS = Key(
    "fonts",
    Listing(FileName()),
    "Font files to be embedded, from the root, as names or globs; the first family is the text's.",
)
_DESIGNS: tuple[CoverDesign, ...] = ("axis", "field", "initial", "label", "bands")
COVER_DESIGN = Key(
    "cover",
    Choice(_DESIGNS),
    "How a cover is drawn where there is no picture; without it one that the title chooses.",
)
THEME = Record(
    (THEME_NAME, CSS, FONTS, COVER_DESIGN),
    lambda entries: ThemeTable(
        entries.get(THEME_NAME, None),
        entries.get(CSS, ()),
        entries.get(FONTS, ()),
        entries.get(COVER_DESIGN, None),
    ),
)


@dataclass(frozen=True, slots=True)
class ImagesTable:
    """[images]: what pictures may be."""

    policy: PicturePolicy = field(default_factory=PicturePolicy)
    max_pixels: int | None = None
    """None: as many as the profile allows."""
    book_max: BookLimit | None = None


MAX_PIXELS = Key(
    "max_pixels",
    Whole(10_000, 100_000_000),
    "The most pixels that a picture may have, width × height; the profile's without it.",
)
QUALITY = Key("quality", Whole(1, 100), "Of JPEG; 85 without it.")
PROGRESSIVE = Key("progressive", Flag(), "Progressive JPEG, a little smaller; false without it.")
BOOK_MAX = Key(
    "book_max",
    Read(read_limit, SIZE_SCHEMA),
    'The most that the book\'s file may have, as "100 MB": pictures are drawn coarser to meet it.',
)
FAST = Key("fast", Flag(), "JPEGs are scaled by libvips, with other bytes; false without it.")
KEEP = Key(
    "keep",
    Listing(Choice(("copyright", "credit"))),
    "Which metadata of a picture may stay; copyright without it.",
)
IMAGES = Record(
    (MAX_PIXELS, QUALITY, PROGRESSIVE, BOOK_MAX, FAST, KEEP),
    lambda entries: ImagesTable(
        PicturePolicy(
            quality=entries.get(QUALITY, 85),
            progressive=entries.get(PROGRESSIVE, False),
            keep=entries.get(KEEP, ("copyright",)),
            fast=entries.get(FAST, False),
        ),
        entries.get(MAX_PIXELS, None),
        entries.get(BOOK_MAX, None),
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
VARIABLES_KEY = Key("variables", VariableTable(), "Names of your own, and what stands for them.")

TABLES: tuple[Key[object], ...] = (
    BOOK_KEY, PRINT_KEY, VARIABLES_KEY, CONTENTS_KEY, MARKDOWN_KEY, PLATES_KEY, THEME_KEY,
    IMAGES_KEY, ACCESSIBILITY_KEY, CHECKS_KEY,
)  # fmt: skip
"""The tables that each edition may change."""
