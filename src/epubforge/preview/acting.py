"""What the viewer has done: the book packed, other checkers asked, plates changed."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from epubforge.pipeline.caption_table import EditError
from epubforge.preview.answers import NOWHERE, answer, as_json, not_there, refused
from epubforge.preview.bench import Bench
from epubforge.preview.making import Findings, Packed
from epubforge.preview.opinions import KNOWN, Opinions, opinions
from epubforge.preview.plates import PlateDesk
from epubforge.preview.session import NoEditionError, Session
from epubforge.preview.state import Surroundings, Value, finding_value

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

V = TypeVar("V")

_LARGEST = 1_000_000
"""Bytes of a wish."""


class Hands:
    """Acting: whatever writes, or takes long."""

    def __init__(self, session: Session, around: Surroundings) -> None:
        self._session = session
        self._around = around
        maker = session.maker
        self._plates = PlateDesk(maker) if isinstance(maker, Bench) else None
        self._asking = asyncio.Lock()

    def can(self, edition: str) -> Mapping[str, bool]:
        """What can be done with an edition here."""
        is_ours = self._plates is not None
        return {
            "edit": is_ours,
            "build": is_ours,
            **KNOWN,
            "plates": bool(self._plates and self._plates.all(edition)),
            "undo": bool(self._plates and self._plates.can_undo),
        }

    def routes(self) -> list[Route]:
        """Where each is reached."""
        from starlette.routing import Route

        return [
            Route("/build", self.build, methods=["POST"]),
            Route("/check", self.check, methods=["POST"]),
            Route("/plates", self.plates, methods=["GET", "POST"]),
        ]

    async def build(self, request: Request) -> Response:
        """The book as a build would write it; where there is none, why."""
        packed = await self._packed(request)
        if packed is None:
            return not_there()
        if packed.content is None:
            return self._no_book(packed)
        told = {"content-disposition": f"attachment; filename*=UTF-8''{quote(packed.name)}"}
        return answer(packed.content, "application/epub+zip", NOWHERE, told)

    async def check(self, request: Request) -> Response:
        """What other checkers say of the book, at its places in the manuscript."""
        wish = await _wish(request)
        if wish is None:
            return refused("what is wished for is a JSON object", 400)
        async with self._asking:  # one at a time: each takes all there is of the machine
            packed = await self._packed(request)
            if packed is None:
                return not_there()
            if packed.content is None:
                return self._no_book(packed)
            said: Opinions = await _beside(lambda: opinions(packed, wish))
        maker, shown = self._session.maker, self._session.at_hand(self._edition(request))
        proof = shown.proof if shown else None
        located = await self._session.at_bench(lambda: maker.locate(said.found, proof))
        missing = [asdict(each) for each in said.missing]
        return as_json({"findings": self._values(located), "missing": missing})

    async def plates(self, request: Request) -> Response:
        """The plates; of a request that changes them, as they are then."""
        desk, edition = self._plates, self._edition(request)
        if desk is None:
            return not_there()
        if request.method == "POST":
            wish = await _wish(request)
            if wish is None:
                return refused("what is wished for is a JSON object", 400)
            try:
                await self._session.at_bench(lambda: desk.change(edition, wish))
            except EditError as refusal:
                return as_json({"message": str(refusal)}, 409)
            self._session.changed()
        with suppress(NoEditionError):
            await self._session.shown(edition)
        return as_json(desk.all(edition))

    async def _packed(self, request: Request) -> Packed | None:
        """The book of an edition as it is now; None where there is no such edition."""
        edition = self._edition(request)
        try:
            await self._session.shown(edition)
        except NoEditionError:
            return None
        return await self._session.at_bench(lambda: self._session.maker.pack(edition))

    def _no_book(self, packed: Packed) -> Response:
        return as_json({"message": packed.fault, "findings": self._values(packed.found)}, 409)

    def _values(self, found: Findings) -> list[Value]:
        root, editor = self._session.maker.root, self._around.editor
        return [finding_value(each, root, editor) for each in found]

    def _edition(self, request: Request) -> str:
        return request.query_params.get("edition", self._session.first)


async def _wish(request: Request) -> Mapping[str, object] | None:
    """What the body says; None where it is no JSON object, or far too large."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST:
            return None
    try:
        wish = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return None
    return wish if isinstance(wish, dict) else None


async def _beside(work: Callable[[], V]) -> V:
    """Done in a thread that nobody waits for when the preview ends."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[V] = loop.create_future()

    def tell(result: V | None, fault: Exception | None) -> None:
        if done.cancelled():
            return
        if fault is not None:
            done.set_exception(fault)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: V | None = None
        trouble: Exception | None = None
        try:
            result = work()
        except Exception as fault:
            trouble = fault
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(tell, result, trouble)

    threading.Thread(target=run, daemon=True).start()
    return await done
