"""A book's chapters and pictures, as the rules ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from epubforge.source import Span

if TYPE_CHECKING:
    from epubforge.model.book import Book, Chapter, Page, PlacedPicture, Plate
    from epubforge.model.document import PictureUse


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture where the reader meets it: in a chapter's text or as a plate."""

    name: str
    """From the project's root where the file is known, else as the manuscript has it."""
    alt: str
    is_decorative: bool
    span: Span
    language: str
    """Of the page that shows it."""
    placed: PlacedPicture | None
    """None: the picture is missing or broken, which is another rule's finding."""
    use: PictureUse | None = None
    """In the text; None for a plate."""
    caption: str = ""
    """As plain text: of a plate, or of a figure in the text."""
    alt_span: Span | None = None
    """Where a plate's description stands, in the caption table; None: nowhere by itself."""
    is_in_grid: bool = False
    """A plate that shares its page with others."""

    @property
    def described(self) -> Span:
        """Where the description stands; where it has no place, that of the picture."""
        return self.alt_span or self.span


def chapters(book: Book) -> Iterator[tuple[Page, Chapter]]:
    """The chapters of the manuscript with their pages, in reading order."""
    from epubforge.model.book import Chapter

    for page in book.pages:
        if isinstance(page.content, Chapter):
            yield page, page.content


def pictures(book: Book) -> Iterator[ShownPicture]:
    """Every showing of a picture, in reading order; no cover, and nothing that is withheld."""
    from epubforge.model.book import Chapter, PlatePage

    for page in book.pages:
        match page.content:
            case Chapter() as chapter:
                yield from _in_text(page, chapter)
            case PlatePage() as plate:
                is_grid = plate.layout == "grid"
                yield from (_as_plate(page, each, is_grid) for each in plate.plates if each.placed)
            case _:
                pass


def _in_text(page: Page, chapter: Chapter) -> Iterator[ShownPicture]:
    outline = chapter.document.outline
    captions = {figure.span: figure.caption for figure in outline.numbered}
    for use, placed in zip(outline.pictures, chapter.pictures, strict=True):
        yield ShownPicture(
            name=placed.source_path if placed else use.target,
            alt=use.alt.strip(),
            is_decorative=use.decorative,
            span=use.span,
            language=page.language,
            placed=placed,
            use=use,
            caption=captions.get(use.span, "").strip(),
        )


def _as_plate(page: Page, plate: Plate, is_in_grid: bool) -> ShownPicture:
    return ShownPicture(
        name=plate.path,
        alt=plate.caption.alt.strip() if plate.caption else "",
        is_decorative=plate.is_decorative,
        span=plate.span,
        language=page.language,
        placed=plate.placed,
        caption=plate.markup.text.strip(),
        alt_span=plate.caption.spans.get("alt") if plate.caption else None,
        is_in_grid=is_in_grid,
    )
