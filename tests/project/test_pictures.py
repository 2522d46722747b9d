"""Which files of a project are pictures that may be used."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Project

Load = Callable[[Path], Outcome[Project | None]]


def loaded(opened: Load, root: Path) -> Project:
    value = opened(root).value
    assert value is not None
    return value


def test_pictures_are_listed_by_their_ending(project: WriteProject, opened: Load) -> None:
    """All endings in any case, below images/ and the manuscript; in natural order; not opened."""
    names = [
        "images/10.PNG", "images/2.jpg", "images/deep/a.WebP", "manuscript/b.svg", "images/x.txt",
        "art/c.tiff", "dist/d.png", "images/.e.png", ".git/f.png", "images/node_modules/g.png",
    ]  # fmt: skip
    value = loaded(opened, project(dict.fromkeys(names, "12345")))
    assert list(value.pictures) == [
        "images/2.jpg", "images/10.PNG", "images/deep/a.WebP", "manuscript/b.svg",
    ]  # fmt: skip
    assert list(value.elsewhere) == ["art/c.tiff"]
    assert value.pictures["images/2.jpg"].bytes == 5
    assert value.refused == {}


def test_names_are_found_by_nfc(project: WriteProject, opened: Load) -> None:
    """The key is NFC; the path is what the disk has."""
    value = loaded(opened, project({"images/e\u0301.png": ""}))
    assert list(value.pictures) == ["images/é.png"]
    assert value.pictures["images/é.png"].location.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_may_not_be_used_is_kept_with_its_reason(project: WriteProject, opened: Load) -> None:
    """Links out of the project, pipes, `_` names: not listed, but known."""
    root = project({"images/_draft.png": "", "images/good.png": ""})
    os.mkfifo(root / "images" / "pipe.jpg")
    (root / "images" / "out.png").symlink_to("/etc/hostname")
    (root / "images" / "gone.png").symlink_to("missing.png")
    (root / "images" / "folder.png").mkdir()
    (root / "images" / "same.png").symlink_to("good.png")
    (root / "images" / "away").symlink_to("/usr/share")
    value = loaded(opened, root)
    assert list(value.pictures) == ["images/good.png", "images/same.png"]
    assert value.refused == {
        "images/_draft.png": "is left out: its name begins with _",
        "images/folder.png": "is not a regular file",
        "images/gone.png": "is a link that leads nowhere",
        "images/out.png": "is a link out of the project",
        "images/pipe.jpg": "is not a regular file",
    }


def test_circles_of_links_end(project: WriteProject, opened: Load) -> None:
    """A folder that links to one above it is listed once."""
    root = project({"images/a.png": ""})
    (root / "images" / "circle").symlink_to(root / "images")
    assert list(loaded(opened, root).pictures) == ["images/a.png"]


def test_the_cover(project: WriteProject, opened: Load) -> None:
    """The cover may lie anywhere in the project; its name matches after NFC."""
    text = BOOK + 'cover = "art/é.jpg"\n'
    root = project({"book.toml": text, "art/e\u0301.jpg": "", "1.md": "#"})
    value = loaded(opened, root)
    assert value.cover is not None
    assert value.cover.location.name == "e\u0301.jpg"
    assert value.cover_span is not None


@pytest.mark.parametrize(
    ("cover", "found"),
    [
        ("images/cover.png", "P014 there is no images/cover.png; did you mean cover.jpg?"),
        ("images/COVER.jpg", "P014 there is no images/COVER.jpg; did you mean cover.jpg?"),
        ("../x.jpg", "P015 ../x.jpg lies outside the project"),
        ("images/../../x.jpg", "P015 images/../../x.jpg lies outside the project"),
        ("/etc/hostname", "P015 /etc/hostname lies outside the project"),
        ("C:\\\\x.jpg", "P015 C:\\x.jpg lies outside the project"),
        ("images/out.jpg", "P015 images/out.jpg lies outside the project"),
        ("images", "P014 images is a folder"),
    ],
)
def test_a_cover_that_cannot_be(
    cover: str,
    found: str,
    project: WriteProject,
    opened: Load,
    lines: Callable[[Outcome[Project | None]], list[str]],
) -> None:
    """Missing, outside, or no file: told at the key's value; nothing outside is looked at."""
    text = BOOK + f'cover = "{cover}"\n'
    root = project({"book.toml": text, "images/cover.jpg": "", "1.md": "#", "../x.jpg": ""})
    (root / "images" / "out.jpg").symlink_to("/etc/hostname")
    assert lines(opened(root)) == [f"book.toml:5:9-5:{11 + len(cover)} {found}"]


def test_sounds_and_films_are_listed_too(project: WriteProject, opened: Load) -> None:
    """By their ending in any case, wherever they lie; what may not be used has its reason."""
    names = ["media/10.mp3", "media/2.M4A", "images/a.mp4", "manuscript/b.webm", "c.opus",
             "media/_d.ogg", "dist/e.mp3", "media/f.txt"]  # fmt: skip
    root = project(dict.fromkeys(names, "12345"))
    (root / "media" / "out.mp3").symlink_to("/etc/hostname")
    value = loaded(opened, root)
    assert list(value.media) == [
        "c.opus", "images/a.mp4", "manuscript/b.webm", "media/2.M4A", "media/10.mp3",
    ]  # fmt: skip
    medium = value.media["media/2.M4A"]
    assert (medium.path, medium.bytes) == ("media/2.M4A", 5)
    assert medium.location == root / "media" / "2.M4A"
    assert value.refused == {
        "media/_d.ogg": "is left out: its name begins with _",
        "media/out.mp3": "is a link out of the project",
    }
    assert value.pictures == value.elsewhere == {}


def test_pictures_of_a_shared_folder(project: WriteProject, opened: Load) -> None:
    """They may be used, by their paths from the root; links out of the folder may not."""
    files = {
        "manuscript/book.toml": f'shared = ["../common"]\n{BOOK}',
        "manuscript/1.md": "![x](../../common/art/a.png)",
        "../common/art/a.png": "123",
        "../common/b.mp3": "",
        "../other/c.png": "",
    }
    root = project(files)
    (root.parent / "common" / "out.png").symlink_to(root.parent / "other" / "c.png")
    value = loaded(opened, root)
    assert list(value.elsewhere) == ["../common/art/a.png"]
    picture = value.elsewhere["../common/art/a.png"]
    assert (picture.path, picture.bytes) == ("../common/art/a.png", 3)
    assert picture.location == root.parent / "common" / "art" / "a.png"
    assert list(value.media) == ["../common/b.mp3"]
    assert value.refused == {"../common/out.png": "is a link out of the project"}
