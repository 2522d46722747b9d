"""The dictionaries in a book: the book itself, or its collections.

https://idpf.org/epub/dict/epub-dict.html
"""

from __future__ import annotations

from epubforge.finished import types
from epubforge.finished.package import Item
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve
from epubforge.source import EntryPlace
from epubforge.tree.document import Element


def collections(rendition: Rendition) -> list[tuple[Element, list[tuple[Element, Item | None]]]]:
    """The collections that are dictionaries, with their links and what these lead to."""
    package = rendition.package
    found: list[tuple[Element, list[tuple[Element, Item | None]]]] = []
    for element in package.elements("collection"):
        if "dictionary" in element.tokens("role"):
            links = [each for each in element.children() if each.local == "link"]
            found.append(
                (
                    element,
                    [
                        (e, package.by_resource.get(resolve(package.path, e.get("href")).resource))
                        for e in links
                    ],
                )
            )
    return found


def dictionary_parts(rendition: Rendition) -> list[tuple[EntryPlace, list[str]]]:
    """Each dictionary with the paths of its pages."""
    package = rendition.package
    if package.is_epub2:
        return []
    parts = [
        (
            rendition.at(element),
            [i.path or "" for _, i in links if i is not None and i.media_type == types.XHTML],
        )
        for element, links in collections(rendition)
    ]
    if not parts and "dictionary" in package.types:
        return [(rendition.root, [s.item.path or "" for s in package.spine if s.item is not None])]
    return parts
