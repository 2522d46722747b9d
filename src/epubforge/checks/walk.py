"""The walk through a finished EPUB: package, each document once, then how all hang together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from epubforge.checks.runner import (
    advising_page_checks,
    advising_rendition_checks,
    held_checks,
    page_checks,
    rendition_checks,
)
from epubforge.diagnostics import Diagnostic
from epubforge.finished import types
from epubforge.finished.book import (
    CONTAINER_FILE,
    ENCRYPTION_FILE,
    LARGEST_DOCUMENT,
    LARGEST_STYLESHEET,
    METADATA_FILE,
    SIGNATURES_FILE,
    Finished,
)  # fmt: skip
from epubforge.finished.collect import guide_references
from epubforge.finished.facts import DocumentFacts, Facts
from epubforge.finished.held import Held, hold
from epubforge.finished.learn import learn
from epubforge.finished.package import Item, Package
from epubforge.finished.page import Page
from epubforge.finished.rendition import Rendition
from epubforge.finished.tally import MOST_TOLD, Tally
from epubforge.finished.url import resolve
from epubforge.keeping import Keep, anew
from epubforge.model.archive import Archive
from epubforge.model.profile import Profile
from epubforge.tree.document import Document
from epubforge.tree.encoding import xml_encoding

_META_INF = {
    CONTAINER_FILE: "container",
    ENCRYPTION_FILE: "encryption",
    SIGNATURES_FILE: "signatures",
    METADATA_FILE: "metadata",
}
_RENDITIONS = "http://www.idpf.org/2013/metadata metadata"
_READ = frozenset(
    {types.XHTML, types.SVG, types.NCX, types.SMIL, types.CSS, types.SEARCH_KEY_MAP, types.DTBOOK}
)
"""Media types of the files that are looked into."""


def walk(
    archive: Archive, shops: Sequence[Profile], tally: Tally, *, advice: bool = True
) -> Iterator[Diagnostic]:
    """All that the rules find, file by file; without advice what the specifications demand."""
    if not all(entry.is_named_in_utf8 for entry in archive.entries):
        return  # what its files are called cannot be known
    book = Finished(archive, tuple(shops), tally=tally)
    for path, name in _META_INF.items():
        document = book.kept(path) if path in book.entries else None
        if document is not None and (name != "metadata" or _is_of_renditions(document)):
            yield from _of_grammar(hold(book, document, name))
    yield from _broken_packages(book)
    for package in book.packages:
        yield from _of_package(book, package, advice)


def walk_own(
    archive: Archive, shops: Sequence[Profile] = (), keep: Keep = anew
) -> Iterator[Diagnostic]:
    """What the advising rules find in a book of ours, whose documents are sound.

    What was seen in a page counts as long as it and all that is no page are the same: rules that
    are asked of a page look at no other one.
    """
    book = Finished(archive, tuple(shops))
    ground = keep("ground", _ground(archive, book), object)
    for package in book.packages:
        facts = Facts()
        for item in _files(package):
            look = partial(_look, book, package, item)
            content = _in_memory(book, item)
            seen = look() if content is None else keep(item.resource, (content, ground), look)
            if seen is not None:
                for found in seen.found:
                    yield from book.tally.told(found)
                facts.documents[seen.facts.path] = seen.facts
        rendition = Rendition(book, package, facts)
        yield from _asked(advising_rendition_checks(True), rendition)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was seen in a page."""

    found: tuple[tuple[Diagnostic, ...], ...]
    """Check by check."""
    facts: DocumentFacts


def _look(book: Finished, package: Package, item: Item) -> _Seen | None:
    """What the advising rules find in a document and what is kept of it, if it can be read."""
    document = _document(book, item)
    if document is None or document.fault is not None:
        return None
    page = Page(book, package, item, document)
    found = tuple(tuple(islice(check(page), MOST_TOLD)) for check in advising_page_checks(True))
    seen = _Seen(found, learn(page))
    book.let_go(document)
    return seen


def _ground(archive: Archive, book: Finished) -> object:
    """What each page stands on: the package, the styles, the pictures; not the other pages."""
    others = [each for each in archive.entries if not each.name.endswith((".xhtml", ".ncx"))]
    contents = [_as_it_is(archive.unwritten.get(each.name)) for each in others]
    return (archive.path, book.shops, others, contents)


def _as_it_is(content: bytes | Path | None) -> object:
    """Of a file its path, and when it was written."""
    if not isinstance(content, Path):
        return content
    try:
        return content, content.stat().st_mtime_ns
    except OSError:
        return content, 0  # it was taken away just now, which the next build will say


def _in_memory(book: Finished, item: Item) -> bytes | None:
    """The content of an item of a book in no file; None where it lies in one of its own."""
    entry = book.entries.get(item.path or "")
    content = book.archive.unwritten.get(entry.name) if entry else None
    return content if isinstance(content, bytes) else None


def pages(book: Finished, package: Package) -> Iterator[Page]:
    """The documents that can be read, one after another: each is let go before the next."""
    for item in _files(package):
        document = _document(book, item)
        if document is not None and document.fault is None:
            yield Page(book, package, item, document)
            book.let_go(document)


def _is_of_renditions(document: Document) -> bool:
    """Whether it is what several renditions have in common, or no XML at all; what else may stand
    in META-INF/metadata.xml is nobody's to say: https://www.w3.org/TR/epub-33/#sec-container-metainf
    """
    root = document.root
    return root is None or document.fault is not None or root.name == _RENDITIONS


def _of_package(book: Finished, package: Package, advice: bool) -> Iterator[Diagnostic]:
    grammar = "opf2" if package.is_epub2 else "opf"
    if package.has_known_version:
        yield from _of_grammar(hold(book, package.document, grammar))
    rendition = Rendition(book, package)
    yield from _asked(rendition_checks("package"), rendition)
    facts = Facts()
    facts.documents[package.path] = DocumentFacts(
        package.path, references=guide_references(package)
    )
    for item in _files(package):
        document = _document(book, item)
        if document is None:
            if item.path in book.oversized:
                yield from _of_grammar(Held(book, _unread(item), ()))
            facts.documents[item.path or ""] = DocumentFacts(item.path or "", is_read=False)
            continue
        page = Page(book, package, item, document)
        if document.fault is None:
            yield from _of_page(page, advice)
            facts.documents[page.path] = learn(page)
        else:
            yield from _of_grammar(Held(book, document, ()))
            facts.documents[page.path] = DocumentFacts(page.path, is_read=False)
        book.let_go(document)
    rendition = Rendition(book, package, facts)
    advising = advising_rendition_checks(False) if advice else ()
    yield from _asked((*rendition_checks("resources"), *advising), rendition)


def _broken_packages(book: Finished) -> Iterator[Diagnostic]:
    """Package documents that are no XML, or far too large: nothing is said of their files."""
    for rootfile in book.rootfiles:
        path = resolve("", rootfile.get("full-path")).path or ""
        document = book.package_document(path) if path in book.entries else None
        if document is not None and (document.fault is not None or document.is_too_large):
            yield from _of_grammar(Held(book, document, ()))


def _files(package: Package) -> Iterator[Item]:
    """The items that are looked into, each file once."""
    seen: set[str] = set()
    for item in package.items:
        path = item.path
        if path and path not in seen and item.media_type in _READ and path != package.path:
            seen.add(path)
            yield item


def _unread(item: Item) -> Document:
    """What stands for a document that is too large to be read."""
    most = LARGEST_STYLESHEET if (item.path or "").endswith(".css") else LARGEST_DOCUMENT
    excess = f"more than {most:,} bytes"
    return Document(item.path or "", b"", "utf-8", is_too_large=True, excess=excess)


def _document(book: Finished, item: Item) -> Document | None:
    path = item.path or ""
    if book.is_locked(path):
        return None
    if item.media_type != types.CSS:
        return book.document(path)
    content = book.read(path)
    if content is None:
        return None
    encoding = xml_encoding(content)[0]
    return Document(path, content, encoding if encoding.startswith("utf-16") else "utf-8")


def _of_page(page: Page, advice: bool) -> Iterator[Diagnostic]:
    name = _grammar(page)
    if name:
        yield from _of_grammar(hold(page.book, page.document, name))
    elif page.kind != types.CSS:
        yield from _of_grammar(Held(page.book, page.document, ()))
    yield from _asked(page_checks(), page)
    if advice:
        yield from _asked(advising_page_checks(False), page)


def _grammar(page: Page) -> str | None:
    """The grammar that a document must follow; None where EPUB leaves it free."""
    match page.kind:
        case types.XHTML if page.package.is_epub2:
            return "xhtml11"
        case types.XHTML:
            return "nav" if page.is_navigation else "xhtml"
        case types.SVG:
            return None if page.package.is_epub2 else "svg-document"
        case types.NCX:
            return "ncx"
        case types.SMIL:
            return "smil"
        case types.SEARCH_KEY_MAP:
            return "search-key-map"
        case _:
            return None


def _of_grammar(held: Held) -> Iterator[Diagnostic]:
    yield from _asked(held_checks(), held)


class _OfBook(Protocol):
    """What belongs to a book that is looked at."""

    @property
    def book(self) -> Finished: ...


_Asked = TypeVar("_Asked", bound=_OfBook)


def _asked(
    checks: Sequence[Callable[[_Asked], Iterator[Diagnostic]]], about: _Asked
) -> Iterator[Diagnostic]:
    for check in checks:
        yield from about.book.tally.told(check(about))
