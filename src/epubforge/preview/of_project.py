"""The publication of a project turned into the proof that is looked at."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

from epubforge.finished.package import read_package
from epubforge.inventory.card.card import card
from epubforge.model.book import Book, Chapter, Page, plates_of
from epubforge.model.picture import Picture
from epubforge.model.project import Project
from epubforge.model.publication import PACKAGE_DOCUMENT, Resource
from epubforge.pipeline.recipe import Published
from epubforge.preview.proof import Leaf, Proof, SpinePage
from epubforge.source import Span
from epubforge.tree.parse import parse

_TAGS = re.compile(rb"<[^>]*>")
_TITLE = re.compile(rb"<title>([^<]*)</title>")
_WORD = re.compile(rb"[^\s\x00-\x2f\x3a-\x40]+")


def proof_of(project: Project, published: Published, earlier: Proof | None = None) -> Proof:
    """The proof of a book; what an earlier proof knows of resources that are the same is kept."""
    publication, book = published.publication, published.book
    known = earlier.leaves if earlier else {}
    pictures = {placed.href: placed.picture for placed in book.pictures}
    # A chapter on fixed pages is many of them.
    pages = {page.href: page for page in book.pages} if publication.rendition is None else {}
    leaves = {
        resource.href: _leaf(resource, pages, pictures, known) for resource in publication.resources
    }
    titles = {page.href: page.title for page in book.pages}
    metadata = publication.metadata
    return Proof(
        title=metadata.title,
        language=metadata.language,
        direction=metadata.direction,
        leaves=leaves,
        spine=tuple(
            SpinePage(
                leaves[item.href],
                titles.get(item.href) or _title_of(leaves[item.href]) or metadata.title,
                item.linear,
                item.properties,
            )
            for item in publication.spine
        ),
        toc=publication.toc,
        landmarks=publication.landmarks,
        pages=publication.pages,
        rendition=publication.rendition,
        card=card(read_package(parse(PACKAGE_DOCUMENT, publication.package))),
        rows=tuple(_rows(book)),
        included=_included(project, book),
    )


def _leaf(
    resource: Resource,
    pages: Mapping[str, Page],
    pictures: Mapping[str, Picture],
    known: Mapping[str, Leaf],
) -> Leaf:
    picture = pictures.get(resource.href)
    pixels = (picture.width, picture.height) if picture else None
    content = resource.content
    if isinstance(content, Path):
        return _of_file(resource, content, picture.digest if picture else "", pixels)
    before = known.get(resource.href)
    if before is not None and before.content is content and before.origin is resource.origin:
        return before
    digest = hashlib.blake2b(content, digest_size=12).hexdigest()
    if before is not None and before.digest == digest:
        return replace(before, origin=resource.origin)
    is_page = resource.media_type == "application/xhtml+xml"
    words = _words(pages.get(resource.href), content) if is_page else 0
    return Leaf(
        resource.href,
        resource.media_type,
        digest,
        len(content),
        lambda: content,
        content,
        resource.origin,
        words,
        pixels,
    )


def _of_file(resource: Resource, file: Path, digest: str, pixels: tuple[int, int] | None) -> Leaf:
    try:
        status = file.stat()
        size, when = status.st_size, status.st_mtime_ns
    except OSError:
        size = when = 0  # it was taken away just now, which the next build will say
    look = f"{digest}:{file}:{size}:{when}"
    named = hashlib.blake2b(look.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return Leaf(resource.href, resource.media_type, named, size, file.read_bytes, pixels=pixels)


def _words(page: Page | None, content: bytes) -> int:
    if page is not None and isinstance(page.content, Chapter):
        return page.content.document.outline.words
    body = content.partition(b"<body")[2]
    return sum(1 for _ in _WORD.finditer(_TAGS.sub(b" ", body)))


def _title_of(leaf: Leaf) -> str:
    found = _TITLE.search(leaf.read())
    return unescape(found[1].decode()) if found else ""


def _rows(book: Book) -> Iterator[tuple[Span, str]]:
    for plate in plates_of(book.pages):
        if plate.caption is not None and not plate.caption.inscribed:
            yield plate.caption.span, plate.href


def _included(project: Project, book: Book) -> dict[str, str]:
    if not project.inclusions:
        return {}
    found: dict[str, str] = {}
    for page in book.pages:
        if isinstance(page.content, Chapter):
            for _, text in project.included_in(page.content.document.source).files:
                found.setdefault(text.path, page.href)
    return found
