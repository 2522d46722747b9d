"""A host on this machine that answers as hosts of the web do, well and badly."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("self-signed.pem")
"""Of localhost, signed by itself and trusted by nobody; its key is no secret."""


@dataclass
class Host:
    """Where it listens, and what it was asked."""

    port: int
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """Method, path and headers, in their order."""
    times: list[float] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Each question in short: `HEAD /there`."""
        return [f"{method} {path}" for method, path, _ in self.asked]

    def at(self, path: str) -> str:
        """An address of this host."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def host(*, secure: bool = False) -> Iterator[Host]:
    """It runs until the block is left."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.host = Host(server.server_address[1])
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=lambda: server.serve_forever(0.05))
    thread.start()
    try:
        yield server.host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def silent_port() -> Iterator[int]:
    """A port that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def closed_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    host: Host

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked went away, which is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""

    def _answer(self) -> None:
        host = self.server.host
        host.asked.append((self.command, self.path, dict(self.headers.items())))
        host.times.append(time.monotonic())
        _, name, *rest = self.path.partition("?")[0].split("/")
        match name, rest:
            case "there", _:
                self._say(200)
            case "status", [number]:
                self._say(int(number))
            case "head-refused", [number]:
                self._say(int(number) if self.command == "HEAD" else 200)
            case "head-dropped", _ if self.command == "HEAD":
                self.connection.shutdown(socket.SHUT_RDWR)
            case "head-dropped", _:
                self._say(200)
            case "dropped", _:
                self.connection.shutdown(socket.SHUT_RDWR)
            case "moved", [number, *path]:
                self._say(int(number), Location="/" + "/".join(path))
            case "circle", _:
                self._say(302, Location="/circle")
            case "steps", [number]:
                self._say(302, Location=f"/steps/{int(number) - 1}" if number != "1" else "/there")
            case "away", _:
                self._say(302, Location=self.headers["X-Never"] or "http://169.254.169.254/latest")
            case "to-file", _:
                self._say(301, Location="file:///etc/passwd")
            case "later", [seconds]:
                before = sum(1 for _, path, _ in host.asked if path == self.path)
                self._say(429 if before == 1 else 200, **{"Retry-After": seconds})
            case "always-later", _:
                self._say(503, **{"Retry-After": "0"})
            case "drip", _:
                self._drip()
            case "nonsense", _:
                self.wfile.write(b"what do you want\n")
            case "huge", _:
                self._huge()
            case _:
                self._say(404)

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status, "\x1b[31mreason")
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        """A byte now and then, and never an end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(200):
            time.sleep(0.05)
            self.wfile.write(b"x")

    def _huge(self) -> None:
        """A body without an end, for whoever reads it."""
        if self.command == "HEAD":
            self._say(405)
            return
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65_536)
            self.server.host.asked.append(("SENT", self.path, {}))
