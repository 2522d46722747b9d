"""Turning pages and scrolling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import write_files
from preview.browser.books import prose
from preview.browser.conftest import Open
from preview.browser.viewer import Preview


def numbers(words: str) -> list[int]:
    """The paragraphs that are begun among words."""
    return [int(each) for each in re.findall(r"(\d+) begins", words)]


def test_every_paragraph_is_on_one_page_after_another(shown: Preview, tab: Open) -> None:
    """Nothing is skipped, nothing comes twice, the last page is as wide as the others."""
    viewer = tab(shown, "main/text/first.xhtml")
    found: list[int] = []
    for _ in range(40):
        if not viewer.where().startswith("First"):
            break
        found += [each for each in numbers(viewer.seen()) if each not in found]
        box = viewer.number("page.scrollingElement.scrollLeft / page.defaultView.innerWidth")
        assert box == round(box)
        viewer.turn("ArrowRight")
    assert found == list(range(1, 41))
    assert viewer.where().startswith("Second · Page 1 of ")


def test_back_over_the_beginning_is_the_end_of_the_chapter_before(
    shown: Preview, tab: Open
) -> None:
    """As in a book that is leafed through backwards."""
    viewer = tab(shown, "main/text/second.xhtml")
    viewer.press("ArrowLeft")
    viewer.until(lambda: viewer.where().startswith("First"))
    assert 40 in numbers(viewer.seen())
    page, count = re.findall(r"\d+", viewer.where())
    assert page == count


def test_scrolling_goes_by_screens_and_on_to_the_next_chapter(shown: Preview, tab: Open) -> None:
    """Space reads on, whatever the view is."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.setting("flow", "scroll")
    assert viewer.inside("page.scrollingElement.scrollHeight > page.defaultView.innerHeight * 3")
    found: set[int] = set()
    for _ in range(60):
        if not viewer.where().startswith("First"):
            break
        found |= set(numbers(viewer.seen()))
        viewer.turn(" ")
    assert found == set(range(1, 41))
    assert viewer.where().startswith("Second")


def test_the_place_is_kept_between_pages_and_scroll(shown: Preview, tab: Open) -> None:
    """Another view begins with the block that was read."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.press(*["ArrowRight"] * 3)
    first = numbers(viewer.seen())[0]
    viewer.press("m")
    viewer.page.wait_for_timeout(400)
    assert abs(numbers(viewer.seen())[0] - first) <= 1
    viewer.press("m")
    viewer.page.wait_for_timeout(400)
    assert first in numbers(viewer.seen())


def test_the_wheel_turns_one_page_at_a_time(shown: Preview, tab: Open) -> None:
    """A flick of the wheel is one page, not ten."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.inside(
        "[1, 2, 3, 4, 5].map(() => page.body.dispatchEvent("
        "new WheelEvent('wheel', {deltaY: 60, bubbles: true, cancelable: true})))"
    )
    viewer.until(lambda: " · Page 2 of " in viewer.where())
    viewer.page.wait_for_timeout(200)
    assert " · Page 2 of " in viewer.where()


def test_a_finger_turns_the_page(shown: Preview, tab: Open) -> None:
    """A swipe to the left is the next page, one downwards is none."""
    viewer = tab(shown, "main/text/first.xhtml", has_touch=True)
    swipe = """((across, down) => {
      const at = (x, y) => [new Touch({identifier: 1, target: page.body, screenX: x, screenY: y})];
      const say = (name, set) =>
        page.body.dispatchEvent(new TouchEvent(name, {bubbles: true, ...set}));
      say('touchstart', {touches: at(300, 300)});
      say('touchend', {changedTouches: at(300 + across, 300 + down)});
    })"""
    viewer.inside(f"{swipe}(20, 200)")
    viewer.inside(f"{swipe}(-120, 20)")
    viewer.until(lambda: " · Page 2 of " in viewer.where())
    viewer.inside(f"{swipe}(120, 20)")
    viewer.until(lambda: " · Page 1 of " in viewer.where())


def test_the_line_below_leads_anywhere_in_the_book(shown: Preview, tab: Open) -> None:
    """One step of it is one page of the reading order."""
    viewer = tab(shown)
    viewer.page.locator("#slider").evaluate(
        "each => { each.value = each.max; each.dispatchEvent(new Event('change')); }"
    )
    last = viewer.page.evaluate(
        "fetch('/state/main').then(a => a.json()).then(s => s.spine.at(-1).title)"
    )
    viewer.until(lambda: viewer.where().startswith(last))
    page, count = re.findall(r"\d+", viewer.where())
    assert page == count


def test_the_focus_brings_its_page(shown: Preview, tab: Open) -> None:
    """Whoever goes from link to link with the Tab key sees where they are, page for page."""
    viewer = tab(shown, "main/text/third.xhtml")
    viewer.inside("[...page.querySelectorAll('a')].at(-1).focus()")
    viewer.page.wait_for_timeout(200)
    box = viewer.number("page.scrollingElement.scrollLeft / page.defaultView.innerWidth")
    assert box == round(box)


def test_a_picture_with_its_caption_stands_alone_in_the_middle(shown: Preview, tab: Open) -> None:
    """In a window of two columns too: no half of it is empty."""
    viewer = tab(shown, "main/text/cover.xhtml", size=(1400, 800))
    picture = "page.querySelector('img, svg').getBoundingClientRect()"
    middle = viewer.number(f"{picture}.left + {picture}.width / 2")
    assert middle == pytest.approx(viewer.number("page.defaultView.innerWidth / 2"), abs=2)
    viewer = tab(shown, "main/text/third.xhtml", size=(1400, 800))
    assert viewer.inside("page.documentElement.style.getPropertyValue('--ef-columns')") == "2"


def test_the_beginning_of_a_chapter_stays_its_beginning(shown: Preview, tab: Open) -> None:
    """Another view shows what stands above the first words too."""
    viewer = tab(shown, "main/text/first.xhtml")
    viewer.press("m")
    viewer.until(lambda: viewer.where() == "First · 0 %")
    viewer.press("m")
    viewer.until(lambda: viewer.where().startswith("First · Page 1 of "))


@pytest.fixture
def hebrew(tmp_path: Path) -> Iterator[Preview]:
    """A book that is read from right to left."""
    text = "\n\n".join(
        f"פסקה {number}. " + "מילים רבות מאוד בעמוד הזה. " * 20 for number in range(30)
    )
    files = {
        "manuscript/book.toml": '[book]\ntitle = "ספר"\nlanguage = "he"\n'
        "modified = 2026-01-31T12:00:00Z\n",
        "manuscript/01-one.md": f"# אחת\n\n{text}\n",
        "manuscript/02-two.md": f"# שתיים\n\n{prose('Gamma', 3)}\n",
    }
    preview = Preview(write_files(tmp_path / "hebrew", files))
    yield preview
    preview.stop()


def test_from_right_to_left_the_left_key_reads_on(hebrew: Preview, tab: Open) -> None:
    """Pages lie in the direction in which the book is read."""
    viewer = tab(hebrew)
    viewer.page.locator("#toc a").first.click()
    viewer.until(lambda: viewer.where().startswith("אחת · Page 1 of "))
    before = viewer.seen()
    viewer.press("ArrowLeft")
    viewer.until(lambda: " · Page 2 of " in viewer.where())
    assert viewer.seen() != before
    assert viewer.number("page.scrollingElement.scrollLeft") < 0
    viewer.press("ArrowRight")
    viewer.until(lambda: " · Page 1 of " in viewer.where())
