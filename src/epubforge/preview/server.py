"""What the preview answers: the viewer, the book's own bytes, what is known of them, and news."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from epubforge.preview.answers import (
    NOWHERE,
    OF_BOOK,
    answer,
    as_json,
    not_there,
    of_viewer,
    safe_headers,
    stretch,
)
from epubforge.preview.blocks import blocks_of
from epubforge.preview.guard import Guard
from epubforge.preview.locating import Locator
from epubforge.preview.proof import Leaf
from epubforge.preview.search import Search
from epubforge.preview.session import News, NoEditionError, Session
from epubforge.preview.state import Surroundings, Told, state_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_VIEWER = "index.html"


class Desk:
    """Reading: one function for each kind of address."""

    def __init__(self, session: Session, guard: Guard, around: Surroundings) -> None:
        self._session = session
        self._guard = guard
        self._around = around
        self._locator = Locator()
        self._search = Search()
        self._told = Told(lambda: session.maker.root, around.editor)
        folder = resources.files("epubforge.preview") / "static"
        self._files = {each.name: each for each in folder.iterdir() if each.is_file()}

    def routes(self) -> list[Route]:
        """Where each is reached."""
        from starlette.routing import Route

        return [
            Route("/", self.viewer),
            Route("/viewer/{name}", self.viewer_file),
            Route("/state/{edition}", self.state),
            Route("/book/{edition}/{href:path}", self.book),
            Route("/blocks/{edition}/{href:path}", self.blocks),
            Route("/search", self.search),
            Route("/events", self.events),
        ]

    async def viewer(self, request: Request) -> Response:
        """The viewer's page, which is told the secret."""
        page = self._files[_VIEWER].read_text(encoding="utf-8")
        told = {
            "token": self._guard.token,
            "run": self._session.run,
            "edition": self._session.first,
        }
        for name, value in told.items():
            page = page.replace(f"{{{{{name}}}}}", escape(value))
        policy = of_viewer(request.headers["host"])
        shown = answer(page.encode(), "text/html; charset=utf-8", policy)
        if self._guard.is_open:
            secret = self._guard.token
            shown.set_cookie(self._guard.cookie, secret, httponly=True, samesite="strict")
        return shown

    async def viewer_file(self, request: Request) -> Response:
        """A file of the viewer, by its name and nothing else."""
        name: str = request.path_params["name"]
        file, kind = self._files.get(name), _TYPES.get(name[name.rfind(".") :])
        if file is None or kind is None:
            return not_there()
        return answer(file.read_bytes(), kind, NOWHERE)

    async def state(self, request: Request) -> Response:
        """What is known of an edition."""
        edition: str = request.path_params["edition"]
        try:
            shown = await self._session.shown(edition)
        except NoEditionError:
            return not_there()
        return as_json(state_of(self._session, edition, shown, self._around, self._told))

    async def book(self, request: Request) -> Response:
        """A resource of the book, byte for byte."""
        leaf = self._leaf(request)
        if leaf is None:
            return not_there()
        headers = {"etag": f'"{leaf.digest}"', "cache-control": "no-cache"}
        if headers["etag"] in request.headers.get("if-none-match", ""):
            return answer(b"", leaf.media_type, OF_BOOK, headers, 304)
        try:
            content = leaf.read()
        except OSError:
            return not_there()
        return stretch(content, leaf.media_type, headers, request.headers.get("range"))

    async def blocks(self, request: Request) -> Response:
        """Which block of a page came from which line."""
        leaf = self._leaf(request)
        if leaf is None:
            return not_there()
        if leaf.origin is None:
            return as_json([])
        return as_json(blocks_of(self._locator.lines_of(leaf), leaf.origin))

    async def search(self, request: Request) -> Response:
        """Where words stand."""
        shown = self._session.at_hand(request.query_params.get("edition", self._session.first))
        if shown is None or shown.proof is None:
            return not_there()
        words, proof = request.query_params.get("q", "")[:200], shown.proof
        hits = await self._session.at_bench(lambda: self._search.find(words, proof))
        return as_json([asdict(hit) for hit in hits])

    async def events(self, request: Request) -> Response:
        """News, as long as somebody listens."""
        from starlette.responses import StreamingResponse

        edition = request.query_params.get("edition", self._session.first)
        try:
            await self._session.shown(edition)
        except NoEditionError:
            return not_there()
        return StreamingResponse(
            _lines(self._session.news(edition), self._session.run),
            media_type="text/event-stream",
            headers=safe_headers(NOWHERE),
        )

    def _leaf(self, request: Request) -> Leaf | None:
        """The resource that an address names: looked up among those of the book, never on disk."""
        shown = self._session.at_hand(request.path_params["edition"])
        proof = shown.proof if shown else None
        return proof.leaf(request.path_params["href"]) if proof else None


async def _lines(news: AsyncIterator[News | None], run: str) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    async for told in news:
        if told is None:
            yield ": still here\n\n"
        else:
            yield f"event: state\ndata: {json.dumps({'run': run, **asdict(told)})}\n\n"
