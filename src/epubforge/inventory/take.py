"""The whole inventory of a book."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.finished.book import CONTAINER_FILE, Finished
from epubforge.finished.package import Package
from epubforge.finished.url import resolve
from epubforge.inventory.contents import Contents, contents
from epubforge.inventory.counts import Counts, counts
from epubforge.inventory.pictures import Picture, pictures
from epubforge.inventory.reading_order import ReadStep, Step, read_in_order
from epubforge.inventory.record import Record, record
from epubforge.inventory.rendition import Rendition, rendition
from epubforge.inventory.sizes import Sizes, sizes
from epubforge.inventory.stated import Accessibility, accessibility
from epubforge.inventory.statements import Statements, statements
from epubforge.inventory.typefaces import Typeface, typefaces
from epubforge.model.archive import Archive


class NoBook(Exception):  # noqa: N818  it says what is the case, as its message does
    """There is nothing to take an inventory of; the message says why, after the file's name."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, or not to its end, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that is in a book."""

    package: str
    """The path of the package document."""
    version: str
    """Of EPUB, as the package says: 3.0, 2.0."""
    renditions: int
    """How many package documents it has; the first is told of."""
    metadata: Record
    rendition: Rendition
    counts: Counts
    contents: Contents
    spine: tuple[Step, ...]
    sizes: Sizes
    pictures: tuple[Picture, ...]
    fonts: tuple[Typeface, ...]
    accessibility: Accessibility
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An inventory with the book that it was taken of."""

    inventory: Inventory
    book: Finished
    package: Package
    said: Statements
    order: tuple[ReadStep, ...] = field(repr=False)


def take_inventory(archive: Archive, whole: int) -> Opened:
    """The inventory of a book whose file has so many bytes.

    Raises NoBook where it has no package document that can be read.
    """
    book = Finished(archive)
    package = _package(book)
    said = statements(package)
    ways = contents(book, package)
    order = read_in_order(book, package, ways)
    uses = {each.step.path: each.text.pictures for each in order}
    shown = pictures(book, package, [use for on_page in uses.values() for use in on_page])
    stated = record(package, said)
    fonts = typefaces(book, package, stated)
    inventory = Inventory(
        package=package.path,
        version=_version(package),
        renditions=len(book.packages),
        metadata=stated,
        rendition=rendition(package, said),
        counts=counts(order, ways, shown),
        contents=ways,
        spine=tuple(each.step for each in order),
        sizes=sizes(book, package, whole),
        pictures=shown,
        fonts=fonts,
        accessibility=accessibility(package, said),
        unread=_unread(book, package, order),
    )
    return Opened(inventory, book, package, said, order)


def _package(book: Finished) -> Package:
    if book.packages:
        return book.packages[0]
    container = book.kept(CONTAINER_FILE) if CONTAINER_FILE in book.entries else None
    if container is None:
        raise NoBook(f"is no EPUB: it has no {CONTAINER_FILE} that can be read")
    if container.fault is not None:
        raise NoBook(f"cannot be looked into: {CONTAINER_FILE} is no well-formed XML")
    if not book.rootfiles:
        raise NoBook(f"is no EPUB: {CONTAINER_FILE} names no package document")
    for rootfile in book.rootfiles:
        document = book.package_document(resolve("", rootfile.get("full-path")).path or "")
        if document is not None and document.is_too_large:
            raise NoBook(f"cannot be looked into: its package document has {document.excess}")
    raise NoBook("cannot be looked into: its package document is missing, or is no well-formed XML")


def _version(package: Package) -> str:
    root = package.document.root
    return root.get("version").strip() if root is not None else ""


def _unread(book: Finished, package: Package, order: tuple[ReadStep, ...]) -> tuple[Unread, ...]:
    navigation = package.navigation.path if package.navigation is not None else None
    found: dict[str, str] = {}
    for path in (CONTAINER_FILE, navigation):
        document = book.kept(path) if path in book.entries and path else None
        if document is not None and document.fault is not None:
            found[path or ""] = f"it is no well-formed XML: {document.fault.reason}"
    for each in order:
        if each.fault:
            found.setdefault(each.step.path, each.fault)
    for path, reason in book.damaged.items():
        found.setdefault(path, reason)
    return tuple(Unread(path, reason) for path, reason in found.items())
