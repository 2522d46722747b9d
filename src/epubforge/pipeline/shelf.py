"""Finished EPUBs checked side by side: in processes where there are several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Rule
from epubforge.model.profile import Profile
from epubforge.pipeline.at_rest import collector_at_rest
from epubforge.pipeline.workers import context, leave_interrupts_alone, undisturbed

_WORTH_PROCESSES = 4
"""Books; below this a process costs more than it saves."""
_AT_ONCE = 4
"""Books that a process is given at a time."""


def examine(
    path: Path, shops: Sequence[Profile] = (), *, advice: bool = True
) -> tuple[Diagnostic, ...]:
    """All that opening a finished EPUB and its rules find.

    The shops are those whose demands count; without advice the specifications alone do.
    """
    from epubforge.checks.runner import run_archive
    from epubforge.package.open import open_epub

    with collector_at_rest():
        opened = open_epub(path)
        return (*opened.found, *run_archive(opened.value, shops, advice=advice))


def examine_all(
    paths: Sequence[Path], jobs: int, shops: Sequence[Profile] = ()
) -> Iterator[tuple[Diagnostic, ...]]:
    """As `examine` for several, each as soon as it and those before it are done."""
    look = partial(examine, shops=tuple(shops))
    if jobs < 2 or len(paths) < _WORTH_PROCESSES:
        yield from map(look, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    import epubforge.checks.walk
    import epubforge.package.open  # noqa: F401  read once here, shared by the forked workers

    known: dict[str, Rule] = {}
    done = 0
    pool = ProcessPoolExecutor(jobs, mp_context=context(), initializer=leave_interrupts_alone)
    try:
        with undisturbed():
            answers = pool.map(look, paths, chunksize=_AT_ONCE)
        for found in answers:
            yield _with_known_rules(found, known)
            done += 1
        pool.shutdown()
    except BrokenProcessPool:
        # A worker was killed from outside, most likely for want of memory: go on in this process.
        pool.shutdown(cancel_futures=True)
        yield from map(look, paths[done:])
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _with_known_rules(
    found: tuple[Diagnostic, ...], known: dict[str, Rule]
) -> tuple[Diagnostic, ...]:
    """Findings come with copies of their rules; one of each is kept."""
    return tuple(replace(d, rule=known.setdefault(d.rule.code, d.rule)) for d in found)
