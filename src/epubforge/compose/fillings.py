"""What fills the slots of a chapter that hold text: references, labels, notes and citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from epubforge.compose.citing import Cited
from epubforge.compose.endnotes import NoteNumbers
from epubforge.compose.links import Goal
from epubforge.compose.numbering import Numbers, caption_label
from epubforge.compose.places import Places, id_among_notes, relative
from epubforge.compose.references import Wording
from epubforge.compose.tree import ChapterNode
from epubforge.model.document import Slot, SlotKind


@dataclass(frozen=True, slots=True)
class Fillings:
    """All that the slots of a chapter may ask for, known before any page is made."""

    numbers: Numbers
    wording: Wording
    places: Places
    notes: NoteNumbers
    cited: Cited

    def of(self, node: ChapterNode, goals: tuple[Goal | None, ...], page: str) -> dict[Slot, str]:
        """The fillings of a chapter's slots, as they have to be on the page of that href.

        Lists are not among them: they need the whole book.
        """
        return {
            **dict(self._references(node, goals)),
            **dict(self._labels(node)),
            **dict(self._notes(node, page)),
            **dict(self._citations(node, page)),
        }

    def _references(
        self, node: ChapterNode, goals: tuple[Goal | None, ...]
    ) -> Iterator[tuple[Slot, str]]:
        for index, (link, goal) in enumerate(zip(node.document.outline.links, goals, strict=True)):
            if link.writes_itself:
                text = self.wording.of(goal, node.language) if goal is not None else link.target
                yield Slot(SlotKind.REFERENCE, index), escape(text, quote=False)

    def _labels(self, node: ChapterNode) -> Iterator[tuple[Slot, str]]:
        things = zip(node.document.outline.numbered, self.numbers[node.href], strict=True)
        for index, (thing, number) in enumerate(things):
            label = escape(caption_label(thing, number, node.language), quote=False)
            # A blank parts the label from the caption; an equation's number has none behind it.
            behind = "" if thing.kind == "equation" else " "
            filling = f'<span class="label">{label}</span>{behind}' if label else ""
            yield Slot(SlotKind.LABEL, index), filling

    def _notes(self, node: ChapterNode, page: str) -> Iterator[tuple[Slot, str]]:
        for index, note in enumerate(node.document.outline.notes):
            href = relative(f"{self.notes.href}#{id_among_notes(node, note.id)}", page)
            yield Slot(SlotKind.NOTE_HREF, index), f' href="{escape(href)}"'
            yield Slot(SlotKind.NOTE_NUMBER, index), str(self.notes.first[node.href] + index)

    def _citations(self, node: ChapterNode, page: str) -> Iterator[tuple[Slot, str]]:
        for index in range(len(node.document.outline.citations)):
            yield Slot(SlotKind.CITATION, index), self.cited.markup(node.href, index, page)
