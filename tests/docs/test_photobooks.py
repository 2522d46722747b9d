"""The guide's page "Photobooks": every layout that it shows builds, and has its picture."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, get_args

import pytest

from epubforge import build
from epubforge.model.project import CaptionPlace, PlateLayout
from epubforge.pipeline import Run
from photobook_examples import FOLDER, GUIDE, Layout, layouts, write_photobook

PAGE: Final = (GUIDE / "photobooks.md").read_text(encoding="utf-8")
PICTURES: Final = 300_000
"""Bytes that all pictures of the page may have together."""
LIKELY: Final = {"I050", "I051", "P082", "M042"}
"""What is found in the small photobook on purpose: small pictures, a row without a picture."""


@pytest.mark.parametrize("layout", tuple(layouts()), ids=lambda layout: layout.name)
def test_every_layout_builds(layout: Layout, tmp_path: Path) -> None:
    """With nothing found but what the small photobook has on purpose."""
    built = build(write_photobook(tmp_path / "book", layout), tmp_path / "book.epub", Run())
    assert {found.rule.code for found in built.found} <= LIKELY
    assert built.size


def test_every_picture_is_there_and_shown() -> None:
    """Each stands behind the settings that make it, and no others lie in the folder."""
    shown = sorted(re.findall(rf"\]\({FOLDER}/([^)]+)\)", PAGE))
    assert shown == sorted(path.name for path in (GUIDE / FOLDER).iterdir())
    assert shown == sorted(f"{layout.name}.png" for layout in layouts())


def test_the_pictures_are_small() -> None:
    """Whoever clones the repository does not pay for the guide."""
    assert sum(path.stat().st_size for path in (GUIDE / FOLDER).iterdir()) < PICTURES


def test_every_layout_and_every_place_of_captions_is_shown() -> None:
    """A layout that is added has to be shown."""
    tables = "".join(layout.table for layout in layouts())
    assert set(re.findall(r'layout = "([a-z-]+)"', tables)) == set(get_args(PlateLayout))
    places = set(re.findall(r'caption_place = "([a-z]+)"', tables))
    assert places | {"under"} == set(get_args(CaptionPlace))


def test_the_contents_lead_to_every_section() -> None:
    """The list at the top names each section once."""
    opening = PAGE[: PAGE.index("\n## ")]
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]
    assert re.findall(r"\]\(#([^)]+)\)", opening) == anchors
