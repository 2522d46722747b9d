"""The whole application: the gate, and behind it what reads and what acts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from epubforge.preview.acting import Hands
from epubforge.preview.answers import not_there, refused
from epubforge.preview.guard import Asked, Guard
from epubforge.preview.server import Desk
from epubforge.preview.session import Session
from epubforge.preview.state import Surroundings

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send


def application(session: Session, guard: Guard, around: Surroundings) -> Starlette:
    """All that is served of a session."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    hands = Hands(session, around)
    desk = Desk(session, guard, replace(around, can=hands.can))
    return Starlette(
        routes=[*desk.routes(), *hands.routes()],
        middleware=[Middleware(Gate, guard=guard)],
        exception_handlers={404: _not_there, 405: _not_so, 500: _our_fault},
    )


async def _not_there(request: Request, fault: Exception) -> Response:
    return not_there()


async def _not_so(request: Request, fault: Exception) -> Response:
    return refused("it is not asked for in this way", 405)


async def _our_fault(request: Request, fault: Exception) -> Response:
    return refused(f"this is a fault of ours: {type(fault).__name__}", 500)


class Gate:
    """Lets pass what the guard lets pass."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app = app
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            refusal = self._guard.refusal(_asked(scope))
            if refusal is not None:
                await refused(refusal.reason, refusal.status)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _asked(scope: Scope) -> Asked:
    headers: dict[str, str] = {}
    for key, value in scope["headers"]:
        name = key.decode("latin-1").lower()
        told = value.decode("latin-1")
        # One who says it twice is heard to say neither.
        headers[name] = told if name not in headers else f"{headers[name]}, {told}"
    query = parse_qs(scope["query_string"].decode("latin-1"))
    return Asked(scope["method"], scope["path"], headers, query.get("token", [""])[0])
