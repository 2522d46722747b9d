"""The pages that are made from the metadata, and where they stand before the chapters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from epubforge.compose.names import Names
from epubforge.language.labels import labels
from epubforge.model.book import (
    Content,
    ContentsPage,
    CopyrightPage,
    CoverPage,
    Page,
    PlacedPicture,
    TitlePage,
)
from epubforge.model.page_type import PAGE_TYPES
from epubforge.model.project import GenerateSettings, Project

CONTENTS_HREF = "nav.xhtml"
_LONGEST_ALT = 120
_ORDER = {"cover": 0, "halftitlepage": 1, "titlepage": 2, "copyright-page": 3, "toc": 4}


def with_front(
    project: Project, chapters: Sequence[Page], cover: PlacedPicture | None, names: Names
) -> tuple[Page, ...]:
    """The chapters with the made pages before them: cover, title page, copyright page, contents.

    A chapter of such a type stands for the made page, wherever it is; made pages stand among the
    chapters of these types that open the book in the order that books have. No cover is made for
    a shop that puts the cover's picture before the book by itself.
    """
    there = {page.epub_type for page in chapters}
    made = [page for page in _made(project, cover, names) if page.epub_type not in there]
    opening = list(takewhile(lambda page: page.epub_type in _ORDER, chapters))
    front = list(opening)
    for page in made:
        front.insert(_position(page, front), page)
    return (*front, *chapters[len(opening) :])


def _made(project: Project, cover: PlacedPicture | None, names: Names) -> list[Page]:
    generate: GenerateSettings = project.settings.contents.generate
    words = labels(project.metadata.language)
    made: list[tuple[str, str, Content]] = []
    if generate.cover and cover is not None and project.profile.cover_page:
        alt = f"{words['cover']}: {_cover_words(project)}"
        made.append(("cover", words["cover"], CoverPage(cover, alt)))
    if generate.titlepage:
        made.append(("titlepage", words["titlepage"], TitlePage()))
    if generate.copyright:
        made.append(("copyright-page", words["copyright"], CopyrightPage()))
    pages = [_page(project, names, *row) for row in made]
    language = project.metadata.language
    return [
        *pages,
        Page(CONTENTS_HREF, words["contents"], language, "front", "toc", "doc-toc", ContentsPage()),
    ]


def _cover_words(project: Project) -> str:
    """The title; of a cover that is drawn all that stands on it, as far as a shop's limit goes."""
    metadata = project.metadata
    if project.cover is not None:
        return metadata.title
    names = [creator.name for creator in metadata.creators]
    said = ""
    for text in (metadata.title, metadata.subtitle, *names, metadata.publisher):
        longer = f"{said}, {text}" if said else text
        if text and longer and (not said or len(longer) <= _LONGEST_ALT):
            said = longer
    return said


def _page(project: Project, names: Names, kind: str, title: str, content: Content) -> Page:
    name = "copyright" if kind == "copyright-page" else kind
    href = f"text/{names.give(name, name)}.xhtml"
    row = PAGE_TYPES[kind]
    return Page(href, title, project.metadata.language, "front", row.epub_type, row.role, content)


def _position(page: Page, front: Sequence[Page]) -> int:
    rank = _ORDER[page.epub_type or ""]
    later = (i for i, other in enumerate(front) if _ORDER[other.epub_type or ""] > rank)
    return next(later, len(front))
