"""`epubforge check --fix` and `--diff`, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import BOOK, Command, WriteProject

FILES: dict[str, str | bytes] = {
    "manuscript/1.md": "# One\n\nSee [two](two.md).\n\n[lost](nowhere.md)\n",
    "manuscript/part/two.md": "# Two\r\n\r\n::: note\r\n\r\nText.\r\n",
}
DIFF = """\
--- a/manuscript/1.md
+++ b/manuscript/1.md
@@ -1,5 +1,5 @@
 # One
 .
-See [two](two.md).
+See [two](part/two.md).
 .
 [lost](nowhere.md)
--- a/manuscript/part/two.md
+++ b/manuscript/part/two.md
@@ -3,3 +3,4 @@
 ::: note
 .
 Text.
+:::
""".replace(" .", " ")


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the project."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_diff_shows_what_would_change(project: WriteProject, epubforge: Command) -> None:
    """stdout is a diff and nothing else; no file changes; the exit code is that of checking."""
    root = project(FILES)
    before = contents(root)
    for options in (("--diff",), ("--fix", "--diff")):
        done = epubforge("check", *options, root)
        assert done.stdout.replace("\r", "") == DIFF
        assert done.stderr == "2 findings can be mended in 2 files.\n3 errors.\n"
        assert done.returncode == 1
    assert contents(root) == before


def test_fix_mends_and_shows_the_rest(project: WriteProject, epubforge: Command) -> None:
    """What is safe is mended; what is left is shown and counted, and makes the exit code."""
    root = project(FILES)
    before = contents(root)
    done = epubforge("check", "--fix", root)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "2 findings mended in 2 files.\nmanuscript/1.md:5:1: error L001 dead-link: nowhere.md"
    )
    assert done.stdout.endswith("\n1 error.\n")
    assert contents(root) == {
        "manuscript/1.md": before["manuscript/1.md"].replace(b"two.md", b"part/two.md"),
        "manuscript/book.toml": before["manuscript/book.toml"],
        "manuscript/part/two.md": before["manuscript/part/two.md"] + b":::\r\n",
    }


def test_nothing_to_mend(project: WriteProject, epubforge: Command) -> None:
    """A good book is left as it is, and nothing is said of mending."""
    root = project({"manuscript/1.md": "# One\n\nWords.\n"})
    done = epubforge("check", "--fix", root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "no findings.\n", "")
    done = epubforge("check", "--diff", root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no findings.\n")


def test_a_machine_gets_its_report_alone(project: WriteProject, epubforge: Command) -> None:
    """With --format json stdout is JSON of what is left; a diff beside it is refused."""
    root = project(FILES)
    done = epubforge("check", "--diff", "--format", "json", root)
    assert done.returncode == 2
    assert "--diff and --format both want stdout" in done.stderr
    done = epubforge("check", "--fix", "--format", "json", root)
    assert json.loads(done.stdout)["summary"] == {"error": 1, "warning": 0, "note": 0}
    assert done.stderr == "2 findings mended in 2 files.\n"


def test_a_finished_book_is_not_mended(project: WriteProject, epubforge: Command) -> None:
    """--fix on an EPUB is a wrong use of the command; nothing else is mended either."""
    root = project({**FILES, "a.epub": b"PK"})
    before = contents(root)
    for option in ("--fix", "--diff"):
        done = epubforge("check", option, root, root / "a.epub")
        assert done.returncode == 2
        assert "a finished book" in done.stderr
    assert contents(root) == before


def test_several_projects(project: WriteProject, epubforge: Command) -> None:
    """Files are named from where the command runs; what is no project is said so, once."""
    root = project(
        {
            "a/manuscript/book.toml": BOOK,
            "a/manuscript/1.md": "Text\n# A\n",
            "b/manuscript/book.toml": BOOK,
            "b/manuscript/1.md": "Text\n# B\n",
        }
    )
    done = epubforge("check", "--diff", "a", "b", "c", cwd=root)
    assert done.returncode == 2
    assert done.stderr.count("epubforge: ") == 1
    assert "+++ b/a/manuscript/1.md" in done.stdout
    assert "+++ b/b/manuscript/1.md" in done.stdout


def test_a_file_that_cannot_be_written(project: WriteProject, epubforge: Command) -> None:
    """A file that its owner protects is said by name; the exit code is 2."""
    root = project({"manuscript/1.md": "Text\n# A\n"})
    (root / "manuscript").chmod(0o555)
    (root / "manuscript" / "1.md").chmod(0o444)
    done = epubforge("check", "--fix", root)
    (root / "manuscript").chmod(0o755)
    if "mended" in done.stdout:
        return  # the superuser may write everywhere
    assert done.returncode == 2
    assert "epubforge: manuscript/1.md cannot be written: permission denied" in done.stderr
