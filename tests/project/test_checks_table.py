"""[checks]: which findings are passed over, and in which files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.project import Project
from epubforge.pipeline import Run, check

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("3", "6:11-6:12 P004 checks.ignore must be a rule's code, or a table with file and codes"),
        ("{ file = 3 }", "6:11-6:23 P005 [checks.ignore] has no codes"),
        ('{ codes = "A001" }', "6:11-6:29 P005 [checks.ignore] has no file"),
        ('{ file = "x", codes = [1] }', "6:34-6:35 P004 checks.ignore.codes must be a text"),
        ('{ file = "x", code = [] }', "6:25-6:29 P003 unknown key code; did you mean codes?"),
    ],
)
def test_one_wrong_item(
    item: str, found: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """It is told at its place, and the others count."""
    text = f'{BOOK}[checks]\nignore = [{item}, "A004"]\n'
    outcome = opened(project({"book.toml": text, "1.md": "#"}))
    assert any(line.startswith(f"book.toml:{found}") for line in lines(outcome))
    assert outcome.value is not None
    assert outcome.value.settings.checks.ignore == {"A004"}


@pytest.mark.parametrize(
    ("file", "left"),
    [
        ("1.md", ["manuscript/a/2.md"]),
        ("./manuscript/1.md", ["manuscript/a/2.md"]),
        ("a/", ["manuscript/1.md"]),
        ("a/*.md", ["manuscript/1.md"]),
        ("**/*.md", []),
        ("manuscript/**", []),
    ],
)
def test_a_rule_is_passed_over_in_some_files(
    file: str, left: list[str], project: WriteProject
) -> None:
    """By a path or a glob, from the manuscript or from the root; a folder is all in it."""
    settings = f'{BOOK}[checks]\nignore = [{{ file = "{file}", codes = ["P021"] }}]\n'
    chapter = "# One\n\nA \0 bell.\n"
    root = project({"manuscript/book.toml": settings, "manuscript/1.md": chapter,
                    "manuscript/a/2.md": chapter})  # fmt: skip
    found = [each for each in check(root, Run(jobs=1)).found if each.rule.code == "P021"]
    assert [each.message.split()[0] for each in found] == left
