"""Profiles set what is built, and what is checked: whole books, each for its shops."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from conftest import BOOK, WriteProject
from epubforge import build, check
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.pipeline import Run
from epubforge.pipeline.memo import Memo
from epubforge.pipeline.shelf import examine
from epubforge.project.errors import ProjectError
from epubforge.project.profiles import named

SHOPS = ("universal", "apple", "kobo", "kindle", "google", "tolino")
ROOT = Path(__file__).parents[2]
BOOKS = sorted(p for p in (ROOT / "tests" / "books").iterdir() if p.is_dir())
EDITIONS = {"kitchen-sink": (None, "endnotes"), "photobook": (None, "grid", "text-under", "hebrew")}


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.rule.code for each in found]


def jpeg(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("folder", BOOKS, ids=[folder.name for folder in BOOKS])
def test_what_is_built_for_a_shop_pleases_it(folder: Path, shop: str, tmp_path: Path) -> None:
    """No finding of the file that is written is graver than a note, whatever shop it is for."""
    project = shutil.copytree(folder, tmp_path / folder.name)
    assert unpleased(project, shop, EDITIONS.get(folder.name, (None,)), tmp_path) == []


@pytest.mark.parametrize("shop", SHOPS)
def test_this_book_pleases_every_shop(shop: str, tmp_path: Path) -> None:
    """The repository's own, as it flows and on fixed pages."""
    assert unpleased(ROOT, shop, (None, "fixed"), tmp_path) == []


def unpleased(
    project: Path, shop: str, editions: Sequence[str | None], folder: Path
) -> list[tuple[str, str]]:
    """What is graver than a note in the editions that are built for a shop."""
    chosen, memo = named([shop]).value, Memo()
    told: list[tuple[str, str]] = []
    for edition in editions:
        target = folder / "book.epub"
        run = Run(
            source_date_epoch="1769860800", chosen=chosen, edition=edition, memo=memo,
            workshop=folder / "workshop",
        )  # fmt: skip
        assert build(project, target, run).size
        found = [d for d in examine(target, chosen.shops) if d.grade is not Severity.NOTE]
        told += [(d.rule.code, d.message) for d in found]
    return told


FIXED = BOOK + '[editions.fixed]\nlayout = "fixed"\nprofile = "{}"\n'


@pytest.mark.parametrize(("shop", "expected"), [("kobo", 1688), ("apple", 2400), ("google", 2400)])
def test_pictures_of_fixed_pages_are_as_the_shop_wants_them(
    project: WriteProject, tmp_path: Path, shop: str, expected: int
) -> None:
    """Kobo takes none that is wider than its page; the others do not ask."""
    files: dict[str, str | bytes] = {
        "manuscript/book.toml": FIXED.format(shop),
        "manuscript/1.md": "# One\n\n![A slope](../images/a.jpg)\n",
        "images/a.jpg": jpeg(2400, 1000),
    }
    target = tmp_path / "book.epub"
    built = build(project(files), target, Run(edition="fixed"))
    assert [d.message for d in built.found if d.rule.code != "R042"] == []
    assert [d for d in examine(target, named([shop]).value.shops) if d.rule.code == "R014"] == []
    with zipfile.ZipFile(target) as book, book.open("OEBPS/images/a.jpg") as file:
        assert Image.open(file).width == expected


def test_the_command_s_profiles_come_before_the_project_s(project: WriteProject) -> None:
    """For what is built and for what is checked."""
    files = {
        "manuscript/book.toml": BOOK + '[checks]\nprofile = "kindle"\n',
        "manuscript/1.md": "# One\n\nText.\n",
    }
    root = project(files)
    assert codes(check(root).found) == []
    assert codes(check(root, profiles=["kobo"]).found) == ["R042"]
    assert codes(check(root, profiles=["kindle", "kobo"]).found) == ["R034", "R042"]


def test_nobody_s_profile_leaves_out_the_shops(project: WriteProject) -> None:
    """And grades all that EPUBCheck has no message for a warning at most."""
    table = "| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n"
    files: dict[str, str | bytes] = {
        "manuscript/1.md": f"# One\n\n![](a.jpg)\n\n{table}",
        "manuscript/a.jpg": jpeg(9, 9),
    }
    root = project(files)
    usual = [(d.rule.code, d.grade) for d in check(root).found]
    plain = [(d.rule.code, d.grade) for d in check(root, profiles=["none"]).found]
    assert ("A001", Severity.ERROR) in usual
    assert ("R056", Severity.NOTE) in usual
    assert ("A001", Severity.WARNING) in plain
    assert "R056" not in [code for code, _ in plain]


def test_a_profile_that_there_is_not_is_refused(project: WriteProject) -> None:
    """With the name that may be meant; a broken file is found, and nothing is checked."""
    root = project({"manuscript/1.md": "# One\n\nText.\n", "mine.toml": "[book]\nmax_byte = 1\n"})
    with pytest.raises(ProjectError, match="called kobbo; did you mean kobo"):
        check(root, profiles=["kobbo"])
    with pytest.raises(ProjectError, match=r"there is no profile other\.toml"):
        check(root, profiles=["other.toml"])
    found = check(root, profiles=[root / "mine.toml"]).found
    assert codes(found) == ["P003"]
