"""The hidden file that a book is written to before it takes the old one's place."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_SUFFIX = ".epubforge-tmp"
_RANDOM = "[0-9a-f]{16}"
_LONGEST_STEM = 200
"""Bytes: most file systems end a name at 255, and the token and the suffix need their own."""
_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends in a file that is not opened so."""


@contextmanager
def temporary_beside(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new hidden file beside the target, open for writing and reading, held by a lock.

    It is gone afterwards, whatever happens, unless it was renamed. What killed builds of the same
    target left behind is removed first; what a running build holds is left alone. Raises OSError
    where the folder does not take a file.
    """
    sweep(target)
    path, file = _create(target)
    try:
        with file:
            yield path, file
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def sweep(target: Path) -> None:
    """Remove the hidden files of builds of this target that are no more."""
    pattern = re.compile(re.escape(f".{_stem(target)}.") + _RANDOM + re.escape(_SUFFIX))
    try:
        names = os.listdir(target.parent)
    except OSError:
        return  # a folder may take files and not show them
    for name in filter(pattern.fullmatch, names):
        with suppress(OSError):
            _remove_unheld(target.parent / name)


def _create(target: Path) -> tuple[Path, BinaryIO]:
    """A new file that is locked and still there: a sweep may come between making and locking."""
    while True:
        path = target.parent / f".{_stem(target)}.{secrets.token_hex(8)}{_SUFFIX}"
        # Mode 0666 less the user's mask, as for any file that a program makes.
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        file = os.fdopen(descriptor, "w+b")
        if _lock(file) and path.exists():
            return path, file
        file.close()


def _stem(target: Path) -> str:
    name = os.fsencode(target.name)
    return target.name if len(name) <= _LONGEST_STEM else hashlib.sha256(name).hexdigest()[:32]


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> bool:
        """An open file cannot be removed there: being open is the lock."""
        return True

    def _remove_unheld(path: Path) -> None:
        path.unlink()

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        """Whether no sweep holds it. A network file system without locks only keeps leftovers."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _remove_unheld(path: Path) -> None:
        """A killed process holds no lock, whatever became of its number."""
        with path.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
