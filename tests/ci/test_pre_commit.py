"""The hooks for pre-commit, run by pre-commit in a repository of their own.

pre-commit would install this repository into an environment of its own; here the hooks run with
what the tests run with. All else of the manifest is taken as it stands.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import yaml

from conftest import BOOK, write_files

ROOT: Final = Path(__file__).parent.parent.parent
HOOKS: Final = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


class Repository:
    """A publisher's repository, with hooks of ours."""

    def __init__(self, root: Path) -> None:
        self.root = root
        settings = {"manuscript/book.toml": BOOK, "manuscript/1.md": "# One\n\nA.\n"}
        write_files(root, {**settings, "notes.txt": "nothing of the book\n"})
        self.git("init", "--quiet")

    def git(self, *words: str) -> None:
        subprocess.run(["git", *words], cwd=self.root, check=True, capture_output=True)

    def commit(self, id_: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one hook on all that is staged, as a commit would."""
        (hook,) = (dict(hook) for hook in HOOKS if hook["id"] == id_)
        command = f'"{sys.executable}" -m {hook["entry"]}'
        hook |= {"language": "system", "entry": command, "args": list(arguments)}
        config = {"repos": [{"repo": "local", "hooks": [hook]}]}
        (self.root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        self.git("add", "--all")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color=never"],
            cwd=self.root,
            env={**os.environ, "PRE_COMMIT_HOME": str(self.root.parent / "home")},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """One small book under version control."""
    return Repository(tmp_path / "repository")


def test_a_good_book_is_committed(repository: Repository) -> None:
    """The hook runs once for the whole book, and says nothing."""
    done = repository.commit("epubforge-check")
    assert done.returncode == 0, done.stdout
    assert done.stdout.rstrip().endswith("Passed")


def test_a_bad_book_is_not(repository: Repository) -> None:
    """The findings are shown, although only the chapter beside it was changed."""
    write_files(repository.root, {"manuscript/1.md": "# One\n\n[a](2.md#none)\n"})
    write_files(repository.root, {"manuscript/2.md": "# Two\n\nB.\n"})
    done = repository.commit("epubforge-check")
    assert done.returncode == 1
    assert done.stdout.count("manuscript/1.md:3:1: error L002 dead-fragment") == 1


def test_a_book_in_a_folder_is_named_by_args(repository: Repository) -> None:
    """The hook is handed no file names: args say which books it is about."""
    files = {"b/book.toml": BOOK, "b/manuscript/1.md": "# One\n\n[a](nowhere.md)\n"}
    write_files(repository.root, files)
    assert repository.commit("epubforge-check").returncode == 0
    done = repository.commit("epubforge-check", "b")
    assert "L001 dead-link" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize("name", ["images/ada.JPG", "manuscript/book.toml", "b/2.md", "a.svg"])
def test_what_belongs_to_a_book_wakes_the_hook(repository: Repository, name: str) -> None:
    """Chapters, settings and pictures; not what is none of it."""
    repository.commit("epubforge-check")
    repository.git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "--quiet", "-mOne")
    write_files(repository.root, {"other.txt": "words\n"})
    assert "Skipped" in repository.commit("epubforge-check").stdout
    write_files(repository.root, {name: BOOK + "# more\n"})
    assert "Skipped" not in repository.commit("epubforge-check").stdout


def test_what_can_be_mended_is_mended(repository: Repository) -> None:
    """The commit waits for the author to look at what was changed; the next one passes."""
    write_files(repository.root, {"manuscript/2.md": "# Two\n\n::: note\nWords.\n"})
    done = repository.commit("epubforge-fix")
    assert "files were modified by this hook" in done.stdout
    assert (repository.root / "manuscript/2.md").read_text().endswith("Words.\n:::\n")
    assert repository.commit("epubforge-fix").returncode == 0


def test_finished_books_are_handed_to_the_hook(repository: Repository) -> None:
    """Those that are committed, all in one call."""
    assert "Skipped" in repository.commit("epubforge-epub").stdout
    write_files(repository.root, {"shelf/bad.epub": b"no book", "shelf/two.EPUB": b"none either"})
    done = repository.commit("epubforge-epub")
    assert done.returncode == 1
    assert "shelf/bad.epub" in done.stdout
    assert "shelf/two.EPUB" in done.stdout
    assert done.stdout.count("errors") == 1
