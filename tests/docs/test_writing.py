"""The guide's page "Writing": all that it shows builds, and it shows all that there is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from epubforge import build
from epubforge.diagnostics import Severity
from epubforge.pipeline import Run
from epubforge.pipeline.rulebook import all_rules
from guide_examples import GUIDE, ROOT, examples, write_project

PAGE: Final = (GUIDE / "writing.md").read_text(encoding="utf-8")
PICTURES: Final = 1_500_000
"""Bytes that all pictures of the page may have together."""

SECTIONS: Final[Mapping[str, str]] = {
    "abbreviation": "Abbreviations",
    "autolink": "Links",
    "block": "Boxes",
    "block_attributes": "Attributes",
    "citation": "Citations",
    "code": "Code",
    "comment": "Comments",
    "conditional": "Conditional text",
    "definition_list": "Definition lists",
    "directive": "Variables",
    "figure": "Figures",
    "footnote": "Footnotes",
    "heading": "Headings",
    "highlight": "Small things in a line",
    "include": "Includes",
    "index_term": "The index",
    "insertion": "Small things in a line",
    "line_block": "Line blocks",
    "link": "Cross references",
    "list": "Lists",
    "long_description": "Long descriptions",
    "made_list": "Lists that the book makes",
    "maths": "Maths",
    "page_break": "Page breaks",
    "paragraph": "Paragraphs and emphasis",
    "picture": "Pictures in a line",
    "picture_settings": "Pictures in a line",
    "print_page": "Print pages",
    "quote": "Quotations",
    "raw_html": "Raw HTML",
    "ruby": "Ruby",
    "scene_break": "Scene breaks",
    "span": "Languages",
    "strikethrough": "Small things in a line",
    "subscript": "Small things in a line",
    "superscript": "Small things in a line",
    "table": "Tables",
    "text": "Paragraphs and emphasis",
    "typography": "Typography",
    "verse": "Verse",
}
"""Where each construct is shown."""
INNER: Final = {"nesting", "tidiness"}
"""Constructs that an author does not write: a limit, and remarks on what is written."""


def test_all_examples_are_a_book_without_fault(tmp_path: Path) -> None:
    """Every source that the page shows builds, and nothing is found in it but notes."""
    chapters = {
        f"{number:02}-line-{example.line}.md": example.text
        for number, example in enumerate(examples(), 1)
    }
    built = build(write_project(tmp_path / "book", chapters), tmp_path / "book.epub", Run())
    faults = [f"{d.place}: {d.message}" for d in built.found if d.grade is not Severity.NOTE]
    assert faults == []
    assert built.size


def test_every_picture_is_there_and_shown() -> None:
    """The page shows a picture for each example that has a result to be seen, and no others lie
    in the folder."""
    shown = sorted(re.findall(r"\]\(pictures/([^)]+)\)", PAGE))
    assert shown == sorted(path.name for path in (GUIDE / "pictures").iterdir())
    assert shown == sorted(f"{example.name}.png" for example in examples() if example.name)


def test_the_pictures_are_small() -> None:
    """Whoever clones the repository does not pay for the guide."""
    assert sum(path.stat().st_size for path in (GUIDE / "pictures").iterdir()) < PICTURES


def test_every_construct_has_a_section() -> None:
    """A construct that is added has to be shown, or named as inner machinery."""
    folder = ROOT / "src" / "epubforge" / "constructs"
    there = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert there == set(SECTIONS) | INNER
    assert set(SECTIONS.values()) <= set(_headings())


def test_the_contents_lead_to_every_section() -> None:
    """The list at the top names each section once, and the page's links lead to sections."""
    opening = PAGE[: PAGE.index("\n## ")]
    listed = re.findall(r"\]\(#([^)]+)\)", opening)
    below = re.findall(r"^### (.+)$", _without_code(PAGE), re.MULTILINE)
    assert listed == [_anchor(heading) for heading in below]
    assert set(re.findall(r"\]\(#([^)]+)\)", _without_code(PAGE))) <= {*map(_anchor, _headings())}


@pytest.mark.parametrize("page", sorted(path.name for path in GUIDE.glob("*.md")))
def test_rules_that_the_guide_names_are_there(page: str) -> None:
    """A code on a page of the guide is the code of a rule."""
    named = re.findall(r"`([A-Z]\d{3})`", (GUIDE / page).read_text(encoding="utf-8"))
    assert set(named) <= {rule.code for rule in all_rules()}


def _headings() -> list[str]:
    return re.findall(r"^#{2,3} (.+)$", _without_code(PAGE), re.MULTILINE)


def _anchor(heading: str) -> str:
    """As GitHub makes them."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _without_code(page: str) -> str:
    return re.sub(r"^(`{3,}).*?^\1$", "", page, flags=re.DOTALL | re.MULTILINE)
