"""The date of the book: from the environment, the settings, Git, or the files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Project
from epubforge.project.load import Environment, load

Lines = Callable[[Outcome[Project | None]], list[str]]

PLAIN = '[book]\ntitle = "T"\nlanguage = "en"\n'
DATED = PLAIN + "modified = 2026-01-31\n"


def dated(root: Path, epoch: str | None = None) -> tuple[str, list[str]]:
    """The date, and the findings about it with their hints."""
    outcome = load(root, Environment(epoch, root / "themes"))
    assert outcome.value is not None
    told = [f"{each.rule.code} {each.message} ({each.hint})" for each in outcome.found]
    return outcome.value.modified, told


def git(root: Path, *words: str, date: int = 1_700_000_000) -> None:
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {
            f"GIT_{who}_NAME": "N", f"GIT_{who}_EMAIL": "n@example.org",
            f"GIT_{who}_DATE": f"{date} +0000",
        }  # fmt: skip
    command = ["git", "-C", str(root), "-c", "protocol.file.allow=always", *words]
    subprocess.run(command, check=True, capture_output=True, env=environment)


@pytest.fixture
def committed(project: WriteProject) -> Path:
    """A project in a repository, committed on 14 November 2023."""
    root = project({"manuscript/book.toml": PLAIN, "manuscript/1.md": "#", "notes.txt": ""})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    return root


def test_source_date_epoch_comes_first(project: WriteProject) -> None:
    """Seconds since 1970, before the settings; an empty variable says nothing."""
    root = project({"book.toml": DATED, "1.md": "#"})
    assert dated(root, "1000000000") == ("2001-09-09T01:46:40Z", [])
    assert dated(root, "") == ("2026-01-31T00:00:00Z", [])


@pytest.mark.parametrize("epoch", ["2026-01-31", "-1", "1e9", "٣", "9" * 30])
def test_a_bad_source_date_epoch(epoch: str, project: WriteProject) -> None:
    """It is a fault of the configuration, not passed over."""
    [told] = dated(project({"book.toml": DATED, "1.md": "#"}), epoch)[1]
    assert told.startswith("P030 SOURCE_DATE_EPOCH is not a number of seconds since 1970")


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2026-01-31", "2026-01-31T00:00:00Z"),
        ("2026-01-31T12:00:00", "2026-01-31T12:00:00Z"),
        ("2026-01-31 12:00:00.5Z", "2026-01-31T12:00:00Z"),
        ("2026-01-31T00:00:00+02:00", "2026-01-30T22:00:00Z"),
        ('"2026-01-31T00:00:00z"', "2026-01-31T00:00:00Z"),
    ],
)
def test_the_settings_come_second(value: str, date: str, project: WriteProject) -> None:
    """A date or a moment, brought to UTC."""
    root = project({"book.toml": f"{PLAIN}modified = {value}\n", "1.md": "#"})
    assert dated(root) == (date, [])


def test_git_comes_third(committed: Path) -> None:
    """The last commit that touched the book; other files of the repository do not count."""
    (committed / "notes.txt").write_text("x")
    git(committed, "commit", "-qam", "two", date=1_750_000_000)
    (committed / "notes.txt").write_text("y")
    (committed / "dist").mkdir()
    (committed / "dist" / "t.epub").write_text("")
    assert dated(committed) == ("2023-11-14T22:13:20Z", [])


def test_a_project_in_a_folder_of_a_repository(project: WriteProject) -> None:
    """Only what lies in the project's own folder counts; the root may be the manuscript."""
    root = project({"book.toml": PLAIN, "1.md": "#"})
    git(root.parent, "init", "-q")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "-qm", "one")
    (root.parent / "other.md").write_text("x")
    (root / "dist").mkdir()
    (root / "dist" / "t.epub").write_text("")
    assert dated(root) == ("2023-11-14T22:13:20Z", [])


def test_a_changed_project_has_the_date_of_its_files(committed: Path) -> None:
    """A work tree that is not clean gets the newest file's date, with a note what to do."""
    chapter = committed / "manuscript" / "1.md"
    chapter.write_text("changed")
    os.utime(chapter, (4_000_000_000, 4_000_000_000))
    date, [told] = dated(committed)
    assert date == "2096-10-02T07:06:40Z"
    assert told == (
        "P031 the book is dated 2096-10-02T07:06:40Z, as its newest file manuscript/1.md is: files "
        "were changed since the last commit (commit the project, set modified in [book], or set "
        "SOURCE_DATE_EPOCH)"
    )


def test_a_shallow_clone_is_told_how_to_be_a_deep_one(committed: Path, tmp_path: Path) -> None:
    """Without history Git's date is not believed; the note names fetch-depth: 0."""
    (committed / "notes.txt").write_text("x")
    git(committed, "commit", "-qam", "two")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", committed.as_uri(), str(clone))
    _, [told] = dated(clone)
    assert told.startswith("P032 the clone is shallow")
    assert "fetch-depth: 0" in told


def test_without_git_the_files_decide(
    project: WriteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No repository, no Git: the newest of settings, chapters, pictures and tables."""
    root = project({"book.toml": PLAIN, "1.md": "#", "images/a.png": ""})
    for number, name in enumerate(("book.toml", "1.md", "images/a.png")):
        os.utime(root / name, (1_000_000_000 + number,) * 2)
    assert dated(root)[0] == "2001-09-09T01:46:42Z"
    monkeypatch.setenv("PATH", str(root))
    date, [told] = dated(root)
    assert date == "2001-09-09T01:46:42Z"
    assert told.startswith("P031 ")


def test_a_date_before_1970(project: WriteProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an old archive cannot pull the date below 1970."""
    root = project({"book.toml": PLAIN, "1.md": "#"})
    monkeypatch.setenv("PATH", str(root))
    for name in ("book.toml", "1.md"):
        os.utime(root / name, (-1000, -1000))
    assert dated(root)[0] == "1970-01-01T00:00:00Z"


INCLUDING = {
    "book/book.toml": f'shared = ["../snippets"]\n{PLAIN}[markdown]\nbibliography = "refs.bib"\n',
    "book/1.md": "{{include a.md}}{{include code/x.py}}",
    "book/code/x.py": "",
    "book/refs.bib": "",
    "snippets/a.md": "",
    "snippets/b.md": "",
}


def test_what_is_included_counts(project: WriteProject) -> None:
    """A commit that touched an included text, or the bibliography, dates the book."""
    root = project({"epubforge.toml": PLAIN, **INCLUDING})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    touched = {
        "snippets/b.md": "2023-11-14T22:13:20Z",
        "snippets/a.md": "2023-11-14T22:30:00Z",
        "book/code/x.py": "2023-11-14T22:46:40Z",
        "book/refs.bib": "2023-11-14T23:03:20Z",
    }
    for number, (name, date) in enumerate(touched.items()):
        (root / name).write_text("x")
        git(root, "commit", "-qam", name, date=1_700_000_000 + 1000 * number)
        assert dated(root / "book") == (date, [])
    (root / "snippets" / "a.md").write_text("changed")
    os.utime(root / "snippets" / "a.md", (4_000_000_000, 4_000_000_000))
    date, [told] = dated(root / "book")
    assert date == "2096-10-02T07:06:40Z"
    assert "as its newest file ../snippets/a.md is: files were changed" in told


def test_a_shared_folder_outside_of_the_repository(project: WriteProject) -> None:
    """Git knows nothing of it, and still dates the rest."""
    root = project({"epubforge.toml": PLAIN, **INCLUDING}) / "book"
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    assert dated(root) == ("2023-11-14T22:13:20Z", [])
