"""The viewer in a real browser, asked and used as a reader would."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from preview.ports import FIRST

PATIENCE = 60
"""Seconds after which something is taken to have failed: the machine may have other work."""
_READY = re.compile(r"http://\S+")
SHOWN = "[...document.querySelectorAll('iframe.leaf:not(.coming)')]"
PAGE = f"{SHOWN}[0].contentDocument"


class Preview:
    """`epubforge preview` in a process of its own."""

    def __init__(self, target: Path, *options: str, port: int | None = None) -> None:
        self._command = [sys.executable, "-m", "epubforge", "preview", str(target), "--no-open"]
        self._command += ["--port", str(port or FIRST), *options]
        self.address = ""
        self._process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            found = _READY.search(line)
            if found:
                self.address = found[0]
                return process
        raise AssertionError(f"the preview does not start: {''.join(said)}")

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self._process.terminate()
        self._process.communicate(timeout=20)

    def restart(self) -> None:
        """Begin again at the same port."""
        port = self.address.rstrip("/").rpartition(":")[2]
        self._command[self._command.index("--port") + 1] = port
        self._process = self._start()


class Viewer:
    """One tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))

    def open(self, where: str = "") -> Viewer:
        """Open the viewer at EDITION/HREF."""
        self.page.goto("about:blank")
        self.page.goto(self.address + (f"#{where}" if where else ""))
        self.page.wait_for_selector("#stage.ready")
        return self

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def inside(self, expression: str) -> object:
        """The value of an expression in which `page` is the document that is shown."""
        value: object = self.page.evaluate(
            f"(() => {{ const page = {PAGE}; return {expression}; }})()"
        )
        return value

    def number(self, expression: str) -> float:
        """The same, where it is a number."""
        value = self.inside(expression)
        assert isinstance(value, int | float)
        return value

    def words(self, expression: str) -> str:
        """The same, where it is a text."""
        value = self.inside(expression)
        assert isinstance(value, str)
        return value

    def seen(self) -> str:
        """The words that can be seen on the screen of the book."""
        value = self.page.evaluate(
            f"""(() => {{
              const frame = {SHOWN}[0], page = frame.contentDocument, words = [];
              const texts = page.createTreeWalker(page.body, 4);
              while (texts.nextNode()) {{
                const range = page.createRange();
                range.selectNodeContents(texts.currentNode);
                const isSeen = [...range.getClientRects()].some(box => box.width
                  && box.right > 0 && box.left < frame.offsetWidth
                  && box.bottom > 0 && box.top < frame.offsetHeight);
                if (isSeen) words.push(texts.currentNode.data);
              }}
              return words.join(' ');
            }})()"""
        )
        return " ".join(str(value).split())

    def where(self) -> str:
        """The chapter and the page, as the line below says."""
        chapter, page = (self.page.locator(f"#{each}").inner_text() for each in ("chapter", "page"))
        return f"{chapter} · {page}"

    def until(self, holds: Callable[[], object], what: str = "it holds") -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds():
                return
            self.page.wait_for_timeout(30)
        raise AssertionError(f"after {PATIENCE} seconds not yet: {what}")

    def turn(self, key: str) -> None:
        """Press a key that leads to another page, and wait for that page."""
        before = self.where()
        self.press(key)
        self.until(lambda: self.where() != before, f"{key} leads on from {before}")

    def setting(self, name: str, value: str | bool) -> None:
        """Choose in the panel Appearance, and close it."""
        if not self.page.locator("#look").evaluate("each => each.open"):
            self.press("a")
        field = self.page.locator(f"#wishes [name={name}]")
        if isinstance(value, bool):
            field.set_checked(value)
        elif field.first.evaluate("each => each.localName") == "select":
            field.select_option(value)
        else:
            self.page.locator(f"#wishes [name={name}][value='{value}']").check(force=True)
        self.page.locator("#look > summary").press("Escape")
        self.page.wait_for_timeout(150)
