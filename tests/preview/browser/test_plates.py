"""The contact sheet of a photobook."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import write_files
from preview.browser.books import picture
from preview.browser.conftest import Open
from preview.browser.test_axe import violations
from preview.browser.viewer import Preview, Viewer

TABLE = """\
# The plates of this book.

[[picture]]
file = "a.png"
caption = "Anton"  # spelled so in the register
alt = "A man"

[[picture]]
file = "b.png"
caption = "Berta"

[[picture]]
file = "c.png"
caption = "Carl"
alt = "A boy"
"""
SETTINGS = """\
[book]
title = "Plates"
language = "en"
modified = 2026-01-31T12:00:00Z

[plates]
pictures = "images/plates"
captions = "manuscript/plates.toml"
order = "table"
"""


@pytest.fixture
def photobook(tmp_path: Path) -> Path:
    """Three plates, of which one has no description."""
    colours = zip("abc", ("navy", "darkred", "darkgreen"), strict=True)
    pictures = {f"images/plates/{name}.png": picture(colour) for name, colour in colours}
    texts = {"manuscript/book.toml": SETTINGS, "manuscript/plates.toml": TABLE}
    return write_files(tmp_path / "photobook", {**texts, **pictures})


@pytest.fixture
def desk(photobook: Path, tab: Open) -> Iterator[Viewer]:
    """The contact sheet, opened."""
    preview = Preview(photobook)
    viewer = tab(preview, size=(1280, 900))
    viewer.press("p")
    viewer.page.locator(".plate").nth(2).wait_for()
    yield viewer
    preview.stop()


def names(viewer: Viewer) -> list[str]:
    """The files in the order in which they are shown."""
    return viewer.page.locator(".plate .quiet").all_inner_texts()


def in_table(photobook: Path) -> list[dict[str, str]]:
    """The rows of the table as they are on the disk."""
    text = (photobook / "manuscript/plates.toml").read_text(encoding="utf-8")
    assert text.startswith("# The plates of this book.")
    assert "# spelled so in the register" in text
    rows: list[dict[str, str]] = tomllib.loads(text)["picture"]
    return rows


def test_what_is_missing_is_marked(desk: Viewer) -> None:
    """And counted above."""
    assert names(desk) == ["a.png", "b.png", "c.png"]
    missing = desk.page.locator("textarea.missing")
    assert missing.count() == 1
    assert missing.get_attribute("name") == "alt"
    assert desk.page.locator("#plates-sum").inner_text() == "3 pictures, 1 with something missing"
    assert violations(desk) == []


def test_a_text_is_saved_when_it_is_left(desk: Viewer, photobook: Path) -> None:
    """Into the table, with its comments kept; undo takes it back."""
    field = desk.page.locator("textarea.missing")
    field.fill("A woman with a lamp")
    field.press("Tab")
    desk.until(lambda: desk.page.locator("textarea.missing").count() == 0)
    assert in_table(photobook)[1]["alt"] == "A woman with a lamp"
    desk.page.get_by_role("button", name="Undo").click()
    desk.until(lambda: desk.page.locator("textarea.missing").count() == 1)
    assert "alt" not in in_table(photobook)[1]


def test_the_keyboard_puts_plates_in_order(desk: Viewer, photobook: Path) -> None:
    """The button that was pressed keeps the focus, and it is said where the plate is now."""
    desk.page.get_by_role("button", name="Move later: plate 1, Anton").focus()
    desk.press("Enter")
    desk.until(lambda: names(desk) == ["b.png", "a.png", "c.png"])
    desk.until(lambda: "Plate 2 of 3" in desk.page.locator("#plates-sum").inner_text())
    focused = desk.page.evaluate("document.activeElement.ariaLabel")
    assert focused == "Move later: plate 2, Anton"
    desk.press("Enter")
    desk.until(lambda: names(desk) == ["b.png", "c.png", "a.png"])
    assert [row["file"] for row in in_table(photobook)] == ["b.png", "c.png", "a.png"]


def test_a_drag_changes_the_order_and_nothing_else(desk: Viewer, photobook: Path) -> None:
    """Texts and comments go with their picture; undo brings the old order back."""
    before = {row["file"]: row for row in in_table(photobook)}
    desk.page.locator(".plate .picture").nth(2).drag_to(desk.page.locator(".plate").nth(0))
    desk.until(lambda: names(desk) == ["c.png", "a.png", "b.png"])
    after = in_table(photobook)
    assert [row["file"] for row in after] == ["c.png", "a.png", "b.png"]
    assert {row["file"]: row for row in after} == before
    desk.page.get_by_role("button", name="Undo").click()
    desk.until(lambda: names(desk) == ["a.png", "b.png", "c.png"])


def test_a_book_without_plates_has_no_sheet(shown: Preview, tab: Open) -> None:
    """Nor a button for one, and the key does nothing."""
    viewer = tab(shown)
    assert not viewer.page.locator("#to-plates").is_visible()
    viewer.press("p")
    viewer.page.wait_for_timeout(200)
    assert not viewer.page.locator("#plates").is_visible()
