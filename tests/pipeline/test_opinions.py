"""Where a project's findings of other tools are told."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from conftest import Command, WriteProject
from epubforge.pipeline import check

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


def test_a_project_under_all_three(project: WriteProject, epubforge: Command) -> None:
    """What Ace finds is at the manuscript's line; where we find it too it is told once.

    Only what no text of the manuscript made is told of the book, under the name that it would get.
    """
    root = project(FILES)
    done = epubforge("check", root, "--ace", "--epubcheck", "--format", "json", ACE_CLI=str(ACE))
    findings = json.loads(done.stdout)["findings"]
    told = [
        (each["source_code"] or each["code"], each["file"], each["line"],
         [other["source_code"] for other in each["also"]])
        for each in findings
    ]  # fmt: skip
    assert ("A002", "manuscript/_part.md", 3, ["heading-order"]) in told
    assert ("color-contrast", "manuscript/1.md", 1, []) in told
    assert "heading-order" not in {each[0] for each in told}
    assert {each["page"] for each in findings if each["source_code"] == "color-contrast"} >= {
        "OEBPS/text/chapter-1.xhtml", "OEBPS/text/chapter-2.xhtml",
    }  # fmt: skip
    made = [each for each in findings if each["file"].endswith(".epub")]
    assert {each["file"] for each in made} == {"dist/a-book.epub"}
    assert {"OEBPS/nav.xhtml"} <= {each["page"] for each in made}
    assert done.returncode == 1


def test_the_library_asks_ace_too(project: WriteProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check(…, ace=True)` is what the command calls; a book without fault stays without."""
    monkeypatch.setenv("ACE_CLI", str(ACE))
    root = project({"manuscript/1.md": "# One\n\nText.\n"})
    assert [each.message for each in check(root, ace=True).found] == []
