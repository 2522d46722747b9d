"""A project to the same without the pictures that may not be shown: their bytes go nowhere."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.picture import Caption, PictureSource
from epubforge.model.project import Plates, PlateSource, Project
from epubforge.project.editions import MAIN
from epubforge.project.natural import nfc
from epubforge.project.suggest import did_you_mean

UNKNOWN_EDITION = Rule(
    "P080",
    "withheld-in-unknown-edition",
    Severity.ERROR,
    """A picture is withheld in an edition that the settings do not have.

Why it matters
    A slip of the pen in the name would put a picture into a book that has no right to it, so no
    book is made until the name is right.
Bad
    withheld = ["fixd"], beside [editions.fixed]
Good
    withheld = ["fixed"]
    withheld = ["main"]
    withheld = true
""",
    blocking=True,
    configuration=True,
)
COPY_OF_WITHHELD = Rule(
    "P083",
    "copy-of-withheld-plate",
    Severity.ERROR,
    """A plate is, byte by byte, the same picture as one that is withheld.

Why it matters
    A picture without the right to show it has no right under a second name either. It is withheld
    too, with the notice in its place.
Bad
    042.jpg, a copy of 041.jpg whose row says withheld = true
Good
    Another picture, or withheld = true in both rows
""",
)
COVER_WITHHELD = Rule(
    "P084",
    "cover-withheld",
    Severity.ERROR,
    """The cover is a picture that is withheld.

Why it matters
    A cover is shown in every shop. The picture is left out of the book, and a cover is made from
    title and names, if [contents] generate does not say otherwise.
Bad
    cover = "images/portraits/041.jpg", and withheld = true in the row of 041.jpg
Good
    cover = "images/portraits/040.jpg"
    [editions.fixed]
    cover = "images/cover-fixed.jpg"
""",
)


def is_withheld(row: Caption | None, edition: str) -> bool:
    """Whether the picture may not be shown in that edition; an empty name is the main one."""
    if row is None or isinstance(row.withheld, bool):
        return row is not None and bool(row.withheld)
    names = MAIN if not edition else (edition.casefold(),)
    return any(name.casefold() in names for name in row.withheld)


def check_editions(rows: Iterable[Caption], editions: Sequence[str], reporter: Reporter) -> None:
    """Reports P080 for each name that is no edition's."""
    known = {name.casefold() for name in (*MAIN, *editions)}
    for row in rows:
        for name in row.withheld if isinstance(row.withheld, tuple) else ():
            if name.casefold() not in known:
                meant = did_you_mean(name, (MAIN[0], *editions))
                message = f"{row.file} is withheld in {name}, but no edition is called so{meant}"
                hint = "write true for all editions, or names of [editions.NAME] and main"
                reporter.add(UNKNOWN_EDITION.at(row.at("withheld"), message, hint))


def without_withheld(
    project: Project, withheld: Sequence[PictureSource], reporter: Reporter
) -> Project:
    """The project without those files and their copies, under whatever names and in any place.

    Only files of the same size are opened. Reports P083 for a plate that is a copy, and P084 for
    the cover.
    """
    if not withheld:
        return project
    plates = project.plates
    shown = plates.pictures if plates else ()
    cover = (project.cover,) if project.cover else ()
    everything = (*project.pictures.values(), *project.elsewhere.values(), *shown, *cover)
    out = _same(withheld, everything)
    if project.cover is not None and nfc(project.cover.path) in out:
        message = f"{nfc(project.cover.path)} is withheld in this edition, and cannot be its cover"
        hint = "name another picture; for one edition only, in [editions.NAME]"
        place = project.cover_span or project.settings_file.span()
        reporter.add(COVER_WITHHELD.at(place, message, hint))
        project = replace(project, cover=None, cover_span=None)
    return replace(
        project,
        pictures=_rest(project.pictures, out),
        elsewhere=_rest(project.elsewhere, out),
        plates=_plates(plates, out, reporter) if plates else None,
        withheld=out,
    )


def _same(withheld: Sequence[PictureSource], pictures: Iterable[PictureSource]) -> dict[str, str]:
    """The paths of all files that are one of the withheld, with that one's path."""
    by_size: dict[int, list[PictureSource]] = defaultdict(list)
    for each in withheld:
        by_size[each.bytes].append(each)
    named = {nfc(each.path): nfc(each.path) for each in withheld}
    digests: dict[str, str] = {}
    for picture in pictures:
        path = nfc(picture.path)
        for other in by_size.get(picture.bytes, ()) if path not in named else ():
            if _digest(picture, digests) == _digest(other, digests) != "":
                named[path] = nfc(other.path)
    return named


def _digest(source: PictureSource, known: dict[str, str]) -> str:
    if source.path not in known:
        try:
            with source.location.open("rb") as file:
                known[source.path] = hashlib.file_digest(file, "blake2b").hexdigest()
        except OSError:
            known[source.path] = ""  # what cannot be read cannot get into the book
    return known[source.path]


def _rest(
    pictures: Mapping[str, PictureSource], out: Mapping[str, str]
) -> dict[str, PictureSource]:
    return {path: each for path, each in pictures.items() if path not in out}


def _plates(plates: Plates, out: Mapping[str, str], reporter: Reporter) -> Plates:
    return replace(
        plates, plates=tuple(_plate(plate, plates, out, reporter) for plate in plates.plates)
    )


def _plate(
    plate: PlateSource, plates: Plates, out: Mapping[str, str], reporter: Reporter
) -> PlateSource:
    path = nfc(plate.path)
    if plate.picture is None or path not in out:
        return plate
    message = f"{path} is the same picture as {out[path]}, which is withheld"
    hint = "put the right picture in its place, or write withheld = true here too"
    span = plate.caption.span if plate.caption else plates.span
    reporter.add(COPY_OF_WITHHELD.at(span, message, hint))
    return replace(plate, picture=None)
