"""The whole stage: any documents make a book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args
from urllib.parse import unquote
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from compose.by_hand import composed, document, part, project, with_settings
from epubforge.model.book import TocEntry
from epubforge.model.document import Document, Header, LinkUse, PictureUse
from epubforge.model.page_type import PAGE_TYPES
from epubforge.model.project import FigureNumbers, Numbering
from epubforge.render.render import render
from epubforge.source import SourceFile

TARGETS = st.one_of(
    st.text(max_size=30),
    st.text("./#%:\\ab~ ", max_size=12),
    st.sampled_from(["1.md", "../p/2.md#x", "images/x.jpg", "../images/X.jpg", "p/", "#x", "#fig"]),
)
HEADERS = st.builds(
    Header,
    title=st.none() | st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=5),
    type=st.none() | st.sampled_from([*PAGE_TYPES, "nonsense"]),
    toc=st.booleans(),
    linear=st.booleans(),
    draft=st.booleans(),
)


BLOCKS = (
    "# A", "## B", "### Deep", "It was dark.", "^[A note.]", "{{index Mines!Irmino}}",
    "{{index Kohle see Coal}}", "{{page 24}}", "{{page xi}}", "{{index}}", "{{contents}}",
    "{{figures}}", "{{bibliography}}", "[@ada]", "figure: A lamp {#fig}", "table: Sums {#fig}",
    "audio: bell.mp3",
)  # fmt: skip
NUMBERING = st.builds(Numbering, st.booleans(), st.sampled_from(get_args(FigureNumbers)))


@st.composite
def chapters(draw: st.DrawFn, path: str) -> Document:
    """A chapter with links and pictures to anywhere."""
    blocks = draw(st.lists(st.sampled_from(BLOCKS), max_size=6))
    text = "\n\n".join([*blocks, ""]) if blocks else ""
    made = document(path, text, draw(HEADERS))
    span = SourceFile(path, text).span()
    links = tuple(
        LinkUse(target, "x", span, draw(st.booleans()))
        for target in draw(st.lists(TARGETS, max_size=3))
    )
    uses = tuple(
        PictureUse(target, "x", decorative=False, span=span)
        for target in draw(st.lists(TARGETS, max_size=3))
    )
    return replace(made, outline=replace(made.outline, links=links, pictures=uses))


@settings(deadline=None)
@given(
    chapters("manuscript/1.md"),
    chapters("manuscript/p/2.md"),
    chapters("manuscript/p/index.md"),
    NUMBERING,
)
def test_any_documents_make_a_book(
    first: Document, second: Document, index: Document, numbering: Numbering
) -> None:
    """Names are unique, hrefs lead to pages, contents and landmarks are whole, pages are XML."""
    made = project([first, part("P", second, index=index)], ["images/x.jpg", "images/y.jpg"])
    made = with_settings(made, numbering)
    book = composed(made, first, index, second).value
    hrefs = [page.href for page in book.pages]
    assert len(set(hrefs)) == len(hrefs)
    assert {mark.href for mark in book.landmarks} <= set(hrefs)
    assert sum(mark.epub_type == "bodymatter" for mark in book.landmarks) == 1
    assert {entry.href.partition("#")[0] for entry in book.toc} <= set(hrefs)
    written = [d for d in (first, second, index) if not d.header.draft]
    assert bool(book.toc) == bool(written)
    order = {"front": 0, "body": 1, "back": 2}
    ranks = [order[page.matter] for page in book.pages]
    if 1 in ranks:
        assert ranks == sorted(ranks)
    trees = {
        resource.href: ElementTree.fromstring(resource.content)
        for resource in render(book, made.theme).value
        if isinstance(resource.content, bytes) and resource.media_type == "application/xhtml+xml"
    }
    ids = {href: {element.get("id") for element in tree.iter()} for href, tree in trees.items()}
    for href in (*_links(trees), *_lines(book.toc), *(mark.href for mark in book.page_marks)):
        page, _, place = href.partition("#")
        assert page in ids
        assert not place or unquote(place) in ids[page]


def _links(trees: Mapping[str, ElementTree.Element]) -> Iterator[str]:
    """Where the links of all pages lead to, but for those that leave the book."""
    for page, tree in trees.items():
        for element in tree.iter("{http://www.w3.org/1999/xhtml}a"):
            href = element.get("href", "#")
            if href.startswith("#"):
                yield page + href.removesuffix("#")
            elif not re.match(r"[a-z]+:", href):
                yield posixpath.normpath(posixpath.join(posixpath.dirname(page), href))


def _lines(toc: Sequence[TocEntry]) -> Iterator[str]:
    for line in toc:
        yield line.href
        yield from _lines(line.children)


def test_an_empty_manuscript_is_the_projects_finding() -> None:
    """Nothing is said here of a book without a chapter; a book of drafts alone is refused."""
    assert composed(project([])).found == ()
    draft = document("manuscript/1.md", "# A\n", Header(draft=True))
    assert [found.rule.code for found in composed(project([draft]), draft).found] == [
        "B001",
        "B003",
    ]
