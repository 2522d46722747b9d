"""The fixed layout of an edition: its faces, its plates across two pages, its pages, its fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from epubforge.diagnostics import Outcome
from epubforge.keeping import Keep, anew
from epubforge.model.book import Book, PlacedPicture, Plate, PlatePage
from epubforge.model.picture import Picture, PictureSource
from epubforge.model.profile import Viewport
from epubforge.model.project import Project
from epubforge.model.publication import Publication, Resource
from epubforge.pipeline.studio import Studio
from epubforge.pipeline.typefaces import embedded

if TYPE_CHECKING:
    from epubforge.fonts.face import Face
    from epubforge.render.fixed.plates import Halves

_WIDE = 1.2
"""How much wider than high a picture is that goes across two upright pages by itself."""


def laid_out(
    studio: Studio, viewport: Viewport, book: Book, brought: Sequence[Face], keep: Keep = anew
) -> Outcome[Publication]:
    """The publication of a book on pages of that size."""
    from epubforge.package.assemble import assemble
    from epubforge.render.fixed.lay_out import Layout, lay_out
    from epubforge.render.render import render

    project = studio.project
    bare = render(book, project.theme, keep=keep)
    faces = _faces(brought, _letters_of(bare.value, keep))
    pages = render(book, project.theme, faces, keep)
    bleed = project.plates is not None and project.plates.bleed
    layout = Layout(viewport, project.profile.spread, bleed, _halves(studio, viewport, book))
    laid = lay_out(book, pages.value, project.theme, faces, layout, keep)
    fonts = embedded(project, book, faces, laid.value.resources, keep)
    publication = assemble(book, (*laid.value.resources, *fonts.value), laid.value, keep)
    found = pages.found + laid.found + fonts.found + publication.found
    return Outcome(publication.value, found)


def _faces(brought: Sequence[Face], text: str) -> tuple[Face, ...]:
    """The project's faces, the house's, and those for letters that the house's text face lacks."""
    from epubforge.fonts.choice import edition_faces
    from epubforge.fonts.house import faces_for

    faces = list(edition_faces(brought))
    names = {face.family for face in faces}
    for bold, italic in ((False, False), (False, True), (True, False), (True, True)):
        further = faces_for(text, bold=bold, italic=italic)[1:]
        faces += [face for face in further if face.family not in names]
    return tuple(dict.fromkeys(faces))


def _letters_of(pages: Sequence[Resource], keep: Keep) -> str:
    """Each letter of the pages once."""
    letters: set[str] = set()
    for page in pages:
        if isinstance(page.content, bytes):
            letters |= keep(f"signs {page.href}", page.content, partial(_letters, page.content))
    return "".join(sorted(letters))


def _letters(content: bytes) -> frozenset[str]:
    return frozenset(content.decode())


def _halves(studio: Studio, viewport: Viewport, book: Book) -> Mapping[str, Halves]:
    from epubforge.render.fixed.plates import Halves

    project = studio.project
    plates = [plate for plate in _alone(book) if _goes_across(plate, viewport)]
    sources = [source for plate in plates for source in _source(project, plate)]
    cut = studio.halve(sources)
    taken = {placed.href for placed in book.pictures}
    return {
        source.path: Halves(
            _placed(halves[0], source.path, "left", taken),
            _placed(halves[1], source.path, "right", taken),
        )
        for source, halves in zip(sources, cut, strict=True)
        if halves is not None
    }


def _alone(book: Book) -> Iterator[Plate]:
    for page in book.pages:
        content = page.content
        if isinstance(content, PlatePage) and content.layout == "one-per-page":
            yield from content.plates


def _goes_across(plate: Plate, viewport: Viewport) -> bool:
    if plate.placed is None or plate.placed.picture.media_type not in {"image/jpeg", "image/png"}:
        return False
    spread = plate.caption.spread if plate.caption else "auto"
    if spread == "auto":
        picture = plate.placed.picture
        is_large = picture.width >= viewport.width / 2
        is_wide = picture.width >= _WIDE * picture.height
        return viewport.width < viewport.height and is_wide and is_large
    return spread == "double"


def _source(project: Project, plate: Plate) -> Iterator[PictureSource]:
    if project.plates is not None:
        for each in project.plates.plates:
            if each.picture is not None and each.path == plate.path:
                yield each.picture
                return


def _placed(picture: Picture, path: str, side: str, taken: set[str]) -> PlacedPicture:
    from epubforge.compose.names import slug

    stem, number = f"images/{slug(PurePosixPath(path).stem) or 'plate'}-{side}", 1
    href = f"{stem}{picture.extension}"
    while href in taken:
        number += 1
        href = f"{stem}-{number}{picture.extension}"
    taken.add(href)
    return PlacedPicture(href, picture, path)
