"""Which project a folder belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import WriteProject
from epubforge.project.errors import ProjectError
from epubforge.project.find import find, root_of


@pytest.mark.parametrize("start", [".", "manuscript", "manuscript/part", "manuscript/part/1.md"])
def test_a_project_is_found_from_any_place_in_it(start: str, project: WriteProject) -> None:
    """From the root, a folder below, and a file."""
    root = project({"manuscript/part/1.md": ""})
    settings = find(root / start)
    assert settings == root / "manuscript" / "book.toml"
    assert root_of(settings) == root


def test_the_order_of_preference(project: WriteProject) -> None:
    """manuscript/book.toml comes before epubforge.toml, that before book.toml."""
    names = ["manuscript/book.toml", "epubforge.toml", "book.toml"]
    for count in (1, 2, 3):
        root = project(dict.fromkeys(names[-count:], ""))
        assert find(root) == root / names[-count]
        assert root_of(find(root)) == root


def test_the_settings_file_itself(project: WriteProject) -> None:
    """A settings file names its own project, whatever lies above it."""
    root = project({"manuscript/book.toml": "", "book.toml": ""})
    assert find(root / "book.toml") == root / "book.toml"
    assert find(root / "manuscript/book.toml") == root / "manuscript/book.toml"


def test_the_nearest_project_wins(project: WriteProject) -> None:
    """A project in a project is found from inside it."""
    root = project({"book.toml": "", "inner/book.toml": "", "inner/x/1.md": ""})
    assert find(root / "inner" / "x") == root / "inner" / "book.toml"


def test_no_project(tmp_path: Path) -> None:
    """One line says where nothing was found, and what to do."""
    with pytest.raises(ProjectError, match=r"no project at .*here or above; epubforge new makes"):
        find(tmp_path)
    with pytest.raises(ProjectError, match="there is no such folder"):
        find(tmp_path / "missing")


def test_a_folder_called_book_toml_is_no_settings_file(tmp_path: Path) -> None:
    """Only a file can be the settings."""
    (tmp_path / "book.toml").mkdir()
    with pytest.raises(ProjectError):
        find(tmp_path)
