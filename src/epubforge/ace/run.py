"""Runs Ace over one book: a file in, the bytes of its report out."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from epubforge.ace.ending import end
from epubforge.ace.tool import Tool

_BROWSER_MILLISECONDS = "60000"
"""What the browser may take to start; Ace's own five seconds are few on a machine at work."""
_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_NODE_MISSING = 127
"""What `env` ends with where there is no program of that name."""


class RunFailed(Exception):  # noqa: N818  it says what is the case
    """Ace gave no report on a book; the message says why in a few words."""


class RunTooSlow(Exception):  # noqa: N818  it says what is the case
    """Ace was stopped because it took too long over a book."""


def run(tool: Tool, book: Path, timeout: float, environment: Mapping[str, str]) -> bytes:
    """Ace's report on a book, as it wrote it.

    Raises RunFailed, or RunTooSlow after `timeout` seconds. Nothing that Ace started outlives the
    call, however it ends, and nothing that it wrote stays.
    """
    with tempfile.TemporaryDirectory(prefix="ace-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        status = _wait(tool, book, folder, timeout, _surroundings(tool, folder, environment))
        report = folder / "out" / "report.json"
        if status != 0 or not report.is_file():
            raise RunFailed(_reason(folder, status))
        return report.read_bytes()


def _wait(
    tool: Tool, book: Path, folder: Path, timeout: float, environment: Mapping[str, str]
) -> int:
    command = [tool.program, "--force", "-M", "--lang", "en", "--outdir", str(folder / "out")]
    with (folder / "stdout").open("wb") as stdout, (folder / "stderr").open("wb") as stderr:
        try:
            process = subprocess.Popen(  # noqa: S603  a list of arguments, no shell
                [*command, str(book.resolve())],
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                cwd=folder,
                env=dict(environment),
                start_new_session=True,
            )
        except OSError as error:
            raise RunFailed(f"{tool.program} does not start: {error.strerror}") from error
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise RunTooSlow from None
        finally:
            if process.returncode is None:
                end(process)


def _surroundings(tool: Tool, folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Settings that somebody made for Ace on this machine do not change what it finds."""
    told = {"ACE_TIMEOUT_INITIAL": _BROWSER_MILLISECONDS, **environment}
    told |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(folder / "home"))
    if sys.platform != "darwin":  # there the browser's socket would get too long a name
        told |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    if tool.browser is not None:
        told["PUPPETEER_EXECUTABLE_PATH"] = tool.browser
    return told


def _reason(folder: Path, status: int) -> str:
    """The first error that Ace told of, or its exit status."""
    said = (folder / "stderr").read_text(encoding="utf-8", errors="replace")
    lines = [line.strip() for line in _COLOR.sub("", said).splitlines()]
    errors = [line.removeprefix("error:").strip() for line in lines if line.startswith("error:")]
    if status == _NODE_MISSING:
        return "it needs Node.js 20 or newer, and there is none here"
    told = next((line for line in (*errors, *lines) if line), "")
    return told or f"its exit status was {status}, and it wrote no report"
