"""`epubforge check --profile` and `epubforge build --profile`."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from conftest import BOOK, Command, WriteProject

TABLE = "| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n"
KINDLE = {
    "manuscript/book.toml": BOOK + '[checks]\nprofile = "kindle"\n',
    "manuscript/1.md": f"# One\n\n{TABLE}",
}


def codes(output: str) -> list[str]:
    return [finding["code"] for finding in json.loads(output)["findings"]]


def test_the_project_names_its_shops(project: WriteProject, epubforge: Command) -> None:
    """Kindle sets no limit to the columns of a table; Kobo does, where the command names it."""
    root = project(KINDLE)
    assert codes(epubforge("check", root, "--format", "json").stdout) == []
    kobo = epubforge("check", root, "--profile", "kobo", "--format", "json")
    assert codes(kobo.stdout) == ["R042", "R056"]


def test_several_at_once_each_by_its_name(project: WriteProject, epubforge: Command) -> None:
    """The option may be given several times."""
    run = epubforge("check", project(KINDLE), "--profile", "kobo", "--profile", "kindle")
    assert run.returncode == 0
    assert "R034 cover-page-missing" in run.stdout
    assert "Kobo asks for one" in run.stdout


def test_a_file_by_its_path(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """From where the command runs, not from the project."""
    (tmp_path / "corner.toml").write_text('title = "Corner Shop"\n[book]\ntable_columns = 3\n')
    run = epubforge("check", project(KINDLE), "--profile", "corner.toml", cwd=tmp_path)
    assert "the table has 5 columns; Corner Shop advises 3 columns at most" in run.stdout
    assert run.returncode == 0


def test_a_finished_book_is_for_all_shops(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """Unless it is said for which; `none` asks nobody."""
    book = tmp_path / "book.epub"
    epubforge("build", project(KINDLE), "-o", book)
    assert codes(epubforge("check", book, "--format", "json").stdout) == ["R006", "R034", "R056"]
    for profile in ("kindle", "none"):
        run = epubforge("check", book, "--profile", profile, "--format", "json")
        assert codes(run.stdout) == []


def test_it_sets_what_is_built(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """The cover page is left out for Kindle alone, whatever the project says."""
    root = project({"manuscript/1.md": "# One\n\nText.\n"})
    pages = {}
    for profile in ("universal", "kindle"):
        target = tmp_path / f"{profile}.epub"
        run = epubforge("build", root, "--profile", profile, "-o", target)
        assert run.returncode == 0, run.stderr
        with zipfile.ZipFile(target) as book:
            pages[profile] = "OEBPS/text/cover.xhtml" in book.namelist()
    assert pages == {"universal": True, "kindle": False}


@pytest.mark.parametrize("command", ["check", "build"])
def test_an_unknown_profile_is_refused(
    project: WriteProject, epubforge: Command, command: str
) -> None:
    """With the name that may be meant, or with all of them."""
    root = project(KINDLE)
    near = epubforge(command, root, "--profile", "kobbo")
    assert near.returncode == 2
    assert "no profile is called kobbo; did you mean kobo?" in near.stderr
    far = epubforge(command, root, "--profile", "amazing-shop")
    assert far.returncode == 2
    assert "apple, google, kindle, kobo, none, tolino, universal, or a file" in far.stderr
    gone = epubforge(command, root, "--profile", "gone.toml")
    assert gone.returncode == 2
    assert "there is no profile gone.toml" in gone.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_broken_file_is_told_with_its_places(
    project: WriteProject, epubforge: Command, command: str, tmp_path: Path
) -> None:
    """And nothing is checked or built until it is mended."""
    (tmp_path / "mine.toml").write_text('[pictures]\nmax_pixel = 1\nformats = ["JPG"]\n')
    run = epubforge(command, project(KINDLE), "--profile", "mine.toml", cwd=tmp_path)
    assert run.returncode == 2
    assert "mine.toml:2:1: error P003 unknown-key: unknown key max_pixel" in run.stdout
    assert (
        'mine.toml:3:12: error P010 invalid-value: pictures.formats cannot be "JPG"' in run.stdout
    )
    assert not (tmp_path / "project" / "dist").exists()


def test_a_broken_file_is_told_to_programs(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """stdout of a format for programs stays pure, and the report goes to its file too."""
    (tmp_path / "mine.toml").write_text("[book]\ncover_pages = true\n")
    run = epubforge(
        "check", project(KINDLE), "--profile", "mine.toml", "--format", "json", cwd=tmp_path
    )
    assert (run.returncode, codes(run.stdout)) == (2, ["P003"])
