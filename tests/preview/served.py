"""A preview that really runs: a process of its own, asked through real sockets."""

from __future__ import annotations

import http.client
import json
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from preview.ports import FIRST

PATIENCE = 60.0
"""Seconds after which something is taken to have failed: the machine may have other work."""
_ADDRESS = re.compile(r"http://(\S+?):(\d+)/(?:\?token=(\S+))?")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def json(self) -> Any:  # noqa: ANN401  as json.loads says
        return json.loads(self.body)


class Preview:
    """`epubforge preview` on a project or a file, until the block ends."""

    def __init__(
        self, *arguments: str | Path, environment: Mapping[str, str] | None = None
    ) -> None:
        port = () if "--port" in arguments else ("--port", FIRST)
        self._arguments = (*arguments, *port)
        self._environment = environment or {}
        self.said: list[str] = []
        self.port = 0
        self.token = ""
        self._listeners: list[Listener] = []

    def __enter__(self) -> Preview:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "epubforge", "preview", "--no-open", *map(str, self._arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **self._environment},
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        until(lambda: self.port or self.process.poll() is not None)
        if self.process.poll() is not None:
            self.__exit__(None, None, None)
            raise AssertionError("".join(self.said))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for listener in self._listeners:
            listener.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line)
            found = _ADDRESS.search(line)
            if found:
                self.token = found[3] or ""
                self.port = int(found[2])

    def listen(self, edition: str = "main") -> Listener:
        """A page that is open until the preview ends."""
        self._listeners.append(Listener(self.port, edition))
        return self._listeners[-1]

    def ask(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        host: str | None = None,
    ) -> Answer:
        """One request, its path sent as it is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", f"localhost:{self.port}" if host is None else host)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read())
        finally:
            connection.close()

    def post(self, path: str, value: object = None) -> Answer:
        """A request of the viewer's own page, with the token that it was given."""
        token = self.viewer_token()
        headers = {"X-Epubforge-Token": token, "Content-Type": "application/json"}
        return self.ask(path, "POST", headers, json.dumps(value).encode())

    def viewer_token(self) -> str:
        """The secret in the viewer's page."""
        page = self.ask("/").body.decode()
        found = re.search(r'name="epubforge-token" content="([^"]+)"', page)
        assert found
        return found[1]

    def state(self, edition: str = "main") -> dict[str, Any]:
        """What is known of an edition."""
        state: dict[str, Any] = self.ask(f"/state/{edition}").json
        return state

    def page(self, href: str, edition: str = "main") -> str:
        """A page of the book."""
        return self.ask(f"/book/{edition}/{href}").body.decode()

    def interrupt(self) -> int:
        """Ctrl-C, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


class Listener:
    """A page that is open: it hears the news, until it is closed or the preview ends."""

    def __init__(self, port: int, edition: str = "main") -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._stream = self._socket.makefile("rb")
        request = f"GET /events?edition={edition} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
        self._socket.sendall(request.encode())
        self.news: queue.Queue[dict[str, Any]] = queue.Queue()
        self.ended = threading.Event()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        with suppress(OSError, ValueError):
            for line in self._stream:
                if line.startswith(b"data: "):
                    self.news.put(json.loads(line[6:]))
        self.ended.set()

    def next(self) -> dict[str, Any]:
        """The next news."""
        return self.news.get(timeout=PATIENCE)

    def close(self) -> None:
        """Close the page."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._reader.join(PATIENCE)
        self._stream.close()
        self._socket.close()


def until(holds: Callable[[], object]) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)
