"""The guide's page "Accessibility": its settings make the book it tells of; its rules are so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

from conftest import BOOK, WriteProject
from epubforge import build, check
from guide_examples import GUIDE
from preview.browser.books import picture

PAGE: Final = (GUIDE / "accessibility.md").read_text(encoding="utf-8")
SETTINGS: Final = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
FAULTS: Final = {
    "A001": "![](../images/ada.png)",
    "A046": "She said: мойка стоит в углу нашей старой кухни и никогда не бывает пустой. So it is.",
    "A011": "The mine's history is [here](https://example.org/mine).",
    "A002": "### Too deep",
}


def test_the_settings_are_taken(project: WriteProject, tmp_path: Path) -> None:
    """All of the page's settings together make a book without a finding, which says all of it."""
    first, claim, exempt = SETTINGS
    settings = BOOK + first + exempt.removeprefix("[accessibility]\n") + claim
    file = tmp_path / "book.epub"
    built = build(
        project({"manuscript/book.toml": settings, "manuscript/1.md": "# One\n\nText."}), file
    )
    assert built.found == ()
    with ZipFile(file) as book:
        package = book.read("OEBPS/package.opf").decode()
    for said in (
        "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
        "Example Press",
        "eaa-microenterprise",
        "The essay can be followed without seeing them. (access@example.org)",
        'schema:accessibilityHazard">none',
    ):
        assert said in package


@pytest.mark.parametrize("code", FAULTS)
def test_what_is_missing_is_found(code: str, project: WriteProject) -> None:
    """What the page says is missing is found by the rule that it names."""
    files: dict[str, str | bytes] = {"manuscript/1.md": f"# One\n\n{FAULTS[code]}\n"}
    files["images/ada.png"] = picture()
    assert code in PAGE
    assert code in {found.rule.code for found in check(project(files)).found}


def test_all_of_its_rules_are_tried() -> None:
    """No row of the table goes untried, but for the colours, which tests/styles looks at."""
    named = re.findall(r"\| (A\d{3})\b", PAGE)
    assert set(named) == {*FAULTS, "A100"}
