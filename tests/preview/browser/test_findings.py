"""What is wrong stands beside the text, in the list, and in the contents."""

from __future__ import annotations

from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def test_a_finding_is_marked_at_its_block(shown: Preview, tab: Open) -> None:
    """The mark stands as high as the picture that has no description."""
    viewer = tab(shown, "main/text/third.xhtml")
    mark = viewer.page.locator("#marks .mark").first
    mark.wait_for()
    viewer.page.wait_for_timeout(300)
    image = viewer.number("page.querySelectorAll('img')[1].getBoundingClientRect().top")
    frame = viewer.page.locator("iframe.leaf").first.bounding_box()
    box = mark.bounding_box()
    assert frame is not None
    assert box is not None
    assert abs(box["y"] - frame["y"] - image) < 40
    mark.click()
    note = viewer.page.get_by_role("dialog", name="Finding")
    assert "red.png" in note.inner_text()
    viewer.press("Escape")
    assert not note.is_visible()


def test_the_contents_count_them(shown: Preview, tab: Open) -> None:
    """Where to look first can be seen."""
    viewer = tab(shown)
    entry = viewer.page.locator("#toc > ol").get_by_role("link", name="Third")
    viewer.until(lambda: "finding" in entry.inner_text())


def test_the_list_leads_to_the_block_and_a_place_is_copied(shown: Preview, tab: Open) -> None:
    """One click to the text, one to the manuscript."""
    viewer = tab(shown)
    viewer.page.wait_for_timeout(500)
    viewer.setting("copies", True)
    viewer.press("w")
    item = viewer.page.locator("#found li", has_text="red.png").first
    item.get_by_role("button", name="Show in the text").click()
    viewer.until(lambda: viewer.where().startswith("Third"))
    item.get_by_role("button", name="manuscript/03-third.md").click()
    viewer.page.get_by_text("Copied manuscript/03-third.md:7").wait_for()
    copied = viewer.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("manuscript/03-third.md:7")


def test_a_key_goes_from_finding_to_finding(shown: Preview, tab: Open) -> None:
    """Without the list, too."""
    viewer = tab(shown)
    viewer.page.wait_for_timeout(500)
    viewer.press("n")
    viewer.until(lambda: viewer.where().startswith("Third"))


def test_a_click_with_a_modifier_gives_the_place_of_a_paragraph(shown: Preview, tab: Open) -> None:
    """From the page to the line that it came from."""
    viewer = tab(shown, "main/text/third.xhtml")
    viewer.setting("copies", True)
    words = viewer.page.frame_locator("iframe.leaf").get_by_text("a needle in the hay")
    words.click(modifiers=["Alt"])
    viewer.page.get_by_text("Copied manuscript/03-third.md:9").wait_for()


def test_marks_can_be_put_away(shown: Preview, tab: Open) -> None:
    """Reading without them is a choice."""
    viewer = tab(shown, "main/text/third.xhtml")
    viewer.page.locator("#marks .mark").first.wait_for()
    viewer.setting("marks", False)
    assert viewer.page.locator("#marks .mark").count() == 0
