"""The book in figures, and the two buttons that do something with it."""

from __future__ import annotations

import zipfile

from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def test_the_figures_are_those_of_the_book(shown: Preview, tab: Open) -> None:
    """Words, time, size; chapters and pictures with theirs; the card for shops."""
    viewer = tab(shown)
    viewer.press("b")
    figures = viewer.page.locator("#figures")
    viewer.until(lambda: "words" in figures.inner_text())
    said = figures.inner_text()
    assert "red.png" in said
    assert "180 × 120" in said
    assert "Ways of reading\nAppearance can be modified" in said
    viewer.page.locator("#figures").get_by_role("link", name="Second").click()
    viewer.until(lambda: viewer.where().startswith("Second"))


def test_the_book_is_built_and_downloaded(shown: Preview, tab: Open) -> None:
    """It is a whole EPUB, under the name that a build gives it."""
    viewer = tab(shown)
    viewer.press("b")
    with viewer.page.expect_download() as got:
        viewer.page.get_by_role("button", name="Build and download").click()
    assert got.value.suggested_filename == "a-book-to-be-looked-at.epub"
    with zipfile.ZipFile(got.value.path()) as book:
        assert book.read("mimetype") == b"application/epub+zip"
    viewer.page.get_by_text("a-book-to-be-looked-at.epub is downloaded.").wait_for()


def test_epubcheck_is_asked(shown: Preview, tab: Open) -> None:
    """What it says is said; of a good book, that there is nothing."""
    viewer = tab(shown)
    viewer.press("b")
    viewer.page.get_by_role("button", name="EPUBCheck").click()
    viewer.page.get_by_text("Nothing is found wrong.").wait_for(timeout=180_000)
