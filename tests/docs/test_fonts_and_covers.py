"""The guide's page "Fonts and covers" shows all that there is."""

from __future__ import annotations

import re
from typing import Final

from PIL import Image

from epubforge.images.covers import DESIGNS
from guide_examples import GUIDE

PAGE: Final = (GUIDE / "fonts-and-covers.md").read_text(encoding="utf-8")
PICTURES: Final = 500_000
"""Bytes that all pictures of the page may have together."""


def test_every_design_is_shown() -> None:
    """With its name in the settings, and a picture; no other pictures lie in the folder."""
    shown = re.findall(r"!\[[^\]]+\]\(covers/([^)]+)\)", PAGE)
    assert sorted(shown) == sorted(path.name for path in (GUIDE / "covers").iterdir())
    assert {f"{design}.jpg" for design in DESIGNS} <= set(shown)
    assert set(re.findall(r"^`(\w+)`:", PAGE, re.MULTILINE)) == set(DESIGNS)


def test_the_pictures_are_small_and_whole() -> None:
    """Whoever clones the repository does not pay for the guide: drawn by tools/cover-pictures."""
    files = sorted((GUIDE / "covers").iterdir())
    assert sum(file.stat().st_size for file in files) < PICTURES
    for file in files:
        with Image.open(file) as image:
            image.load()
            assert image.height == 528
