"""A leaf as an XHTML file: the theme's template for fixed pages around its markup."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html import escape
from xml.parsers import expat

from epubforge.language.direction import direction_of
from epubforge.model.book import Book, PlateGroupPage
from epubforge.model.publication import LineMap, Resource
from epubforge.render.fixed.arrange import Placed
from epubforge.render.fixed.frame import Frame
from epubforge.render.fixed.leaf import Leaf
from epubforge.render.fixed.links import Places, relinked
from epubforge.render.fixed.setter import FIXED, LEAF
from epubforge.render.stylesheet import HREF
from epubforge.render.templates import Templates, markup
from epubforge.render.theme import ThemeError
from epubforge.source import SourceFile

_MEDIA_TYPE = "application/xhtml+xml"
_BODY = "\x02"
"""Stands for the markup while the page around it is made; no text of a book can hold it."""
_MATTER = {"front": "frontmatter", "body": "bodymatter", "back": "backmatter"}
_WITHOUT_FOLIO = {"cover", "titlepage", "halftitlepage", "part", "epigraph", "dedication"}


def mark_id(number: int) -> str:
    """The id of the place where a page begins."""
    return f"fixed-page-{number}"


class Shell:
    """Prints the leaves of one book."""

    def __init__(self, book: Book, templates: Templates, frame: Frame) -> None:
        self._book, self._templates, self._frame = book, templates, frame

    def print(self, placed: Placed, places: Places) -> Resource:
        """The page as a file of the book, with its line map.

        Raises ThemeError where the template does not show the markup, or is not well-formed.
        """
        leaf, metadata = placed.leaf, self._book.metadata
        page = leaf.page
        is_blank = leaf.kind == "blank"
        label = self._book.labels["blank_page"] if is_blank else page.title
        around = self._templates.fill("fixed", {
            "title": label,
            "language": page.language,
            "direction": metadata.text_direction
            if page.language == metadata.language else direction_of(page.language),
            "viewport": self._frame.viewport,
            "stylesheet": posixpath.relpath(HREF, posixpath.dirname(page.href)),
            "matter": _MATTER[page.matter],
            "css_class": " ".join((FIXED, placed.side, *leaf.classes)),
            "number": placed.number if page.linear else None,
            "mark": mark_id(placed.number),
            "folio": placed.number if _has_folio(leaf) else None,
            "section": markup(_attributes(_section(leaf, label))),
            "body": markup(_BODY),
            "is_blank": is_blank,
        })  # fmt: skip
        before, body, after = around.partition(_BODY)
        if not body:
            raise ThemeError("fixed.xhtml.jinja", 1, "it does not show {{ body }}")
        text = f"{before}{relinked(placed, places)}{after}"
        content = text.encode()
        try:
            expat.ParserCreate().Parse(content, True)
        except expat.ExpatError as error:
            reason = f"the page {placed.href} is not well-formed: {error}"
            raise ThemeError("fixed.xhtml.jinja", 1, reason) from error
        origin = _origin(leaf, before.count("\n"))
        return Resource(placed.href, _MEDIA_TYPE, content, tuple(_properties(text)), origin)


def _has_folio(leaf: Leaf) -> bool:
    opens_plates = isinstance(leaf.page.content, PlateGroupPage)
    is_text = leaf.kind in {"text", "contents"} and not opens_plates
    return is_text and leaf.page.epub_type not in _WITHOUT_FOLIO


def _section(leaf: Leaf, label: str) -> Mapping[str, str]:
    """What the section is said to be: on its first page all, on the others only its name."""
    said = dict(leaf.section)
    said["class"] = f"{said.get('class', '')} {LEAF}{'' if leaf.first else ' continued'}".strip()
    named = said.get("aria-labelledby")
    if not leaf.first:
        for name in ("epub:type", "role", "id"):
            said.pop(name, None)
    if named is not None and not set(named.split()) <= set(leaf.ids):
        del said["aria-labelledby"]
        said["aria-label"] = label
    if not leaf.section:
        said["aria-label"] = label
    return said


def _attributes(said: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in said.items())


def _properties(text: str) -> Iterator[str]:
    """https://www.w3.org/TR/epub-33/#sec-item-property-values"""
    yield from (name for name, tag in (("mathml", "<math"), ("svg", "<svg")) if tag in text)


def _origin(leaf: Leaf, lines_before: int) -> LineMap | None:
    """The page's lines led through the flowing page's to the manuscript's."""
    if leaf.origin is None:
        return None
    known, elsewhere = dict(leaf.origin.lines), {begin for begin, _, _ in leaf.origin.brought}
    found: dict[int, int] = {}
    brought: list[tuple[int, SourceFile, int]] = []
    last = -1
    for at, line in enumerate(leaf.lines):
        begin = leaf.origin.begin(line)
        if begin != last:
            here = lines_before + at + 1 if found else 1
            found[here] = known.get(begin, 1)
            if begin in elsewhere:
                brought.append((here, *leaf.origin.origin(begin)))
        last = begin
    return LineMap(leaf.origin.source, tuple(found.items()) or ((1, 1),), tuple(brought))
