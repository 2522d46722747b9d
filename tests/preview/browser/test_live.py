"""A change in the manuscript is on the screen, at the place that is being read."""

from __future__ import annotations

from pathlib import Path

import pytest

from preview.browser.books import picture, prose
from preview.browser.conftest import Open
from preview.browser.viewer import PAGE, Preview, Viewer


def change(file: Path, old: str, new: str) -> None:
    """Write a file anew as an editor does."""
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def mark_blocks(viewer: Viewer) -> None:
    """Remember every paragraph that is shown now by a property of its own."""
    viewer.page.evaluate(f"for (const each of {PAGE}.querySelectorAll('p')) each.isOld = true;")


@pytest.mark.parametrize("flow", ["pages", "scroll"])
def test_only_the_changed_paragraph_is_new_and_nothing_moves(
    manuscript: Path, live: Preview, tab: Open, flow: str
) -> None:
    """The author reads on while the words under her eyes become those that she wrote."""
    viewer = tab(live, "main/text/first.xhtml")
    viewer.setting("flow", flow)
    viewer.page.locator("#stage").focus()
    viewer.press(" ", " ", " ")
    viewer.page.wait_for_timeout(300)
    before, place = (
        viewer.seen(),
        viewer.inside("[page.scrollingElement.scrollLeft, page.scrollingElement.scrollTop]"),
    )
    number = int(before.split(" begins.")[-2].rpartition(" ")[2])
    mark_blocks(viewer)
    change(
        manuscript / "manuscript/01-first.md", f"Alpha {number} begins.", f"Alpha {number} is new."
    )
    viewer.until(lambda: f"Alpha {number} is new." in viewer.seen())
    assert (
        viewer.inside("[page.scrollingElement.scrollLeft, page.scrollingElement.scrollTop]")
        == place
    )
    assert viewer.inside("[...page.querySelectorAll('p')].filter(each => !each.isOld).length") == 1


def read_on(viewer: Viewer, flow: str) -> str:
    """Go three screens on; which paragraph then comes first on the screen."""
    viewer.setting("flow", flow)
    viewer.page.locator("#stage").focus()
    viewer.press(" ", " ", " ")
    viewer.page.wait_for_timeout(300)
    return viewer.seen().split(" begins.")[0].rpartition(" ")[2]


@pytest.mark.parametrize("flow", ["pages", "scroll"])
def test_what_is_written_before_the_page_does_not_push_it_away(
    manuscript: Path, live: Preview, tab: Open, flow: str
) -> None:
    """The block that came first on the screen still does."""
    viewer = tab(live, "main/text/first.xhtml")
    first = read_on(viewer, flow)
    added = prose("Added", 8)
    change(manuscript / "manuscript/01-first.md", "Alpha 2 begins.", f"{added}\n\nAlpha 2 begins.")
    viewer.until(lambda: viewer.inside("page.body.textContent.includes('Added 8')"))
    assert f"Alpha {first} begins." in viewer.seen()


def test_a_change_out_of_sight_is_told_and_can_be_gone_to(
    manuscript: Path, live: Preview, tab: Open
) -> None:
    """The page stays; a key leads to what is new, and the browser's way back leads back."""
    viewer = tab(live, "main/text/first.xhtml")
    change(manuscript / "manuscript/02-second.md", "Beta 30 begins.", "Beta 30 is new.")
    viewer.page.get_by_text("Changed in Second").wait_for()
    assert viewer.where().startswith("First")
    viewer.press(".")
    viewer.until(lambda: viewer.where().startswith("Second"))
    viewer.page.go_back()
    viewer.until(lambda: viewer.where().startswith("First"))
    change(manuscript / "manuscript/01-first.md", "Alpha 39 begins.", "Alpha 39 is new.")
    viewer.page.get_by_text("Changed in First").wait_for()
    viewer.page.get_by_role("button", name="Show").click()
    viewer.until(lambda: "Alpha 39 is new." in viewer.seen())


def test_a_changed_picture_is_shown_anew(manuscript: Path, live: Preview, tab: Open) -> None:
    """Its new colour is on the screen."""
    viewer = tab(live, "main/text/third.xhtml")
    colour = """(() => {
      const image = page.querySelector('img'), canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      const context = canvas.getContext('2d');
      if (!image.complete || !image.naturalWidth) return '';
      context.drawImage(image, 0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
    })()"""
    assert viewer.inside(colour) == "0,0,128"
    (manuscript / "images/blue.png").write_bytes(picture("lime"))
    viewer.until(lambda: viewer.inside(colour) == "0,255,0", "the picture is green")


def test_a_new_chapter_is_in_the_contents_at_once(
    manuscript: Path, live: Preview, tab: Open
) -> None:
    """And one that is taken away is gone, with the reader beside it still reading."""
    viewer = tab(live, "main/text/first.xhtml")
    new = manuscript / "manuscript/04-fourth.md"
    new.write_text("# Fourth\n\nIt is here.\n", encoding="utf-8")
    link = viewer.page.locator("#toc > ol").get_by_role("link", name="Fourth")
    link.wait_for()
    link.click()
    viewer.until(lambda: "It is here." in viewer.seen())
    new.unlink()
    viewer.until(lambda: link.count() == 0)
    viewer.until(lambda: not viewer.where().startswith("Fourth"))


def test_fifty_saves_in_a_second_end_in_the_last(
    manuscript: Path, live: Preview, tab: Open
) -> None:
    """However fast they come, and whatever they pass over."""
    viewer = tab(live, "main/text/third.xhtml")
    file = manuscript / "manuscript/03-third.md"
    text = file.read_text(encoding="utf-8")
    for number in range(50):
        file.write_text(text.replace("needle", f"needle-{number}"), encoding="utf-8")
        viewer.page.wait_for_timeout(15)
    viewer.until(lambda: "needle-49" in viewer.words("page.body.textContent"))


def test_two_tabs_show_the_same(manuscript: Path, live: Preview, tab: Open) -> None:
    """Each at its own place."""
    one, two = tab(live, "main/text/first.xhtml"), tab(live, "main/text/third.xhtml")
    change(manuscript / "manuscript/03-third.md", "needle", "pin")
    two.until(lambda: "a pin in the hay" in two.words("page.body.textContent"))
    one.page.get_by_text("Changed in Third").wait_for()


def test_after_a_restart_the_page_goes_on(manuscript: Path, live: Preview, tab: Open) -> None:
    """A server that ends and comes back, even with another text, finds the page waiting."""
    viewer = tab(live, "main/text/second.xhtml")
    viewer.press("ArrowRight")
    viewer.page.wait_for_timeout(400)
    live.stop()
    viewer.page.get_by_text("The preview has ended").wait_for()
    assert viewer.where().startswith("Second · Page 2")
    change(manuscript / "manuscript/02-second.md", "Beta 10 begins.", "Beta 10 is new.")
    with viewer.page.expect_navigation():
        live.restart()
    viewer.page.wait_for_selector("#stage.ready")
    viewer.until(lambda: viewer.inside("page.body.textContent.includes('Beta 10 is new.')"))
    assert viewer.where().startswith("Second · Page 2")
    change(manuscript / "manuscript/02-second.md", "Beta 10 is new.", "Beta 10 is newer.")
    viewer.until(lambda: viewer.inside("page.body.textContent.includes('Beta 10 is newer.')"))


@pytest.mark.parametrize("flow", ["pages", "scroll"])
def test_new_styles_with_new_blocks_keep_the_place(
    manuscript: Path, live: Preview, tab: Open, flow: str
) -> None:
    """The first table of a book brings its styles: the page is loaded anew, at the same block."""
    viewer = tab(live, "main/text/first.xhtml")
    first = read_on(viewer, flow)
    rows = "".join(f"| {number} | {number} |\n" for number in range(40))
    table = f"| One | Two |\n|---|---|\n{rows}"
    change(manuscript / "manuscript/01-first.md", "Alpha 2 begins.", f"{table}\nAlpha 2 begins.")
    viewer.until(lambda: viewer.inside("page.querySelector('table') !== null"))
    viewer.page.wait_for_timeout(1500)
    assert f"Alpha {first} begins." in viewer.seen()


def test_a_chapter_under_another_name_is_still_open(
    manuscript: Path, live: Preview, tab: Open
) -> None:
    """Its page has another name too; one that is gone gives way to the next."""
    viewer = tab(live, "main/text/second.xhtml")
    viewer.press("ArrowRight")
    viewer.until(lambda: "Page 2" in viewer.where())
    (manuscript / "manuscript/02-second.md").rename(manuscript / "manuscript/02-other.md")
    viewer.until(lambda: "/text/other.xhtml" in viewer.page.url)
    assert viewer.where().startswith("Second · Page 2")
    (manuscript / "manuscript/02-other.md").unlink()
    viewer.until(lambda: viewer.where().startswith("Third"))
