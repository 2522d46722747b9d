"""The whole stage: any documents make a book."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from compose.by_hand import composed, document, part, project
from epubforge.model.document import Document, Header, LinkUse, PictureUse
from epubforge.model.page_type import PAGE_TYPES
from epubforge.render.render import render
from epubforge.source import SourceFile

TARGETS = st.one_of(
    st.text(max_size=30),
    st.text("./#%:\\ab~ ", max_size=12),
    st.sampled_from(["1.md", "../p/2.md#x", "images/x.jpg", "../images/X.jpg", "p/", "#x"]),
)
HEADERS = st.builds(
    Header,
    title=st.none() | st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=5),
    type=st.none() | st.sampled_from([*PAGE_TYPES, "nonsense"]),
    toc=st.booleans(),
    linear=st.booleans(),
    draft=st.booleans(),
)


@st.composite
def chapters(draw: st.DrawFn, path: str) -> Document:
    """A chapter with links and pictures to anywhere."""
    text = draw(st.sampled_from(["", "# A\n", "# A\n\n## B\n\n# C\n", "### Deep\n\n# Up\n"]))
    made = document(path, text, draw(HEADERS))
    span = SourceFile(path, text).span()
    links = tuple(LinkUse(target, "x", span) for target in draw(st.lists(TARGETS, max_size=3)))
    uses = tuple(
        PictureUse(target, "x", decorative=False, span=span)
        for target in draw(st.lists(TARGETS, max_size=3))
    )
    return replace(made, outline=replace(made.outline, links=links, pictures=uses))


@given(
    chapters("manuscript/1.md"), chapters("manuscript/p/2.md"), chapters("manuscript/p/index.md")
)
def test_any_documents_make_a_book(first: Document, second: Document, index: Document) -> None:
    """Names are unique, hrefs lead to pages, contents and landmarks are whole, pages are XML."""
    made = project([first, part("P", second, index=index)], ["images/x.jpg", "images/y.jpg"])
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
    for resource in render(book, made.theme).value:
        if resource.media_type == "application/xhtml+xml":
            assert isinstance(resource.content, bytes)
            ElementTree.fromstring(resource.content)
