"""The one stylesheet of a book: the theme's styles for what the book uses, then one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from epubforge.keeping import Keep, anew
from epubforge.model.book import (
    Book,
    Chapter,
    Content,
    ContentsPage,
    CopyrightPage,
    CoverPage,
    NotesPage,
    Page,
    PartPage,
    PlateCaptionsPage,
    PlateDescriptionsPage,
    PlateGroupPage,
    PlatePage,
    TitlePage,
)
from epubforge.model.document import Document
from epubforge.render.theme import Theme
from epubforge.source import SourceFile

if TYPE_CHECKING:
    from epubforge.fonts.face import Face

HREF = "styles/book.css"

_TAGS = {
    "abbreviation": ("<abbr",),
    "code": ("<code", "<kbd", "<samp"),
    "code_block": ("<pre",),
    "definition_list": ("<dl",),
    "description": ('class="description-link"',),
    "figure": ("<figure",),
    "highlight": ("<mark",),
    "insertion": ("<ins",),
    "list": ("<ul", "<ol"),
    "math": ("<math",),
    "media": ("<audio", "<video"),
    "quote": ("<blockquote",),
    "ruby": ("<ruby",),
    "scene_break": ("<hr",),
    "table": ("<table",),
}
"""Raw HTML brings elements that no construct has named, and some are brought by several."""
_INDEXES = frozenset({"people", "places"})
"""Lists that look like an index."""
_CHARSET = re.compile(r"\A\s*@charset\b[^;]*;")
"""Allowed at the very beginning only, where ours stands."""
_ALWAYS = ("base", "contents")
"""The navigation document is part of every book, and drawn with the same styles."""
_COLOURED = 'class="highlight'
"""Code whose words are marked by what they are."""
_CLASSES = re.compile(r'<span class="([^"]*)"')
_RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<body>[^{}]*)\}\n?")
_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_WITHOUT_ITALICS = frozenset({"ar", "fa", "he", "ja", "ko", "ur", "yi", "zh"})


def stylesheet(
    book: Book,
    theme: Theme,
    own: tuple[SourceFile, ...],
    faces: Sequence[Face] = (),
    keep: Keep = anew,
) -> str:
    """The styles of the constructs and pages that the book has, in the theme's order.

    Fonts come first; the first family is the text's, whatever the theme says, and one's own
    styles have the last word.
    """
    used = {*_ALWAYS, *(name for page in book.pages for name in _parts(page))}
    bodies = tuple(_bodies(book, keep))
    used |= {name for body in bodies for name in body.holds}
    used |= set(_of_the_book(book))
    styles = dict(theme.styles)
    if "code_highlight" in used and "code_highlight" in styles:
        classes = frozenset(name for body in bodies for name in body.code_classes)
        styles["code_highlight"] = _only(styles["code_highlight"], classes)
    texts = (text for name, text in styles.items() if name in used)
    fonts, text_face = _fonts(faces)
    sheets = (fonts, *texts, text_face, *(sheet.text for sheet in own))
    parts = (_CHARSET.sub("", text).strip() for text in sheets)
    return "\n\n".join(part for part in ('@charset "utf-8";', *parts) if part) + "\n"


def _fonts(faces: Sequence[Face]) -> tuple[str, str]:
    """The rules that name the files, and the one that gives the text its font."""
    if not faces:
        return "", ""
    from epubforge.fonts.font_faces import rules, text_rule

    return rules(faces, HREF), text_rule(faces)


def kind(content: Content) -> str:
    """The name of a page's template and style."""
    match content:
        case Chapter():
            return "chapter"
        case CoverPage():
            return "cover"
        case TitlePage():
            return "titlepage"
        case CopyrightPage():
            return "copyright"
        case PartPage():
            return "part"
        case ContentsPage():
            return "contents"
        case PlatePage():
            return "plate"
        case PlateGroupPage():
            return "plate_group"
        case PlateCaptionsPage():
            return "plate_captions"
        case PlateDescriptionsPage():
            return "plate_descriptions"
        case NotesPage():
            return "notes"


def _of_the_book(book: Book) -> Iterator[str]:
    """Styles that the whole book asks for, and not a construct."""
    if book.metadata.writing_mode == "vertical-rl":
        yield "vertical"
    if _WITHOUT_ITALICS & {tag.casefold().partition("-")[0] for tag in _languages(book)}:
        yield "scripts"


def _languages(book: Book) -> Iterator[str]:
    yield from book.metadata.languages
    for page in book.pages:
        yield page.language
        if isinstance(page.content, Chapter):
            yield from page.content.document.outline.languages


@dataclass(frozen=True, slots=True)
class _Body:
    """What a chapter's body asks of the stylesheet."""

    holds: frozenset[str]
    """Styles of the elements in it."""
    code_classes: frozenset[str]
    """What the words of coloured code are marked as."""


def _bodies(book: Book, keep: Keep) -> Iterator[_Body]:
    for page in book.pages:
        if isinstance(page.content, Chapter):
            document = page.content.document
            yield keep(f"{page.href} styles", document, partial(_body, document))


def _body(document: Document) -> _Body:
    texts = [piece for piece in document.body if isinstance(piece, str)]
    holds = {
        name for name, tags in _TAGS.items() if any(tag in text for text in texts for tag in tags)
    }
    coloured = [text for text in texts if _COLOURED in text]
    if coloured:
        holds.add("code_highlight")
    found = (name for text in coloured for name in _CLASSES.findall(text))
    return _Body(frozenset(holds), frozenset(word for name in found for word in name.split()))


def _only(style: str, classes: frozenset[str]) -> str:
    """The rules of a style whose selectors end with one of these classes."""
    kept: list[str] = []
    for rule in _RULE.finditer(_COMMENT.sub("", style)):
        selectors = [selector.strip() for selector in rule["selectors"].split(",")]
        used = [s for s in selectors if s.rpartition(".")[2] in classes]
        if used:
            kept.append(",\n".join(used) + " {" + rule["body"] + "}")
    return "\n".join(kept)


def _parts(page: Page) -> Iterator[str]:
    yield kind(page.content)
    if isinstance(page.content, PlatePage):
        yield from _of_plates(page.content)
    if page.epub_type is not None:
        yield page.epub_type
    if isinstance(page.content, Chapter):
        outline = page.content.document.outline
        yield from outline.features
        yield from ("index" if made.kind in _INDEXES else made.kind for made in outline.lists)
        if page.content.number:
            yield "number"
        if outline.numbered or outline.lists:
            yield "label"


def _of_plates(page: PlatePage) -> Iterator[str]:
    yield f"plate_{page.layout.replace('-', '_')}"
    yield f"plate_captions_{page.caption_place}"
    if any(plate.placed is None for plate in page.plates):
        yield "plate_withheld"
    if any(plate.markup.longdesc for plate in page.plates):
        yield "description"
