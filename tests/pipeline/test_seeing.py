"""What the rules see in a page is kept as long as it, and what it stands on, is the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from conftest import WriteProject
from epubforge.model.publication import FOLDER
from epubforge.pipeline.recipe import assembled, inspected, load
from epubforge.pipeline.run import Run

V = TypeVar("V")

CHAPTERS = {
    "manuscript/01-one.md": "# One\n\nThe first.\n",
    "manuscript/02-two.md": "# Two\n\nThe second.\n",
    "own.css": "p { color: black }\n",
    "manuscript/book.toml": (
        '[book]\ntitle = "A book"\nlanguage = "en"\nmodified = 2026-01-31T12:00:00Z\n'
        '[theme]\ncss = ["own.css"]\n'
    ),
}
BOTH = [f"{FOLDER}/text/one.xhtml", f"{FOLDER}/text/two.xhtml"]


class Looks:
    """A keep that notes which pages are looked at."""

    def __init__(self) -> None:
        self._run = Run()
        self._noted: list[str] = []

    def __call__(self, name: str, given: object, make: Callable[[], V]) -> V:
        """As a memo keeps it."""

        def noted() -> V:
            self._noted.append(name)
            return make()

        return self._run.memo.latest("seen", name, given, noted)

    def at(self, root: Path, workshop: Path) -> list[str]:
        """The pages of the manuscript that are looked at in the book as it is now."""
        self._noted.clear()
        project = load(root).value
        assert project is not None
        inspected(project, assembled(project, workshop, self._run).value, self)
        return [name for name in self._noted if name in BOTH]


def test_of_one_chapter_that_changes_one_page_is_looked_at(
    project: WriteProject, tmp_path: Path
) -> None:
    """However many there are."""
    root, looks = project(CHAPTERS), Looks()
    assert looks.at(root, tmp_path) == BOTH
    assert looks.at(root, tmp_path) == []
    (root / "manuscript/02-two.md").write_text("# Two\n\nIt is new.\n", encoding="utf-8")
    assert looks.at(root, tmp_path) == BOTH[1:]


def test_of_a_style_that_changes_all_are(project: WriteProject, tmp_path: Path) -> None:
    """It may make any text too pale."""
    root, looks = project(CHAPTERS), Looks()
    looks.at(root, tmp_path)
    (root / "own.css").write_text("p { color: silver }\n", encoding="utf-8")
    assert looks.at(root, tmp_path) == BOTH
