"""A live session: what is shown of each edition, made anew when its sources change."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from epubforge.diagnostics import Diagnostic
from epubforge.preview.making import Made, Maker
from epubforge.preview.proof import Proof

PULSE = 15.0
"""Seconds after which a connection without news is kept alive by a comment."""


class NoEditionError(Exception):
    """There is no such edition."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the newest state of the sources is not shown."""

    message: str
    found: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an edition: the last good proof, and what stands in a newer one's way."""

    revision: int
    proof: Proof | None
    found: tuple[Diagnostic, ...] = ()
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What is different from the revision before."""

    revision: int
    edition: str
    changed: tuple[str, ...] = ()
    edition_changed: bool = False
    error: bool = False


@dataclass(slots=True)
class _Seat:
    """An edition in this session."""

    shown: Shown | None = None
    made_of: int = -1
    """The number of changes that it has seen."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Session:
    """The editions of one book as they are now; lives in an event loop, works in a thread."""

    def __init__(self, maker: Maker, first: str) -> None:
        self.maker = maker
        self.run = secrets.token_hex(6)
        """Of this run: a page that knows another one was served by an earlier run."""
        self.first = first
        self._seats: dict[str, _Seat] = {}
        self._listeners: dict[asyncio.Queue[News | None], str] = {}
        self._revision = 0
        self._changes = 0
        self._wake = asyncio.Event()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="bench")
        self._is_over = False

    def changed(self) -> None:
        """Something is different on the disk."""
        self._changes += 1
        self._wake.set()

    async def work(self) -> None:
        """Make what is looked at anew whenever something has changed, for ever."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            for edition in self._looked_at():
                await self._bring_up(edition)

    async def shown(self, edition: str) -> Shown:
        """What is shown of an edition, as its sources are now. Raises NoEditionError."""
        if edition not in {each.name for each in self.maker.editions()} | {self.first}:
            raise NoEditionError(edition)
        return await self._bring_up(edition)

    def at_hand(self, edition: str) -> Shown | None:
        """What was shown of an edition last, without a look at the disk."""
        seat = self._seats.get(edition)
        return seat.shown if seat else None

    async def news(self, edition: str) -> AsyncIterator[News | None]:
        """The present revision at once, then each new one; None every now and then."""
        queue: asyncio.Queue[News | None] = asyncio.Queue()
        self._listeners[queue] = edition
        shown = self.at_hand(edition)
        yield News(self._revision, edition, error=bool(shown and shown.fault))
        try:
            while not self._is_over:
                try:
                    told = await asyncio.wait_for(queue.get(), PULSE)
                except TimeoutError:
                    yield None
                    continue
                if told is None:
                    return
                yield told
        finally:
            del self._listeners[queue]

    def close(self) -> None:
        """Let all listeners go."""
        self._is_over = True
        for queue in self._listeners:
            queue.put_nowait(None)

    def end(self) -> None:
        """Let the thread end."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _looked_at(self) -> list[str]:
        """The editions on somebody's screen; else the first."""
        return list(dict.fromkeys(self._listeners.values())) or [self.first]

    async def _bring_up(self, edition: str) -> Shown:
        seat = self._seats.setdefault(edition, _Seat())
        async with seat.lock:
            if seat.shown is None or seat.made_of < self._changes:
                changes = self._changes
                loop = asyncio.get_running_loop()
                earlier = seat.shown.proof if seat.shown else None
                made = await loop.run_in_executor(self._pool, self._make, edition, earlier)
                seat.made_of = changes
                self._take(edition, seat, made)
        assert seat.shown is not None  # noqa: S101 - for mypy
        return seat.shown

    def _make(self, edition: str, earlier: Proof | None) -> Made:
        try:
            return self.maker.make(edition, earlier)
        except OSError as fault:
            where = f"{fault.filename}: " if fault.filename else ""
            return Made(None, (), f"{where}{fault.strerror or fault}")
        except Exception as fault:
            name = type(fault).__name__
            return Made(None, (), f"this is a fault of ours, not of your book: {name}: {fault}")

    def _take(self, edition: str, seat: _Seat, made: Made) -> None:
        before = seat.shown
        fault = None if made.fault is None else Fault(made.fault, made.found)
        good = before.proof if before else None
        if made.proof is None or (fault is not None and good is not None):
            now = Shown(0, good, before.found if before else (), fault)
        else:
            now = Shown(0, made.proof, made.found, fault)
        if before is not None and _same(before, now):
            return
        self._revision += 1
        seat.shown = Shown(self._revision, now.proof, now.found, now.fault)
        news = News(
            self._revision,
            edition,
            _changed(before.proof if before else None, now.proof),
            before is None or _frame(before.proof) != _frame(now.proof),
            now.fault is not None,
        )
        for queue in self._listeners:
            queue.put_nowait(news)


def _same(before: Shown, now: Shown) -> bool:
    return before.proof == now.proof and before.fault == now.fault and before.found == now.found


def _changed(before: Proof | None, now: Proof | None) -> tuple[str, ...]:
    if now is None or before is now:
        return ()
    known = before.leaves if before else {}
    return tuple(
        href
        for href, leaf in now.leaves.items()
        if href not in known or known[href].digest != leaf.digest
    )


def _frame(proof: Proof | None) -> object:
    """What all pages of an edition share."""
    if proof is None:
        return None
    return (proof.title, proof.direction, proof.layout, proof.frame, proof.toc, proof.landmarks,
            [page.leaf.href for page in proof.spine])  # fmt: skip
