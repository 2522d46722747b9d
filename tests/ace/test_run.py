"""Ace's process, and all that it starts: how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import psutil
import pytest

from ace.conftest import FILES, FOLDERS, packed
from epubforge.ace.run import RunFailed, RunTooSlow, run
from epubforge.ace.tool import Tool, find_tool

pytestmark = [
    pytest.mark.xdist_group("ace"),
    pytest.mark.skipif(os.name == "nt", reason="the programs it is tried with are shell scripts"),
]

HANGING = """#!/bin/sh
setsid sh -c 'sleep 600 & wait' &
trap '' TERM
touch "$STARTED"
sleep 600
"""
"""A program that does not listen, and drives another in a session of its own, as a browser is."""
STARTS = """
import os, sys
from pathlib import Path
from epubforge.ace.run import run
from epubforge.ace.tool import Tool
run(Tool(sys.argv[1], None), Path(sys.argv[2]), 600, os.environ)
"""


@pytest.fixture
def marked() -> Iterator[dict[str, str]]:
    """An environment by which everything that is started in it is known."""
    environment = {**os.environ, "MARK_OF_THE_TEST": uuid4().hex}
    yield environment
    for process in started(environment):
        process.kill()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A bad book."""
    return packed(FILES, tmp_path / "bad.epub")


def many_pages() -> dict[str, str]:
    """A book that takes the browser long."""
    package, page = "EPUB one/package.opf", FILES["EPUB one/nav.xhtml"]
    names = [f"p{number}.xhtml" for number in range(100)]
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names
    )
    steps = "".join(f'<itemref idref="{name}"/>' for name in names)
    listed = FILES[package].replace("</manifest>", f"{items}</manifest>")
    listed = listed.replace("</spine>", f"{steps}</spine>")
    return {**FILES, package: listed, **{f"EPUB one/{name}": page for name in names}}


def program(folder: Path, text: str) -> Tool:
    """A program instead of Ace."""
    path = folder / "ace-cli"
    path.write_text(text)
    path.chmod(0o755)
    return Tool(str(path), None)


def started(environment: dict[str, str]) -> list[psutil.Process]:
    """What still runs of all that was started in an environment."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            mark = process.environ().get("MARK_OF_THE_TEST")
            if mark == environment["MARK_OF_THE_TEST"] and process.status() != "zombie":
                found.append(process)
    return found


def until(claim: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether a claim comes true in time."""
    end = time.monotonic() + seconds
    while not claim() and time.monotonic() < end:
        time.sleep(0.05)
    return claim()


def test_a_browser_is_ended_with_ace(tmp_path: Path, marked: dict[str, str]) -> None:
    """Ace and its browser, which has a session of its own, are gone when the time is over."""
    tool = find_tool(marked, FOLDERS)
    marked["STARTED"] = str(tmp_path / "started")
    telling = tmp_path / "browser"
    telling.write_text(f'#!/bin/sh\ntouch "$STARTED"\nexec {tool.browser} "$@"\n')
    telling.chmod(0o755)
    book = packed(many_pages(), tmp_path / "long.epub")
    for seconds in (1.5, 3, 6, 12, 24):  # until there is a browser to be ended
        with pytest.raises(RunTooSlow):
            run(replace(tool, browser=str(telling)), book, seconds, marked)
        assert until(lambda: not started(marked), 5)
        if (tmp_path / "started").exists():
            return
    pytest.fail("the browser was not started")


def test_a_program_that_does_not_listen_is_ended(
    tmp_path: Path, book: Path, marked: dict[str, str]
) -> None:
    """Asked to end it goes on; then it is ended with all that it drives, and no file stays."""
    marked["STARTED"] = str(tmp_path / "started")
    with pytest.raises(RunTooSlow):
        run(program(tmp_path, HANGING), book, 1.0, marked)
    assert (tmp_path / "started").exists()
    assert until(lambda: not started(marked), 5)


def test_an_interrupt_ends_everything(tmp_path: Path, book: Path, marked: dict[str, str]) -> None:
    """Ctrl-C leaves nothing behind either."""
    marked["STARTED"] = str(tmp_path / "started")
    tool = program(tmp_path, HANGING)
    command = [sys.executable, "-c", STARTS, tool.program, str(book)]
    running = subprocess.Popen(command, env=marked, stderr=subprocess.DEVNULL)
    assert until((tmp_path / "started").exists)
    running.send_signal(signal.SIGINT)
    assert running.wait(60) != 0
    assert until(lambda: not started(marked), 5)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("#!/bin/sh\nexit 0\n", "its exit status was 0, and it wrote no report"),
        ("#!/bin/sh\nexit 3\n", "its exit status was 3, and it wrote no report"),
        (
            '#!/bin/sh\nprintf "1\\n\\033[31merror\\033[39m:  no browser\\n" >&2\nexit 1',
            "no browser",
        ),
        ("#!/nowhere/node\n", "ace-cli does not start"),
        ("#!/usr/bin/env node-that-is-not-there\n", "it needs Node.js 20 or newer"),
    ],
    ids=["silent", "status", "error", "no interpreter", "no node"],
)
def test_why_there_is_no_report(
    tmp_path: Path, book: Path, marked: dict[str, str], text: str, why: str
) -> None:
    """The first error that it tells of, or the little that is known."""
    with pytest.raises(RunFailed, match=why):
        run(program(tmp_path, text), book, 60, marked)


def test_a_book_that_ace_cannot_read_is_told(
    tmp_path: Path, book: Path, marked: dict[str, str]
) -> None:
    """The real Ace ends with an error, whose first line is passed on."""
    bad = packed({"mimetype": "application/epub+zip"}, tmp_path / "empty.epub")
    with pytest.raises(RunFailed, match=r"\w+"):
        run(find_tool(marked, FOLDERS), bad, 120, marked)
