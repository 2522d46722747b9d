"""Ends a program together with everything that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_TIME_TO_GO = 3.0
"""Seconds in which a program that was asked to end may close its browser by itself."""


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask the program to end, then end it and all its descendants.

    It must have been started in a session of its own. A browser that it drives has yet another
    one, so that signals to the program's group do not reach it: it is known as a descendant.
    """
    if sys.platform == "win32":
        _end_on_windows(process)
        return
    started = _descendants(process.pid)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_TIME_TO_GO)
    started |= _descendants(process.pid)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    for pid in started:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


def _end_on_windows(process: subprocess.Popen[bytes]) -> None:
    command = ["taskkill", "/PID", str(process.pid), "/T", "/F"]
    subprocess.run(command, capture_output=True, check=False)  # noqa: S603  a list, no shell
    process.kill()
    process.wait()


def _descendants(pid: int) -> set[int]:
    """All processes below one."""
    children: dict[int, list[int]] = {}
    for child, parent in _parents():
        children.setdefault(parent, []).append(child)
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        below = [each for each in children.get(waiting.pop(), []) if each not in found]
        found.update(below)
        waiting += below
    return found


def _parents() -> Iterator[tuple[int, int]]:
    """Each process with the one that started it."""
    if not Path("/proc/self/stat").exists():
        yield from _told_by_ps()
        return
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):  # it has ended meanwhile
                # pid (name) state parent: the name may hold anything, so its last sign counts
                rest = (folder / "stat").read_bytes().rpartition(b")")[2].split()
                yield int(folder.name), int(rest[1])


def _told_by_ps() -> Iterator[tuple[int, int]]:
    listed = subprocess.run(
        ["/bin/ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=False
    )
    for line in listed.stdout.splitlines():
        pid, parent = line.split()
        yield int(pid), int(parent)
