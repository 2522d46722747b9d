"""The picture section: the pages that open it and its groups, those of its plates, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from epubforge.compose.pictures import Gallery
from epubforge.compose.plate_places import PlacesOnPage, PlatesNode
from epubforge.language.labels import labels
from epubforge.model.book import (
    CaptionMarkup,
    Content,
    Page,
    PartPage,
    Plate,
    PlateCaptionsPage,
    PlateDescriptionsPage,
    PlateGroupPage,
    PlatePage,
)
from epubforge.model.page_type import PART
from epubforge.model.project import Plates

_LONGEST_TITLE = 80
"""Contents are skimmed: a longer caption is told there by its first words."""


def plate_pages(
    plates: Plates,
    node: PlatesNode,
    captions: Sequence[CaptionMarkup],
    language: str,
    gallery: Gallery,
) -> Iterator[Page]:
    """The pages of the picture section in order; a plate that is broken stands on none.

    Captions go with the plates by their order. What is wrong with a picture is reported at its
    row of the caption table, or at `[plates]`.
    """
    section = _Section(plates, node, captions, language, gallery)
    yield from section.pages()


@dataclass(frozen=True, slots=True)
class _Section:
    plates: Plates
    node: PlatesNode
    captions: Sequence[CaptionMarkup]
    language: str
    gallery: Gallery

    def pages(self) -> Iterator[Page]:
        words = labels(self.language)
        opening = self._page(self.node.href, self.plates.title or words["plates"], PartPage())
        yield Page(
            opening.href,
            opening.title,
            self.language,
            "body",
            PART.epub_type,
            PART.role,
            PartPage(),
        )
        made: list[PlatePage] = []
        for places, content in self._contents():
            if places.group_href:
                yield self._page(places.group_href, places.group, PlateGroupPage())
            made.append(content)
            yield self._page(places.href, self._title(content), content)
        if self.node.captions and made:
            yield self._page(self.node.captions, words["captions"], PlateCaptionsPage(tuple(made)))
        described = tuple(p for page in made for p in page.plates if is_described(p))
        if described:
            content_of = PlateDescriptionsPage(described)
            yield self._page(self.node.descriptions, words["descriptions"], content_of)

    def _contents(self) -> Iterator[tuple[PlacesOnPage, PlatePage]]:
        """The pages that show a plate; a group is opened by the first of them."""
        opened: set[str] = set()
        waiting: dict[str, str] = {}
        for places in self.node.pages:
            if places.group_href:
                waiting[places.group] = places.group_href
            shown = tuple(plate for at in places.plates if (plate := self._plate(at)))
            if not shown:
                continue
            is_first = bool(places.group) and places.group not in opened
            opened.add(places.group)
            href = waiting.pop(places.group, "")
            content = PlatePage(
                shown, self.plates.layout, self.plates.caption_place, places.group,
                is_first and not href,
            )  # fmt: skip
            yield PlacesOnPage(places.href, places.group, places.plates, href, is_first), content

    def _plate(self, at: int) -> Plate | None:
        source, markup = self.plates.plates[at], self.captions[at]
        row = source.caption
        span = row.span if row is not None else self.plates.span
        placed = None
        if source.picture is not None:
            placed = self.gallery.of(source.picture, span)
            if placed is None:
                return None
        own = labels(self.language)["plate"].format(at + 1)
        title = shorten(markup.text, _LONGEST_TITLE, placeholder="…") or own
        href = self.node.plates[at]
        return Plate(at + 1, href, placed, row, markup, span, source.path, title)

    def _title(self, page: PlatePage) -> str:
        if len(page.plates) == 1:
            return page.plates[0].title
        first, last = page.plates[0].number, page.plates[-1].number
        return labels(self.language)["plate_range"].format(f"{first}–{last}")

    def _page(self, href: str, title: str, content: Content) -> Page:
        return Page(href, title, self.language, "body", None, None, content)


def is_described(plate: Plate) -> bool:
    """Whether there is a long description of a picture that is shown."""
    return plate.placed is not None and not plate.is_decorative and bool(plate.markup.longdesc)
