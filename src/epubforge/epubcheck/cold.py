"""Runs EPUBCheck as a Java program of its own for each book, where no worker can be had."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec

from epubforge.epubcheck.engine import CheckFailed, CheckTooSlow
from epubforge.epubcheck.machine import options
from epubforge.epubcheck.messages import Message
from epubforge.epubcheck.tool import Cold

_FOUND_ERRORS = 1


@dataclass(frozen=True, slots=True)
class ColdEngine:
    """A Java program that is started anew for each book and writes a report as JSON."""

    tool: Cold

    def check(self, book: Path, timeout: float) -> tuple[Message, ...]:
        """As the engine promises; of equal messages only the first 25 places are told."""
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.json"
            _run(self.tool, book, report, timeout)
            try:
                read = msgspec.json.decode(report.read_bytes(), type=_Report)
            except (OSError, msgspec.DecodeError) as error:
                raise CheckFailed("it wrote no report") from error
        return tuple(m for said in read.messages for m in _messages(said, book))

    def stop(self) -> None:
        """Nothing runs between two books."""


class _Location(msgspec.Struct):
    path: str = ""
    line: int = -1
    column: int = -1


class _Said(msgspec.Struct):
    ID: str
    severity: str
    message: str
    locations: list[_Location]
    suggestion: str | None = None


class _Report(msgspec.Struct):
    messages: list[_Said]


def _run(tool: Cold, book: Path, report: Path, timeout: float) -> None:
    command = [tool.java, *options(), "-jar", str(tool.jar), str(book.resolve())]
    try:
        done = subprocess.run(  # noqa: S603  a list of arguments, no shell
            [*command, "--json", str(report)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CheckTooSlow from None
    except OSError as error:
        raise CheckFailed(f"{tool.java} does not start: {error.strerror}") from error
    if done.returncode not in (0, _FOUND_ERRORS) or b"Exception in thread" in done.stderr:
        raise CheckFailed(f"its exit status was {done.returncode}")


def _messages(said: _Said, book: Path) -> tuple[Message, ...]:
    whole_book = ("", book.name, str(book.resolve()))
    return tuple(
        Message(
            code=said.ID.replace("_", "-"),
            severity=said.severity,
            text=said.message,
            hint=said.suggestion or None,
            entry=None if place.path in whole_book else place.path,
            line=place.line if place.line > 0 else None,
            column=place.column if place.column > 0 else None,
        )
        for place in said.locations or [_Location()]
    )
