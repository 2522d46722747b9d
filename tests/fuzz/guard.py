"""Watches over a process: nothing is written, no connection made, no memory beyond a bound."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MEGABYTE = 1 << 20
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.mkdir",
    "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "tempfile.", "shutil.", "ftplib.", "urllib.", "http.client.",
)  # fmt: skip

_state = {"closed": False}


class Forbidden(AssertionError):  # noqa: N818  it says what is the case
    """Something was tried that a check must never do."""


@contextmanager
def closed() -> Iterator[None]:
    """Whatever is inside may compute and read."""
    _state["closed"] = True
    try:
        yield
    finally:
        _state["closed"] = False


def watch() -> None:
    """Set up the watch, for the life of this process."""
    sys.addaudithook(_seen)


def bound_memory(megabytes: int) -> None:
    """No more than that beyond what the process has; where the system knows how."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def _seen(event: str, arguments: tuple[object, ...]) -> None:
    if not _state["closed"]:
        return
    if event == "open":
        path, mode, flags = arguments
        writes = isinstance(flags, int) and flags & _WRITES
        if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise Forbidden(f"{path} opened to be written")
    elif event.startswith(_FORBIDDEN):
        raise Forbidden(f"{event} {arguments}")
