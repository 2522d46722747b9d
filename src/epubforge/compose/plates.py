"""The picture section: a page that opens it, and a page for each plate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from epubforge.compose.pictures import Gallery
from epubforge.compose.tree import PlatesNode
from epubforge.language.labels import labels
from epubforge.model.book import CaptionMarkup, Page, PartPage, PlatePage
from epubforge.model.page_type import PART
from epubforge.model.picture import Caption, PictureSource
from epubforge.model.project import Plates
from epubforge.source import Span

_LONGEST_TITLE = 80
"""Contents are skimmed: a longer caption is told there by its first words."""


@dataclass(frozen=True, slots=True)
class _Plate:
    number: int
    href: str
    source: PictureSource
    caption: Caption | None
    markup: CaptionMarkup
    span: Span


def plate_pages(
    plates: Plates,
    node: PlatesNode,
    captions: Sequence[CaptionMarkup],
    language: str,
    gallery: Gallery,
) -> Iterator[Page]:
    """The pages of the picture section in order; a plate that is broken has none.

    Captions go with the pictures by their order. What is wrong with a picture is reported at
    its row of the caption table, or at `[plates]`.
    """
    words = labels(language)
    yield Page(node.href, words["plates"], language, "body", PART.epub_type, PART.role, PartPage())
    for plate in _plates(plates, node, captions):
        placed = gallery.of(plate.source, plate.span)
        if placed is not None:
            own = words["plate"].format(plate.number)
            title = shorten(plate.markup.text, _LONGEST_TITLE, placeholder="…") or own
            content = PlatePage(plate.number, placed, plate.caption, plate.markup, plate.span)
            yield Page(plate.href, title, language, "body", None, None, content)


def _plates(
    plates: Plates, node: PlatesNode, captions: Sequence[CaptionMarkup]
) -> Iterator[_Plate]:
    rows = zip(node.plates, plates.pictures, plates.captions, captions, strict=True)
    for number, (href, source, caption, markup) in enumerate(rows, start=1):
        span = caption.span if caption is not None else plates.span
        yield _Plate(number, href, source, caption, markup, span)
