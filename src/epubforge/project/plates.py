"""[plates] turned into the picture section: its pictures in order, each with its caption."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.picture import Caption, PictureSource
from epubforge.model.project import Plates, PlateSource
from epubforge.project.captions import read_captions
from epubforge.project.errors import MistakeError
from epubforge.project.globs import is_glob, pattern
from epubforge.project.inside import MISSING_FILE, file_inside, inside, leads_out, outside
from epubforge.project.kinds import Wanted
from epubforge.project.natural import matching, natural, nfc
from epubforge.project.pictures import Pictures, is_picture, pictures_below
from epubforge.project.plate_order import in_order
from epubforge.project.suggest import nearest
from epubforge.project.tables import PlatesTable
from epubforge.project.withheld import check_editions, is_withheld
from epubforge.source import Span

CAPTION_WITHOUT_PICTURE = Rule(
    "P027",
    "caption-without-picture",
    Severity.WARNING,
    """A row of the caption table belongs to no picture, or to one that has a row already.

Why it matters
    Either a picture is missing, or its name is written differently, and it has no caption.
Bad
    file = "01.jpg" for images/portraits/001.jpg
Good
    file = "001.jpg"
""",
)
PICTURE_WITHOUT_CAPTION = Rule(
    "P028",
    "picture-without-caption",
    Severity.WARNING,
    """A plate has no row in the caption table.

Why it matters
    It comes without caption and description; a reader who listens does not learn what it shows.
Bad
    images/portraits/007.jpg, and no row with file = "007.jpg"
Good
    [[picture]]
    file = "007.jpg"
    caption = "Plate 7"
    alt = "A man with a lamp on his helmet, looking to the left"
""",
)

KEY_WITHOUT_EFFECT = Rule(
    "P081",
    "plates-key-without-effect",
    Severity.WARNING,
    """A key of [plates] says something that the layout has no use for.

Why it matters
    Whoever wrote it expects a page that the book does not have.
Bad
    layout = "one-per-page"
    per_page = 4
Good
    layout = "grid"
    per_page = 4
""",
)
WITHHELD_WITHOUT_PICTURE = Rule(
    "P082",
    "withheld-without-picture",
    Severity.NOTE,
    """A row withholds a picture, and no file has its name.

Why it matters
    Nothing is wrong where there is no such file: caption and notice stand in its place. But a file
    of which the name is written differently in the table would be shown.
Bad
    file = "portrait.jpg", withheld = true, for images/portraits/041.jpg
Good
    file = "041.jpg", withheld = true
""",
)

WITHHELD_MISNAMED = Rule(
    "P085",
    "withheld-picture-misnamed",
    Severity.ERROR,
    """A row withholds a picture that is not there, and one of a similar name has no row.

Why it matters
    If that is the picture that is meant, it is in the book, and should not be.
Bad
    file = "41.jpg", withheld = true, for images/portraits/041.jpg
Good
    file = "041.jpg", withheld = true
""",
)


@dataclass(frozen=True, slots=True)
class PlatesRead:
    """The picture section, and the files that the caption table was read from."""

    plates: Plates
    pictures: Pictures
    files: tuple[Path, ...]
    withheld: tuple[PictureSource, ...] = ()
    """The files of the plates that are withheld in this edition."""


@dataclass(frozen=True, slots=True)
class ForEdition:
    """The edition that the plates are read for, and the names of all there are."""

    name: str = ""
    known: tuple[str, ...] = ()
    language: str = "en"
    """The book's, which chooses among the texts in the picture files."""


def read_plates(
    root: Path, table: PlatesTable, edition: ForEdition, reporter: Reporter
) -> PlatesRead:
    """The plates and their captions; a folder or a table that is not there is reported."""
    path, captions = _captions(root, table.captions, reporter) if table.captions else (None, None)
    missing = Reporter()
    pictures = _pictures(root, table.pictures, missing) if table.pictures else Pictures()
    if not captions or not all(is_withheld(row, edition.name) for row in captions):
        # Where all is withheld, there may be no picture at all.
        reporter.extend(missing.found)
    files = tuple(pictures.found.values())
    check_editions(captions or (), edition.known, reporter)
    matched = _matched(files, captions or (), edition.name, reporter)
    if captions is not None and table.captions:
        _report_bare(files, matched.rows, table.captions, reporter)
    _report_useless(table, reporter)
    rows = _inscribed(files, matched.rows, (edition.language, table.span), reporter)
    hidden = [is_withheld(row, edition.name) for row in rows]
    there = [
        PlateSource(None if is_hidden else file, row, file.path)
        for file, row, is_hidden in zip(files, rows, hidden, strict=True)
    ]
    home = _home(table, files)
    absent = [PlateSource(None, row, f"{home}{nfc(row.file)}") for row in matched.absent]
    section = Plates(
        in_order(there, absent, table.order),
        table.span,
        table.layout,
        table.caption_place,
        table.per_page,
        table.title,
        table.bleed,
    )
    withheld = tuple(file for file, is_hidden in zip(files, hidden, strict=True) if is_hidden)
    return PlatesRead(section, pictures, (path,) if path else (), withheld)


def _inscribed(
    files: tuple[PictureSource, ...],
    rows: list[Caption | None],
    book: tuple[str, Span],
    reporter: Reporter,
) -> list[Caption | None]:
    if not files:
        return rows
    from epubforge.project.inscribed import with_inscriptions  # most books have no plates

    return with_inscriptions(files, rows, book, reporter)


def _home(table: PlatesTable, files: Sequence[PictureSource]) -> str:
    """The folder, with `/`, in which a picture would lie that is not there."""
    if table.pictures and not is_glob(table.pictures.name):
        name = table.pictures.name.rstrip("/")
        return f"{name}/" if name not in {"", "."} else ""
    return f"{PurePosixPath(files[0].path).parent}/" if files else ""


def _report_useless(table: PlatesTable, reporter: Reporter) -> None:
    if table.per_page_span is not None and table.layout != "grid":
        message = f'plates.per_page has no use in the layout "{table.layout}"'
        hint = 'write layout = "grid", or take per_page out'
        reporter.add(KEY_WITHOUT_EFFECT.at(table.per_page_span, message, hint))


def _pictures(root: Path, wanted: Wanted, reporter: Reporter) -> Pictures:
    try:
        pictures = _globbed(root, wanted) if is_glob(wanted.name) else _in_folder(root, wanted)
    except MistakeError as mistake:
        reporter.add(mistake.diagnostic)
        return Pictures()
    if not pictures.found:
        message = f"there is no picture in {wanted.name}"
        if is_glob(wanted.name):
            message = f"no picture matches {wanted.name}"
        reporter.add(MISSING_FILE.at(wanted.span, message, "put the plates there"))
    return pictures


def _in_folder(root: Path, wanted: Wanted) -> Pictures:
    folder = inside(root, wanted)
    if not folder.is_dir():
        message = f"{wanted.name} is a file, not a folder"
        raise MistakeError(MISSING_FILE.at(wanted.span, message, "name the folder of the plates"))
    return pictures_below(root, folder)


def _globbed(root: Path, wanted: Wanted) -> Pictures:
    if leads_out(root, wanted.name, root):
        raise MistakeError(outside(wanted))
    parts = nfc(wanted.name).split("/")
    fixed = next(number for number, part in enumerate(parts) if is_glob(part))
    folder = inside(root, Wanted("/".join(parts[:fixed]) or ".", wanted.span))
    match = pattern("/".join(part for part in parts if part not in {"", "."}))
    below = pictures_below(root, folder)
    found = {path: each for path, each in below.found.items() if _is_matched(match, path)}
    refused = {path: why for path, why in below.refused.items() if _is_matched(match, path)}
    return Pictures(found, refused)


def _is_matched(match: re.Pattern[str], path: str) -> bool:
    """Whether a glob matches a picture, or a folder that it lies in."""
    return any(match.fullmatch(str(place)) for place in (path, *PurePosixPath(path).parents))


def _captions(
    root: Path, wanted: Wanted, reporter: Reporter
) -> tuple[Path | None, tuple[Caption, ...] | None]:
    """The table and its rows, each None where there is none that can be read."""
    try:
        path = file_inside(root, wanted)
    except MistakeError as mistake:
        reporter.add(mistake.diagnostic)
        return None, None
    read = read_captions(root, path)
    reporter.extend(read.found)
    return path, read.value


@dataclass(frozen=True, slots=True)
class _Matched:
    """For each picture its row or None; and the withheld rows whose pictures are not there."""

    rows: list[Caption | None]
    absent: list[Caption]


def _matched(
    plates: tuple[PictureSource, ...],
    captions: tuple[Caption, ...],
    edition: str,
    reporter: Reporter,
) -> _Matched:
    by_stem: dict[str, list[int]] = defaultdict(list)
    for position, plate in enumerate(plates):
        by_stem[_stem(plate.path)].append(position)
    matched = _Matched([None] * len(plates), [])
    for caption in captions:
        number = _number(caption.file, plates, by_stem)
        if number is None and is_withheld(caption, edition):
            matched.absent.append(caption)
        elif number is None:
            message = f"no plate is called {caption.file}"
            hint = "compare the name with the files in the folder of the plates"
            reporter.add(CAPTION_WITHOUT_PICTURE.at(caption.span, message, hint))
        elif (row := matched.rows[number]) is not None:
            message = f"{plates[number].path} has a row already; this one is not used"
            hint = "keep one row for a picture"
            reporter.add(CAPTION_WITHOUT_PICTURE.at(caption.span, message, hint))
            if is_withheld(caption, edition):
                matched.rows[number] = replace(row, withheld=True)
        else:
            matched.rows[number] = caption
    _report_absent(plates, matched, reporter)
    return matched


def _report_absent(
    plates: tuple[PictureSource, ...], matched: _Matched, reporter: Reporter
) -> None:
    """What is withheld and not there may be there under another name, and would be shown."""
    bare = {
        _stem(plate.path): nfc(plate.path)
        for plate, row in zip(plates, matched.rows, strict=True)
        if row is None
    }
    for caption in matched.absent:
        near = nearest(_stem(caption.file), bare) if bare else None
        message = f"no plate is called {caption.file}; its notice stands in its place"
        hint = "if there is a file, write its name as the disk does: it would be shown"
        if near:
            message = f"no plate is called {caption.file}, and {bare[near]} is shown"
            hint = "name the file that is withheld, or give the other one a row"
        rule = WITHHELD_MISNAMED if near else WITHHELD_WITHOUT_PICTURE
        reporter.add(rule.at(caption.span, message, hint))


def _number(
    file: str, plates: tuple[PictureSource, ...], by_stem: dict[str, list[int]]
) -> int | None:
    """The plate of that name: of several with one stem, that whose folder and ending fit too."""
    numbers = by_stem.get(_stem(file), [])
    if len(numbers) < 2:
        return numbers[0] if numbers else None
    name = "/" + matching(file.replace("\\", "/")).lstrip("./")
    ends = [number for number in numbers if f"/{matching(plates[number].path)}".endswith(name)]
    folders = [
        number
        for number in numbers
        if f"/{_bare(plates[number].path)}".endswith("/" + _bare(file).lstrip("./"))
    ]
    return (ends or folders or numbers)[0]


def _bare(path: str) -> str:
    path = matching(path.replace("\\", "/"))
    return path.rpartition(".")[0] if is_picture(path) else path


def _stem(path: str) -> str:
    return _bare(path).rpartition("/")[2]


def _report_bare(
    plates: tuple[PictureSource, ...],
    rows: list[Caption | None],
    captions: Wanted,
    reporter: Reporter,
) -> None:
    for plate, row in sorted(
        zip(plates, rows, strict=True), key=lambda pair: natural(pair[0].path)
    ):
        if row is None:
            message = f"{nfc(plate.path)} has no row in {captions.name}"
            hint = f'add one: file = "{nfc(plate.path).rpartition("/")[2]}"'
            reporter.add(PICTURE_WITHOUT_CAPTION.at(captions.span, message, hint))
