"""The publication of a project turned into the proof that is looked at."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from epubforge.model.book import Chapter, Page
from epubforge.model.publication import Publication, Resource
from epubforge.pipeline.recipe import Published
from epubforge.preview.proof import Card, FrameSize, Leaf, Proof, SpinePage

_TAGS = re.compile(rb"<[^>]*>")
_WORD = re.compile(rb"[^\s\x00-\x2f\x3a-\x40]+")


def proof_of(published: Published, earlier: Proof | None = None) -> Proof:
    """The proof of a book; what an earlier proof knows of resources that are the same is kept."""
    publication, book = published.publication, published.book
    known = earlier.leaves if earlier else {}
    pixels = {p.href: (p.picture.width, p.picture.height) for p in book.pictures}
    pages = {page.href: page for page in book.pages}
    leaves = {
        resource.href: _leaf(resource, pages.get(resource.href), pixels, known)
        for resource in publication.resources
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
                titles.get(item.href) or _title_in(publication, item.href) or metadata.title,
                item.linear,
                item.properties,
            )
            for item in publication.spine
        ),
        toc=publication.toc,
        landmarks=publication.landmarks,
        pages=publication.pages,
        frame=_frame(publication),
        card=_card(publication),
    )


def _leaf(
    resource: Resource,
    page: Page | None,
    pixels: Mapping[str, tuple[int, int]],
    known: Mapping[str, Leaf],
) -> Leaf:
    content = resource.content
    if isinstance(content, Path):
        return _of_file(resource, content, pixels.get(resource.href))
    digest = hashlib.blake2b(content, digest_size=12).hexdigest()
    before = known.get(resource.href)
    if before is not None and before.digest == digest:
        return replace(before, origin=resource.origin)
    return Leaf(
        resource.href,
        resource.media_type,
        digest,
        len(content),
        lambda: content,
        resource.origin,
        _words(page, content) if resource.media_type == "application/xhtml+xml" else 0,
        pixels.get(resource.href),
    )


def _of_file(resource: Resource, file: Path, pixels: tuple[int, int] | None) -> Leaf:
    try:
        status = file.stat()
        size, when = status.st_size, status.st_mtime_ns
    except OSError:
        size = when = 0  # it was taken away just now, which the next build will say
    digest = hashlib.blake2b(f"{file}:{size}:{when}".encode(), digest_size=12).hexdigest()
    return Leaf(resource.href, resource.media_type, digest, size, file.read_bytes, None, 0, pixels)


def _words(page: Page | None, content: bytes) -> int:
    if page is not None and isinstance(page.content, Chapter):
        return page.content.document.outline.words
    body = content.partition(b"<body")[2]
    return sum(1 for _ in _WORD.finditer(_TAGS.sub(b" ", body)))


def _title_in(publication: Publication, href: str) -> str | None:
    return next((e.title for e in publication.toc if e.href.partition("#")[0] == href), None)


def _frame(publication: Publication) -> FrameSize | None:
    rendition = publication.rendition
    if rendition is None:
        return None
    return FrameSize(rendition.width, rendition.height, rendition.spread)


def _card(publication: Publication) -> Card:
    told = publication.accessibility
    return Card(told.modes, told.sufficient, told.features, told.hazards, told.summary)
