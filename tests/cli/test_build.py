"""`epubforge build`, as a user runs it: real processes, real files."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from conftest import Command, WriteProject

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals, links and users of POSIX")

FILES: dict[str, str | bytes] = {"manuscript/1.md": "# One\n\nA few words.\n"}


def test_a_build_writes_the_book_and_says_so_in_one_line(
    project: WriteProject, epubforge: Command
) -> None:
    """The book goes to dist/ under its title, and one line says what it is."""
    root = project(FILES)
    done = epubforge("build", root)
    assert done.returncode == 0, done.stderr
    line = done.stdout.splitlines()[-1]
    pattern = r".*dist/a-book\.epub: [\d.]+ [kM]B, 1 chapter, 1 picture, 4 words, [\d.]+ s"
    assert re.fullmatch(pattern, line), line
    with zipfile.ZipFile(root / "dist" / "a-book.epub") as book:
        assert book.testzip() is None
        first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_a_project_is_found_from_any_folder_inside_it(
    project: WriteProject, epubforge: Command
) -> None:
    """From inside the manuscript, by the settings file, by -C: it is the same project."""
    root = project(FILES)
    inside = root / "manuscript"
    for arguments, folder in (
        (("build",), inside),
        (("build", root / "manuscript" / "book.toml"), root.parent),
        (("-C", str(root), "build"), root.parent),
        (("build", "-C", str(root)), root.parent),
    ):
        done = epubforge(*arguments, cwd=folder)
        assert done.returncode == 0, (arguments, done.stderr)
    assert (root / "dist" / "a-book.epub").is_file()


def test_one_bad_book_does_not_stop_the_others(project: WriteProject, epubforge: Command) -> None:
    """With several projects the good ones are built and the exit code tells of the bad one."""
    root = project(
        {
            "good/manuscript/book.toml": '[book]\ntitle = "Good"\nlanguage = "en"\n',
            "good/manuscript/1.md": "# One\n\nWords.\n",
            "bad/manuscript/book.toml": '[book]\ntitle = "Bad"\nlanguage = "en"\n',
            "bad/manuscript/1.md": "# One\n\n![A miner](missing.jpg)\n",
        }
    )
    done = epubforge("build", "bad", "good", cwd=root)
    assert done.returncode == 1
    assert (root / "good" / "dist" / "good.epub").is_file()
    assert not (root / "bad" / "dist").exists()
    assert "bad/manuscript/1.md:3:1: error I001 missing-picture" in done.stdout


def test_a_book_can_go_to_stdout(project: WriteProject) -> None:
    """With -o - the book's bytes are all that stdout gets."""
    root = project(FILES)
    command = [sys.executable, "-m", "epubforge", "build", str(root), "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.startswith(b"PK\x03\x04")
    assert b"1 chapter" in done.stderr
    assert not (root / "dist").exists()


def test_json_is_all_that_stdout_gets(project: WriteProject, epubforge: Command) -> None:
    """A machine's report is pure: one JSON object, its fields as promised."""
    root = project({"manuscript/1.md": "# One\n\nSee [nowhere](#gone).\n"})
    done = epubforge("build", root, "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["summary"]["error"] == 1
    finding = next(f for f in report["findings"] if f["severity"] == "error")
    assert {k: finding[k] for k in ("file", "line", "column", "end_column", "blocking")} == {
        "file": "manuscript/1.md",
        "line": 3,
        "column": 5,
        "end_column": 21,
        "blocking": False,
    }


@POSIX
@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("images", "is a folder"),
        ("images/book.epub", "among the book's sources"),
        ("manuscript/new.epub", "among the book's sources"),
        ("manuscript/1.md", "sources"),
        ("link.epub", "sources"),
    ],
)
def test_a_book_is_never_written_over_its_sources(
    target: str, words: str, project: WriteProject, epubforge: Command
) -> None:
    """A folder, a place among the sources, a source itself, a link to one: refused, untouched."""
    root = project({**FILES, "images/a.txt": "x"})
    (root / "link.epub").symlink_to(root / "manuscript" / "1.md")
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    done = epubforge("build", root, "-o", root / target)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert {p: p.read_bytes() for p in root.rglob("*") if p.is_file()} == before


@POSIX
def test_ctrl_c_ends_with_130_and_leaves_the_old_book(project: WriteProject) -> None:
    """An interrupted build says so, exits with 130, and the old book is what it was."""
    root = project({f"manuscript/{n}.md": "# One\n\n" + "Words. " * 30_000 for n in range(60)})
    old = root / "dist" / "a-book.epub"
    old.parent.mkdir()
    old.write_bytes(b"the old book")
    process = subprocess.Popen(
        [sys.executable, "-m", "epubforge", "build", str(root)],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert b"Traceback" not in said
    assert old.read_bytes() == b"the old book"
    assert [path.name for path in old.parent.iterdir()] == ["a-book.epub"]


def test_a_killed_build_leaves_the_old_book_and_no_more_than_one_file(
    project: WriteProject, epubforge: Command
) -> None:
    """Killed at any moment: the old book or the new one, and one hidden file at most, which the
    next build removes."""
    root = project({f"manuscript/{n}.md": "# One\n\n" + "Words. " * 3_000 for n in range(12)})
    assert epubforge("build", root).returncode == 0
    book = root / "dist" / "a-book.epub"
    good = book.read_bytes()
    book.write_bytes(b"the old book")
    for step in range(12):
        process = subprocess.Popen([sys.executable, "-m", "epubforge", "build", "-q", str(root)])
        time.sleep(0.05 * step + 0.1)
        process.kill()
        process.wait()
        assert book.read_bytes() in (b"the old book", good)
        others = [path.name for path in book.parent.iterdir() if path != book]
        assert len(others) <= 1
        assert all(name.startswith(".") for name in others)
    assert epubforge("build", root).returncode == 0
    assert [path.name for path in book.parent.iterdir()] == ["a-book.epub"]
    assert book.read_bytes() == good


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_console_that_lacks_letters_shows_their_escapes(
    encoding: str, project: WriteProject
) -> None:
    """Cyrillic on a console without Cyrillic is escaped; nothing fails."""
    root = project({"manuscript/глава.md": "# Глава\n\n![](../images/нет.jpg)\n"})
    done = subprocess.run(
        [sys.executable, "-m", "epubforge", "build", str(root)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    shown = "глава.md:3:1" if encoding == "utf-8" else r"\u0433\u043b\u0430\u0432\u0430.md:3:1"
    assert shown in done.stdout.decode(encoding)


def test_jobs_do_not_change_the_bytes(project: WriteProject, epubforge: Command) -> None:
    """One worker or four: the same book, also where the text is long enough for processes."""
    text = "# One\n\n" + 'A "quoted" word and a note.[^a]\n\n[^a]: Note.\n\n' + "Words. " * 60_000
    root = project({f"manuscript/{n}.md": text for n in range(4)})
    for jobs in ("1", "4"):
        done = epubforge("build", root, "--jobs", jobs, "-o", root / f"{jobs}.epub")
        assert done.returncode == 0, done.stdout[-400:]
    assert (root / "1.epub").read_bytes() == (root / "4.epub").read_bytes()


@POSIX
def test_a_target_that_takes_no_files_is_refused_by_name(
    project: WriteProject, tmp_path: Path
) -> None:
    """An unprivileged user who may not write there is told so in one line; exit 2."""
    root = project(FILES)
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.getuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    # The first build loads every module: an unprivileged user may not read this Python's.
    code = (
        "import os, sys; from epubforge.__main__ import main; "
        f"sys.argv = ['epubforge', 'build', '-q', {str(root)!r}]; main(); "
        "os.getuid() == 0 and os.seteuid(65534); "
        f"sys.argv += ['-o', {str(locked / 'book.epub')!r}]; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2, done.stdout + done.stderr
    assert "locked/book.epub" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(locked.iterdir()) == []


def test_every_edition_is_a_book_of_its_own(project: WriteProject, epubforge: Command) -> None:
    """--edition builds one edition, --all-editions all; a wrong name is told what there is."""
    settings = (
        '[book]\ntitle = "A book"\nlanguage = "en"\nmodified = 2026-01-31T12:00:00Z\n'
        '[editions.school]\ntitle = "A school book"\n'
    )
    text = "# One\n\nWords.\n\n::: only school\nA question.\n:::\n"
    root = project({"manuscript/book.toml": settings, "manuscript/1.md": text})
    assert epubforge("build", root, "--edition", "school").returncode == 0
    assert [path.name for path in (root / "dist").iterdir()] == ["a-school-book-school.epub"]
    assert epubforge("build", root, "--all-editions").returncode == 0
    names = sorted(path.name for path in (root / "dist").iterdir())
    assert names == ["a-book.epub", "a-school-book-school.epub"]
    wrong = epubforge("build", root, "--edition", "shcool")
    assert wrong.returncode == 2
    assert "did you mean school?" in wrong.stdout + wrong.stderr
    with zipfile.ZipFile(root / "dist" / "a-book.epub") as book:
        assert not any(b"A question" in book.read(name) for name in book.namelist())
