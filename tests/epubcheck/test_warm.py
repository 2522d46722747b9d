"""The worker process and its loss."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil
import pytest

from epubforge.epubcheck.engine import CheckFailed
from epubforge.epubcheck.tool import Warm, find_tool
from epubforge.epubcheck.warm import WarmEngine

pytestmark = [
    pytest.mark.xdist_group("epubcheck"),
    pytest.mark.skipif(os.name == "nt", reason="it kills a worker by a signal of POSIX"),
]


def children() -> set[int]:
    """The workers that this process has started."""
    return {
        child.pid
        for child in psutil.Process().children()
        if "epubforge.epubcheck.worker" in child.cmdline()
    }


@pytest.fixture
def engine() -> WarmEngine:
    """An engine that has not started yet."""
    tool = find_tool({})
    assert isinstance(tool, Warm)
    return WarmEngine(tool)


def test_a_lost_worker_is_told_and_replaced(engine: WarmEngine, good_book: Path) -> None:
    """A machine that breaks down costs one verdict; the next book gets a new one."""
    try:
        engine.check(good_book, 60)
        (worker,) = children()
        os.kill(worker, signal.SIGKILL)
        with pytest.raises(CheckFailed, match="its process ended"):
            engine.check(good_book, 60)
        assert [m for m in engine.check(good_book, 60) if m.severity == "ERROR"] == []
    finally:
        engine.stop()
    assert children() == set()


def test_a_worker_that_cannot_start_is_told(good_book: Path, tmp_path: Path) -> None:
    """A library that is none ends the worker, not the run."""
    (tmp_path / "libjvm.so").write_bytes(b"no library")
    engine = WarmEngine(Warm(find_tool({}).jar, tmp_path / "libjvm.so"))
    with pytest.raises(CheckFailed, match="its process ended"):
        engine.check(good_book, 60)


def test_a_folder_named_like_a_library_does_no_harm(
    engine: WarmEngine, good_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in the folder where a book is built is never imported."""
    (tmp_path / "jpype.py").write_text("raise SystemExit(1)\n")
    monkeypatch.chdir(tmp_path)
    try:
        assert [m for m in engine.check(good_book, 60) if m.severity == "ERROR"] == []
    finally:
        engine.stop()
