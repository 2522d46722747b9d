"""The covers of a book that are made: the one drawn for it, and the one for shops beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from epubforge.diagnostics import Outcome
from epubforge.model.picture import Picture
from epubforge.model.project import Project
from epubforge.pipeline.memo import Memo
from epubforge.pipeline.output import OutputError, refuse_sources

if TYPE_CHECKING:
    from epubforge.images.covers.design import Words
    from epubforge.images.shop_cover import FileKind


def made_cover(project: Project, workshop: Path, memo: Memo) -> Outcome[Picture | None]:
    """The cover that is drawn for a book that has no picture and wants one."""
    if project.cover is not None or not project.settings.contents.generate.cover:
        return Outcome(None)
    from epubforge.images.cover import CoverOrder, typographic_cover
    from epubforge.images.covers.design import HEIGHT, WIDTH

    most = project.settings.pictures.most_pixels(int(WIDTH), int(HEIGHT))
    order = CoverOrder(_words(project), project.theme.cover, most)
    place = project.settings_file.span()
    # It lies in the workshop, and is gone with it.
    return memo.one(
        "cover", (order, workshop, place), lambda: typographic_cover(order, workshop, place)
    )


def shop_cover(
    target: Path | None, project: Project, book: object
) -> Callable[[Path], Outcome[Picture | None]]:
    """What makes the shop's cover in a workshop: of the book's picture, else drawn.

    None comes of it where it cannot be made. Raises OutputError at once where it may not be
    written: its ending says no format, or it would take the place of the book or of a source.
    """
    if target is None:
        return lambda _: Outcome(None)
    kind = _kind(target)
    refuse_sources(target, project)
    if isinstance(book, Path) and target.resolve() == book.resolve():
        raise OutputError(f"{target} is named for the book and for its cover; name two files")
    return lambda workshop: _made(project, kind, workshop)


def write_cover(cover: Picture, target: Path) -> None:
    """Write the shop's cover, whole or not at all. Raises WriteError."""
    from epubforge.package.write import write_file

    if isinstance(cover.content, Path):
        write_file(cover.content, target)


def _made(project: Project, kind: FileKind, workshop: Path) -> Outcome[Picture | None]:
    from epubforge.images.shop_cover import Target, cover_of_picture, cover_of_words
    from epubforge.render.theme import paper_of

    place = project.cover_span or project.settings_file.span()
    wanted = Target(project.profile, kind, place, paper_of(project.theme.folder))
    if project.cover is not None:
        return cover_of_picture(project.cover, wanted, workshop)
    return cover_of_words(_words(project), project.theme.cover, wanted, workshop)


def _kind(target: Path) -> FileKind:
    match target.suffix.lower():
        case ".jpg" | ".jpeg":
            return "JPEG"
        case ".png":
            return "PNG"
    raise OutputError(f"{target} does not say how: a cover is written as .jpg or .png")


def _words(project: Project) -> Words:
    """What stands on a cover that is drawn."""
    from epubforge.images.covers.design import Words

    metadata = project.metadata
    series = metadata.series
    return Words(
        metadata.title,
        metadata.subtitle or "",
        tuple(creator.name for creator in metadata.creators),
        f"{series.name} {series.position or ''}".strip() if series else "",
        metadata.publisher or "",
        metadata.language,
        metadata.text_direction == "rtl",
    )
