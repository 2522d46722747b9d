"""Asks one worker process, and so one warm Java virtual machine, about book after book."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

import msgspec

from epubforge.epubcheck.engine import CheckFailed, CheckTooSlow
from epubforge.epubcheck.messages import Answer, Message
from epubforge.epubcheck.tool import Warm

_TIME_TO_START = 180.0
"""Seconds that a Java virtual machine may take on a busy machine; usually it takes one."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: subprocess.Popen[str]
    questions: IO[str]
    answers: SimpleQueue[str]
    """Lines of its output; an empty one when it has ended."""
    listener: threading.Thread


class WarmEngine:
    """A worker process, started when it is first needed and again after it was lost."""

    def __init__(self, tool: Warm) -> None:
        self._tool = tool
        self._worker: _Worker | None = None

    def check(self, book: Path, timeout: float) -> tuple[Message, ...]:
        """As the engine promises."""
        try:
            worker = self._worker or self._start()
            answer = _ask(worker, book, timeout)
        except (CheckFailed, CheckTooSlow):
            self.stop()
            raise
        if answer.failure is not None:
            raise CheckFailed(answer.failure)
        return answer.messages

    def stop(self) -> None:
        """As the engine promises."""
        if self._worker is not None:
            _end(self._worker)
            self._worker = None

    def _start(self) -> _Worker:
        # -P: a book's folder may hold a json.py, which must not be taken for Python's own.
        module = [sys.executable, "-P", "-m", "epubforge.epubcheck.worker"]
        process = subprocess.Popen(  # noqa: S603  our own interpreter and our own module
            [*module, str(self._tool.machine), str(self._tool.jar)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert process.stdin  # noqa: S101  for the type checker: both were asked for
        assert process.stdout  # noqa: S101
        answers: SimpleQueue[str] = SimpleQueue()
        # Only a thread can wait for a pipe with a time limit on every system.
        listener = threading.Thread(target=_listen, args=(process.stdout, answers), daemon=True)
        listener.start()
        self._worker = _Worker(process, process.stdin, answers, listener)
        _answer(self._worker, _TIME_TO_START)
        return self._worker


def _ask(worker: _Worker, book: Path, timeout: float) -> Answer:
    try:
        worker.questions.write(msgspec.json.encode(str(book.resolve())).decode() + "\n")
        worker.questions.flush()
    except OSError as error:
        raise CheckFailed("its process ended") from error
    return _answer(worker, timeout)


def _answer(worker: _Worker, timeout: float) -> Answer:
    try:
        line = worker.answers.get(timeout=timeout)
    except Empty:
        raise CheckTooSlow from None
    if not line:
        raise CheckFailed("its process ended")
    return msgspec.json.decode(line, type=Answer)


def _listen(output: IO[str], answers: SimpleQueue[str]) -> None:
    with output:
        for line in output:
            answers.put(line)
    answers.put("")


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.wait()
    worker.listener.join()
    with suppress(OSError):  # what nobody reads any more cannot be flushed
        worker.questions.close()
