"""A proof turned into pictures of its pages, as a device shows them.

The browser gets the book's resources from here and nothing from anywhere else; scripts do not run.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

import msgspec

from epubforge.codec.screens import sixteen_greys
from epubforge.preview.proof import Proof, SpinePage
from epubforge.shots.chromium import Chromium, Told
from epubforge.shots.devices import Device

_HOST = "https://book.invalid/"
_COLUMNS = """
:root { box-sizing: border-box !important; margin: 0 !important; width: %(width)dpx !important;
  height: %(height)dpx !important; padding: %(margin)dpx !important; overflow: hidden !important;
  columns: auto %(inner)dpx !important; column-gap: %(gap)dpx !important;
  column-fill: auto !important; }
body { margin: 0 !important; padding: 0 !important; }
img, svg, video { max-width: 100%% !important; max-height: %(high)dpx !important;
  object-fit: contain; break-inside: avoid; }
figure:has(figcaption) :is(img, svg, video) { max-height: calc(%(high)dpx - 5.5em) !important; }
"""
_MEASURE = """(css) => {
  const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style');
  style.textContent = css;
  const root = document.documentElement;
  (document.head ?? root).append(style);
  const { writingMode, direction } = getComputedStyle(document.body ?? root);
  root.style.writingMode = writingMode;
  root.style.direction = direction;
  const vertical = writingMode.startsWith('vertical');
  const whole = vertical ? root.scrollHeight : root.scrollWidth;
  return document.fonts.ready.then(() => [whole, vertical ? 1 : 0, direction === 'rtl' ? 1 : 0]);
}"""
_SCROLL = "([left, top]) => { document.documentElement.scrollTo(left, top); return 0; }"


@dataclass(frozen=True, slots=True)
class Shot:
    """One page on the screen."""

    spine: int
    """Number of its document in reading order, from 1."""
    page: int
    """Number of the screen in the document, from 1."""
    title: str
    href: str
    png: bytes = field(repr=False)


def shots(
    proof: Proof, device: Device, browser: Chromium, steps: range | None = None, most: int = 200
) -> Iterator[Shot]:
    """Pictures of the documents of these steps of the reading order (from 1), screen by screen.

    Of each document no more than `most` screens. Raises BrowserError.
    """
    browser.send("Emulation.setScriptExecutionDisabled", {"value": True})  # the book's own
    browser.send("Page.enable")
    browser.send("Fetch.enable", {"patterns": [{"urlPattern": "*"}]})
    browser.answer = lambda name, told: _serve(proof, browser, name, told)
    for number, page in enumerate(proof.spine, 1):
        if steps is None or number in steps:
            rendition = proof.rendition
            taken = (
                _flowing(page, device, browser, most)
                if rendition is None
                else _fixed(page, device, browser, (rendition.width, rendition.height))
            )
            for screen, png in enumerate(taken, 1):
                png = sixteen_greys(png) if device.is_grey else png
                yield Shot(number, screen, page.title, page.leaf.href, png)


def _serve(proof: Proof, browser: Chromium, name: str, told: Told) -> None:
    """Answer what the browser asks for: a resource of the book, or nothing."""
    if name != "Fetch.requestPaused":
        return
    request = told["request"]
    url = str(request["url"]) if isinstance(request, dict) else ""
    path = unquote(url.removeprefix(_HOST).partition("#")[0].partition("?")[0])
    leaf = proof.leaf(path) if url.startswith(_HOST) else None
    if leaf is None:
        failed = {"requestId": told["requestId"], "errorReason": "BlockedByClient"}
        browser.tell("Fetch.failRequest", failed)
        return
    answer = {
        "requestId": told["requestId"],
        "responseCode": 200,
        "responseHeaders": [{"name": "Content-Type", "value": leaf.media_type}],
        "body": base64.b64encode(leaf.read()).decode(),
    }
    browser.tell("Fetch.fulfillRequest", answer)


def _open(page: SpinePage, browser: Chromium, width: int, height: int, ratio: float) -> None:
    screen = {"width": width, "height": height, "deviceScaleFactor": ratio, "mobile": False}
    browser.send("Emulation.setDeviceMetricsOverride", screen)
    browser.tell("Page.navigate", {"url": _HOST + quote(page.leaf.href)})
    browser.wait("Page.loadEventFired")


def _flowing(page: SpinePage, device: Device, browser: Chromium, most: int) -> Iterator[bytes]:
    width, height = device.css_size
    _open(page, browser, width, height, device.ratio)
    margin = round(min(width, height) * 0.06)
    sizes = {"width": width, "height": height, "margin": margin, "gap": 2 * margin}
    sizes |= {"inner": width - 2 * margin, "high": height - 2 * margin}
    whole, vertical, backwards = _asked(browser, _MEASURE, _COLUMNS % sizes)
    step = height if vertical else width
    for screen in range(min(most, max(1, -(-(whole - 2) // step)))):
        way = -1 if backwards and not vertical else 1
        at = way * screen * step
        place = (0, at) if vertical else (at, 0)
        _asked(browser, _SCROLL, place)
        yield _picture(browser, place, device.width / device.ratio, device.height / device.ratio)


def _fixed(
    page: SpinePage, device: Device, browser: Chromium, viewport: tuple[int, int]
) -> Iterator[bytes]:
    width, height = viewport
    ratio = min(device.width / width, device.height / height)
    _open(page, browser, width, height, ratio)
    yield _picture(browser, (0, 0), width, height)


def _asked(browser: Chromium, function: str, argument: object) -> list[int]:
    expression = f"({function})({msgspec.json.encode(argument).decode()})"
    order = {"expression": expression, "returnByValue": True, "awaitPromise": True}
    result = browser.send("Runtime.evaluate", order).get("result")
    value = result.get("value") if isinstance(result, dict) else None
    return [int(each) for each in value] if isinstance(value, list) else []


def _picture(browser: Chromium, place: tuple[int, int], width: float, height: float) -> bytes:
    """What is seen of a screen of this size, scrolled to a place, in CSS pixels of the page."""
    left, top = place
    clip = {"x": left, "y": top, "width": width, "height": height, "scale": 1}
    order = {"format": "png", "clip": clip}
    return base64.b64decode(str(browser.send("Page.captureScreenshot", order)["data"]))
