"""Plates edited from outside: their captions, descriptions and order, in the caption table."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from epubforge.diagnostics import Fix, Replacement
from epubforge.fixes.apply import Original
from epubforge.model.picture import Caption
from epubforge.model.project import PlateSource, Project
from epubforge.pipeline.caption_table import CaptionTable, EditError, toml_row_of
from epubforge.pipeline.describing import TextChange, caption_table_of
from epubforge.project.caption_writing import as_toml
from epubforge.project.inside import spelled
from epubforge.project.natural import NaturalKey, matching, natural
from epubforge.project.toml_file import read_toml

EDITABLE = ("caption", "alt")
"""Keys of a row that may be changed."""
_NEW_TABLE = "captions.toml"


def with_texts(project: Project, file: str, texts: Mapping[str, str]) -> tuple[TextChange, ...]:
    """The changes that give the plate of a picture file these texts. Raises EditError."""
    plate = next((each for each in _plates(project) if each.path == file), None)
    if plate is None:
        raise EditError(f"{file} is no plate of this book")
    path = caption_table_of(project)
    if path is None:
        return _with_new_table(project, [(_name_of(project, plate), texts)], ordered=False)
    table = _table(project, path)
    row = _row_of(plate, table.rows())
    if row is None:
        return (_change(table, table.with_rows([(_name_of(project, plate), texts)])),)
    new = {name: text for name, text in texts.items() if getattr(row, name) != text}
    return (_change(table, table.with_values(row, new)),) if new else ()


def in_order(project: Project, files: Sequence[str]) -> tuple[TextChange, ...]:
    """The changes that put the plates into the order of these files. Raises EditError.

    Rows of the table are moved; plates that have none and stand before others that have one get
    one; and the settings say that the table's order counts.
    """
    plates = {plate.path: plate for plate in _plates(project)}
    if sorted(files) != sorted(plates):
        raise EditError("these are not the plates of this book: it has changed meanwhile")
    if list(files) == list(plates):
        return ()
    wanted = [plates[file] for file in files]
    path = caption_table_of(project)
    if path is None:
        bare = [(_name_of(project, p), dict[str, str]()) for p in _before_the_rest(wanted, ())]
        return _with_new_table(project, bare, ordered=True)
    before = table = _table(project, path)
    new = [
        (_name_of(project, plate), dict[str, str]())
        for plate in _before_the_rest(wanted, table.rows())
        if _row_of(plate, table.rows()) is None
    ]
    table = table.with_rows(new) if new else table
    named = table.rows()
    moved = [row for plate in wanted if (row := _row_of(plate, named))]
    table = table.in_order(moved)
    changes = [_change(before, table)] if table.data != before.data else []
    return (*changes, *_settings_that_say(project, {"order": '"table"'}))


def undone(changes: Sequence[TextChange]) -> tuple[TextChange, ...]:
    """The same changes back; a file that was new stays, and nothing names it."""
    return tuple(
        TextChange(each.path, each.location, each.after, each.before, each.new, each.old)
        for each in reversed(changes)
        if each.before is not None
    )


def _plates(project: Project) -> tuple[PlateSource, ...]:
    return project.plates.plates if project.plates else ()


def _table(project: Project, path: str) -> CaptionTable:
    rows = (plate.caption for plate in _plates(project))
    others = {row.span.source.path for row in rows if row and "file" in row.spans} - {path}
    if others:
        raise EditError(f"this edition has a table of its own, {min(others)}: edit it by hand")
    return CaptionTable.at(project, path)


def _row_of(plate: PlateSource, rows: Sequence[Caption]) -> Caption | None:
    """The plate's row in the table as it is now."""
    told = plate.caption
    if told is not None and "file" in told.spans:
        return next((row for row in rows if row.file == told.file), None)
    name = PurePosixPath(plate.path).name
    return next((row for row in rows if row.file in {name, plate.path}), None)


def _before_the_rest(
    wanted: Sequence[PlateSource], rows: Sequence[Caption]
) -> Sequence[PlateSource]:
    """The plates up to the last one that needs a row: behind all rows, the rest follows by name."""
    count = len(wanted)
    last: NaturalKey | None = None
    while count and _row_of(wanted[count - 1], rows) is None:
        key = natural(wanted[count - 1].path)
        if last is not None and key > last:
            break
        last = key
        count -= 1
    return wanted[:count]


def _name_of(project: Project, plate: PlateSource) -> str:
    """What a row calls the file: its name alone where no other plate is called so."""
    path = PurePosixPath(plate.path)
    stems = [matching(PurePosixPath(each.path).stem) for each in _plates(project)]
    return path.name if stems.count(matching(path.stem)) < 2 else str(path)


def _change(before: CaptionTable, after: CaptionTable) -> TextChange:
    return TextChange(
        before.path, before.location, before.data, after.data, before.text, after.text
    )


def _with_new_table(
    project: Project, rows: Sequence[tuple[str, Mapping[str, str]]], *, ordered: bool
) -> tuple[TextChange, ...]:
    """A table beside the settings, which name it from now on."""
    path = str(PurePosixPath(project.settings_file.path).parent / _NEW_TABLE)
    location = project.root / path
    if location.exists():
        raise EditError(f"[plates] names no captions, and {path} is there already")
    text = as_toml(()) + "".join(f"\n{toml_row_of(file, values)}" for file, values in rows)
    keys = {"captions": f'"{path}"', **({"order": '"table"'} if ordered else {})}
    new = TextChange(path, location, None, text.encode(), "", text)
    return (new, *_settings_that_say(project, keys))


def _settings_that_say(project: Project, keys: Mapping[str, str]) -> tuple[TextChange, ...]:
    """The settings with these values of TOML in `[plates]`; no change where they say so already."""
    settings = project.settings_file
    found = spelled(project.root, settings.path)
    location = Path(os.path.realpath(found)) if found else None
    original = Original.of(settings.path, location.read_bytes()) if location else None
    file = read_toml(original.source).value if original else None
    if location is None or original is None or file is None or project.plates is None:
        raise EditError(f"{settings.path} cannot be read")
    pieces: list[Replacement] = []
    for name, value in keys.items():
        place = file.places.found.get(("plates", name))
        if place is None:
            at = original.source.text.find("\n", file.places.found["plates",].value[0])
            at = len(original.source.text) if at < 0 else at
            pieces.append(Replacement(original.source.span(at), f"\n{name} = {value}"))
        elif original.source.text[slice(*place.value)] != value:
            pieces.append(Replacement(original.source.span(*place.value), value))
    if not pieces:
        return ()
    changed = original.with_fixes([Fix(tuple(pieces))])
    try:
        tomllib.loads(changed.source.text)
    except tomllib.TOMLDecodeError as error:
        raise EditError(f"{settings.path} has no [plates] that this can be put into") from error
    return (
        TextChange(
            settings.path, location, original.data, changed.data, original.text, changed.text
        ),
    )
