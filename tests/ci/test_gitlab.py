"""The jobs for GitLab, their lines run in one shell, as GitLab's runner does."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ci.gitlab_job import JOBS, run
from conftest import BOOK, write_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the job's image is of Linux")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two books in a repository, the second with a dead link."""
    root = write_files(
        tmp_path / "repository",
        {
            "manuscript/book.toml": BOOK,
            "manuscript/1.md": "# One\n\nA.\n",
            "second/manuscript/book.toml": BOOK,
            "second/manuscript/1.md": "# One\n\n[a](nowhere.md)\n",
        },
    )
    subprocess.run(["git", "init", "--quiet", root], check=True)
    return root


def test_a_good_book_passes(repository: Path) -> None:
    """Both reports are written, and say that nothing was found."""
    done = run(".epubforge-check", repository)
    assert (done.returncode, done.stdout) == (0, "no findings.\n")
    reports = JOBS[".epubforge-check"]["artifacts"]["reports"]
    assert json.loads((repository / reports["codequality"]).read_text()) == []
    assert ET.parse(repository / reports["junit"]).getroot().get("failures") == "0"


def test_findings_fail_the_job_and_are_in_both_reports(repository: Path) -> None:
    """Named from the repository, as merge requests want them; the log shows them once."""
    done = run(".epubforge-check", repository, EPUBFORGE_PATHS=". second")
    assert done.returncode == 1
    assert done.stdout.count("L001 dead-link") == 1
    reports = JOBS[".epubforge-check"]["artifacts"]["reports"]
    issues = json.loads((repository / reports["codequality"]).read_text())
    assert [each["location"]["path"] for each in issues] == ["second/manuscript/1.md"]
    assert ET.parse(repository / reports["junit"]).getroot().get("failures") == "1"


def test_options_are_words_and_nothing_else(repository: Path) -> None:
    """They are cut at blanks; no pattern of names is filled in, and no command is run."""
    passed = run(".epubforge-check", repository, EPUBFORGE_OPTIONS="--fail-on never --select A,L")
    assert passed.returncode == 0
    before = sorted(repository.rglob("*.md"))
    for hostile in ("; touch PWNED", "$(touch PWNED)", "`touch PWNED`", "* -- *"):
        done = run(".epubforge-check", repository, EPUBFORGE_OPTIONS=hostile)
        assert done.returncode == 2
        done = run(".epubforge-build", repository, EPUBFORGE_PATHS=hostile)
        assert done.returncode == 2
    assert not (repository / "PWNED").exists()
    assert sorted(repository.rglob("*.md")) == before


def test_books_are_built_where_the_artifacts_are_looked_for(repository: Path) -> None:
    """Every book in its own dist, kept by one pattern."""
    done = run(".epubforge-build", repository, EPUBFORGE_PATHS=". second", EPUBFORGE_OPTIONS="-q")
    assert done.returncode == 1
    (pattern,) = JOBS[".epubforge-build"]["artifacts"]["paths"]
    books = [path.relative_to(repository).as_posix() for path in repository.glob(pattern)]
    assert sorted(books) == ["dist/a-book.epub", "second/dist/a-book.epub"]


def test_the_setting_up_puts_the_command_on_the_path() -> None:
    """Installed in an environment of its own, by the variable that a project may set."""
    made, installed, path, _ = JOBS[".epubforge"]["before_script"]
    assert made == "python3 -m venv /tmp/epubforge"
    assert installed.startswith("/tmp/epubforge/bin/pip install ")
    assert installed.endswith(' -- "$EPUBFORGE_PACKAGE"')
    assert path == 'export PATH="/tmp/epubforge/bin:$PATH"'
