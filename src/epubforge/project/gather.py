"""A folder of pictures anywhere on the disk turned into those that can be a book's plates."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from epubforge.codec.flaws import PictureError
from epubforge.codec.original import open_original
from epubforge.project.manuscript import title_of
from epubforge.project.natural import matching, natural, nfc
from epubforge.project.pictures import DEEPEST, is_picture

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f\ufffd"*:<>?\\|]+')
"""What a name may not hold on some system or other, and what is no letter at all."""
_MADE_BY_SERVERS = frozenset({"@eaDir", "__MACOSX", "#recycle", "lost+found"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """A picture that can be a plate."""

    location: Path
    name: str
    """What it is called in the project, with `/` below sub-folders: unlike all others in any
    case and Unicode form, and never with an underscore before it, as cameras write it."""
    group: str
    """The title of the sub-folder that it lies in; empty in the folder itself."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """The pictures of a folder in natural order, and what was left out, with the reason."""

    pictures: tuple[Gathered, ...]
    left_out: tuple[tuple[Path, str], ...] = ()


def gather(folder: Path, apart: Path) -> Gathering:
    """The pictures of a folder and its sub-folders; each is looked into, none is changed.

    A sub-folder that stands apart, where the copies go, is passed over.

    What has no picture's name is passed over in silence, as is what begins with a dot. What has
    one and cannot be used is left out with a reason that continues its path. Links to pictures
    are followed, links to folders only where they stay below this one.

    Raises:
        OSError: the folder itself cannot be read.
    """
    os.listdir(folder)
    pictures: list[Gathered] = []
    left_out: list[tuple[Path, str]] = []
    taken: set[str] = set()
    for path in _files(_Walk(os.path.realpath(folder), os.path.realpath(apart), left_out), folder):
        reason = _refusal(path)
        if reason:
            left_out.append((path, reason))
            continue
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        name = _unlike(_proper(relative), taken)
        pictures.append(Gathered(path, name, _group(relative)))
    return Gathering(tuple(pictures), tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where the walk began, where it does not go, and what it leaves out."""

    root: str
    apart: str
    left_out: list[tuple[Path, str]]


def _files(walk: _Walk, folder: Path, above: tuple[str, ...] = ()) -> Iterator[Path]:
    try:
        names = sorted(os.listdir(folder), key=natural)
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        walk.left_out.append((folder, f"cannot be read: {reason}"))
        return
    for name in names:
        path = folder / name
        if name[0] == "." or name in _MADE_BY_SERVERS:
            continue
        if path.is_dir():
            yield from _below(walk, path, above)
        elif is_picture(name):
            yield path


def _below(walk: _Walk, folder: Path, above: tuple[str, ...]) -> Iterator[Path]:
    real = os.path.realpath(folder)
    if real in (walk.apart, walk.root, *above) or len(above) > DEEPEST:
        return
    if folder.name[0] == "_":
        walk.left_out.append((folder, "begins with _, as folders do that are put aside"))
    elif not real.startswith(walk.root.rstrip(os.sep) + os.sep):
        walk.left_out.append((folder, "is a link to a folder somewhere else"))
    else:
        yield from _files(walk, folder, (*above, real))


def _refusal(path: Path) -> str:
    if not path.exists() and path.is_symlink():
        return "is a link that leads nowhere"
    try:
        open_original(path)
    except PictureError as flaw:
        return f"{flaw.reason} ({flaw.hint})"
    return ""


def _proper(relative: PurePosixPath) -> PurePosixPath:
    parts = [
        _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", nfc(part))).lstrip("_").rstrip(". ")
        for part in relative.parts
    ]
    return PurePosixPath(*(part or "picture" for part in parts))


def _unlike(name: PurePosixPath, taken: set[str]) -> str:
    """The name, with a number where another is called so in whatever case."""
    number, free = 1, name
    while matching(str(free)) in taken:
        number += 1
        free = name.with_name(f"{name.stem}-{number}{name.suffix}")
    taken.add(matching(str(free)))
    return str(free)


def _group(relative: PurePosixPath) -> str:
    return " / ".join(title_of(nfc(part)) for part in relative.parent.parts)
