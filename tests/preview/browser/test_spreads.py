"""Fixed pages, side by side as they are bound."""

from __future__ import annotations

from preview.browser.conftest import Open
from preview.browser.viewer import SHOWN, Preview, Viewer


def sides(viewer: Viewer) -> list[dict[str, float]]:
    """Where the pages of the spread are."""
    found: list[dict[str, float]] = viewer.page.evaluate(
        f"{SHOWN}.map(each => each.getBoundingClientRect().toJSON())"
    )
    return found


def test_two_pages_meet_in_the_gutter(shown: Preview, tab: Open) -> None:
    """The cover is alone at the right, then come pairs that touch, as high as each other."""
    viewer = tab(shown, "fixed/text/cover.xhtml")
    (cover,) = sides(viewer)
    stage = viewer.page.locator("#screen").bounding_box()
    assert stage is not None
    middle = stage["x"] + stage["width"] / 2
    assert abs(cover["left"] - middle) < 1
    viewer.press("ArrowRight")
    viewer.until(lambda: len(sides(viewer)) == 2)
    left, right = sides(viewer)
    assert abs(left["right"] - right["left"]) < 1
    assert abs(left["height"] - right["height"]) < 1
    assert viewer.page.locator(".gutter").count() == 1
    assert viewer.where().endswith("Spread 2 of " + viewer.where().rpartition(" ")[2])


def test_one_page_alone(shown: Preview, tab: Open) -> None:
    """By a key, or on a screen that is higher than wide."""
    viewer = tab(shown, "fixed/text/cover.xhtml")
    viewer.press("s")
    viewer.until(lambda: "Page 1 of" in viewer.where())
    viewer.press("ArrowRight")
    viewer.until(lambda: "Page 2 of" in viewer.where())
    assert len(sides(viewer)) == 1
    assert viewer.page.locator(".gutter").count() == 0
    viewer.press("s")
    viewer.until(lambda: "Spread 2 of" in viewer.where())
    viewer.setting("device", "phone")
    viewer.until(lambda: "Page 2 of" in viewer.where())


def test_the_whole_page_is_on_the_screen(shown: Preview, tab: Open) -> None:
    """Nothing is cut off at any size of the window."""
    viewer = tab(shown, "fixed/text/cover.xhtml")
    for size in ((1000, 700), (1400, 500), (390, 844)):
        viewer.page.set_viewport_size({"width": size[0], "height": size[1]})
        viewer.page.wait_for_timeout(400)
        stage = viewer.page.locator("#screen").bounding_box()
        assert stage is not None
        for side in sides(viewer):
            assert side["left"] >= stage["x"] - 1
            assert side["right"] <= stage["x"] + stage["width"] + 1
            assert side["bottom"] <= stage["y"] + stage["height"] + 1


def test_editions_change_in_place(shown: Preview, tab: Open) -> None:
    """The same chapter is read on in the other edition."""
    viewer = tab(shown, "main/text/second.xhtml")
    viewer.page.get_by_label("Edition").select_option("fixed")
    viewer.until(lambda: "Spread" in viewer.where())
    assert viewer.where().startswith("Second")
    viewer.page.get_by_label("Edition").select_option("main")
    viewer.until(lambda: "Page" in viewer.where())
    assert viewer.where().startswith("Second")


def test_type_cannot_be_changed_on_fixed_pages(shown: Preview, tab: Open) -> None:
    """What no reading system can do is not offered."""
    viewer = tab(shown, "fixed/text/cover.xhtml")
    viewer.press("a")
    assert not viewer.page.get_by_text("Font size").is_visible()
    assert viewer.page.get_by_text("Their type and colours cannot be changed").is_visible()
