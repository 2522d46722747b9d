"""What the preview answers: the viewer, the book's own bytes, what is known of them, and news."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from importlib import resources
from typing import TYPE_CHECKING

from epubforge.preview.guard import COOKIE, Asked, Guard
from epubforge.preview.places import PagePlaces, blocks_of
from epubforge.preview.session import News, NoEditionError, Session
from epubforge.preview.state import state_of

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

_TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"
}  # fmt: skip
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}
_NOTHING = "default-src 'none'; frame-ancestors 'none'"
_OF_BOOK = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)


class Gate:
    """Lets through what the guard lets through, and gives every answer its safe headers."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app = app
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        from starlette.responses import PlainTextResponse

        asked = _asked(scope)
        refusal = self._guard.refusal(asked)
        if refusal is not None:
            answer = PlainTextResponse(refusal.reason + "\n", refusal.status, _headers(_NOTHING))
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _asked(scope: Scope) -> Asked:
    from urllib.parse import parse_qs

    headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
    query = parse_qs(scope["query_string"].decode("latin-1"))
    return Asked(scope["method"], scope["path"], headers, query.get("token", [""])[0])


def _headers(policy: str) -> dict[str, str]:
    return {**_ALWAYS, "content-security-policy": policy, "cache-control": "no-store"}


def application(session: Session, guard: Guard) -> Starlette:
    """The whole application."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Route

    desk = _Desk(session, guard)
    return Starlette(
        routes=[
            Route("/", desk.viewer),
            Route("/viewer/{name}", desk.viewer_file),
            Route("/state/{edition}", desk.state),
            Route("/book/{edition}/{href:path}", desk.book),
            Route("/blocks/{edition}/{href:path}", desk.blocks),
            Route("/events", desk.events),
        ],
        middleware=[Middleware(Gate, guard=guard)],
    )


class _Desk:
    """The answers, one function a route."""

    def __init__(self, session: Session, guard: Guard) -> None:
        self._session = session
        self._guard = guard
        folder = resources.files("epubforge.preview") / "static"
        self._files = {each.name: each for each in folder.iterdir()}

    async def viewer(self, request: Request) -> Response:
        """The viewer's page, which is told the secret."""
        page = self._files["index.html"].read_text(encoding="utf-8")
        page = page.replace("{{token}}", self._guard.token).replace("{{run}}", self._session.run)
        answer = self._answer(page.encode(), "text/html; charset=utf-8", self._policy(request))
        if self._guard.is_open:
            answer.set_cookie(COOKIE, self._guard.token, httponly=True, samesite="strict")
        return answer

    async def viewer_file(self, request: Request) -> Response:
        """A file of the viewer."""
        name = request.path_params["name"]
        file = self._files.get(name)
        kind = _TYPES.get(name[name.rfind(".") :])
        if file is None or kind is None or name == "index.html":
            return self._none()
        kind = kind if kind.startswith("image/") else f"{kind}; charset=utf-8"
        return self._answer(file.read_bytes(), kind, _NOTHING)

    async def state(self, request: Request) -> Response:
        """What is known of an edition."""
        try:
            shown = await self._session.shown(request.path_params["edition"])
        except NoEditionError:
            return self._none()
        return self._json(state_of(self._session, shown))

    async def book(self, request: Request) -> Response:
        """A resource of the book, byte for byte."""
        shown = self._session.at_hand(request.path_params["edition"])
        leaf = (
            shown.proof.leaves.get(request.path_params["href"]) if shown and shown.proof else None
        )
        if leaf is None:
            return self._none()
        tag = f'"{leaf.digest}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return self._answer(b"", leaf.media_type, _OF_BOOK, headers, 304)
        try:
            content = leaf.read()
        except OSError:
            return self._none()
        return self._answer(content, leaf.media_type, _OF_BOOK, headers)

    async def blocks(self, request: Request) -> Response:
        """Which block of a page came from which line."""
        shown = self._session.at_hand(request.path_params["edition"])
        leaf = (
            shown.proof.leaves.get(request.path_params["href"]) if shown and shown.proof else None
        )
        if leaf is None:
            return self._none()
        if leaf.origin is None:
            return self._json([])
        places = PagePlaces.of(leaf.href, leaf.read())
        return self._json(blocks_of(places, leaf.origin))

    async def events(self, request: Request) -> Response:
        """News, as long as somebody listens."""
        from starlette.responses import StreamingResponse

        edition = request.query_params.get("edition", self._session.first)
        return StreamingResponse(
            _lines(self._session.news(edition), self._session.run),
            media_type="text/event-stream",
            headers=_headers(_NOTHING),
        )

    def _policy(self, request: Request) -> str:
        here = f"http://{request.headers['host']}"
        return (
            f"default-src 'none'; script-src {here}/viewer/; style-src {here}/viewer/ "
            f"'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )

    def _answer(
        self,
        content: bytes,
        kind: str,
        policy: str,
        more: Mapping[str, str] | None = None,
        status: int = 200,
    ) -> Response:
        from starlette.responses import Response

        headers = {**_headers(policy), "content-type": kind, **(more or {})}
        return Response(content, status, headers)

    def _json(self, value: object) -> Response:
        content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return self._answer(content, "application/json", _NOTHING)

    def _none(self) -> Response:
        return self._answer(b"there is no such thing\n", "text/plain", _NOTHING, status=404)


async def _lines(news: AsyncIterator[News | None], run: str) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    async for told in news:
        if told is None:
            yield ": still here\n\n"
            continue
        content = {
            "run": run,
            "revision": told.revision,
            "edition": told.edition,
            "changed": told.changed,
            "edition_changed": told.edition_changed,
            "error": told.error,
        }
        yield f"event: state\ndata: {json.dumps(content)}\n\n"
