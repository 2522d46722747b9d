"""Whatever a user points at gets one clear answer with the promised exit code; no traceback."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from conftest import BOOK, Command, WriteProject

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")

SETTINGS = {"manuscript/book.toml": BOOK}


def test_no_project_here(epubforge: Command, tmp_path: Path) -> None:
    """Without a project the answer is one line that says how to make one; exit 2."""
    for command in ("build", "check"):
        done = epubforge(command, tmp_path)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert "epubforge new" in done.stderr


def test_a_path_that_is_not_there(epubforge: Command, tmp_path: Path) -> None:
    """A missing folder and a missing EPUB are named; exit 1 or 2."""
    for name in ("missing", "missing.epub"):
        done = epubforge("check", tmp_path / name)
        assert done.returncode in (1, 2)
        assert name in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_an_empty_manuscript(project: WriteProject, epubforge: Command) -> None:
    """A manuscript without a chapter is one blocking finding."""
    done = epubforge("build", project(SETTINGS))
    assert done.returncode == 1
    assert done.stdout.count(" error ") == 1


@pytest.mark.parametrize(
    "settings",
    [BOOK.encode("utf-16"), BOOK.replace('"', '"\xc9', 1).encode("cp1252")],
    ids=["utf-16", "windows-1252"],
)
def test_settings_that_are_not_utf8(
    settings: bytes, project: WriteProject, epubforge: Command
) -> None:
    """Nothing can start without the settings: exit 2, as where they are not TOML."""
    root = project({"manuscript/book.toml": settings, "manuscript/1.md": "# One\n"})
    for command in ("build", "check"):
        done = epubforge(command, root)
        assert done.returncode == 2
        assert " error P002 " in done.stdout


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"# One\n\nna\xefve\n", "manuscript/1.md:3:3"),
        (b"\xff\xfe#\x00 \x00O\x00n\x00e\x00", "manuscript/1.md:1:1"),
    ],
    ids=["latin-1", "utf-16"],
)
def test_a_chapter_that_is_not_utf8(
    content: bytes, place: str, project: WriteProject, epubforge: Command
) -> None:
    """The first byte that is not UTF-8 is pointed at; no book."""
    root = project({**SETTINGS, "manuscript/1.md": content})
    done = epubforge("build", root)
    assert done.returncode == 1
    assert place in done.stdout
    assert not (root / "dist").exists()


def test_nul_bytes_do_not_reach_the_book(project: WriteProject, epubforge: Command) -> None:
    """Control characters are replaced, with a finding at the first."""
    done = epubforge("build", project({**SETTINGS, "manuscript/1.md": b"# One\n\na\x00b\x01c\n"}))
    assert done.returncode in (0, 1)
    assert "manuscript/1.md:3:2" in done.stdout
    assert "chapter" in done.stdout.splitlines()[-1]


@POSIX
def test_a_fifo_is_not_waited_for(project: WriteProject, epubforge: Command) -> None:
    """A chapter that is a FIFO is a finding; the build does not hang."""
    root = project({**SETTINGS, "manuscript/2.md": "# Two\n\nWords.\n"})
    os.mkfifo(root / "manuscript" / "1.md")
    done = epubforge("build", root)
    assert done.returncode in (1, 2)
    assert "manuscript/1.md" in done.stdout


def test_fifty_megabytes(project: WriteProject, epubforge: Command) -> None:
    """A chapter of 50 MB is refused by name, or built; never a crash."""
    root = project({**SETTINGS, "manuscript/1.md": b"# One\n\n" + b"word " * 10_000_000})
    done = epubforge("build", root)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert "manuscript/1.md" in done.stdout


BAD_PICTURES: dict[str, bytes] = {
    "empty.jpg": b"",
    "text.jpg": b"This is not a picture.\n" * 20,
    "truncated.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff",
    "bomb.png": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00"
        b"\x98\x76\x5d\x29"
    ),
    "pointer.jpg": (
        b"version https://git-lfs.github.com/spec/v1\n"
        b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
    ),
}


def test_bad_pictures_are_all_named_at_their_lines(
    project: WriteProject, epubforge: Command
) -> None:
    """Missing, empty, false and truncated pictures and bombs: each at its line, all in one run."""
    names = ["missing.jpg", *BAD_PICTURES]
    text = "# One\n\n" + "\n\n".join(f"![A miner](../images/{name})" for name in names) + "\n"
    files = {f"images/{name}": data for name, data in BAD_PICTURES.items()}
    done = epubforge("build", project({**SETTINGS, "manuscript/1.md": text, **files}))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for number, name in enumerate(names):
        line = f"manuscript/1.md:{3 + 2 * number}:1: error"
        assert any(line in row and name in row for row in done.stdout.splitlines()), name


@POSIX
@pytest.mark.parametrize("target", ["../../outside.jpg", "/etc/hostname", "../link.jpg"])
def test_nothing_outside_the_project_is_read(
    target: str, project: WriteProject, epubforge: Command
) -> None:
    """`..`, absolute paths and links that leave the project are refused at their place."""
    root = project({**SETTINGS, "manuscript/1.md": f"# One\n\n![A miner]({target})\n"})
    (root.parent / "outside.jpg").write_bytes(b"secret")
    (root / "link.jpg").symlink_to(root.parent / "outside.jpg")
    done = epubforge("build", root)
    assert done.returncode == 1
    assert "manuscript/1.md:3:1: error I00" in done.stdout
    assert not (root / "dist").exists()


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<p onclick="x()">text</p>',
        '<a href="javascript:x()">text</a>',
        "[text](javascript:x())",
        '<img src="https://example.org/x.png" alt="x">',
        "![x](https://example.org/x.png)",
        "<iframe src='x.html'></iframe>",
    ],
)
def test_what_is_unsafe_is_refused_with_its_line(
    html: str, project: WriteProject, epubforge: Command
) -> None:
    """Scripts, handlers, frames and remote pictures never reach a book."""
    root = project({**SETTINGS, "manuscript/1.md": f"# One\n\n{html}\n"})
    done = epubforge("build", root)
    assert done.returncode == 1
    assert "manuscript/1.md:3:" in done.stdout
    assert not (root / "dist").exists()


def test_ill_nested_html_is_repaired(project: WriteProject, epubforge: Command) -> None:
    """Tag soup becomes a book."""
    root = project({**SETTINGS, "manuscript/1.md": "# One\n\nA <b>bold <i>both</b> italic</i>.\n"})
    done = epubforge("build", root)
    assert done.returncode == 0, done.stdout
    assert (root / "dist" / "a-book.epub").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--nope"],
        ["build", "--jobs", "0"],
        ["check", "--format", "xml"],
        ["explain", "A999"],
        ["-C", "/no/such/folder", "build"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_exit_2(arguments: list[str], epubforge: Command) -> None:
    """Usage faults are said on stderr and end with 2."""
    done = epubforge(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_broken_settings_are_exit_2_with_every_fault_in_one_run(
    project: WriteProject, epubforge: Command
) -> None:
    """Unknown keys, wrong types and bad values are all shown with their places."""
    settings = (
        '[book]\ntitle = "A"\nlanguage = "en"\nsubtitel = "B"\nisbn = "978-3-86930-689-5"\n'
        "publisher = 5\n"
    )
    done = epubforge("check", project({"manuscript/book.toml": settings, "manuscript/1.md": "# A"}))
    assert done.returncode == 2
    assert "manuscript/book.toml:4:1: error" in done.stdout
    assert "did you mean subtitle?" in done.stdout
    assert "manuscript/book.toml:5:8: error" in done.stdout
    assert "the check digit should be 6" in done.stdout
    assert "manuscript/book.toml:6:13: error" in done.stdout


@POSIX
def test_a_name_commands_nothing(epubforge: Command, tmp_path: Path) -> None:
    """Line ends and commands in a folder's name are shown as escapes, whatever is said of it."""
    name = "a\n::error::b\x1b[31m"
    for arguments in (
        ("check", name),
        ("new", name),
        ("new", name),
        ("build", name),
        ("build", name, "-o", name),
        (name,),
    ):
        done = epubforge(*arguments)
        said = done.stdout + done.stderr
        assert "\x1b" not in said
        assert not [line for line in said.splitlines() if line.startswith("::")]


def test_a_target_without_a_name(project: WriteProject, epubforge: Command) -> None:
    """An empty variable behind -o is a mistake, not the usual place; exit 2."""
    root = project({**SETTINGS, "manuscript/1.md": "# One\n"})
    assert epubforge("build", root, "-o", "").returncode == 2
    assert not (root / "dist").exists()


def test_nothing_is_said_of_what_was_not_looked_at(epubforge: Command, tmp_path: Path) -> None:
    """Where there is no project there is no sum of findings."""
    assert "findings" not in epubforge("check", tmp_path).stdout


def test_what_cannot_be_read_is_not_called_empty(project: WriteProject, epubforge: Command) -> None:
    """Of a chapter that nobody saw only that is said, and not that it holds no text."""
    root = project({**SETTINGS, "manuscript/1.md": "# One\n", "manuscript/2.md": b" " * 50_000_000})
    (root / "manuscript" / "3.md").mkdir()
    done = epubforge("check", root)
    assert done.returncode == 1
    assert " P023 " in done.stdout
    assert " B00" not in done.stdout
