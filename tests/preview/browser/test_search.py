"""Search in the whole book."""

from __future__ import annotations

from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def test_words_are_found_and_gone_to(shown: Preview, tab: Open) -> None:
    """A result shows its chapter and the words around; a click leads to its page."""
    viewer = tab(shown)
    viewer.press("/")
    viewer.page.keyboard.type("needle")
    result = viewer.page.locator("#results button")
    viewer.until(lambda: result.count() == 1)
    assert "Third" in result.inner_text()
    assert result.locator("mark").inner_text() == "needle"
    assert viewer.page.locator("#hits").inner_text() == "1 place"
    result.click()
    viewer.until(lambda: "needle in the hay" in viewer.seen())
    assert viewer.inside("page.defaultView.CSS.highlights.get('found').size") == 1


def test_nothing_found_is_said(shown: Preview, tab: Open) -> None:
    """The list is empty, and a screen reader hears it."""
    viewer = tab(shown)
    viewer.press("/")
    viewer.page.keyboard.type("zzzz")
    viewer.until(lambda: viewer.page.locator("#hits").inner_text() == "0 places")
