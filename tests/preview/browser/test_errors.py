"""When the manuscript cannot be made into a book, the last good page stays, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from preview.browser.books import SETTINGS
from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def test_an_error_lies_above_the_page_until_it_is_mended(
    manuscript: Path, live: Preview, tab: Open
) -> None:
    """File, line, excerpt and hint are on the card; the page below can be read on."""
    viewer = tab(live, "main/text/first.xhtml")
    settings = manuscript / "manuscript/book.toml"
    settings.write_text(SETTINGS.replace('language = "en"', "language = en"), encoding="utf-8")
    card = viewer.page.locator(".card")
    card.wait_for()
    viewer.page.wait_for_timeout(300)
    said = card.inner_text()
    assert "manuscript/book.toml:3" in said
    assert "language = en" in said
    assert "last good state" in said
    assert viewer.page.locator("#urgent").inner_text().startswith("Error: ")
    assert "Alpha 1 begins." in viewer.seen()
    below = card.bounding_box()
    page = viewer.page.locator("#screen").bounding_box()
    line = viewer.page.locator("footer").bounding_box()
    assert below is not None
    assert page is not None
    assert line is not None
    assert page["y"] == pytest.approx(below["y"] + below["height"], abs=2)
    assert page["y"] + page["height"] == pytest.approx(line["y"], abs=2)
    viewer.page.locator("#stage").focus()
    viewer.press("ArrowRight")
    viewer.until(lambda: "Page 2" in viewer.where())
    read = " ".join(viewer.seen().split(" begins.")[1].split()[-2:])
    settings.write_text(SETTINGS, encoding="utf-8")
    card.wait_for(state="detached")
    viewer.until(lambda: read in viewer.seen())
    assert viewer.page.locator("#urgent").inner_text().startswith("Mended")


def test_a_book_that_begins_broken_is_shown_when_it_is_mended(
    manuscript: Path, live: Preview, tab: Open
) -> None:
    """The card stands alone, and gives way to the book."""
    settings = manuscript / "manuscript/book.toml"
    settings.write_text("[book\n", encoding="utf-8")
    live.stop()
    live.restart()
    viewer = tab(live)
    viewer.page.locator(".card").wait_for()
    settings.write_text(SETTINGS, encoding="utf-8")
    viewer.page.locator(".card").wait_for(state="detached")
    viewer.until(lambda: viewer.page.locator("iframe.leaf").count() > 0)


def test_what_stops_the_book_is_told_alone(manuscript: Path, live: Preview, tab: Open) -> None:
    """A note that goes with it does not stand in its way."""
    viewer = tab(live, "main/text/first.xhtml")
    settings = manuscript / "manuscript/book.toml"
    undated = SETTINGS.replace("modified = 2026-01-31T12:00:00Z\n", "")
    settings.write_text(undated.replace("title =", 'subtitel = "x"\ntitle ='), encoding="utf-8")
    card = viewer.page.locator(".card")
    card.wait_for()
    assert "unknown key subtitel" in card.locator("article").inner_text()
