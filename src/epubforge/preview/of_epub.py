"""Any finished EPUB turned into the proof that is looked at; nothing of it touches the disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape

from epubforge.finished import types
from epubforge.finished.book import Finished
from epubforge.finished.package import Item, Itemref, Package
from epubforge.finished.url import resolve
from epubforge.inventory.card.card import card
from epubforge.model.archive import Archive, ArchiveEntry, EntryError
from epubforge.model.book import Landmark, PageMark, TocEntry
from epubforge.model.profile import Spread
from epubforge.model.publication import Rendition
from epubforge.preview.proof import Leaf, Proof, SpinePage
from epubforge.tree.document import Document, Element
from epubforge.tree.names import DC, EPUB_TYPE, NCX, XHTML

_TITLE = re.compile(rb"<title[^>]*>([^<]+)</title>", re.IGNORECASE)
_TAGS = re.compile(rb"<[^>]*>")
_WORD = re.compile(rb"[^\s\x00-\x2f\x3a-\x40]+")
_WIDTH = re.compile(rb"\bwidth\s*=\s*([0-9.]+)")
_HEIGHT = re.compile(rb"\bheight\s*=\s*([0-9.]+)")
_VIEWPORT = re.compile(rb"<meta\b[^>]*\bname\s*=\s*[\"']viewport[\"'][^>]*>", re.IGNORECASE)
_PAGES = frozenset({types.XHTML, types.SVG, "text/html", "application/x-dtbook+xml"})


def proof_of(archive: Archive) -> Proof | None:
    """The proof of an archive's first rendition; None where it has none that can be read."""
    book = Finished(archive)
    if not book.packages:
        return None
    package = book.packages[0]
    leaves = {leaf.href: leaf for item in package.items if (leaf := _leaf(book, item))}
    contents = _Contents(book, package)
    toc = tuple(contents.toc())
    titles = dict(_titles(toc))
    steps = [(step, leaves[path]) for step in package.spine if (path := _path(step)) in leaves]
    title = _text(package, "title") or archive.path.rpartition("/")[2]
    spine = package.elements("spine")
    return Proof(
        title=title,
        language=_text(package, "language") or "en",
        direction="rtl" if spine and spine[0].get("page-progression-direction") == "rtl" else "ltr",
        leaves=leaves,
        spine=tuple(
            SpinePage(leaf, titles.get(leaf.href) or _title(leaf), step.is_linear, step.properties)
            for step, leaf in steps
        ),
        toc=toc,
        landmarks=tuple(contents.landmarks()),
        pages=tuple(contents.pages()),
        rendition=_rendition(package, [leaf for _, leaf in steps]),
        card=card(package),
    )


def _path(step: Itemref) -> str:
    return (step.item.path if step.item else None) or ""


def _leaf(book: Finished, item: Item) -> Leaf | None:
    entry = book.entries.get(item.path or "")
    if entry is None or entry.encrypted:
        return None
    read = partial(_read, book.archive, entry)
    return Leaf(
        item.path or "",
        item.media_type or "application/octet-stream",
        f"{entry.checksum:08x}{entry.size:x}",
        entry.size,
        read,
        words=_words(read) if item.media_type in _PAGES else 0,
    )


def _read(archive: Archive, entry: ArchiveEntry) -> bytes:
    try:
        return archive.read_entry(entry)
    except EntryError as fault:
        raise OSError(str(fault)) from fault


def _words(read: Callable[[], bytes]) -> int:
    try:
        body = read().partition(b"<body")[2]
    except OSError:
        return 0  # the checker says so
    return sum(1 for _ in _WORD.finditer(_TAGS.sub(b" ", body)))


def _title(leaf: Leaf) -> str:
    try:
        found = _TITLE.search(leaf.read()[:20_000])
    except OSError:
        found = None
    title = " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    return title or leaf.href.rpartition("/")[2]


def _text(package: Package, name: str) -> str:
    found = package.document.named.get(f"{DC} {name}", [])
    return " ".join(found[0].text().split()) if found else ""


def _titles(entries: tuple[TocEntry, ...]) -> Iterator[tuple[str, str]]:
    """The title of each page, by the first line of the contents that leads to its beginning."""
    for entry in reversed(entries):
        yield from _titles(entry.children)
        path, mark, _ = entry.href.partition("#")
        if not mark:
            yield path, entry.title


def _rendition(package: Package, pages: list[Leaf]) -> Rendition | None:
    """The size of the pages where most of them are of fixed layout."""
    fixed = [step for step in package.spine if package.is_fixed_page(step)]
    if not fixed or 2 * len(fixed) < len(package.spine):
        return None
    spread = next(iter(package.meta_values("rendition:spread")), "auto")
    size = next((size for leaf in pages if (size := _viewport(leaf))), (1200, 1600))
    return Rendition(*size, _spread(spread))


def _spread(told: str) -> Spread:
    match told:
        case "none" | "landscape":
            return told
        case _:
            return "auto"


def _viewport(leaf: Leaf) -> tuple[int, int] | None:
    try:
        head = leaf.read()[:50_000]
    except OSError:
        return None
    found = _VIEWPORT.search(head)
    width, height = (each.search(found[0]) if found else None for each in (_WIDTH, _HEIGHT))
    if width is None or height is None:
        return None
    try:
        return round(float(width[1])) or 1, round(float(height[1])) or 1
    except ValueError:
        return None


class _Contents:
    """The navigation document, or the NCX of an older book."""

    def __init__(self, book: Finished, package: Package) -> None:
        item = package.navigation
        self._path = item.path if item else None
        self._document = book.document(self._path) if self._path else None
        self._ncx = None if self._document else _ncx(book, package)

    def toc(self) -> Iterator[TocEntry]:
        """The contents, level by level."""
        nav = self._nav("toc")
        if nav is not None:
            yield from _lines(nav, self._path or "")
        elif self._ncx is not None:
            for each in self._ncx.named.get(f"{NCX} navMap", []):
                yield from _points(each, self._ncx.name)

    def landmarks(self) -> Iterator[Landmark]:
        """The signposts."""
        nav = self._nav("landmarks")
        for link in _links(nav):
            href = _href(self._path or "", link.get("href"))
            if href:
                yield Landmark(link.get(EPUB_TYPE), _words_of(link), href)

    def pages(self) -> Iterator[PageMark]:
        """The pages of the printed twin."""
        nav = self._nav("page-list")
        for link in _links(nav):
            href = _href(self._path or "", link.get("href"))
            if href:
                yield PageMark(_words_of(link), href)

    def _nav(self, kind: str) -> Element | None:
        navs = self._document.html("nav") if self._document else []
        return next((nav for nav in navs if kind in nav.tokens(EPUB_TYPE)), None)


def _ncx(book: Finished, package: Package) -> Document | None:
    item = next((each for each in package.items if each.media_type == types.NCX), None)
    path = item.path if item else None
    return book.document(path) if path and path in book.entries else None


def _links(nav: Element | None) -> list[Element]:
    if nav is None:
        return []
    return [each for each in nav.descendants() if each.name == f"{XHTML} a"]


def _lines(around: Element, base: str, depth: int = 0) -> Iterator[TocEntry]:
    """The lines of the lists directly inside an element."""
    lists = (each for each in around.children() if each.name == f"{XHTML} ol")
    for item in (line for each in lists for line in each.children()):
        labels = [e for e in item.children() if e.name in {f"{XHTML} a", f"{XHTML} span"}]
        inside = tuple(_lines(item, base, depth + 1)) if depth < 20 else ()
        if labels:
            href = _href(base, labels[0].get("href")) or (inside[0].href if inside else "")
            yield TocEntry(_words_of(labels[0]), href, inside)


def _points(around: Element, base: str, depth: int = 0) -> Iterator[TocEntry]:
    for point in (e for e in around.children() if e.name == f"{NCX} navPoint"):
        label = next((e for e in point.children() if e.name == f"{NCX} navLabel"), None)
        content = next((e for e in point.children() if e.name == f"{NCX} content"), None)
        inside = tuple(_points(point, base, depth + 1)) if depth < 20 else ()
        href = _href(base, content.get("src")) if content is not None else ""
        yield TocEntry(_words_of(label) if label is not None else "", href, inside)


def _words_of(element: Element) -> str:
    return " ".join(element.text().split())


def _href(base: str, href: str) -> str:
    """From the root of the container; empty for what lies elsewhere."""
    url = resolve(base, href) if href else None
    if url is None or url.path is None:
        return ""
    return f"{url.path}#{url.fragment}" if url.fragment else url.path
