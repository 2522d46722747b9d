"""The package document of a finished EPUB, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from epubforge.finished import types
from epubforge.finished.url import Url, resolve
from epubforge.tree.document import Document, Element
from epubforge.tree.names import DC, OPF

_OF_INDEX = frozenset({"index", "index-group"})
_LONGEST_CHAIN = 30
"""Fallbacks that are followed; real chains have three."""


@dataclass(frozen=True, slots=True)
class Item:
    """A publication resource that the manifest lists."""

    id: str
    href: str
    url: Url
    media_type: str
    properties: tuple[str, ...]
    fallback: str
    fallback_style: str
    overlay: str
    element: Element = field(compare=False, repr=False)

    @property
    def path(self) -> str | None:
        """In the container; None where it lies elsewhere."""
        return self.url.path

    @property
    def resource(self) -> str:
        """Its path in the container, or its address elsewhere."""
        return self.url.resource


@dataclass(frozen=True, slots=True)
class Itemref:
    """A step of the reading order."""

    idref: str
    item: Item | None
    is_linear: bool
    properties: tuple[str, ...]
    element: Element = field(compare=False, repr=False)


@dataclass(frozen=True)
class Package:
    """One rendition of the book."""

    document: Document = field(repr=False)
    path: str
    is_epub2: bool
    items: tuple[Item, ...]
    spine: tuple[Itemref, ...]

    @property
    def has_known_version(self) -> bool:
        """Whether it says that it follows EPUB 2 or 3; of others nothing is known."""
        root = self.document.root
        return root is not None and root.get("version").strip() in {"2.0", "3.0"}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The items by their ids; of equal ids the first."""
        return {item.id: item for item in reversed(self.items) if item.id}

    @cached_property
    def by_resource(self) -> dict[str, Item]:
        """The items by path or address; of equal ones the first."""
        return {item.resource: item for item in reversed(self.items)}

    @cached_property
    def places(self) -> dict[str, int]:
        """The number in the reading order of each resource that stands in it."""
        found: dict[str, int] = {}
        for number, step in enumerate(self.spine):
            if step.item is not None:
                found.setdefault(step.item.resource, number)
        return found

    @cached_property
    def navigation(self) -> Item | None:
        """The navigation document."""
        return next((item for item in self.items if "nav" in item.properties), None)

    @cached_property
    def indexes(self) -> frozenset[str]:
        """The files that collections list as indexes or their parts."""
        return frozenset(
            resolve(self.path, each.get("href")).path or ""
            for each in self.elements("link")
            if each.parent is not None and _OF_INDEX.intersection(each.parent.tokens("role"))
        )

    @cached_property
    def is_fixed(self) -> bool:
        """Whether its pages are of fixed layout unless they say otherwise."""
        return self.meta_values("rendition:layout")[:1] == ["pre-paginated"]

    @cached_property
    def has_fixed_pages(self) -> bool:
        """Whether a page of its is of fixed layout."""
        return any(self.is_fixed_page(step) for step in self.spine)

    @cached_property
    def types(self) -> frozenset[str]:
        """The values of dc:type."""
        return frozenset(e.text().strip() for e in self.document.named.get(f"{DC} type", ()))

    def elements(self, name: str) -> list[Element]:
        """The elements of a name in the package's own namespace."""
        return self.document.named.get(f"{OPF} {name}", [])

    @cached_property
    def metadata(self) -> Element | None:
        """The element that holds the book's own metadata, not a collection's."""
        return next(
            (each for each in self.elements("metadata") if each.parent is self.document.root), None
        )

    @cached_property
    def metas(self) -> tuple[Element, ...]:
        """The meta elements of the book's own metadata."""
        return tuple(m for m in self.elements("meta") if m.parent is self.metadata)

    @cached_property
    def metas_of(self) -> dict[str, list[Element]]:
        """The same by what they say: a property, or a name as EPUB 2 has it, or both."""
        found: dict[str, list[Element]] = {}
        for meta in self.metas:
            for name in {meta.get("property").strip(), meta.get("name").strip()}:
                found.setdefault(name, []).append(meta)
        return found

    def meta_values(self, name: str) -> list[str]:
        """The values of a property of the book as a whole."""
        return [
            " ".join(meta.text().split())
            for meta in self.metas_of.get(name, ())
            if meta.get("property").strip() == name and not meta.get("refines")
        ]

    def fallbacks(self, item: Item) -> list[Item]:
        """What may stand in for an item, in order; a chain in a circle is followed once."""
        found: list[Item] = []
        seen, step = {item.id}, self.by_id.get(item.fallback)
        while step is not None and step.id not in seen and len(found) < _LONGEST_CHAIN:
            seen.add(step.id)
            found.append(step)
            step = self.by_id.get(step.fallback)
        return found

    def is_content(self, item: Item) -> bool:
        """Whether an item is a content document, which the spine may hold by itself."""
        if self.is_epub2:
            return item.media_type in types.CONTENT_2 | types.DEPRECATED_2
        return item.media_type in {types.XHTML, types.SVG}

    def is_fixed_page(self, step: Itemref) -> bool:
        """Whether a step of the reading order is of fixed layout."""
        if "rendition:layout-pre-paginated" in step.properties:
            return True
        return self.is_fixed and "rendition:layout-reflowable" not in step.properties


def read_package(document: Document) -> Package:
    """A package document's values; what is missing from it is empty."""
    path, named = document.name, document.named
    items = tuple(_item(path, each) for each in _in_manifest(named.get(f"{OPF} item", [])))
    by_id = {item.id: item for item in reversed(items) if item.id}
    spine = tuple(_step(each, by_id) for each in named.get(f"{OPF} itemref", []))
    root = document.root
    version = root.get("version").strip() if root is not None else ""
    is_epub2 = version.startswith("2") or (root is not None and version == "")
    return Package(document, path, is_epub2, items, spine)


def _in_manifest(elements: list[Element]) -> list[Element]:
    return [e for e in elements if e.parent is not None and e.parent.local == "manifest"]


def _item(path: str, element: Element) -> Item:
    href = element.get("href")
    return Item(
        id=element.get("id").strip(),
        href=href,
        url=resolve(path, href) if href.strip() else Url(""),
        media_type=element.get("media-type").strip(),
        properties=tuple(element.tokens("properties")),
        fallback=element.get("fallback").strip(),
        fallback_style=element.get("fallback-style").strip(),
        overlay=element.get("media-overlay").strip(),
        element=element,
    )


def _step(element: Element, by_id: dict[str, Item]) -> Itemref:
    idref = element.get("idref").strip()
    return Itemref(
        idref,
        by_id.get(idref),
        element.get("linear").strip() != "no",
        tuple(element.tokens("properties")),
        element,
    )
