"""Where a project's findings of other tools are told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import Command, WriteProject
from epubforge.diagnostics import Diagnostic
from epubforge.pipeline import check
from epubforge.report.places import locate

ACE = Path(sys.prefix) / "ace/node_modules/.bin/ace-cli"
"""Where `make test` has npm put it."""
SETTINGS = """[book]
title = "A book"
language = "en"
modified = 2026-01-31T12:00:00Z
[accessibility]
summary = "Nothing is known."
[theme]
css = ["pale.css"]
"""
FILES = {
    "manuscript/book.toml": SETTINGS,
    "pale.css": "h1 { color: #ddd; background: #fff }\n",
    "manuscript/1.md": "# One\n\nA paragraph with\na [](2.md#two) link.\n\n{{include _part.md}}\n",
    "manuscript/_part.md": "An included text.\n\n#### Low\n",
    "manuscript/2.md": "# Two\n\nText.\n",
}

pytestmark = pytest.mark.xdist_group("ace")


def test_a_project_under_all_three(project: WriteProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Ace finds is at the manuscript's line; where we find it too it is told once.

    Only what no text of the manuscript made is told of the book, under the name that it would get.
    """
    monkeypatch.setenv("ACE_CLI", str(ACE))
    found = check(project(FILES), epubcheck=True, ace=True).found
    told = {_told(each): [other.source_code for other in each.also] for each in found}
    assert told["A002", "manuscript/_part.md", 3] == ["heading-order"]
    assert told["color-contrast", "manuscript/1.md", 1] == []
    assert "heading-order" not in {code for code, _, _ in told}
    pages = {each.page for each in found if each.source_code == "color-contrast"}
    assert pages >= {"OEBPS/text/chapter-1.xhtml", "OEBPS/text/chapter-2.xhtml", "OEBPS/nav.xhtml"}
    assert {file for _, file, _ in told if file.endswith(".epub")} == {"dist/a-book.epub"}


def _told(found: Diagnostic) -> tuple[str, str, int | None]:
    at = locate(found)
    return found.source_code or found.rule.code, at.file, at.start.line if at.start else None


def test_a_book_without_fault_stays_without(
    project: WriteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is found where there is nothing."""
    monkeypatch.setenv("ACE_CLI", str(ACE))
    root = project({"manuscript/1.md": "# One\n\nText.\n"})
    assert [each.message for each in check(root, ace=True).found] == []


def test_without_ace_the_command_that_installs_it_is_told(
    project: WriteProject, epubforge: Command
) -> None:
    """Demanded and absent: exit code 3, whatever else is found."""
    root = project({"manuscript/1.md": "# One\n\n[x](nowhere.md)\n"})
    done = epubforge("check", root, "--ace", ACE_CLI="/nowhere/ace-cli")
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("epubforge: ACE_CLI names /nowhere/ace-cli, where no program is")
    assert "npm install @daisy/ace-cli" in done.stderr
