"""`check --external`: the book's links to the web, asked for at a host on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Command, WriteProject
from weblinks.server import Host, host

DEAD = ("L060", "warning", "manuscript/1.md")


@pytest.fixture
def web() -> Iterator[Host]:
    with host() as running:
        yield running


def chapter(web: Host) -> str:
    return (
        "# One\n\n"
        f"A [dead]({web.at('/status/404')}) link,\n"
        f"<{web.at('/moved/301/there')}> and [again]({web.at('/status/404')}).\n\n"
        f"[There]({web.at('/there')}), [Größe]({web.at('/größe')}).\n"
    )


def told(text: str) -> list[tuple[object, ...]]:
    keys = ("code", "severity", "file", "line", "column")
    return [tuple(each[key] for key in keys) for each in json.loads(text)["findings"]]


def test_links_are_found_at_their_words_in_the_manuscript(
    web: Host, project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """Every place of a link is told, and each address is asked for once; the exit code stays 0."""
    root = project({"manuscript/1.md": chapter(web)})
    arguments = ("check", root, "--external", "--external-allow", "127.0.0.1", "--format", "json")
    found = epubforge(*arguments, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (found.returncode, found.stderr) == (0, "")
    lines = chapter(web).splitlines()
    assert told(found.stdout) == [
        (*DEAD, 3, lines[2].index("http") + 1),
        ("L062", "note", "manuscript/1.md", 4, lines[3].index("http") + 1),
        (*DEAD, 4, lines[3].rindex("http") + 1),
        (*DEAD, 6, lines[5].rindex("http") + 1),
    ]
    assert web.lines.count("GET /status/404") == 1
    web.asked.clear()
    epubforge(*arguments, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert sorted({path for _, path, _ in web.asked}) == ["/gr%C3%B6%C3%9Fe", "/status/404"]


def test_without_the_option_nobody_is_asked(
    web: Host, project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """Neither a check nor a build uses the network."""
    root = project({"manuscript/1.md": chapter(web)})
    book = tmp_path / "book.epub"
    assert epubforge("build", root, "-o", book).returncode == 0
    assert epubforge("check", root, book).returncode == 0
    assert web.asked == []


def test_a_strangers_book_makes_nobody_knock_inside(
    web: Host, project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """Links to this machine are told of, and not followed."""
    root = project({"manuscript/1.md": chapter(web)})
    book = tmp_path / "book.epub"
    epubforge("build", root, "-o", book)
    found = epubforge(
        "check", book, "--external", "--format", "json", XDG_CACHE_HOME=str(tmp_path / "cache")
    )
    assert {(code, line) for code, _, _, line, _ in told(found.stdout)} == {
        ("L067", 12), ("L067", 13), ("L067", 14),
    }  # fmt: skip
    assert web.asked == []


def test_whom_to_ask_needs_asking(epubforge: Command) -> None:
    """A host is named for --external, and for nothing else."""
    found = epubforge("check", "--external-allow", "localhost")
    assert found.returncode == 2
    assert "give that too" in found.stderr
