"""A live preview in a real browser: when it shows what was saved, and at which place."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from re import Pattern

from playwright.sync_api import Browser, Page

PATIENCE = 600
"""Seconds after which a tool is taken to have failed."""

# In the page that is opened, and of what it shows in frames: at each frame that the browser draws
# it looks for a marked paragraph on the screen, and for pictures. What it finds is told with the
# time after that drawing: a text when it was drawn, a picture when it was decoded and drawn.
_LOOK = """(() => {
  if (window !== top) return
  const known = new WeakMap()
  let last = ''
  const drawn = () => new Promise(requestAnimationFrame)
  const frames = document.getElementsByTagName('iframe')
  const pages = () => [document, ...[...frames]
    .filter((frame) => frame.checkVisibility({ visibilityProperty: true }))
    .map((frame) => frame.contentDocument)].filter((page) => page?.body)
  const box = (element) => {
    const { innerWidth: width, innerHeight: height } = element.ownerDocument.defaultView
    const first = element.getClientRects()[0]
    const isSeen = first?.width && first.right > 0 && first.left < width && first.bottom > 0
    return isSeen && first.top < height && first
  }
  async function text(element, mark) {
    if (last === mark || !box(element)) return
    last = mark
    await drawn()
    const { left, top } = box(element) || { left: -1, top: -1 }
    tellSaved(mark, Date.now() / 1000, left, top)
  }
  async function picture(image) {
    if (known.get(image) === image.currentSrc || !image.complete || !image.naturalWidth) return
    known.set(image, image.currentSrc)
    await image.decode()
    await drawn()
    const at = box(image)
    const told = Date.now() / 1000
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    canvas.drawImage(image, image.naturalWidth / 8, image.naturalHeight / 8, 1, 1, 0, 0, 1, 1)
    const colours = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
    const mark = `colour ${colours.map((each) => (each > 127 ? 1 : 0)).join('')}`
    if (at) tellSaved(mark, told, at.left, at.top)
  }
  function look() {
    requestAnimationFrame(look)
    for (const page of pages()) {
      for (const element of page.getElementsByTagName('p')) {
        const mark = /Saved \\d{3}/.exec(element.textContent)?.[0]
        if (mark) text(element, mark)
      }
      for (const image of page.getElementsByTagName('img')) picture(image)
    }
  }
  requestAnimationFrame(look)
})()"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A live preview and what surrounds it."""

    name: str
    command: Sequence[str]
    folder: Path
    address: Pattern[str]
    """Where it is reached, as it says itself once it is ready."""
    find: Callable[[Page, str], None]
    """Opens the marked place in the browser, given that address."""
    save: Callable[[int], float]
    """Saves the state of that number; answers the time just before."""


@dataclass(slots=True)
class Seat:
    """A tool that runs, and a tab that shows its page."""

    tool: Tool
    page: Page
    seen: dict[str, Seen] = field(default_factory=dict)
    """By the mark, when it was first seen."""

    def look(self, mark: str, told: float, left: float, top: float) -> None:
        """The page tells what it shows."""
        self.seen[mark] = Seen(told, left, top)

    def wait_for(self, mark: str) -> Seen:
        """When and where a mark is seen; a tool that never shows it ends the benchmark."""
        end = time.monotonic() + PATIENCE
        while mark not in self.seen:
            if time.monotonic() > end:
                raise SystemExit(f"{self.tool.name} does not show {mark}")
            self.page.wait_for_timeout(20)
        return self.seen[mark]


@dataclass(frozen=True, slots=True)
class Seen:
    """When a mark was seen, in seconds of the system's clock, and its place on the screen."""

    when: float
    left: float
    top: float

    def is_beside(self, other: Seen) -> bool:
        """Whether it is the same place."""
        return abs(self.left - other.left) < 3 and abs(self.top - other.top) < 3


@contextmanager
def seated(tool: Tool, browser: Browser) -> Iterator[Seat]:
    """The tool started, its page open at the marked place."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(tool.command, cwd=tool.folder, stdout=said, stderr=said)
        try:
            address = _address(tool, process, said.fileno())
            context = browser.new_context(viewport={"width": 1200, "height": 800})
            seat = Seat(tool, context.new_page())
            context.expose_function("tellSaved", lambda *told: seat.look(*told))
            context.add_init_script(_LOOK)
            tool.find(seat.page, address)
            yield seat
            context.close()
        finally:
            process.terminate()
            process.wait()


def _address(tool: Tool, process: subprocess.Popen[bytes], said: int) -> str:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        found = tool.address.search(Path(f"/proc/self/fd/{said}").read_text(encoding="utf-8"))
        if found:
            return found[0]
        time.sleep(0.2)
    raise SystemExit(f"{tool.name} does not start")
