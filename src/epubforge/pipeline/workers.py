"""Chapters read side by side: in processes where the text is long enough to pay for them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from epubforge.diagnostics import Outcome

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from epubforge.model.document import Document, MarkdownSettings
    from epubforge.source import SourceFile

WORTH_PROCESSES = 1_000_000
"""Characters. Below this a process costs more than it saves: starting one, and sending documents
back, takes as long as reading about 200,000 characters."""

Advance = Callable[[], None]
Text: TypeAlias = "tuple[SourceFile, MarkdownSettings]"
"""A chapter, and what it is read with."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(texts: Sequence[Text], jobs: int, advance: Advance) -> tuple[Outcome[Document], ...]:
    """Every chapter read, in the order given."""
    jobs = min(jobs, len(texts))
    if jobs < 2 or sum(len(source.text) for source, _ in texts) < WORTH_PROCESSES:
        return tuple(_read_here(text, advance) for text in texts)
    return _read_in_processes(texts, jobs, advance)


def read_one(source: SourceFile, settings: MarkdownSettings) -> Outcome[Document]:
    """One chapter: the pure step that all others do many times."""
    from epubforge.constructs import CONSTRUCTS
    from epubforge.markdown.read import read

    return read(source, settings, CONSTRUCTS)


def _read_here(text: Text, advance: Advance) -> Outcome[Document]:
    outcome = read_one(*text)
    advance()
    return outcome


def _read_in_processes(
    texts: Sequence[Text], jobs: int, advance: Advance
) -> tuple[Outcome[Document], ...]:
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    import epubforge.constructs  # noqa: F401  read once here, shared by the forked workers

    largest_first = sorted(range(len(texts)), key=lambda at: -len(texts[at][0].text))
    done: dict[int, Outcome[Document]] = {}
    pool = ProcessPoolExecutor(jobs, mp_context=context(), initializer=leave_interrupts_alone)
    try:
        with undisturbed():
            futures = {pool.submit(read_one, *texts[at]): at for at in largest_first}
        for future in as_completed(futures):
            done[futures[future]] = future.result()
            advance()
        pool.shutdown()
    except BrokenProcessPool:
        # A worker was killed from outside, most likely for want of memory: go on in this process.
        pool.shutdown(cancel_futures=True)
        missing = (at for at in largest_first if at not in done)
        done.update({at: _read_here(texts[at], advance) for at in missing})
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    return tuple(done[at] for at in range(len(texts)))


def context() -> BaseContext:
    """Fork where it is safe: a forked worker has everything imported already."""
    import multiprocessing

    forkable = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forkable else "spawn")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back while workers are forked: Python would lose one that comes just then."""
    import signal

    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_interrupts_alone() -> None:
    """Ctrl-C reaches the whole group of processes; only the first one answers it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
