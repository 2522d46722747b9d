"""The page at the end of the book that holds the notes of all chapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from epubforge.compose.places import Places, id_among_notes, moved_to_notes, relative
from epubforge.compose.tree import ChapterNode
from epubforge.language.labels import labels
from epubforge.model.book import BookNote, Chapter, NotesPage, NotesSection, Page, TocEntry
from epubforge.model.page_type import PAGE_TYPES

_BEHIND = frozenset({"bibliography", "colophon", "copyright-page", "credits", "index"})
"""Pages that stand behind the notes where a book has both."""


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """Where the notes stand, and from which number each chapter's count."""

    href: str
    first: Mapping[str, int] = field(default_factory=dict)


def note_numbers(nodes: Sequence[ChapterNode], href: str) -> NoteNumbers:
    """Numbers that run on through the whole book."""
    first: dict[str, int] = {}
    number = 1
    for node in nodes:
        first[node.href] = number
        number += len(node.document.outline.notes)
    return NoteNumbers(href, first)


def notes_page(
    nodes: Sequence[ChapterNode],
    numbers: NoteNumbers,
    language: str,
    filled: Callable[[ChapterNode, str], Chapter],
) -> Page | None:
    """The page of the notes, a section for each chapter that has any; None where none has.

    `filled` gives a chapter's fillings as they have to be on a page of that href.
    """
    sections = tuple(
        NotesSection(
            node.whole_title,
            node.language,
            filled(node, numbers.href),
            tuple(_notes(node, numbers)),
        )
        for node in nodes
        if node.document.outline.notes
    )
    if not sections:
        return None
    kind = PAGE_TYPES["endnotes"]
    title = labels(language)["notes"]
    content = NotesPage(sections)
    return Page(numbers.href, title, language, "back", kind.epub_type, kind.role, content)


def with_notes(pages: Sequence[Page], notes: Page | None) -> tuple[Page, ...]:
    """The pages with the notes behind the text, but before bibliography and index."""
    if notes is None:
        return tuple(pages)
    end = len(pages)
    while end and pages[end - 1].epub_type in _BEHIND:
        end -= 1
    return (*pages[:end], notes, *pages[end:])


def contents_with_notes(
    toc: Sequence[TocEntry], pages: Sequence[Page], notes: Page | None
) -> tuple[TocEntry, ...]:
    """The contents with a line for the notes, where they stand among the pages."""
    if notes is None:
        return tuple(toc)
    later = {page.href for page in pages[pages.index(notes) + 1 :]}
    place = next((at for at, line in enumerate(toc) if line.href in later), len(toc))
    return (*toc[:place], TocEntry(notes.title, notes.href), *toc[place:])


def _notes(node: ChapterNode, numbers: NoteNumbers) -> list[BookNote]:
    # A note may be called from another one, and the way back leads to that one then.
    places = Places((node,), numbers.href)
    return [
        BookNote(
            number,
            id_among_notes(node, note.id),
            moved_to_notes(node, note.body),
            tuple(relative(places.href(node, use), numbers.href) for use in note.uses),
            note.span,
        )
        for number, note in enumerate(node.document.outline.notes, numbers.first[node.href])
    ]
