"""The contents of a book, its landmarks and its page list: of the navigation document, else of
the NCX and the guide of EPUB 2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.finished.book import Finished
from epubforge.finished.package import Item, Package
from epubforge.finished.url import resolve
from epubforge.tree.document import Document, Element
from epubforge.tree.names import EPUB_TYPE, NCX, XHTML

_DEEPEST = 50
"""Levels of contents that are told; real books have five."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, or a page of the page list."""

    title: str
    href: str
    """The path of its file with the place in it; empty for a heading that leads nowhere."""
    children: tuple[Entry, ...] = ()

    @property
    def path(self) -> str:
        """The file alone."""
        return self.href.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that reading systems offer by its meaning."""

    type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The ways into a book."""

    toc: tuple[Entry, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    pages: tuple[Entry, ...] = ()

    @property
    def lines(self) -> Iterator[tuple[int, Entry]]:
        """Every line of the contents with its depth from 0, from top to bottom."""
        waiting = [(0, entry) for entry in reversed(self.toc)]
        while waiting:
            depth, entry = waiting.pop()
            yield depth, entry
            waiting += [(depth + 1, child) for child in reversed(entry.children)]


def contents(book: Finished, package: Package) -> Contents:
    """The contents of one rendition; empty where neither kind can be read."""
    document = _read(book, package.navigation)
    if document is not None and not package.is_epub2:
        return _of_nav(document)
    document = _read(book, _ncx(package))
    landmarks = tuple(_guide(package))
    if document is None:
        return Contents(landmarks=landmarks)
    base = document.name
    toc = tuple(e for each in document.named.get(f"{NCX} navMap", ()) for e in _points(base, each))
    pages = tuple(_point(base, each) for each in document.named.get(f"{NCX} pageTarget", ()))
    return Contents(toc, landmarks, pages)


def _read(book: Finished, item: Item | None) -> Document | None:
    return book.kept(item.path) if item is not None and item.path in book.entries else None


def _of_nav(document: Document) -> Contents:
    lists = {kind: nav for nav in reversed(document.html("nav")) for kind in nav.tokens(EPUB_TYPE)}
    base = document.name
    pages = _entries(base, lists["page-list"]) if "page-list" in lists else ()
    return Contents(
        toc=_entries(base, lists["toc"]) if "toc" in lists else (),
        landmarks=tuple(_landmarks(base, lists["landmarks"])) if "landmarks" in lists else (),
        pages=pages,
    )


def _entries(base: str, around: Element, depth: int = 0) -> tuple[Entry, ...]:
    """The items of the first list inside."""
    ordered = next((each for each in around.children() if each.local == "ol"), None)
    if ordered is None or depth > _DEEPEST:
        return ()
    return tuple(_entry(base, each, depth) for each in ordered.children() if each.local == "li")


def _entry(base: str, item: Element, depth: int) -> Entry:
    label = next((e for e in item.children() if e.name in {f"{XHTML} a", f"{XHTML} span"}), None)
    title, href = (_words(label), _target(base, label.get("href"))) if label else ("", "")
    return Entry(title, href, _entries(base, item, depth + 1))


def _landmarks(base: str, nav: Element) -> Iterator[Landmark]:
    for each in nav.descendants():
        if each.local == "a":
            yield Landmark(
                each.get(EPUB_TYPE).strip(), _words(each), _target(base, each.get("href"))
            )


def _words(element: Element) -> str:
    """Its text; where it is a picture, what is said in its place."""
    spoken = [each.get("alt") for each in element.descendants() if each.local == "img"]
    return " ".join(element.text().split()) or " ".join(" ".join(spoken).split())


def _target(base: str, href: str) -> str:
    if not href.strip():
        return ""
    url = resolve(base, href)
    return url.resource + (f"#{url.fragment}" if url.fragment else "")


def _ncx(package: Package) -> Item | None:
    """The one that the spine names, else the first."""
    spines = package.elements("spine")
    named = package.by_id.get(spines[0].get("toc").strip()) if spines else None
    kind = "application/x-dtbncx+xml"
    return named or next((each for each in package.items if each.media_type == kind), None)


def _points(base: str, around: Element, depth: int = 0) -> Iterator[Entry]:
    for each in around.children():
        if each.local == "navPoint" and depth <= _DEEPEST:
            plain = _point(base, each)
            yield Entry(plain.title, plain.href, tuple(_points(base, each, depth + 1)))


def _point(base: str, point: Element) -> Entry:
    title, href = "", ""
    for each in point.children():
        if each.local == "navLabel" and not title:
            title = " ".join(each.text().split())
        if each.local == "content" and not href:
            href = _target(base, each.get("src"))
    return Entry(title, href)


def _guide(package: Package) -> Iterator[Landmark]:
    for each in package.elements("reference"):
        href = _target(package.path, each.get("href"))
        yield Landmark(each.get("type").strip(), " ".join(each.get("title").split()), href)
