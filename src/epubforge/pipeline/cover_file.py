"""The shop's cover, made beside the book and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from epubforge.diagnostics import Outcome
from epubforge.images.covers.design import Words
from epubforge.images.shop_cover import FileKind, Target
from epubforge.model.picture import Picture
from epubforge.model.project import Project
from epubforge.pipeline.output import OutputError, refuse_sources

_KINDS: dict[str, FileKind] = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}


def kind_of(target: Path) -> FileKind:
    """The format that a file's ending asks for. Raises OutputError for any other."""
    kind = _KINDS.get(target.suffix.lower())
    if kind is None:
        raise OutputError(f"{target} does not say how: a cover is written as .jpg or .png")
    return kind


def refuse(target: Path, book: object, project: Project) -> None:
    """Raise OutputError where the cover would take the place of the book or of a source of it."""
    kind_of(target)
    refuse_sources(target, project)
    if isinstance(book, Path) and target.resolve() == book.resolve():
        raise OutputError(f"{target} is named for the book and for its cover; name two files")


def make(target: Path, project: Project, workshop: Path) -> Outcome[Picture | None]:
    """The cover that the shops of the project's profile take: of its picture, else drawn.

    None where it cannot be made; what is wrong with it, or with its size, is found.
    """
    from epubforge.images.shop_cover import cover_of_picture, cover_of_words

    place = project.cover_span or project.settings_file.span()
    wanted = Target(project.profile, kind_of(target), place)
    if project.cover is not None:
        return cover_of_picture(project.cover, wanted, workshop)
    return cover_of_words(cover_words(project), project.theme.cover, wanted, workshop)


def cover_words(project: Project) -> Words:
    """What stands on a cover that is drawn."""
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
