"""A live session: what is shown of each edition, made anew when its sources change."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TypeVar

from epubforge.preview.making import Findings, Made, Maker
from epubforge.preview.proof import Proof

V = TypeVar("V")

PULSE = 15.0
"""Seconds after which a connection without news is kept alive by a comment."""

BREATH = 0.25
"""Seconds that viewers have to fetch new pages before the rules are asked of them: what works at
the bench slows down what is answered meanwhile."""

AGAIN = 2.0
"""Seconds after which is tried again what the system did not let us do."""


class NoEditionError(Exception):
    """There is no such edition."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the newest state of the sources is not shown."""

    message: str
    found: Findings = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an edition: the last good proof, and what stands in a newer one's way."""

    revision: int = 0
    proof: Proof | None = None
    found: Findings = ()
    fault: Fault | None = None
    is_good: bool = False
    """The proof is of a whole book; else one that lacks something, shown for want of a better."""


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

    shown: Shown = Shown()
    made_of: int = -1
    """The number of changes that it has seen; -1: it was never made."""
    rest: asyncio.Task[None] | None = None
    """The asking of the rules, after its pages were made."""
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Session:
    """The editions of one book as they are now; lives in an event loop, works in a thread."""

    def __init__(self, maker: Maker, first: str) -> None:
        self.maker = maker
        self.first = first
        """The edition that is shown before anybody asks for another."""
        self.run = secrets.token_hex(6)
        """Of this run: a page that knows another one was served by an earlier run."""
        self._seats: dict[str, _Seat] = {}
        self._listeners: dict[asyncio.Queue[News | None], str] = {}
        self._revision = self._changes = 0
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
        """What is shown of an edition, as its sources are now. Raises NoEditionError.

        Only of one that was never made before the findings of all rules are waited for.
        """
        if edition not in {each.name for each in self.maker.editions()} | {self.first}:
            raise NoEditionError(edition)
        is_new = edition not in self._seats
        seat = await self._bring_up(edition)
        if is_new and seat.rest is not None:
            await asyncio.shield(seat.rest)
        return seat.shown

    def at_hand(self, edition: str) -> Shown | None:
        """What was shown of an edition last, without a look at the disk."""
        seat = self._seats.get(edition)
        return seat.shown if seat else None

    async def news(self, edition: str) -> AsyncIterator[News | None]:
        """The present revision at once, then each new one; None every now and then."""
        queue: asyncio.Queue[News | None] = asyncio.Queue()
        self._listeners[queue] = edition
        shown = self.at_hand(edition) or Shown()
        try:
            yield News(shown.revision, edition, error=shown.fault is not None)
            self._wake.set()  # it may have changed while nobody looked at it
            while not self._is_over:
                try:
                    told = await asyncio.wait_for(queue.get(), PULSE)
                except TimeoutError:
                    yield None
                    continue
                if told is None:
                    return
                if told.edition == edition:
                    yield told
        finally:
            del self._listeners[queue]

    def close(self) -> None:
        """Let all listeners go."""
        self._is_over = True
        for queue in self._listeners:
            queue.put_nowait(None)

    def end(self) -> None:
        """Let the thread end, as soon as it has done what it does."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def at_bench(self, work: Callable[[], V]) -> V:
        """Have something done in the thread that makes the editions, after what it does now."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _looked_at(self) -> list[str]:
        """The editions on somebody's screen; else the first."""
        return list(dict.fromkeys(self._listeners.values())) or [self.first]

    async def _bring_up(self, edition: str) -> _Seat:
        seat = self._seats.setdefault(edition, _Seat())
        async with seat.lock:
            if seat.made_of < self._changes:
                changes, earlier = self._changes, seat.shown.proof
                breath = BREATH if seat.made_of >= 0 else 0
                made = await self.at_bench(lambda: self._make(edition, earlier))
                if made.fault is None:
                    self._show(edition, seat, _with_pages(seat.shown, made))
                    seat.rest = asyncio.create_task(self._finish(edition, seat, made, breath))
                else:
                    found = await self.at_bench(made.found)
                    self._show(edition, seat, _with_fault(seat.shown, made, found))
                    seat.rest = None
                seat.made_of = changes
                if made.may_pass:
                    asyncio.get_running_loop().call_later(AGAIN, self.changed)
        return seat

    async def _finish(self, edition: str, seat: _Seat, made: Made, breath: float) -> None:
        """Ask the rules, and tell what they find, unless it was made anew since."""

        def is_shown() -> bool:
            return seat.shown.proof is made.proof and seat.shown.fault is None

        await asyncio.sleep(breath)
        if not is_shown():
            return
        found, fault = await self.at_bench(lambda: _found(made))
        if is_shown():
            self._show(edition, seat, replace(seat.shown, found=found, fault=fault))

    def _make(self, edition: str, earlier: Proof | None) -> Made:
        try:
            return self.maker.make(edition, earlier)
        except Exception as fault:
            return Made(None, _told(fault), may_pass=isinstance(fault, OSError))

    def _show(self, edition: str, seat: _Seat, now: Shown) -> None:
        before = seat.shown
        if seat.made_of >= 0 and before == now:
            seat.shown = replace(now, revision=before.revision)
            return
        self._revision += 1
        seat.shown = replace(now, revision=self._revision)
        news = News(
            self._revision,
            edition,
            _changed(before.proof, now.proof),
            _outline(before.proof) != _outline(now.proof),
            now.fault is not None,
        )
        for queue in self._listeners:
            queue.put_nowait(news)


def _with_pages(before: Shown, made: Made) -> Shown:
    return Shown(before.revision, made.proof, before.found, None, is_good=True)


def _with_fault(before: Shown, made: Made, found: Findings) -> Shown:
    fault = Fault(made.fault or "", found)
    if before.is_good or made.proof is None:
        return replace(before, fault=fault)
    return Shown(before.revision, made.proof, found, fault)


def _found(made: Made) -> tuple[Findings, Fault | None]:
    try:
        return made.found(), None
    except Exception as fault:
        return (), Fault(_told(fault))


def _told(fault: Exception) -> str:
    """What went wrong here, in a sentence: no state of the sources may end the session."""
    if isinstance(fault, OSError):
        where = f"{fault.filename}: " if fault.filename else ""
        return f"{where}{fault.strerror or fault}"
    return f"this is a fault of ours, not of your book: {type(fault).__name__}: {fault}"


def _changed(before: Proof | None, now: Proof | None) -> tuple[str, ...]:
    if now is None or before is now:
        return ()
    known = before.leaves if before else {}
    return tuple(
        href
        for href, leaf in now.leaves.items()
        if href not in known or known[href].digest != leaf.digest
    )


def _outline(proof: Proof | None) -> object:
    """What is known of an edition without its pages."""
    if proof is None:
        return None
    spine = [(page.leaf.href, page.title, page.linear, page.properties) for page in proof.spine]
    return (proof.title, proof.language, proof.direction, proof.rendition, proof.toc,
            proof.landmarks, proof.pages, spine)  # fmt: skip
