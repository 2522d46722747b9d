"""A whole project, opened from the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Project
from epubforge.project.errors import ProjectError
from epubforge.project.load import Environment, load

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]


def test_faults_of_settings_and_files_are_shown_together(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """The settings' faults first, by place; then the files', in the order of the book."""
    text = BOOK + 'isbn = "1"\nbleed = 3\ncover = "c.jpg"\n'
    files: dict[str, str | bytes] = {
        "manuscript/book.toml": text,
        "manuscript/10.md": b"\xff",
        "manuscript/2.md": b"a\0",
    }
    assert lines(opened(project(files))) == [
        "manuscript/book.toml:5:8-5:11 P006 1 is not an ISBN: it has 1 digit, not 13 (or 10)",
        "manuscript/book.toml:6:1-6:6 P003 unknown key bleed",
        "manuscript/book.toml:7:9-7:16 P014 there is no c.jpg",
        "manuscript/2.md:1:2-1:3 P021 manuscript/2.md holds the control character U+0000",
        "manuscript/10.md:1:1-1:2 P002 manuscript/10.md is not UTF-8: byte 0xff stands here",
    ]


@pytest.mark.parametrize(
    ("settings", "code"),
    [(b"[book", "P001"), (b'[book]\ntitle = "\xe9"\n', "P002"), (b"x" * 50_000_000, "P023")],
)
def test_settings_that_cannot_be_read(
    settings: bytes, code: str, project: WriteProject, opened: Load
) -> None:
    """Without settings there is no project, but a finding at their place."""
    outcome = opened(project({"manuscript/book.toml": settings, "manuscript/1.md": "#"}))
    assert outcome.value is None
    assert [each.rule.code for each in outcome.found] == [code]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_settings_that_are_no_file(project: WriteProject, opened: Load) -> None:
    """A pipe and a link out of the project are refused; nothing waits."""
    root = project({"epubforge.toml": BOOK, "1.md": "#"})
    (root / "epubforge.toml").unlink()
    os.mkfifo(root / "epubforge.toml")
    assert [each.rule.code for each in opened(root).found] == ["P022"]
    (root / "epubforge.toml").unlink()
    (root / "epubforge.toml").symlink_to("/etc/hostname")
    assert [each.rule.code for each in opened(root).found] == ["P015"]


def test_a_project_behind_a_link(project: WriteProject, opened: Load, tmp_path: Path) -> None:
    """A project that is opened through a link lies where it really lies."""
    root = project({"manuscript/1.md": "#", "images/a.png": ""})
    link = tmp_path / "link"
    link.symlink_to(root)
    outcome = opened(link / "manuscript")
    assert outcome.value is not None
    assert outcome.value.root == Path(os.path.realpath(root))
    assert outcome.found == ()
    assert list(outcome.value.pictures) == ["images/a.png"]


def test_a_manuscript_that_is_linked_from_elsewhere(
    project: WriteProject, opened: Load, tmp_path: Path
) -> None:
    """The folder manuscript itself must lie in the project."""
    root = project({"manuscript/1.md": "#"})
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "manuscript").symlink_to(root / "manuscript")
    outcome = opened(tmp_path / "other")
    assert outcome.value is None
    assert [each.rule.code for each in outcome.found] == ["P015"]


def test_no_project(tmp_path: Path) -> None:
    """Without settings there is nothing to load."""
    with pytest.raises(ProjectError):
        load(tmp_path, Environment(None, tmp_path))


def test_nothing_is_changed_on_the_disk(project: WriteProject, opened: Load) -> None:
    """Loading reads only."""
    root = project({"manuscript/1.md": "#", "images/a.png": ""})
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    opened(root)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
