"""One document of a book under the eyes of its rules, with what is asked of it more than once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.finished.package import Item, Itemref, Package
from epubforge.finished.references import Reference
from epubforge.source import EntryPlace
from epubforge.styles.rulesets import Ruleset
from epubforge.styles.survey import Sheet
from epubforge.tree.document import Document, Element
from epubforge.tree.names import EPUB_TYPE

if TYPE_CHECKING:
    from epubforge.finished.blocks import Block
    from epubforge.finished.nearest import Nearest
    from epubforge.finished.passages import Tongues
    from epubforge.finished.spoken import Told


@dataclass
class Page:
    """A document of the manifest: XHTML, SVG, NCX, media overlay, stylesheet or search key map."""

    book: Finished
    package: Package
    item: Item
    document: Document
    features: dict[str, int] | None = None
    """What it holds that its item must say, once it was looked for."""
    labels: dict[str, str] = field(default_factory=dict)
    """What the elements say that label others, by their ids, once they were listened to."""
    bases: dict[int, str] = field(default_factory=dict, repr=False)
    """What the addresses of its elements are relative to, as far as it was asked for."""

    @property
    def path(self) -> str:
        """Of its file."""
        return self.document.name

    @property
    def kind(self) -> str:
        """Its media type."""
        return self.item.media_type

    @property
    def is_html(self) -> bool:
        """Whether it is XHTML."""
        return self.item.media_type == types.XHTML

    @property
    def is_svg(self) -> bool:
        """Whether it is a drawing."""
        return self.item.media_type == types.SVG

    @property
    def is_content3(self) -> bool:
        """Whether it is a content document of EPUB 3."""
        return not self.package.is_epub2 and (self.is_html or self.is_svg)

    @property
    def is_navigation(self) -> bool:
        """Whether it is the navigation document."""
        return self.is_html and "nav" in self.item.properties and not self.package.is_epub2

    @property
    def is_data_navigation(self) -> bool:
        """Whether it leads to regions of pages."""
        return self.is_html and "data-nav" in self.item.properties

    @cached_property
    def step(self) -> Itemref | None:
        """Its first place in the reading order."""
        place = self.package.places.get(self.item.resource)
        return None if place is None else self.package.spine[place]

    @cached_property
    def is_fixed(self) -> bool:
        """Whether it is a page of fixed layout."""
        return self.step is not None and self.package.is_fixed_page(self.step)

    def at(self, element: Element) -> EntryPlace:
        """The place of an element."""
        return self.book.place(self.path, self.document, element.at)

    def at_byte(self, at: int) -> EntryPlace:
        """A place by its byte."""
        return self.book.place(self.path, self.document, at)

    def in_sheet(self, start: int, line: int, column: int) -> EntryPlace:
        """A place in its styles: in a stylesheet the place itself, in a page where they begin."""
        if self.kind == types.CSS:
            return EntryPlace(self.book.archive.path, self.whole.entry, line, column)
        return self.at_byte(start)

    @property
    def whole(self) -> EntryPlace:
        """The document as a whole."""
        return self.book.place(self.path)

    @cached_property
    def references(self) -> list[Reference]:
        """What it points to."""
        from epubforge.finished.collect import references

        return references(self)

    @cached_property
    def sheets(self) -> list[tuple[Sheet, int]]:
        """Its own styles with their places: of elements and attributes, or all of a stylesheet."""
        from epubforge.finished.collect import sheets

        return sheets(self)

    @cached_property
    def rulesets(self) -> list[tuple[Ruleset, int]]:
        """The rules of its own styles, each with the place where its sheet begins."""
        from epubforge.finished.collect import rulesets_in

        return rulesets_in(self)

    @cached_property
    def styles_flow(self) -> bool:
        """Whether its styles are for text that flows, as far as the package tells."""
        if self.kind == types.CSS:
            return not self.package.has_fixed_pages
        return not self.is_fixed

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """The elements by their ids; of equal ids the first."""
        return {
            each.attributes["id"]: each
            for each in reversed(self.document.elements)
            if "id" in each.attributes
        }

    @cached_property
    def pictures(self) -> list[Told]:
        """Its pictures with what is told in their place."""
        from epubforge.finished.spoken import pictures

        return pictures(self)

    @cached_property
    def hidden(self) -> Nearest[bool]:
        """Which of its elements are kept from those who listen."""
        from epubforge.finished.spoken import hidden

        return hidden()

    @cached_property
    def languages(self) -> Nearest[str]:
        """The language that each of its elements is said to be in."""
        from epubforge.finished.spoken import languages

        return languages()

    @cached_property
    def links(self) -> list[tuple[Element, str]]:
        """The links in its text with the names that are heard."""
        from epubforge.finished.spoken import links

        return links(self)

    @cached_property
    def blocks(self) -> list[Block]:
        """Its running text."""
        from epubforge.finished.blocks import blocks

        return blocks(self)

    @cached_property
    def tongues(self) -> Tongues:
        """What was seen of the languages of its text."""
        from epubforge.finished.passages import tongues

        return tongues(self)

    @cached_property
    def has_bases(self) -> bool:
        """Whether it says that its addresses are relative to something else than its own."""
        return b"xml:base" in self.document.content or bool(self.document.html("base"))

    @cached_property
    def typed(self) -> list[tuple[Element, list[str]]]:
        """The elements with a meaning, and their meanings."""
        return [
            (each, each.attributes[EPUB_TYPE].split())
            for each in self.document.elements
            if EPUB_TYPE in each.attributes
        ]

    def of_type(self, name: str) -> list[Element]:
        """The elements of a meaning."""
        return [element for element, types_ in self.typed if name in types_]
