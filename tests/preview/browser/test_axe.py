"""The viewer itself is accessible: axe finds nothing in any of its states."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from preview.browser.conftest import Open
from preview.browser.viewer import Preview, Viewer

ROOT = Path(__file__).parents[3]
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe() -> str:
    """The engine that comes with Ace."""
    ace = shutil.which("ace-cli") or str(ROOT / ".venv/ace/node_modules/.bin/ace-cli")
    modules = next(each for each in Path(ace).resolve().parents if each.name == "node_modules")
    return (modules / "@daisy/axe-core-for-ace/axe.min.js").read_text(encoding="utf-8")


def violations(viewer: Viewer) -> list[str]:
    """What axe finds, the pages of the book left out: they are the author's."""
    viewer.page.wait_for_timeout(300)
    viewer.page.evaluate(axe())
    options = {"runOnly": {"type": "tag", "values": _TAGS}, "iframes": False}
    found = viewer.page.evaluate(
        f"axe.run({{exclude: ['iframe.leaf']}}, {json.dumps(options)})"
        ".then(found => found.violations.map(each => each.id + ': '"
        " + each.nodes.map(node => node.html.slice(0, 200)).join(' | ')))"
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("size", "light"),
    [((1280, 800), "light"), ((1280, 800), "dark"), ((390, 844), "dark"), ((360, 640), "light")],
)
def test_no_state_has_a_fault(shown: Preview, tab: Open, size: tuple[int, int], light: str) -> None:
    """Reading, every panel, the keys, a note, a device, wide and narrow, light and dark."""
    viewer = tab(shown, "main/text/third.xhtml", size=size, color_scheme=light)
    assert violations(viewer) == []
    for key in ("a", "w", "b", "/"):
        viewer.press(key)
        if key == "/":
            viewer.page.keyboard.type("begins")
        assert violations(viewer) == [], key
        viewer.press("Escape")
    viewer.press("?")
    assert violations(viewer) == []
    viewer.press("Escape")
    viewer.page.frame_locator("iframe.leaf").locator("[role=doc-noteref]").click()
    assert violations(viewer) == []
    viewer.press("Escape")
    viewer.setting("device", "paperwhite")
    viewer.press("c")
    assert violations(viewer) == []


def test_the_error_card_has_no_fault(manuscript: Path, live: Preview, tab: Open) -> None:
    """Nor has the message that the preview has ended."""
    viewer = tab(live, "main/text/third.xhtml")
    (manuscript / "manuscript/book.toml").write_text("[book\n", encoding="utf-8")
    viewer.page.locator(".card").wait_for()
    assert violations(viewer) == []
    live.stop()
    viewer.page.get_by_text("The preview has ended").wait_for()
    assert violations(viewer) == []
    live.restart()
