"""A folder of pictures staged as a photobook: copies, and what their files say as a table."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from epubforge.cli.progress import progress
from epubforge.cli.saying import say
from epubforge.codec.inscription.read import Inscription, read_inscription
from epubforge.model.picture import Caption
from epubforge.project.caption_writing import as_csv, as_toml
from epubforge.project.gather import Gathered, Gathering, gather
from epubforge.project.inscribed import inscribed
from epubforge.source import SourceFile

PLATES = "images/plates"
_DEFAULT = "x-default"
"""What files mark as meant for every language: the author has not said yet which the book's is."""


def stage_photobook(
    folder: Path, project: Path, stage: Path, table: str
) -> tuple[dict[str, str], list[str]]:
    """Copy the pictures and write the table; the words for the template, and what is to be said.

    Raises ClickException where there is no picture, and OSError where a copy cannot be written.
    """
    gathering = _gathered(folder, project / PLATES)
    in_place = _is_same(folder, project / PLATES)
    for path, reason in gathering.left_out:
        say(f"{path} is left out: it {reason}", err=True)
    if not gathering.pictures:
        raise click.ClickException(f"there is no picture in {folder} that can be used")
    pictures = gathering.pictures
    if not in_place:
        pictures = tuple(_free(each, project / PLATES) for each in pictures)
        _copy(pictures, stage / PLATES)
    said = [read_inscription(each.location, _DEFAULT) for each in pictures]
    rows = [_row(*each) for each in zip(pictures, said, strict=True)]
    name = f"captions.{table}"
    target = stage / "manuscript" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(as_csv(rows) if table == "csv" else as_toml(rows).encode("utf-8"))
    maker = _most_common(name for each in said for name in each.creators) or "Your Name"
    words = {
        "NAME": maker,
        "RIGHTS": _most_common(each.rights for each in said) or f"© {maker}",
        "FIRST": f"{PLATES}/{pictures[0].name}",
        "CAPTIONS": name,
    }
    return words, _said(rows, in_place)


def _gathered(folder: Path, plates: Path) -> Gathering:
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "is not there"
        raise click.ClickException(f"{folder} {what}; --pictures names a folder of pictures")
    try:
        return gather(folder, plates)
    except OSError as fault:
        raise click.ClickException(f"{folder} cannot be read: {fault.strerror}") from fault


def _is_same(folder: Path, other: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(other)


def _free(picture: Gathered, plates: Path) -> Gathered:
    """Under a name that no other picture of the project has; the same picture keeps its own."""
    name = Path(picture.name)
    number, free = 1, name
    while os.path.lexists(plates / free) and not _is_equal(picture.location, plates / free):
        number += 1
        free = name.with_name(f"{name.stem}-{number}{name.suffix}")
    return replace(picture, name=free.as_posix())


def _is_equal(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _copy(pictures: Sequence[Gathered], plates: Path) -> None:
    with progress() as tell:
        for number, picture in enumerate(pictures, 1):
            target = plates / picture.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture.location, target)
            tell("copying", number, len(pictures))


def _row(picture: Gathered, said: Inscription) -> Caption:
    """What the file says, and marked faces too: the author sees them before any reader does."""
    row = inscribed(said, picture.name, SourceFile("", "").span())
    people = row.people or said.faces
    return replace(row, file=picture.name, group=picture.group, people=people)


def _most_common(texts: Iterable[str]) -> str:
    counted = Counter(text for text in texts if text)
    return counted.most_common(1)[0][0] if counted else ""


def _said(rows: Sequence[Caption], in_place: bool) -> list[str]:
    several = f"{len(rows)} pictures" if len(rows) > 1 else "1 picture"
    captions = sum(bool(row.caption) for row in rows)
    described = sum(bool(row.alt) for row in rows)
    return [
        f"{several}{'' if in_place else ' copied'}; their files hold {captions}"
        f" caption{'' if captions == 1 else 's'} and {described}"
        f" description{'' if described == 1 else 's'}"
    ]
