"""The contents of the book: parts, chapters and headings, as deep as the settings say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from epubforge.compose.places import ids_in_notes
from epubforge.compose.plate_contents import plate_lines
from epubforge.compose.tree import ChapterNode, Node, PartNode
from epubforge.model.book import Page, TocEntry
from epubforge.model.document import Heading
from epubforge.model.page_type import CHAPTER, PART


def contents(
    tree: Sequence[Node], pages: Mapping[str, Page], depth: int, language: str = ""
) -> tuple[TocEntry, ...]:
    """The lines of the contents, nested to that depth; never empty where the book has a page.

    With the book's language, lines of pages in another one say which.

    A chapter that wants no line has none, nor have its headings; the chapters of such a part
    move up into its place. A chapter of the type part holds the chapters that follow it.
    """
    lines = _lines(tree, pages, depth)
    if not lines:
        # A table of contents without a line is not valid, whatever the headers ask for.
        lines = tuple(TocEntry(page.title, page.href) for page in pages.values())
    return _spoken(lines, pages, language) if language else lines


def _spoken(
    lines: Sequence[TocEntry], pages: Mapping[str, Page], language: str
) -> tuple[TocEntry, ...]:
    found: list[TocEntry] = []
    for line in lines:
        page = pages.get(line.href.partition("#")[0])
        own = page.language if page is not None and page.language != language else ""
        below = _spoken(line.children, pages, language)
        found.append(replace(line, language=own, children=below))
    return tuple(found)


def _lines(tree: Sequence[Node], pages: Mapping[str, Page], depth: int) -> tuple[TocEntry, ...]:
    if depth < 1:
        return ()
    found: list[TocEntry] = []
    for node in _gathered(tree):
        if isinstance(node, ChapterNode):
            found.extend(_chapter(node, depth))
        elif isinstance(node, PartNode):
            found.extend(_part(node, pages, depth))
        else:
            found.append(plate_lines(node, pages, depth))
    return tuple(found)


def _gathered(tree: Sequence[Node]) -> list[Node]:
    """A chapter that is a part, and the chapters after it, as if they lay in a folder."""
    found: list[Node] = []
    opened: PartNode | None = None
    for node in tree:
        if isinstance(node, ChapterNode) and node.type is PART:
            opened = PartNode(node.title, node.href, node, ())
            found.append(opened)
        elif isinstance(node, ChapterNode) and node.type is CHAPTER and opened is not None:
            opened = replace(opened, children=(*opened.children, node))
            found[-1] = opened
        else:
            opened = None
            found.append(node)
    return found


def _part(node: PartNode, pages: Mapping[str, Page], depth: int) -> tuple[TocEntry, ...]:
    if node.index is not None and not node.index.document.header.toc:
        return _lines(node.children, pages, depth)
    own = _headings(node.index, depth - 1) if node.index is not None else ()
    return (TocEntry(_title(node), node.href, own + _lines(node.children, pages, depth - 1)),)


def _title(node: PartNode) -> str:
    return node.index.whole_title if node.index is not None else node.title


def _chapter(node: ChapterNode, depth: int) -> tuple[TocEntry, ...]:
    if not node.document.header.toc:
        return ()
    return (TocEntry(node.whole_title, node.href, _headings(node, depth - 1)),)


def _headings(node: ChapterNode, depth: int) -> tuple[TocEntry, ...]:
    # A heading in a note at the end of the book is on another page, and no part of this one.
    elsewhere = ids_in_notes(node.document)
    headings = tuple(
        heading
        for heading in node.document.outline.headings
        if heading.text and heading.id not in elsewhere
    )
    if headings and headings[0].text == node.title:
        headings = headings[1:]
    return _nested(headings, node.href, depth)


def _nested(headings: Sequence[Heading], href: str, depth: int) -> tuple[TocEntry, ...]:
    """Each heading with those below it: up to the next one that is not lower than itself."""
    if depth < 1:
        return ()
    found: list[TocEntry] = []
    start = 0
    while start < len(headings):
        end = start + 1
        while end < len(headings) and headings[end].level > headings[start].level:
            end += 1
        below = _nested(headings[start + 1 : end], href, depth - 1)
        found.append(TocEntry(headings[start].text, f"{href}#{headings[start].id}", below))
        start = end
    return tuple(found)
