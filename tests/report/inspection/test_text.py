"""An inventory for people: what stands where, and how much of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from epubforge.inventory.contents import Contents, Entry
from epubforge.inventory.take import Inventory
from epubforge.report.inspection.text import inspection_text
from epubforge.report.report import Screen
from report.inspection.book import small_inventory

EXPECTED = Path(__file__).parent / "small.txt"


def shown(inventory: Inventory, screen: Screen, *, whole: bool = False) -> str:
    """What people see."""
    return inspection_text("small.epub", inventory, screen, whole=whole)


def test_a_small_book(tmp_path: Path) -> None:
    """Section by section, on a screen of 80 cells."""
    text = shown(small_inventory(tmp_path), Screen(width=80))
    assert text == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 120])
def test_narrow_and_wide(width: int, tmp_path: Path) -> None:
    """Nothing is wider than the screen."""
    text = shown(small_inventory(tmp_path), Screen(width=width), whole=True)
    assert max(map(len, text.splitlines())) <= width


def test_long_lists(tmp_path: Path) -> None:
    """Of many entries the first and the last; all where they are wanted."""
    inventory = small_inventory(tmp_path)
    entries = tuple(Entry(f"Plate {n}", "EPUB/one.xhtml") for n in range(1, 101))
    long = replace(
        inventory,
        contents=Contents(toc=(Entry("Plates", "", entries),)),
        spine=inventory.spine * 30,
    )
    text = shown(long, Screen())
    assert "    Plate 8\n    … 91 more, -v shows all\n    Plate 100\n" in text
    assert "… 38 more" not in text
    assert "   …  38 more, -v shows all\n" in text
    whole = shown(long, Screen(), whole=True)
    assert "    Plate 57\n" in whole
    assert "more, -v" not in whole


def test_without_anything(tmp_path: Path) -> None:
    """What a book does not have has no section; contents and cover are missed aloud."""
    inventory = small_inventory(tmp_path)
    empty = replace(inventory, contents=Contents(), pictures=(), unread=())
    text = shown(empty, Screen())
    assert "The book has no table of contents that can be read." in text
    for heading in ("Landmarks", "Page list", "Pictures", "Fonts", "Not read"):
        assert f"\n{heading}" not in text


def test_descriptions_without_their_tags(tmp_path: Path) -> None:
    """Shops show a description's text; a long one is cut."""
    inventory = small_inventory(tmp_path)
    told = replace(inventory.metadata, description="<p>One<br>two</p> " + "word " * 200)
    text = shown(replace(inventory, metadata=told), Screen(width=80))
    assert "description  One two word word" in text
    assert "word …\n" in text
