"""Devices, light and type: what a reader may choose, laid over the book from outside."""

from __future__ import annotations

import pytest

from preview.browser.conftest import Open
from preview.browser.viewer import Preview

WIDE = (1280, 900)
_STYLE = "page.defaultView.getComputedStyle({}).{}"


@pytest.mark.parametrize(
    ("device", "size"),
    [
        ("phone", (390, 844)),
        ("tablet", (1024, 1366)),
        ("paperwhite", (407, 543)),
        ("scribe", (636, 847)),
        ("libra", (404, 538)),
        ("sage", (461, 614)),
        ("clara", (343, 463)),
    ],
)
def test_a_device_has_its_true_size(
    shown: Preview, tab: Open, device: str, size: tuple[int, int]
) -> None:
    """To the book the screen is as large as the device's, however large it is drawn."""
    viewer = tab(shown, "main/text/first.xhtml", size=WIDE)
    viewer.setting("device", device)
    assert viewer.inside("[page.defaultView.innerWidth, page.defaultView.innerHeight]") == [*size]
    box = viewer.page.locator("#device").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= WIDE[1]
    viewer.setting("scale", "true")
    drawn = viewer.page.locator("#screen").bounding_box()
    assert drawn is not None
    assert (round(drawn["width"]), round(drawn["height"])) == size


def test_electronic_ink_has_sixteen_greys(shown: Preview, tab: Open) -> None:
    """A reader of e-ink is grey by itself; the filter knows sixteen levels."""
    viewer = tab(shown, "main/text/third.xhtml")
    viewer.setting("device", "paperwhite")
    assert "eink-grey" in viewer.page.locator("#screen").evaluate("each => each.style.filter")
    levels = viewer.page.locator("#eink-grey feFuncR").get_attribute("tableValues")
    assert levels is not None
    assert len(set(levels.split())) == 16
    viewer.press("x")
    assert viewer.page.locator("#screen").evaluate("each => each.style.filter") == ""
    viewer.setting("device", "tablet")
    viewer.press("d")
    assert "eink-grey" in viewer.page.locator("#screen").evaluate("each => each.style.filter")


def test_the_light_is_day_sepia_night(shown: Preview, tab: Open) -> None:
    """The paper and the ink of the page are those of the light."""
    viewer = tab(shown, "main/text/first.xhtml")
    paper = _STYLE.format("page.documentElement", "backgroundColor")
    ink = _STYLE.format("page.querySelector('p')", "color")
    found = {}
    for light in ("day", "sepia", "night", "forced"):
        viewer.setting("theme", light)
        found[light] = (viewer.inside(paper), viewer.inside(ink))
    assert found["day"] == ("rgb(255, 255, 255)", "rgb(26, 26, 26)")
    assert found["forced"] == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert len(set(found.values())) == 4


def test_type_is_the_readers(shown: Preview, tab: Open) -> None:
    """Size, face, lines, spacing; and back to the publisher's."""
    viewer = tab(shown, "main/text/first.xhtml")
    asked = {
        each: _STYLE.format("page.querySelectorAll('p')[1]", each)
        for each in ("fontSize", "fontFamily", "lineHeight", "letterSpacing")
    }
    usual = {each: viewer.inside(expression) for each, expression in asked.items()}
    viewer.press("+", "+", "+", "+", "+")
    viewer.setting("font", "sans")
    assert viewer.inside(asked["fontSize"]) == "24px"
    assert "Verdana" in viewer.words(asked["fontFamily"])
    viewer.setting("lines", "1.8")
    assert viewer.inside(asked["lineHeight"]) == "43.2px"
    viewer.setting("spacing", True)
    assert viewer.inside(asked["letterSpacing"]) == "2.88px"
    viewer.setting("spacing", False)
    viewer.setting("lines", "publisher")
    viewer.setting("font", "publisher")
    viewer.press("0")
    viewer.page.wait_for_timeout(100)
    assert {each: viewer.inside(expression) for each, expression in asked.items()} == usual


def test_the_block_that_is_read_stays_when_the_type_grows(shown: Preview, tab: Open) -> None:
    """As much as can be: its page is the one that is shown."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.press("ArrowRight", "ArrowRight")
    first = viewer.seen().split(" begins.")[0].rpartition(" ")[2]
    for _ in range(6):
        viewer.press("+")
        viewer.page.wait_for_timeout(80)
        assert (
            f"Alpha {first} begins." in viewer.seen() or f"Alpha {int(first) + 1}" in viewer.seen()
        )


def test_pictures_give_way_to_their_descriptions(shown: Preview, tab: Open) -> None:
    """An editor reads what a blind reader hears, and sees where there is nothing to hear."""
    viewer = tab(shown, "main/text/third.xhtml")
    count = viewer.inside("page.querySelectorAll('*').length")
    viewer.press("i")
    viewer.until(lambda: viewer.inside("page.querySelectorAll('img').length") == 0)
    assert "A blue field" in viewer.seen()
    assert viewer.inside("page.querySelectorAll('*').length") == count
    viewer.press("i")
    viewer.until(lambda: viewer.inside("page.querySelectorAll('img').length") == 2)


def test_a_book_without_its_styles(shown: Preview, tab: Open) -> None:
    """The order and the meaning of the text alone, as some reading systems show it."""
    viewer = tab(shown, "main/text/third.xhtml")
    align = _STYLE.format("page.querySelector('h1')", "textAlign")
    assert viewer.inside(align) == "center"
    viewer.press("u")
    viewer.until(lambda: viewer.inside(align) != "center")


def test_choices_are_remembered(shown: Preview, tab: Open) -> None:
    """Opened again, the viewer is as it was left."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.setting("theme", "sepia")
    viewer.setting("device", "phone")
    viewer.page.reload()
    viewer.page.wait_for_selector("#stage.ready")
    assert viewer.words("page.documentElement.dataset.ef").split()[2] == "sepia"
    assert viewer.inside("page.defaultView.innerWidth") == 390


def test_what_cannot_be_remembered_is_chosen_all_the_same(shown: Preview, tab: Open) -> None:
    """A browser that keeps nothing, or keeps nonsense, shows the book."""
    viewer = tab(shown)
    viewer.page.evaluate(
        'localStorage.setItem(\'epubforge-preview\', \'{"theme": 7, "device": "no"\')'
    )
    viewer.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
    )
    viewer.page.reload()
    viewer.page.wait_for_selector("#stage.ready")
    viewer.setting("theme", "night")
    assert "night" in viewer.words("page.documentElement.dataset.ef")
