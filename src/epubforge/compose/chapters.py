"""A chapter of the manuscript as a page of the book, with all that its slots need."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace

from epubforge.compose.links import Signposts
from epubforge.compose.pictures import Gallery
from epubforge.compose.tree import ChapterNode
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.book import Chapter, Page, TocEntry

EMPTY = Rule(
    "B004",
    "empty-chapter",
    Severity.WARNING,
    """A chapter file holds no text.

Why it matters
    The reader turns to a blank page and thinks that the book is broken.
Bad
    A file with a header, or with comments, and nothing else
Good
    draft = true in its header, until it is written
""",
)
HEADLESS = Rule(
    "B005",
    "chapter-without-heading",
    Severity.NOTE,
    """A chapter has no heading and no title in its header.

Why it matters
    The contents show the file's name for it, and a reader who listens does not hear where a new
    chapter begins.
Bad
    It was a dark night, ...
Good
    # The storm

    It was a dark night, ...
Reference
    WCAG 2.2, 2.4.6 https://www.w3.org/TR/WCAG22/#headings-and-labels
""",
)
UNREACHABLE = Rule(
    "B006",
    "unreachable-chapter",
    Severity.WARNING,
    """A chapter stands outside the reading order, and nothing leads to it.

Why it matters
    linear = false takes a page out of the order in which a book is paged through. Such a page
    has to be in the contents, or a link has to lead to it, or nobody will ever see it. It is put
    back into the order.
Bad
    linear = false
    toc = false, and no link to the chapter
Good
    linear = false, and in another chapter: [the answers](answers.md)
Reference
    EPUB 3.3, linear https://www.w3.org/TR/epub-33/#attrdef-itemref-linear
""",
)


def chapter_page(
    node: ChapterNode, language: str, signposts: Signposts, gallery: Gallery, out: Reporter
) -> Page:
    """The page of a chapter, its links and pictures resolved.

    Language is the book's, where the header names none. Reports what is wrong with links and
    pictures, B004 (no text) and B005 (no heading).
    """
    document = node.document
    header, outline = document.header, document.outline
    _look_at(node, out)
    content = Chapter(
        document,
        hrefs=tuple(signposts.href(link, node, out) for link in outline.links),
        pictures=tuple(gallery.named(use.target, use.span) for use in outline.pictures),
        shows_title=_title_is_missing(node),
    )
    kind = node.type
    return Page(
        href=node.href,
        title=node.title,
        language=header.language or language,
        matter=kind.matter,
        epub_type=kind.epub_type,
        role=kind.role,
        content=content,
        linear=header.linear,
        css_class=header.css_class,
    )


def all_reachable(pages: Sequence[Page], toc: Sequence[TocEntry], out: Reporter) -> list[Page]:
    """The pages, with those put back in line that nothing leads to. Reports B006 for each."""
    if all(page.linear for page in pages):
        return list(pages)
    known = {*_in_contents(toc), *(target for page in pages for target in _linked(page))}
    return [page if page.linear or page.href in known else _in_line(page, out) for page in pages]


def _look_at(node: ChapterNode, out: Reporter) -> None:
    document = node.document
    start = document.header.span or document.source.span()
    if document.outline.first_block is None and not document.outline.pictures:
        hint = "write it, or mark it draft = true in its header"
        out.add(EMPTY.at(start, f"{document.source.path} holds no text", hint))
    elif node.type.headed and not document.header.title and not document.outline.headings:
        place = document.outline.first_block or start
        message = f"{document.source.path} has no heading; the contents call it {node.title}"
        out.add(HEADLESS.at(place, message, "begin it with # and its title"))


def _title_is_missing(node: ChapterNode) -> bool:
    """The header gives a title that the text does not show, on a page that wants a heading."""
    headings = node.document.outline.headings
    shown = any(heading.level == 1 or heading.text == node.title for heading in headings)
    return node.type.headed and bool(node.document.header.title) and not shown


def _in_contents(toc: Sequence[TocEntry]) -> Iterator[str]:
    for entry in toc:
        yield entry.href.partition("#")[0]
        yield from _in_contents(entry.children)


def _linked(page: Page) -> Iterator[str]:
    if isinstance(page.content, Chapter):
        for href in page.content.hrefs:
            if href is not None and not href.startswith("#"):
                path = href.partition("#")[0]
                yield posixpath.normpath(posixpath.join(posixpath.dirname(page.href), path))


def _in_line(page: Page, out: Reporter) -> Page:
    if isinstance(page.content, Chapter):
        document = page.content.document
        out.add(
            UNREACHABLE.at(
                document.header.span or document.source.span(),
                f"nothing leads to {document.source.path}, which linear = false takes out of line",
                hint="link to it from a chapter, or let the contents show it",
            )
        )
    return replace(page, linear=True)
