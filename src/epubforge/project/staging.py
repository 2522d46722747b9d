"""New files put into a folder: all of them, or none; what lies there already is never changed."""

from __future__ import annotations

import filecmp
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SUFFIX = ".epubforge-tmp"
Place = Callable[[Path], None]


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A hidden folder to write the new files into, on the same disk; gone afterwards.

    Raises OSError where none can be made.
    """
    home = next(place for place in (folder, *folder.absolute().parents) if place.is_dir())
    stage = home / f".{folder.name[:80]}.{secrets.token_hex(8)}{_SUFFIX}"
    stage.mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def put_in_place(stage: Path, folder: Path) -> tuple[Path, ...]:
    """Move what was staged into the folder; returns the files that were there already with
    other content, and stay.

    Where one cannot be moved, those that were are taken back. Raises OSError, or
    NotADirectoryError where a file stands in a folder's place.
    """
    kept: list[Path] = []
    made: list[Path] = []
    try:
        for source in sorted(path for path in stage.rglob("*") if path.is_file()):
            target = folder / source.relative_to(stage)
            _make_folder(target.parent, made)
            if os.path.lexists(target):
                if not (target.is_file() and filecmp.cmp(source, target, shallow=False)):
                    kept.append(target)
            else:
                _move(source, target)
                made.append(target)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise
    return tuple(kept)


def _make_folder(folder: Path, made: list[Path]) -> None:
    if folder.is_dir():
        return
    if os.path.lexists(folder):
        raise NotADirectoryError(20, "a file stands in a folder's place", str(folder))
    _make_folder(folder.parent, made)
    folder.mkdir()
    made.append(folder)


def _move(source: Path, target: Path) -> None:
    """A link never takes the place of a file that came meanwhile; not every disk knows links."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        source.rename(target)
