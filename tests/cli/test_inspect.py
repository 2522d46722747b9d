"""`epubforge inspect` as it is typed: formats, files, refusals, hostile books."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from checks.finished_books import write_book
from checks.test_hostile import HOSTILE
from conftest import Command, WriteProject
from package.broken import BROKEN
from report.inspection.book import small_book

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
REFUSED = {
    "empty": "is empty",
    "too short": "has only 4 bytes",
    "no zip": "is not an EPUB: it does not begin like a zip archive",
    "cut short": "is damaged",
    "no container.xml": "is no EPUB: it has no META-INF/container.xml",
    "no rootfile": "is no EPUB: META-INF/container.xml names no package document",
    "no package": "its package document is missing",
    "package not well-formed": "its package document is missing, or is no well-formed XML",
}


def test_a_book(epubforge: Command, tmp_path: Path) -> None:
    """Text for people, as wide as the terminal says; the exit code is 0."""
    done = epubforge("inspect", small_book(tmp_path).name, COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    expected = Path(__file__).parent.parent / "report/inspection/small.txt"
    assert done.stdout == expected.read_text(encoding="utf-8")


def test_json(epubforge: Command, tmp_path: Path) -> None:
    """stdout is one JSON object and nothing else."""
    done = epubforge("inspect", small_book(tmp_path).name, "--format", "json")
    told = json.loads(done.stdout)
    assert (told["schema_version"], told["file"]) == (1, "small.epub")
    assert told["accessibility"]["card"]["hazards"] == ["No hazards"]


@pytest.mark.parametrize(
    ("name", "more", "is_json"),
    [("a.json", [], True), ("a.txt", [], False), ("a.txt", ["--format", "json"], True)],
)
def test_output(name: str, more: list[str], is_json: bool, epubforge: Command,
                tmp_path: Path) -> None:  # fmt: skip
    """The file has it in the format that is asked for, else that its name says; the screen has
    the text."""
    done = epubforge("inspect", small_book(tmp_path).name, "--output", name, *more)
    assert done.returncode == 0
    assert done.stdout.startswith("A test\n")
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.startswith("{" if is_json else "A test\n")


def test_output_that_cannot_be_written(epubforge: Command, tmp_path: Path) -> None:
    """It is refused by name."""
    done = epubforge("inspect", small_book(tmp_path).name, "--output", "no/such/folder.json")
    assert done.returncode == 2
    assert "nothing can be written to" in done.stderr


def test_quiet(epubforge: Command, tmp_path: Path) -> None:
    """Nothing is said of what is not wrong."""
    done = epubforge("inspect", "-q", small_book(tmp_path).name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_book_of_ours(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """What a build made: numbers, contents, and the card that its own metadata gives."""
    root = project({"manuscript/1.md": "# One\n\nThree words here.\n\n## Two\n\nMore.\n"})
    assert epubforge("build", root, "-o", tmp_path / "a.epub").returncode == 0
    told = json.loads(epubforge("inspect", "a.epub", "--format", "json").stdout)
    assert told["metadata"]["titles"][0]["text"] == "A book"
    (one,) = told["contents"]["toc"]
    assert (one["title"], [each["title"] for each in one["children"]]) == ("One", ["Two"])
    card = told["accessibility"]["card"]
    assert card["ways_of_reading"][0] == "Appearance can be modified"
    assert card["ways_of_reading"][1] == "Readable in read aloud or dynamic braille"
    assert told["unread"] == []


@pytest.mark.parametrize("name", BROKEN, ids=BROKEN)
def test_broken_containers(name: str, epubforge: Command, tmp_path: Path) -> None:
    """One sentence and exit 2 where there is no book; else the book, and that something is
    wrong with its container."""
    (tmp_path / "a.epub").write_bytes(BROKEN[name][0]())
    done = epubforge("inspect", "a.epub")
    if name in REFUSED:
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
        assert REFUSED[name] in done.stderr
    else:
        assert done.returncode == 0
        assert done.stdout.startswith("Heroes & Labour\n")


def test_what_cannot_be_read_to_its_end_is_told(epubforge: Command, tmp_path: Path) -> None:
    """Where enough of the container can be read the book is told, and that it is broken."""
    (tmp_path / "a.epub").write_bytes(BROKEN["container not well-formed"][0]())
    told = json.loads(epubforge("inspect", "a.epub", "--format", "json").stdout)
    assert [each["path"] for each in told["unread"]] == ["META-INF/container.xml"]


def test_faults_of_the_container_are_mentioned(epubforge: Command, tmp_path: Path) -> None:
    """Whoever wants to know more is told the command."""
    (tmp_path / "a.epub").write_bytes(BROKEN["mimetype last"][0]())
    done = epubforge("inspect", "a.epub")
    assert "epubforge check a.epub says which" in done.stderr


@pytest.mark.parametrize(
    ("name", "why"),
    [("nowhere.epub", "nowhere.epub cannot be opened"), ("folder.epub", "it is a folder")],
)
def test_nothing_there(name: str, why: str, epubforge: Command, tmp_path: Path) -> None:
    """One sentence that names it; exit 2."""
    (tmp_path / "folder.epub").mkdir()
    done = epubforge("inspect", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert why in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_zip_bomb(epubforge: Command, tmp_path: Path) -> None:
    """An entry that unpacks to far more than it is packed to is not unpacked."""
    with ZipFile(tmp_path / "a.epub", "w", ZIP_DEFLATED) as book:
        book.writestr("EPUB/one.xhtml", bytes(100_000_000))
    done = epubforge("inspect", "a.epub")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.epub is not opened: EPUB/one.xhtml says it unpacks to 95 MB" in done.stderr


def test_far_too_much_text(epubforge: Command, tmp_path: Path) -> None:
    """Documents are read up to a bound for all together; the others are named."""
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><p>{"word " * 3_000_000}</p></html>'
    names = ("a", "b", "c")
    item = '<item id="{0}" href="{0}.xhtml" media-type="application/xhtml+xml"/>\n'
    write_book(
        {"items": "".join(map(item.format, names)),
         "spine": "".join(f'<itemref idref="{n}"/>\n' for n in names),
         **{f"EPUB/{n}.xhtml": page for n in names}},
        tmp_path / "a.epub",
    )  # fmt: skip
    told = json.loads(epubforge("inspect", "a.epub", "--format", "json").stdout)
    assert told["counts"]["words"] == 6_000_001
    assert told["unread"] == [
        {"path": "EPUB/c.xhtml", "reason": "all texts together are far too large"}
    ]


@POSIX
def test_a_pipe_is_not_waited_for(epubforge: Command, tmp_path: Path) -> None:
    """It is no ordinary file."""
    os.mkfifo(tmp_path / "a.epub")
    done = epubforge("inspect", "a.epub")
    assert done.returncode == 2
    assert "not an ordinary file" in done.stderr


@pytest.mark.parametrize("blocks", HOSTILE.values(), ids=HOSTILE)
def test_hostile_books(blocks: dict[str, str], epubforge: Command, tmp_path: Path) -> None:
    """Told or refused, never a traceback, and nothing is written beside it."""
    write_book(blocks, tmp_path / "a.epub")
    done = epubforge("inspect", "-v", "a.epub")
    assert done.returncode in {0, 2}
    assert "Traceback" not in done.stderr
    assert "fault of ours" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["a.epub"]


def test_a_name_that_would_steer(epubforge: Command, tmp_path: Path) -> None:
    """Neither the file's name nor the book's words reach the terminal as commands."""
    name = "a\x1b[31m.epub" if sys.platform != "win32" else "a.epub"
    metadata = "<dc:creator>\u202eevil</dc:creator>"
    write_book({"metadata": metadata, "body": "<p>x</p>"}, tmp_path / name)
    done = epubforge("inspect", name, "--color", "never")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\\u202eevil" in done.stdout


def test_a_console_that_knows_ascii_alone(epubforge: Command, tmp_path: Path) -> None:
    """Nothing fails on it."""
    done = epubforge("inspect", small_book(tmp_path).name, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "30 x 20" in done.stdout


def test_help(epubforge: Command) -> None:
    """With examples."""
    done = epubforge("inspect", "--help")
    assert "epubforge inspect dist/my-book.epub" in done.stdout
    assert "inspect" in epubforge("--help").stdout
