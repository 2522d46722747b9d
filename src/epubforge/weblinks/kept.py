"""Addresses that were found lately, kept on the disk so that the next run need not ask again."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from epubforge.weblinks.answer import Answer, Outcome

DAY = 24 * 60 * 60
_MOST = 20_000
_VERSION = 1


def cache_file(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path:
    """Where answers are kept: in the folder that the system has for what can be lost."""
    if environment.get("XDG_CACHE_HOME"):
        folder = Path(environment["XDG_CACHE_HOME"])
    elif platform == "darwin":
        folder = home / "Library" / "Caches"
    elif platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        folder = home / ".cache"
    return folder / "epubforge" / "weblinks.json"


class Kept:
    """What was found within a day. What was not found is asked again: it may be mended."""

    def __init__(self, file: Path | None, now: float) -> None:
        self._file = file
        self._now = now
        self._found = _read(file, now) if file else {}
        self._is_changed = False

    def get(self, address: str) -> Answer | None:
        """The answer, where it is known."""
        return self._found[address][1] if address in self._found else None

    def put(self, address: str, answer: Answer) -> None:
        """Keep an answer that is worth it."""
        if answer.outcome is Outcome.FOUND:
            self._found[address] = (self._now, answer)
            self._is_changed = True

    def write(self) -> None:
        """To the disk, whole or not at all; where nothing can be written nothing is."""
        if self._file is None or not self._is_changed:
            return
        newest = sorted(self._found.items(), key=lambda pair: -pair[1][0])[:_MOST]
        rows = {address: [when, answer.said, answer.moved_to] for address, (when, answer) in newest}
        text = json.dumps({"version": _VERSION, "found": rows}, indent=0)
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            _write(self._file, text)


def _write(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(text)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read(file: Path, now: float) -> dict[str, tuple[float, Answer]]:
    """What is younger than a day; a file that is damaged, or of another version, holds nothing."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        if rows["version"] != _VERSION:
            return {}
        return {
            str(address): (float(when), Answer(Outcome.FOUND, str(said), _text(moved_to)))
            for address, (when, said, moved_to) in rows["found"].items()
            if 0 <= now - float(when) < DAY
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
