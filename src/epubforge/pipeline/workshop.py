"""A folder for prepared pictures while a book is made; gone afterwards, whatever happens."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = re.compile(r"epubforge-(\d+)-\w+")


@contextmanager
def workshop(shared: Path | None = None) -> Iterator[Path]:
    """A new folder; removed at the end, and with it what killed runs have left behind.

    One that is shared stays: it is somebody else's.
    """
    if shared is not None:
        yield shared
        return
    sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(
        prefix=f"epubforge-{os.getpid()}-", ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def sweep(parent: Path) -> None:
    """Remove the workshops of processes that are no more."""
    for folder in parent.glob("epubforge-*-*"):
        owner = NAME.fullmatch(folder.name)
        if owner and folder.is_dir() and not _alive(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    if os.name == "nt":
        # There is no harmless question to ask of a process there: leave it to the system's sweep.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
