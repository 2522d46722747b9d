"""`epubforge compare` as it is typed: what it says, and what its exit code means."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from checks.finished_books import write_book
from checks.test_hostile import HOSTILE
from conftest import Command, WriteProject
from report.inspection.book import small_book

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")


def two_books(folder: Path) -> None:
    """a.epub and b.epub, which says one word otherwise."""
    write_book({"body": "<p>The coal is smoke.</p>"}, folder / "a.epub")
    write_book({"body": "<p>The coal was smoke.</p>"}, folder / "b.epub")


def test_the_same_book(epubforge: Command, tmp_path: Path) -> None:
    """Exit code 0 and one sentence."""
    shutil.copy(small_book(tmp_path), tmp_path / "b.epub")
    done = epubforge("compare", "small.epub", "b.epub")
    assert done.returncode == 0
    assert "The two books are the same, byte for byte." in done.stdout


def test_other_words(epubforge: Command, tmp_path: Path) -> None:
    """Exit code 1, and the word in its paragraph."""
    two_books(tmp_path)
    done = epubforge("compare", "a.epub", "b.epub")
    assert done.returncode == 1
    assert "     2  The coal [-is-] {+was+} smoke.\n" in done.stdout


def test_json(epubforge: Command, tmp_path: Path) -> None:
    """stdout is one JSON object and nothing else; the exit code is that of the text."""
    two_books(tmp_path)
    done = epubforge("compare", "a.epub", "b.epub", "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert (told["identical"], told["equal"]) == (False, False)
    assert (told["words_in"], told["words_out"]) == (1, 1)


def test_output_and_quiet(epubforge: Command, tmp_path: Path) -> None:
    """The report goes to its file, the screen stays empty, the exit code tells."""
    two_books(tmp_path)
    done = epubforge("compare", "-q", "a.epub", "b.epub", "--output", "changes.json")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert json.loads((tmp_path / "changes.json").read_text())["words_in"] == 1


def test_two_builds(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """An author's change, from the manuscript to what a reader will find changed."""
    root = project({"manuscript/1.md": "# One\n\nSome words.\n\n# Two\n\nA second.\n"})
    epubforge("build", root, "-o", tmp_path / "a.epub")
    epubforge("build", root, "-o", tmp_path / "b.epub")
    assert epubforge("compare", "a.epub", "b.epub").returncode == 0
    chapter = root / "manuscript/1.md"
    chapter.write_text(chapter.read_text().replace("Some words", "Some other words"))
    epubforge("build", root, "-o", tmp_path / "b.epub")
    done = epubforge("compare", "a.epub", "b.epub")
    assert done.returncode == 1
    assert "Some {+other+} words." in done.stdout
    assert "Metadata" not in done.stdout


@pytest.mark.parametrize(("one", "other"), [("a.epub", "no.epub"), ("no.epub", "a.epub")])
def test_nothing_there(one: str, other: str, epubforge: Command, tmp_path: Path) -> None:
    """The one that is missing is named; exit 2."""
    two_books(tmp_path)
    done = epubforge("compare", one, other)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no.epub cannot be opened" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@POSIX
def test_a_pipe_is_not_waited_for(epubforge: Command, tmp_path: Path) -> None:
    """Whichever of the two it is."""
    two_books(tmp_path)
    os.mkfifo(tmp_path / "pipe.epub")
    for pair in (("a.epub", "pipe.epub"), ("pipe.epub", "a.epub")):
        done = epubforge("compare", *pair)
        assert done.returncode == 2
        assert "not an ordinary file" in done.stderr


def test_one_book_is_not_enough(epubforge: Command, tmp_path: Path) -> None:
    """Usage; exit 2."""
    two_books(tmp_path)
    assert epubforge("compare", "a.epub").returncode == 2


@pytest.mark.parametrize("blocks", HOSTILE.values(), ids=HOSTILE)
def test_hostile_books(blocks: dict[str, str], epubforge: Command, tmp_path: Path) -> None:
    """Compared or refused, never a traceback."""
    two_books(tmp_path)
    write_book(blocks, tmp_path / "c.epub")
    done = epubforge("compare", "a.epub", "c.epub")
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert "fault of ours" not in done.stderr


def test_help(epubforge: Command) -> None:
    """With examples and exit codes."""
    done = epubforge("compare", "--help")
    assert "epubforge compare old.epub new.epub" in done.stdout
    assert "Exit code 0" in done.stdout
