"""A chapter of the manuscript as a page of the book, with all that its slots need."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from epubforge.compose.fillings import Fillings
from epubforge.compose.links import Signposts
from epubforge.compose.media import Cinema
from epubforge.compose.pictures import Gallery
from epubforge.compose.places import relative
from epubforge.compose.titles import is_titled
from epubforge.compose.tree import ChapterNode
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.book import Chapter, Page, TocEntry
from epubforge.model.document import MediaUse

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


@dataclass(frozen=True, slots=True)
class ChapterWork:
    """What making a chapter's page needs besides the chapter."""

    signposts: Signposts
    gallery: Gallery
    cinema: Cinema
    fillings: Fillings

    def page(self, node: ChapterNode, out: Reporter) -> Page:
        """The page of a chapter, its links and pictures resolved; made lists are not filled yet.

        Reports what is wrong with links, pictures and media, B004 (no text), B005 (no heading).
        """
        document = node.document
        _look_at(node, out)
        goals = tuple(self.signposts.goal(link, node, out) for link in document.outline.links)
        pictures = document.outline.pictures
        chapter = Chapter(
            document,
            hrefs=tuple(goal.seen_from(node.href) if goal else None for goal in goals),
            pictures=tuple(
                self.gallery.named(use.target, use.span, use.settings) for use in pictures
            ),
            shows_title=_title_is_missing(node),
            media=tuple(self._media(use, node.href) for use in document.outline.media),
            texts=self.fillings.of(node, goals, node.href),
            number=node.number if node.number != node.title else "",
            number_at=_heading_of_title(node),
        )
        kind = node.type
        return Page(
            href=node.href,
            title=node.title,
            language=node.language,
            matter=kind.matter,
            epub_type=kind.epub_type,
            role=kind.role,
            content=chapter,
            linear=document.header.linear,
            css_class=document.header.css_class,
        )

    def beside(self, node: ChapterNode, page: str) -> Chapter:
        """The fillings of a chapter as they have to be on another page. Reports nothing."""
        silent, outline = Reporter(), node.document.outline
        goals = tuple(self.signposts.goal(link, node, silent) for link in outline.links)
        return Chapter(
            node.document,
            hrefs=tuple(goal.seen_from(page) if goal else None for goal in goals),
            pictures=tuple(
                self.gallery.again(use.target, use.span, use.settings) for use in outline.pictures
            ),
            media=tuple(self._media_again(use, page) for use in outline.media),
            texts=self.fillings.of(node, goals, page),
        )

    def _media(self, use: MediaUse, page: str) -> str | None:
        placed = self.cinema.named(use)
        return relative(placed.href, page) if placed is not None else None

    def _media_again(self, use: MediaUse, page: str) -> str | None:
        placed = self.cinema.again(use)
        return relative(placed.href, page) if placed is not None else None


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
    elif node.type.headed and not node.number and not is_titled(document):
        place = document.outline.first_block or start
        message = f"{document.source.path} has no heading; the contents call it {node.title}"
        out.add(HEADLESS.at(place, message, "begin it with # and its title"))


def _title_is_missing(node: ChapterNode) -> bool:
    """The header gives a title that the text does not show, on a page that wants a heading.

    A chapter without any title that has a number is called by it.
    """
    headings = node.document.outline.headings
    shown = any(heading.level == 1 or heading.text == node.title for heading in headings)
    has_title = bool(node.document.header.title) or node.number == node.title != ""
    return node.type.headed and has_title and not shown


def _heading_of_title(node: ChapterNode) -> str | None:
    """The id of the heading that the number belongs to; None where the page opens with it."""
    if _title_is_missing(node):
        return None
    headings = [heading for heading in node.document.outline.headings if heading.text]
    named = (heading.id for heading in headings if heading.text == node.title)
    first = (heading.id for heading in headings if heading.level == 1)
    return next(iter((*named, *first, *(heading.id for heading in headings[:1]))), None)


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
