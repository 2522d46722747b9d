"""The one stylesheet of a book: the theme's styles for what the book uses, then one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.model.book import (
    Book,
    Chapter,
    Content,
    ContentsPage,
    CopyrightPage,
    CoverPage,
    Page,
    PartPage,
    PlatePage,
    TitlePage,
)
from epubforge.render.theme import Theme
from epubforge.source import SourceFile

HREF = "styles/book.css"

_TAGS = {
    "code": ("<code", "<kbd", "<samp"),
    "code_block": ("<pre",),
    "definition_list": ("<dl",),
    "figure": ("<figure",),
    "list": ("<ul", "<ol"),
    "quote": ("<blockquote",),
    "scene_break": ("<hr",),
    "table": ("<table",),
}
"""Raw HTML brings elements that no construct has named."""
_CHARSET = re.compile(r"\A\s*@charset\b[^;]*;")
"""Allowed at the very beginning only, where ours stands."""
_ALWAYS = ("base", "contents")
"""The navigation document is part of every book, and drawn with the same styles."""


def stylesheet(book: Book, theme: Theme, own: tuple[SourceFile, ...]) -> str:
    """The styles of the constructs and pages that the book has, in the theme's order."""
    used = {*_ALWAYS, *(name for page in book.pages for name in _parts(page))}
    used |= {name for name, tags in _TAGS.items() if name not in used and _holds(book, tags)}
    texts = (text for name, text in theme.styles.items() if name in used)
    parts = (_CHARSET.sub("", text).strip() for text in (*texts, *(sheet.text for sheet in own)))
    return "\n\n".join(part for part in ('@charset "utf-8";', *parts) if part) + "\n"


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


def _holds(book: Book, tags: tuple[str, ...]) -> bool:
    chapters = (page.content for page in book.pages if isinstance(page.content, Chapter))
    pieces = (piece for chapter in chapters for piece in chapter.document.body)
    return any(tag in piece for piece in pieces if isinstance(piece, str) for tag in tags)


def _parts(page: Page) -> Iterator[str]:
    yield kind(page.content)
    if page.epub_type is not None:
        yield page.epub_type
    if isinstance(page.content, Chapter):
        yield from page.content.document.outline.features
