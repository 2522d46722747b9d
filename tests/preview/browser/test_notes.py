"""Links and notes of the book."""

from __future__ import annotations

from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def test_a_note_is_shown_beside_its_mark(shown: Preview, tab: Open) -> None:
    """With its emphasis, without leaving the page; Escape closes it."""
    viewer = tab(shown, "main/text/third.xhtml")
    viewer.page.frame_locator("iframe.leaf").locator("[role=doc-noteref]").click()
    note = viewer.page.get_by_role("dialog", name="Note")
    note.wait_for()
    assert "The note says this." in note.inner_text()
    assert note.locator("em").inner_text() == "this"
    assert viewer.where().startswith("Third")
    viewer.press("Escape")
    assert not note.is_visible()


def test_a_link_leads_and_the_browser_leads_back(shown: Preview, tab: Open) -> None:
    """As on any page of the web."""
    viewer = tab(shown, "main/text/third.xhtml")
    viewer.page.frame_locator("iframe.leaf").get_by_text("the first").click()
    viewer.until(lambda: viewer.where().startswith("First"))
    viewer.page.go_back()
    viewer.until(lambda: viewer.where().startswith("Third"))
