"""A session served until it is told to end; then every socket and every thread is given back."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

from epubforge.preview.guard import Guard
from epubforge.preview.network import Bound
from epubforge.preview.session import Session, Shown
from epubforge.preview.state import Surroundings
from epubforge.preview.watching import watch

if TYPE_CHECKING:
    from uvicorn import Server


def serve(
    make: Callable[[], Session],
    guard: Guard,
    around: Surroundings,
    bound: Bound,
    ready: Callable[[Shown], None],
) -> None:
    """Serve until SIGINT or SIGTERM; every socket is closed and every thread ended then.

    `ready` is called once the first edition is made and can be looked at.
    """
    asyncio.run(_serve(make, guard, around, bound, ready))


async def _serve(
    make: Callable[[], Session],
    guard: Guard,
    around: Surroundings,
    bound: Bound,
    ready: Callable[[Shown], None],
) -> None:
    import uvicorn

    from epubforge.preview.application import application

    session = make()
    loop = asyncio.get_running_loop()
    stop = threading.Event()

    def tell() -> None:
        loop.call_soon_threadsafe(session.changed)

    config = uvicorn.Config(
        application(session, guard, around),
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
        watcher.start()
        ready(await session.shown(session.first))
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
