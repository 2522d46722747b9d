"""From a publication to an EPUB file: whole, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from epubforge.model.publication import Publication
from epubforge.package.temporary import temporary_beside

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_PAUSE = 0.1


class WriteError(Exception):
    """The book cannot be written; the message says in one line which file, why, and what to do."""


def write(publication: Publication, target: Path, patience: float = 2.0) -> int:
    """Write the book to a file and say how many bytes it has.

    The target is replaced at once when everything is on the disk; until then, and whenever
    anything goes wrong, it stays as it was. Folders above it are made. A symbolic link stays, and
    what it leads to is replaced. A target that another program holds open is tried again for
    `patience` seconds. Raises WriteError.
    """
    return _write_whole(target, lambda file: _write_durably(publication, file), patience)


def write_file(content: Path, target: Path, patience: float = 2.0) -> int:
    """Copy a finished file to a target as `write` writes a book: whole or not at all.

    Raises WriteError.
    """

    def copy(file: BinaryIO) -> int:
        with content.open("rb") as finished:
            shutil.copyfileobj(finished, file)
        return _made_durable(file)

    return _write_whole(target, copy, patience)


def _write_whole(target: Path, fill: Callable[[BinaryIO], int], patience: float) -> int:
    goal = Path(os.path.realpath(target)) if os.path.islink(target) else target
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        _refuse(goal, target)
        with temporary_beside(goal) as (temporary, file):
            size = fill(file)
            if sys.platform == "win32":
                file.close()  # an open file cannot be renamed there
            _replace(temporary, goal, patience)
        _sync_folder(goal.parent)
    except OSError as error:
        raise WriteError(_explained(target, error)) from error
    return size


def write_stream(publication: Publication, stream: BinaryIO) -> int:
    """Write the book's very bytes to a stream that need not be seekable, once it is whole.

    Raises WriteError where the disk of temporary files is full or the stream refuses, and
    BrokenPipeError where nobody reads it any more.
    """
    try:
        with tempfile.TemporaryFile() as whole:
            size = _write_durably(publication, whole)
            whole.seek(0)
            shutil.copyfileobj(whole, stream)
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(_explained(Path("standard output"), error)) from error
    return size


def _refuse(goal: Path, target: Path) -> None:
    """Rename would put a book in a protected file's or a device's place without asking."""
    if goal.is_dir():
        raise WriteError(f"{target} is a folder; name a file in it, as in {target / 'book.epub'}")
    if goal.exists() and not goal.is_file():
        raise WriteError(f"{target} is not an ordinary file; write the book under another name")
    if goal.exists() and not os.access(goal, os.W_OK):
        raise WriteError(f"{target} is write-protected; allow writing to it, or use another name")


def _write_durably(publication: Publication, file: BinaryIO) -> int:
    from epubforge.package.container import ContentError, write_container

    try:
        write_container(publication, file)
    except ContentError as error:
        raise WriteError(f"{error}; build the book again") from error
    return _made_durable(file)


def _made_durable(file: BinaryIO) -> int:
    file.flush()
    os.fsync(file.fileno())
    return file.seek(0, os.SEEK_END)


def _replace(temporary: Path, goal: Path, patience: float) -> None:
    """Windows refuses while a reading program has the old book open; soon it may not."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return os.replace(temporary, goal)
        except PermissionError as error:
            if time.monotonic() >= deadline:
                raise WriteError(
                    f"{goal} cannot be replaced ({error.strerror}); "
                    "close the program that has it open, then build again"
                ) from error
            time.sleep(_PAUSE)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can. The book is there."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _explained(target: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"{target} was not written: its disk is full; make room, then build again"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{target} cannot be written: its folder takes no files from you ({error.strerror}); "
            "allow writing there, or choose another place"
        )
    return f"{target} cannot be written: {error.strerror or error}; choose another place"
