"""Pages opened in a real Chromium and asked where everything stands."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path
from types import TracebackType

import websocket

from epubforge.fonts.font_faces import placed, rules
from epubforge.typeset.flow import FlowPage, Setting
from epubforge.typeset.sheet import SHEET

_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars"
    " --disable-background-networking --disable-component-update --disable-sync"
    " --remote-debugging-port=0 --remote-allow-origins=* --allow-file-access-from-files"
).split()
_MARGIN = 60

_ASK = """
document.fonts.ready
  .then(() => Promise.all([...document.images].map(i => i.decode().catch(() => 0))))
  .then(() => {
  const section = document.querySelector('section'), frame = section.getBoundingClientRect();
  const wide = WIDTH, high = HEIGHT, found = [];
  const say = (what, element, by) =>
    found.push([what, by.toFixed(1), element.tagName, element.textContent.slice(0, 30)].join(' '));
  for (const element of section.querySelectorAll('*')) {
    if (element.closest('math') && element.localName !== 'math') continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.bottom > frame.top + high + 0.6) say('below', element, box.bottom - frame.top - high);
    if (box.top < frame.top - 12) say('above', element, frame.top - box.top);
    if (box.right > frame.left + wide + 2) say('right', element, box.right - frame.left - wide);
    if (box.left < frame.left - 2) say('left', element, frame.left - box.left);
  }
  for (const line of section.querySelectorAll('.set-line, .set-last, .set-kept')) {
    const middles = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      const apart = 'ruby, sup, sub, math, svg, [role=doc-noteref]';
      if (!node.data.trim() || node.parentElement.closest(apart)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width && box.height) middles.push((box.top + box.bottom) / 2);
    }
    const size = parseFloat(getComputedStyle(line).fontSize);
    const apart = Math.max(...middles) - Math.min(...middles);
    if (apart > 0.7 * size) say('in two lines', line, apart);
  }
  const ends = [...section.querySelectorAll('[data-justified] .set-line')].map(line => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return line.parentElement.getBoundingClientRect().right - range.getBoundingClientRect().right;
  });
  return JSON.stringify({found, ends, text: section.textContent});
})
"""


class Chromium:
    """A browser that runs while the tests of one module do."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        name = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
        self._process = subprocess.Popen(
            [name, *_FLAGS, f"--user-data-dir={folder / 'profile'}", "about:blank"],
            stderr=subprocess.PIPE,
            text=True,
        )
        port = self._port()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            pages = [page for page in json.load(answer) if page["type"] == "page"]
        self._socket = websocket.create_connection(pages[0]["webSocketDebuggerUrl"], timeout=60)
        self._number = 0
        self._call("Page.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.communicate(timeout=20)

    def ask(self, page: FlowPage, sheet: str, setting: Setting, base: Path) -> dict[str, list[str]]:
        """What is outside the frame, or broken where it should not be."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=int(setting.width + 2 * _MARGIN),
            height=int(setting.height + 2 * _MARGIN),
            deviceScaleFactor=1,
            mobile=False,
        )
        file = self._folder / "page.xhtml"
        file.write_text(_page(page, sheet, setting, base, self._folder), encoding="utf-8")
        self._call("Page.navigate", url=file.as_uri())
        self._wait()
        asked = _ASK.replace("WIDTH", str(setting.width)).replace("HEIGHT", str(setting.height))
        answer: dict[str, list[str]] = json.loads(self._evaluate(asked))
        return answer

    def _wait(self) -> None:
        ready = "document.readyState === 'complete' && !!document.querySelector('section') && '1'"
        for _ in range(500):
            if self._evaluate(ready) == "1":
                return
            time.sleep(0.02)
        raise AssertionError("the page is not shown")

    def _evaluate(self, script: str) -> str:
        answer = self._call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return str(json.loads(answer)["result"].get("result", {}).get("value", ""))

    def _call(self, method: str, **parameters: str | int | bool) -> str:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message))
        while True:
            answer = str(self._socket.recv())
            if json.loads(answer).get("id") == self._number:
                return answer

    def _port(self) -> str:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            found = re.search(r"ws://127\.0\.0\.1:(\d+)/", line)
            if found:
                return found[1]
        raise AssertionError("Chromium does not start")


def write_fonts(setting: Setting, folder: Path) -> None:
    """The faces as files where the pages look for them."""
    for href, face in placed(setting.faces):
        file = folder / href
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(face.data)


def _page(page: FlowPage, sheet: str, setting: Setting, base: Path, folder: Path) -> str:
    fonts = rules(setting.faces, "page.css").replace('url("', f'url("{folder.as_uri()}/')
    named = "".join(f' {name}="{value}"' for name, value in setting.section.items())
    language = setting.language
    frame = (
        f"html {{ font-size: {setting.size}px; }} html body > section {{ position: absolute;"
        f" left: {_MARGIN}px; top: {_MARGIN}px; width: {setting.width}px;"
        f" height: {setting.height}px; margin: 0; padding: 0; max-width: none; }}"
    )
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}" dir="{setting.direction}"><head>'
        f'<title>Page</title><base href="{base.as_uri()}/"/>'
        f"<style><![CDATA[{fonts}\n{sheet}\n{SHEET}\n{frame}]]></style></head>"
        f"<body><section{named}>{page.markup}</section></body></html>"
    )
