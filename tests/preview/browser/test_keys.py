"""Everything can be done with the keyboard."""

from __future__ import annotations

from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def test_a_page_shows_the_keys(shown: Preview, tab: Open) -> None:
    """Each of them does what it says: its command exists, and no key stands for two."""
    viewer = tab(shown)
    viewer.press("?")
    dialog = viewer.page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    keys = viewer.page.eval_on_selector_all(
        "[data-keys]", "all => all.flatMap(each => each.dataset.keys.split(' '))"
    )
    assert len(keys) == len(set(keys)) > 30
    viewer.press("Escape")
    assert not dialog.is_visible()


def test_no_key_is_without_effect(shown: Preview, tab: Open) -> None:
    """None of them ends in a fault, wherever one is."""
    for where in ("main/text/second.xhtml", "fixed/text/cover.xhtml"):
        viewer = tab(shown, where)
        keys = viewer.page.eval_on_selector_all(
            "[data-keys]", "all => all.flatMap(each => each.dataset.keys.split(' '))"
        )
        for key in keys:
            viewer.press({"Space": " "}.get(key, key))
            viewer.page.wait_for_timeout(60)
            viewer.press("Escape")
        assert viewer.faults == []


def test_keys_work_inside_the_page_too(shown: Preview, tab: Open) -> None:
    """A click into the text does not take the keyboard away."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.page.mouse.click(650, 300)
    viewer.press("ArrowRight")
    viewer.until(lambda: "Page 2 of" in viewer.where())
    viewer.press("?")
    assert viewer.page.get_by_role("dialog", name="Keys").is_visible()


def test_chapters_by_key(shown: Preview, tab: Open) -> None:
    """From chapter to chapter, to both ends of the book."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.press("]")
    viewer.until(lambda: viewer.where().startswith("Second · Page 1"))
    viewer.press("[")
    viewer.until(lambda: viewer.where().startswith("First · Page 1"))
    viewer.press("Home")
    viewer.until(lambda: not viewer.where().startswith("First"))


def test_single_letters_can_be_turned_off(shown: Preview, tab: Open) -> None:
    """Who speaks to the computer sends letters without meaning commands: WCAG 2.1.4."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.setting("keys", False)
    viewer.press("t", "d", "m")
    viewer.page.wait_for_timeout(200)
    assert "day" in viewer.words("page.documentElement.dataset.ef")
    viewer.press("ArrowRight")
    viewer.until(lambda: "Page 2 of" in viewer.where())


def test_the_page_is_announced(shown: Preview, tab: Open) -> None:
    """A screen reader says where one is after each turn."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.press("ArrowRight")
    said = viewer.page.locator("#polite")
    viewer.until(lambda: said.inner_text().startswith("First, Page 2 of"))


def test_the_focus_comes_back(shown: Preview, tab: Open) -> None:
    """What was opened by a key gives the keyboard back to the book when it is closed."""
    viewer = tab(shown, "main/text/first.xhtml")
    for key in ("a", "w", "b", "/", "c"):
        viewer.press(key)
        viewer.page.locator("#stage").focus() if key == "c" else viewer.press("Escape")
        viewer.page.wait_for_timeout(60)
        assert viewer.page.evaluate("document.activeElement.id") == "stage", key
