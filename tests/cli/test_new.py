"""`epubforge new`: projects that build at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command


@pytest.mark.parametrize("template", ["minimal", "novel", "photobook"])
def test_a_new_project_builds_at_once(template: str, epubforge: Command, tmp_path: Path) -> None:
    """A new project's first build succeeds without an error or a warning."""
    made = epubforge("new", "my-book", "--template", template)
    assert made.returncode == 0, made.stderr
    built = epubforge("build", "my-book", "--fail-on", "warning")
    assert built.returncode == 0, built.stdout
    assert (tmp_path / "my-book" / "dist" / "my-book.epub").is_file()


def test_no_file_is_overwritten(epubforge: Command, tmp_path: Path) -> None:
    """In a folder that holds files, those stay as they are and are named."""
    chapter = tmp_path / "b" / "manuscript" / "01-first-chapter.md"
    chapter.parent.mkdir(parents=True)
    chapter.write_text("# Mine\n\nMy own words.\n")
    done = epubforge("new", "b")
    assert done.returncode == 0
    assert chapter.read_text() == "# Mine\n\nMy own words.\n"
    assert "01-first-chapter.md" in done.stdout
    assert epubforge("build", "b").returncode == 0


def test_a_file_in_the_folders_place_is_refused(epubforge: Command, tmp_path: Path) -> None:
    """A path that is a file is refused by name; exit 2."""
    (tmp_path / "b").write_text("x")
    done = epubforge("new", "b")
    assert done.returncode == 2
    assert "b is a file" in done.stderr


def test_a_file_where_a_folder_should_stand_is_refused(epubforge: Command, tmp_path: Path) -> None:
    """Nothing is called ready that is not."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "manuscript").write_text("x")
    done = epubforge("new", "b")
    assert done.returncode == 2
    assert "a file stands in a folder's place" in done.stderr
    assert "ready" not in done.stdout
