"""The project's folders turned into its picture files: listed by name, none opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from epubforge.model.picture import PictureSource
from epubforge.project.inside import is_inside, shown
from epubforge.project.natural import natural

_LIST = ".jpg .jpeg .jpe .png .gif .webp .tif .tiff .bmp .svg .avif .heic .heif"
ENDINGS = frozenset(_LIST.split())
DEEPEST = 12
"""Folders in folders; a project's root may be somebody's home."""

_PASSED_OVER = frozenset({"dist", "node_modules"})


@dataclass(slots=True)
class Pictures:
    """Pictures by their path from the root, in NFC; and those that may not be used, and why."""

    found: dict[str, PictureSource] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def pictures_below(root: Path, folder: Path) -> Pictures:
    """Every picture in a folder and the folders in it, in natural order.

    Names that begin with a dot are passed over in silence; links out of the root, pipes and
    their kin, and names that begin with _ are refused.
    """
    pictures = Pictures()
    for path in _files(root, folder, ()):
        _sort_in(root, path, pictures)
    return pictures


def is_picture(name: str) -> bool:
    """Whether a name has the ending of a picture, in any case."""
    return os.path.splitext(name)[1].lower() in ENDINGS


def picture_at(root: Path, path: Path) -> PictureSource:
    """A picture file as the model has it.

    Raises:
        OSError: it cannot be looked at.
    """
    status = path.stat()
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    name = path.relative_to(root).as_posix()
    return PictureSource(name, real, status.st_size, status.st_mtime_ns)


def _files(root: Path, folder: Path, above: tuple[str, ...]) -> Iterator[Path]:
    real = os.path.realpath(folder)
    if real in above or len(above) > DEEPEST or not is_inside(root, folder):
        return
    for path in _children(folder):
        if is_picture(path.name):
            yield path
        elif path.name not in _PASSED_OVER and path.name[0] != "_":
            yield from _files(root, path, (*above, real))


def _children(folder: Path) -> list[Path]:
    """The pictures and folders in a folder, in natural order."""
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.name
                for entry in entries
                if entry.name[0] != "." and (is_picture(entry.name) or entry.is_dir())
            ]
    except OSError:
        return []
    return [folder / name for name in sorted(names, key=natural)]


def _sort_in(root: Path, path: Path, pictures: Pictures) -> None:
    name = shown(root, path)
    reason = _refusal(root, path)
    if reason:
        pictures.refused[name] = reason
        return
    try:
        source = picture_at(root, path)
    except OSError as error:
        pictures.refused[name] = f"cannot be read: {(error.strerror or 'no reason').lower()}"
        return
    pictures.found.setdefault(name, source)


def _refusal(root: Path, path: Path) -> str | None:
    # Its folder is inside; asking for every file would cost more than the rest of the listing.
    if path.is_symlink() and not is_inside(root, path):
        return "is a link out of the project"
    if path.name[0] == "_":
        return "is left out: its name begins with _"
    try:
        mode = path.stat().st_mode
    except OSError:
        return "is a link that leads nowhere" if path.is_symlink() else "cannot be read"
    return None if stat.S_ISREG(mode) else "is not a regular file"
