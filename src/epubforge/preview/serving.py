"""A session served on this computer until it is told to end: sockets, signals, threads."""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING

from epubforge.preview.guard import Guard
from epubforge.preview.session import Session
from epubforge.preview.watching import watch

if TYPE_CHECKING:
    from uvicorn import Server

_TRIES = 100
"""Ports that are tried, one after another."""


class NoPortError(Exception):
    """There is no free port; the message says so."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Sockets that listen, all at one port."""

    sockets: tuple[socket.socket, ...]
    port: int


def bind(hosts: Sequence[str], port: int) -> Bound:
    """Listening sockets at the first free port from that one on. Raises NoPortError, OSError."""
    last = min(port + _TRIES, 65_535)
    for number in range(port, last + 1):
        sockets: list[socket.socket] = []
        try:
            for host in hosts:
                opened = _listening(host, number)
                if opened is not None:
                    sockets.append(opened)
        except OSError as fault:
            for each in sockets:
                each.close()
            if fault.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            continue
        return Bound(tuple(sockets), number)
    raise NoPortError(f"the ports {port} to {last} are all taken; name another with --port")


def _listening(host: str, port: int) -> socket.socket | None:
    """None where this computer has no such address, as some have no IPv6."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        opened = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        if family == socket.AF_INET6:
            return None
        raise
    try:
        if sys.platform == "win32":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind((host, port))
        opened.listen(128)
    except OSError as fault:
        opened.close()
        if family == socket.AF_INET6 and fault.errno == errno.EADDRNOTAVAIL:
            return None
        raise
    opened.setblocking(False)
    return opened


def serve(
    session: Callable[[], Session], guard: Guard, bound: Bound, ready: Callable[[], None]
) -> None:
    """Serve until SIGINT or SIGTERM; every socket is closed and every thread ended then."""
    asyncio.run(_serve(session, guard, bound, ready))


async def _serve(
    make: Callable[[], Session], guard: Guard, bound: Bound, ready: Callable[[], None]
) -> None:
    import uvicorn

    from epubforge.preview.server import application

    session = make()
    loop = asyncio.get_running_loop()
    stop = threading.Event()

    def tell() -> None:
        loop.call_soon_threadsafe(session.changed)

    config = uvicorn.Config(
        application(session, guard),
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        http="h11",
        loop="asyncio",
        timeout_graceful_shutdown=2,
    )

    def leave() -> None:
        loop.call_soon_threadsafe(session.close)

    server = _server(config, leave)
    watcher = threading.Thread(target=watch, args=(session.maker.sources, tell, stop), daemon=True)
    work = asyncio.create_task(session.work())
    try:
        await session.shown(session.first)
        watcher.start()
        ready()
        await server.serve(list(bound.sockets))
    finally:
        session.close()
        work.cancel()
        stop.set()
        session.end()
        for each in bound.sockets:
            each.close()


def _server(config: object, leave: Callable[[], None]) -> Server:
    import uvicorn

    class Ending(uvicorn.Server):
        """Lets those who listen go as soon as it is told to end: they would never hang up."""

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            leave()
            super().handle_exit(sig, frame)

    return Ending(config)  # type: ignore[arg-type]
