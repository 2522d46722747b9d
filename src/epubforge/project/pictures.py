"""The project's folders turned into its pictures, sounds and films: by name, none is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from epubforge.model.picture import PictureSource
from epubforge.model.project import MediaSource
from epubforge.project.inside import is_inside, shown
from epubforge.project.natural import natural
from epubforge.project.shared import Shelf

_LIST = (
    ".jpg .jpeg .jpe .jfif .png .apng .gif .webp .tif .tiff .bmp .dib .svg .avif .heic .heif .hif"
)
ENDINGS = frozenset(_LIST.split())
FOREIGN_ENDINGS = frozenset(".psd .ico .jxl .jp2 .xcf .nef .cr2 .arw .dng .raf".split())
"""Pictures that cannot be read: known, so that who names one is told what it is."""
_SOUNDS = ".mp3 .m4a .m4b .aac .ogg .oga .opus .wav .flac"
_FILMS = ".mp4 .m4v .webm .ogv .mov .mkv"
MEDIA_ENDINGS = frozenset(f"{_SOUNDS} {_FILMS}".split())
"""Which of them may be in a book is not decided here: what is not there cannot be spoken of."""
DEEPEST = 12
"""Folders in folders; a project's root may be somebody's home."""

_PASSED_OVER = frozenset({"dist", "node_modules"})


S = TypeVar("S", PictureSource, MediaSource)


@dataclass(slots=True)
class Pictures:
    """Pictures by their path from the root, in NFC; and those that may not be used, and why."""

    found: dict[str, PictureSource] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    media: dict[str, MediaSource] = field(default_factory=dict)
    """Sounds and films, which are listed on the same walk."""
    foreign: dict[str, PictureSource] = field(default_factory=dict)
    """Files of pictures that cannot be read: nobody has to use them."""


def pictures_below(root: Path, folder: Path) -> Pictures:
    """Every picture, sound and film in a folder and the folders in it, in natural order.

    Names that begin with a dot are passed over in silence; links out of the root, pipes and
    their kin, and names that begin with _ are refused.
    """
    pictures = Pictures()
    for path in _files(root, folder, ()):
        _sort_in(root, path, pictures)
    return pictures


def shared_pictures(shelf: Shelf) -> Pictures:
    """Every picture, sound and film of a shared folder, by their paths from the root."""
    below = pictures_below(shelf.folder, shelf.folder)
    return Pictures(
        {shelf.named(path): _renamed(each, shelf) for path, each in below.found.items()},
        {shelf.named(path): reason for path, reason in below.refused.items()},
        {shelf.named(path): _renamed(each, shelf) for path, each in below.media.items()},
    )


def is_picture(name: str) -> bool:
    """Whether a name has the ending of a picture, in any case."""
    return os.path.splitext(name)[1].lower() in ENDINGS


def is_media(name: str) -> bool:
    """Whether a name has the ending of a sound or a film, in any case."""
    return os.path.splitext(name)[1].lower() in MEDIA_ENDINGS


def _is_foreign(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in FOREIGN_ENDINGS


def picture_at(root: Path, path: Path) -> PictureSource:
    """A picture file as the model has it.

    Raises:
        OSError: it cannot be looked at.
    """
    return PictureSource(*_facts(root, path))


def _facts(root: Path, path: Path) -> tuple[str, Path, int, int]:
    status = path.stat()
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    name = path.relative_to(root).as_posix()
    return name, real, status.st_size, status.st_mtime_ns


def _renamed(source: S, shelf: Shelf) -> S:
    return replace(source, path=shelf.named(source.path))


def _files(root: Path, folder: Path, above: tuple[str, ...]) -> Iterator[Path]:
    real = os.path.realpath(folder)
    if real in above or len(above) > DEEPEST or not is_inside(root, folder):
        return
    for path in _children(folder):
        if _is_wanted(path.name):
            yield path
        elif path.name not in _PASSED_OVER and path.name[0] != "_":
            yield from _files(root, path, (*above, real))


def _is_wanted(name: str) -> bool:
    return is_picture(name) or is_media(name) or _is_foreign(name)


def _children(folder: Path) -> list[Path]:
    """The pictures, sounds, films and folders in a folder, in natural order."""
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.name
                for entry in entries
                if entry.name[0] != "." and (_is_wanted(entry.name) or entry.is_dir())
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
        facts = _facts(root, path)
    except OSError as error:
        pictures.refused[name] = f"cannot be read: {(error.strerror or 'no reason').lower()}"
        return
    if is_picture(path.name):
        pictures.found.setdefault(name, PictureSource(*facts))
    elif _is_foreign(path.name):
        pictures.foreign.setdefault(name, PictureSource(*facts))
    else:
        pictures.media.setdefault(name, MediaSource(*facts))


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
