"""Pages of a book as XHTML files: the theme's template for each kind, filled with its page."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import assert_never
from xml.parsers import expat

from epubforge.keeping import Keep, anew
from epubforge.language.direction import direction_of
from epubforge.model.book import (
    Book,
    BookNote,
    Chapter,
    ContentsPage,
    CopyrightPage,
    CoverPage,
    NotesPage,
    NotesSection,
    Page,
    PartPage,
    PlateCaptionsPage,
    PlateDescriptionsPage,
    PlateGroupPage,
    PlatePage,
    TitlePage,
)
from epubforge.model.document import Document
from epubforge.model.hrefs import seen_from
from epubforge.model.publication import LineMap, Resource
from epubforge.render.imprint import credits_of, facts, series
from epubforge.render.plates import PlatePress
from epubforge.render.slots import (
    filled,
    filled_pieces,
    number_markup,
    source_attributes,
    upright,
)
from epubforge.render.stylesheet import HREF, kind
from epubforge.render.templates import Templates, markup
from epubforge.render.theme import ThemeError

_MEDIA_TYPE = "application/xhtml+xml"
_BODY = "\x02"
"""Stands for the body while the page around it is made; no text of a book can hold it."""
_MATTER = {"front": "frontmatter", "body": "bodymatter", "back": "backmatter"}

Values = Mapping[str, object]


class Press:
    """Prints the pages of one book with the templates of one theme."""

    def __init__(self, book: Book, templates: Templates, keep: Keep = anew) -> None:
        self._book = book
        self._templates = templates
        self._plates = PlatePress(book)
        self._keep = keep
        self._shared = (templates, book.metadata, book.labels, self._plates.places)

    def print(self, page: Page) -> Resource:
        """The page as a file of the book, with its line map if it is a chapter.

        Raises ThemeError where a template cannot be filled, or the page is not well-formed.
        """
        if isinstance(page.content, CopyrightPage):
            return self._printed(page)  # it names the rights of all plates
        given = (page, *self._shared)
        return self._keep(page.href, given, lambda: self._printed(page))

    def _printed(self, page: Page) -> Resource:
        values = {**self._shell(page), **self._content(page)}
        around = self._templates.fill(kind(page.content), values)
        if not isinstance(page.content, Chapter):
            return _resource(page, around, None)
        before, body, after = around.partition(_BODY)
        if not body:
            raise ThemeError("chapter.xhtml.jinja", 1, "it does not show {{ body }}")
        text = f"{before}{filled(page.content, page.href)}{after}"
        if self._book.metadata.writing_mode == "vertical-rl":
            text = upright(text)
        return _resource(page, text, _origin(page.content.document, before.count("\n")))

    def _shell(self, page: Page) -> Values:
        metadata = self._book.metadata
        labelled_by, label = _name_of_section(page)
        return {
            "title": page.title,
            "language": page.language,
            "direction": _direction(page.language, metadata.language, metadata.text_direction),
            "writing": "vertical" if metadata.writing_mode == "vertical-rl" else "",
            "matter": _MATTER[page.matter],
            "stylesheet": seen_from(HREF, posixpath.dirname(page.href)),
            "epub_type": page.epub_type,
            "role": page.role,
            "css_class": _css_class(page),
            "labelled_by": labelled_by,
            "label": label,
            "metadata": metadata,
            "labels": self._book.labels,
        }

    def _content(self, page: Page) -> Values:
        folder = posixpath.dirname(page.href)
        match page.content:
            case Chapter() as chapter:
                return {
                    "body": markup(_BODY),
                    "shows_title": chapter.shows_title,
                    "number": markup(number_markup(chapter.number)),
                }
            case CoverPage() as cover:
                return {
                    "source": markup(source_attributes(cover.picture, folder)),
                    "alt": cover.alt,
                }
            case TitlePage():
                return {"series": series(self._book)}
            case CopyrightPage():
                credits = [markup(credit) for credit in credits_of(self._book)]
                return {"facts": facts(self._book), "credits": credits}
            case PlatePage() as plate:
                return self._plates.page(page, plate)
            case PlateCaptionsPage() as captions:
                return self._plates.captions(page, captions)
            case PlateDescriptionsPage() as descriptions:
                return self._plates.descriptions(page, descriptions)
            case NotesPage() as notes:
                return {"sections": [self._section(part, page.href) for part in notes.sections]}
            case PartPage() | PlateGroupPage() | ContentsPage():
                return {}
            case _:
                assert_never(page.content)

    def _section(self, section: NotesSection, page: str) -> Values:
        metadata = self._book.metadata
        return {
            "title": section.title,
            "language": section.language,
            "direction": _direction(section.language, metadata.language, metadata.text_direction),
            "first": section.notes[0].number,
            "notes": [_note(note, section.chapter, page) for note in section.notes],
        }


def _note(note: BookNote, chapter: Chapter, page: str) -> Values:
    """A note whose last paragraph is left open, so that the ways back stand in it."""
    body = filled_pieces(note.body, chapter, page).rstrip("\n")
    closing = "</p>"
    opened = body.removesuffix(closing) if body.endswith(closing) else f'{body}\n<p class="back">'
    return {
        "id": note.id,
        "number": note.number,
        "opened": markup(opened),
        "closing": markup(closing),
        "uses": note.uses,
    }


def _resource(page: Page, text: str, origin: LineMap | None) -> Resource:
    content = text.encode()
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        reason = f"the page {page.href} is not well-formed: {error}"
        raise ThemeError(f"{kind(page.content)}.xhtml.jinja", 1, reason) from error
    return Resource(page.href, _MEDIA_TYPE, content, _properties(text), origin)


def _properties(text: str) -> tuple[str, ...]:
    """What the manifest must say of the page. In well-formed text `<` only ever opens a tag.

    https://www.w3.org/TR/epub-33/#sec-item-property-values
    """
    return tuple(name for name, tag in (("mathml", "<math"), ("svg", "<svg")) if tag in text)


def _origin(document: Document, lines_before: int) -> LineMap:
    """What stands before the body comes from the chapter's first line: its header."""
    body = tuple((lines_before + 1 + line, origin) for line, origin in document.lines)
    return LineMap(document.source, ((1, 1), *body))


def _name_of_section(page: Page) -> tuple[str | None, str | None]:
    """The id of the heading that names the page, or the name itself where there is none."""
    match page.content:
        case Chapter(document=document):
            named = next((h.id for h in document.outline.headings if h.text == page.title), None)
            return (named, None) if named else (None, page.title)
        case PlatePage(plates=plates) if len(plates) > 1:
            return None, page.title
        case TitlePage() | PartPage() | PlatePage() | CopyrightPage() | NotesPage():
            return "title", None
        case PlateGroupPage() | PlateCaptionsPage() | PlateDescriptionsPage():
            return "title", None
        case _:
            return None, page.title


def _css_class(page: Page) -> str:
    return " ".join(f"page-{page.epub_type or kind(page.content)} {page.css_class or ''}".split())


def _direction(language: str, main: str, direction: str) -> str:
    """The book's where the page has its language; else by the script that the language has."""
    return direction if language == main else direction_of(language)
