"""The viewer opens where it is told to, and stays light."""

from __future__ import annotations

import re
from pathlib import Path

from preview.browser.conftest import Open
from preview.browser.viewer import Preview

STATIC = Path(__file__).parents[3] / "src/epubforge/preview/static"


def test_the_first_page_is_shown_under_the_books_title(shown: Preview, tab: Open) -> None:
    """A reader sees the book at once, and what it is called."""
    viewer = tab(shown)
    assert viewer.page.title() == "A book to be looked at – preview"
    assert viewer.page.locator("h1").inner_text() == "A book to be looked at"
    assert viewer.inside(
        "page.body.textContent.trim().length > 0 || !!page.querySelector('img, svg')"
    )


def test_an_address_leads_to_its_chapter_and_back_to_the_same_block(
    shown: Preview, tab: Open
) -> None:
    """A page that is loaded anew shows what it showed before."""
    viewer = tab(shown, "main/text/second.xhtml")
    viewer.press("ArrowRight", "ArrowRight")
    viewer.page.wait_for_timeout(500)
    before = viewer.seen()
    assert "Beta" in before
    viewer.page.reload()
    viewer.page.wait_for_selector("#stage.ready")
    assert viewer.seen() == before


def test_an_address_of_nothing_leads_to_the_beginning(shown: Preview, tab: Open) -> None:
    """A chapter that is gone is no dead end."""
    assert tab(shown, "main/text/gone.xhtml").where().startswith(tab(shown).where())


def test_the_contents_lead_to_every_chapter(shown: Preview, tab: Open) -> None:
    """The entry that is read is the current one."""
    viewer = tab(shown)
    viewer.page.get_by_role("link", name="Second", exact=True).first.click()
    viewer.until(lambda: viewer.where().startswith("Second"))
    assert viewer.page.locator("#toc [aria-current]").inner_text() == "Second"


def test_all_scripts_are_asked_for_at_once() -> None:
    """The first page does not wait for one script after another."""
    scripts = {script.name for script in STATIC.glob("*.js")}
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'="/viewer/([a-z]+\.js)"', page)) == scripts


def test_the_scripts_are_light() -> None:
    """All of the viewer's JavaScript is under 60,000 bytes, and none is fetched from elsewhere."""
    scripts = sorted(STATIC.glob("*.js"))
    assert sum(len(script.read_bytes()) for script in scripts) < 60_000
    for file in [*scripts, *STATIC.glob("*.css"), STATIC / "index.html"]:
        text = file.read_text(encoding="utf-8")
        assert "https://" not in text
        assert "@import" not in text
