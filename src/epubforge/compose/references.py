"""References that write their own text: "Figure 3", "Chapter 2", or what a heading says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from epubforge.compose.links import Goal
from epubforge.compose.numbering import Numbers, name_of
from epubforge.compose.places import order_of_ids
from epubforge.compose.tree import ChapterNode
from epubforge.language.labels import labels
from epubforge.model.document import Heading


class Wording:
    """Knows what every place of the book is called."""

    def __init__(
        self, nodes: Iterable[ChapterNode], titles: Mapping[str, str], numbers: Numbers
    ) -> None:
        self._titles = {**titles, **{node.href: node.number or node.title for node in nodes}}
        self._numbers = numbers
        self._orders: dict[str, dict[str, int]] = {}

    def of(self, goal: Goal, language: str) -> str:
        """The text of a reference to that goal in a language; never empty.

        Things with a number are called by it, print pages too; chapters where they are numbered.
        All else is called by the heading that it stands under.
        """
        if goal.plate is not None:
            return labels(language)["plate"].format(goal.plate)
        if goal.node is None:
            return self._titles.get(goal.href, goal.href)
        return self._place(goal.node, goal.place, language)

    def _place(self, node: ChapterNode, place: str, language: str) -> str:
        outline = node.document.outline
        for thing, number in zip(outline.numbered, self._numbers[node.href], strict=True):
            if thing.id == place:
                return name_of(thing, number, language)
        for page in outline.print_pages:
            if page.id == place:
                return labels(language)["page"].format(page.label)
        heading = self._heading(node, place)
        if heading is None or heading.text == node.title:
            return self._chapter(node, language)
        return heading.text

    def _chapter(self, node: ChapterNode, language: str) -> str:
        if node.number and node.ordinal is not None:
            return labels(language)["chapter"].format(node.ordinal)
        return node.title

    def _heading(self, node: ChapterNode, place: str) -> Heading | None:
        """The heading of that id, else the last one with words before the place."""
        headings = [heading for heading in node.document.outline.headings if heading.text]
        named = next((heading for heading in headings if heading.id == place), None)
        if named is not None or not place:
            return named
        if node.href not in self._orders:
            self._orders[node.href] = order_of_ids(node.document)
        order = self._orders[node.href]
        before = [h for h in headings if order.get(h.id, 0) < order.get(place, 0)]
        return before[-1] if before else None
