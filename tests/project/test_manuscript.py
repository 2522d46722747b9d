"""The manuscript's folder: which files are chapters, and in which order."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Entry, Part, Project
from epubforge.project.manuscript import DEEPEST, title_of
from epubforge.source import SourceFile

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]


def shape(entries: tuple[Entry, ...]) -> list[object]:
    """Names of chapters; a part as (title, its own page, what is in it)."""
    found: list[object] = []
    for entry in entries:
        match entry:
            case SourceFile():
                found.append(entry.path.rpartition("/")[2])
            case Part():
                index = entry.index.path.rpartition("/")[2] if entry.index else None
                found.append((entry.name, index, shape(entry.sources)))
            case _:
                found.append("plates")
    return found


def chapters(outcome: Outcome[Project | None]) -> list[object]:
    assert outcome.value is not None
    return shape(outcome.value.entries)


def test_chapters_and_parts_in_natural_order(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Folders are parts with their own page; files without .md are none; 2 comes before 10."""
    names = [
        "10-end.md", "2-part_two/README.md", "2-part_two/10.md", "2-part_two/9.md",
        "2-part_two/deep/Index.MD", "2-part_two/deep/a.markdown", "1-start.MD", "notes.txt",
        "pictures/a.txt", "3.md",
    ]  # fmt: skip
    outcome = opened(project({f"manuscript/{name}": "#" for name in names}))
    assert lines(outcome) == []
    assert chapters(outcome) == [
        "1-start.MD",
        ("Part two", "README.md", ["9.md", "10.md", ("Deep", "Index.MD", ["a.markdown"])]),
        "3.md",
        "10-end.md",
    ]


def test_index_comes_before_readme(project: WriteProject, opened: Load) -> None:
    """Where both are there, index.md is the part's page and README.md a chapter."""
    files = {f"manuscript/p/{name}": "#" for name in ("README.md", "index.md", "1.md")}
    assert chapters(opened(project(files))) == [("P", "index.md", ["1.md", "README.md"])]


def test_special_names_are_left_out_and_named(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """`_` and `.` names are one note each; hidden folders and other files are silent."""
    names = ["1.md", "_2.md", ".3.md", "_drafts/4.md", ".git/5.md", "_data/x.txt", ".DS_Store"]
    outcome = opened(project({f"manuscript/{name}": "#" for name in names}))
    assert chapters(outcome) == ["1.md"]
    assert sorted(lines(outcome)) == [
        "manuscript/.3.md:1:1-1:1 P026 manuscript/.3.md is left out: its name begins with .",
        "manuscript/_2.md:1:1-1:1 P026 manuscript/_2.md is left out: its name begins with _",
        "manuscript/_drafts:1:1-1:1 P026 manuscript/_drafts is left out: its name begins with _",
    ]


def test_the_root_as_manuscript(project: WriteProject, opened: Load) -> None:
    """Without a folder manuscript, chapters lie in the root; what a repository keeps is none."""
    names = [
        "1.md", "README.md", "CHANGELOG.md", "LICENSE.md", "images/x.md", "dist/y.md", "part/2.md",
        "part/readme.md", "node_modules/z.md",
    ]  # fmt: skip
    outcome = opened(project({"book.toml": BOOK, **dict.fromkeys(names, "#")}))
    assert chapters(outcome) == ["1.md", ("Part", "readme.md", ["2.md"])]


def test_settings_in_the_root_and_a_folder_manuscript(project: WriteProject, opened: Load) -> None:
    """The folder manuscript is taken where there is one."""
    files = {"epubforge.toml": BOOK, "manuscript/1.md": "#", "README.md": "#"}
    assert chapters(opened(project(files))) == ["1.md"]


def test_names_are_in_nfc(project: WriteProject, opened: Load) -> None:
    """A file stored in NFD is a chapter with an NFC name; its text is read."""
    outcome = opened(project({"manuscript/e\u0301.md": "text"}))
    assert outcome.value is not None
    [source] = outcome.value.sources()
    assert (source.path, source.text) == ("manuscript/é.md", "text")


@pytest.mark.skipif(os.name == "nt", reason="other rules for names")
def test_names_that_look_the_same(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Two spellings of one name are told; both cannot be in the book."""
    root = project({"manuscript/e\u0301.md": "a", "manuscript/é.md": "b"})
    if len(list((root / "manuscript").glob("*.md"))) == 1:
        pytest.skip("this disk knows one of them only")
    [line] = lines(opened(root))
    assert "P033 there are two files called manuscript/é.md" in line


def test_a_name_that_is_no_utf8(project: WriteProject, opened: Load) -> None:
    """Bytes that are no UTF-8 in a name become U+FFFD."""
    root = project({"manuscript/1.md": "#"})
    try:
        (root / "manuscript" / os.fsdecode(b"2\xe9.md")).write_text("#")
    except OSError:
        pytest.skip("this disk takes UTF-8 only")
    assert chapters(opened(root)) == ["1.md", "2\ufffd.md"]


def test_links_between_folders(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A link to a folder inside is a part; one that leads out is refused; a circle ends."""
    root = project({"manuscript/1.md": "#", "shelf/2.md": "#"})
    (root / "manuscript" / "linked").symlink_to(root / "shelf")
    (root / "manuscript" / "out").symlink_to("/")
    (root / "shelf" / "circle").symlink_to(root / "manuscript")
    outcome = opened(root)
    assert chapters(outcome) == ["1.md", ("Linked", None, ["2.md"])]
    assert lines(outcome) == [
        "manuscript/out:1:1-1:1 P015 manuscript/out is a link out of the project"
    ]


def test_a_folder_that_looks_like_a_chapter(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """A folder called 2.md is told, unless it holds chapters."""
    outcome = opened(project({"manuscript/1.md": "#", "manuscript/2.md/x.txt": ""}))
    assert lines(outcome) == [
        "manuscript/2.md:1:1-1:1 P022 manuscript/2.md is a folder, not a file"
    ]


def test_folders_too_deep(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A manuscript of many folders in folders is refused, not followed for ever."""
    outcome = opened(project({"manuscript/" + "a/" * (DEEPEST + 1) + "1.md": "#"}))
    deepest = "manuscript" + "/a" * (DEEPEST + 1)
    assert lines(outcome)[-1] == (
        f"{deepest}:1:1-1:1 P020 {deepest} lies more than 30 folders deep"
    )


def test_an_empty_manuscript(project: WriteProject, opened: Load, lines: Lines) -> None:
    """No chapter and no plate is one blocking finding; the project is there all the same."""
    outcome = opened(project({}))
    assert outcome.value is not None
    assert lines(outcome) == [
        "manuscript/book.toml:1:1-1:1 P025 there is no chapter in manuscript/"
    ]


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("02-the_record", "The record"),
        ("1. first", "First"),
        ("1984", "1984"),
        ("2", "2"),
        ("über-uns", "Über uns"),
        ("03-", "03"),
        ("---", "---"),
    ],
)
def test_a_part_is_called_by_its_folder(folder: str, title: str) -> None:
    """Without its order number, with blanks for hyphens, with a capital."""
    assert title_of(folder) == title
