"""A Chromium that is told what to do through two pipes, and shows nothing on any screen.

https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Callable, Mapping
from types import TracebackType

import msgspec

from epubforge.diagnostics import ExtraMissing

Told = Mapping[str, object]
"""Parameters of a command, its answer, or what an event tells."""
Answerer = Callable[[str, Told], None]
"""What is done about an event of a page: its name, and what it tells."""

_QUIET = (
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
    "--disable-gpu", "--disable-extensions", "--disable-sync", "--disable-background-networking",
    "--disable-component-update", "--disable-domain-reliability", "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
_BLOCK = 1 << 16


class BrowserError(Exception):
    """The browser does not start, ended, or does not answer; the message says which."""


class Chromium:
    """A browser with one page. It is a context manager: outside of it there is no process."""

    def __init__(self, program: str, patience: float = 60.0) -> None:
        """Start it; patience is what one command may take, in seconds."""
        if os.name != "posix":
            raise ExtraMissing("pictures of pages need Linux or macOS; preview shows them anywhere")
        self._patience = patience
        self._folder = tempfile.mkdtemp(prefix="epubforge-browser-")
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        flags = [*_QUIET, f"--user-data-dir={self._folder}"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # Chromium refuses to be root otherwise, as in containers
        # The protocol is spoken on the third and fourth file; a shell puts the pipes there. By
        # their paths: some shells know no numbers of two digits.
        moved = f'exec "$0" "$@" 3</dev/fd/{theirs_in} 4>/dev/fd/{theirs_out}'
        self._process = subprocess.Popen(  # noqa: S603  the words are ours
            ["/bin/sh", "-c", moved, program, *flags, "about:blank"],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._number = 0
        self._session: str | None = None
        self._buffer = b""
        self._events: deque[tuple[str, Told]] = deque()
        self.answer: Answerer = lambda name, told: None
        """Asked about each event while a command waits for its answer."""

    def __enter__(self) -> Chromium:
        try:
            target = self.send("Target.createTarget", {"url": "about:blank"})["targetId"]
            attached = self.send("Target.attachToTarget", {"targetId": target, "flatten": True})
        except BaseException:
            self._end()
            raise
        self._session = str(attached["sessionId"])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def send(self, method: str, parameters: Told | None = None) -> Told:
        """Have a command carried out, and say what it answers. Raises BrowserError."""
        number = self.tell(method, parameters)
        deadline = time.monotonic() + self._patience
        while True:
            message = self._message(deadline, method)
            if message.get("id") == number:
                if "error" in message:
                    raise BrowserError(f"{method} was refused: {message['error']}")
                return _told(message.get("result"))
            if "method" in message:
                self.answer(str(message["method"]), _told(message.get("params")))

    def tell(self, method: str, parameters: Told | None = None) -> int:
        """Give a command without waiting for its answer; its number."""
        self._number += 1
        order: dict[str, object] = {"id": self._number, "method": method}
        order["params"] = dict(parameters or {})
        if self._session is not None:
            order["sessionId"] = self._session
        try:
            left = memoryview(msgspec.json.encode(order) + b"\0")
            while left:
                left = left[os.write(self._out, left) :]
        except OSError as error:
            raise BrowserError("the browser has ended") from error
        return self._number

    def wait(self, name: str) -> None:
        """Wait for an event of that name. Raises BrowserError where it does not come in time."""
        came = False

        def noticed(event: str, told: Told) -> None:
            nonlocal came
            came = came or event == name
            asked(event, told)

        asked, self.answer = self.answer, noticed
        try:
            deadline = time.monotonic() + self._patience
            while not came:
                message = self._message(deadline, name)
                if "method" in message:
                    self.answer(str(message["method"]), _told(message.get("params")))
        finally:
            self.answer = asked

    def _message(self, deadline: float, awaited: str) -> Told:
        while b"\0" not in self._buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise BrowserError(f"the browser did not answer {awaited} in time")
            piece = os.read(self._in, _BLOCK)
            if not piece:
                raise BrowserError("the browser has ended")
            self._buffer += piece
        first, _, self._buffer = self._buffer.partition(b"\0")
        return _told(msgspec.json.decode(first))

    def _end(self) -> None:
        os.close(self._out)
        os.close(self._in)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _told(value: object) -> Told:
    return value if isinstance(value, dict) else {}
