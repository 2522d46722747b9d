"""Commands run side by side: wall, processor time, and the peak memory of all their processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

SAMPLES_SHARE = 20
"""Looking at memory may take one part in so many of the time."""
SAMPLE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of a command."""

    wall: float
    cpu: float
    """Of the command and all processes that it waited for."""
    peak: float
    """MB, shared pages counted once, over the command and all its children."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A command that takes part, and what surrounds each run."""

    name: str
    command: Sequence[str]
    folder: Path
    before: Callable[[], None] = lambda: None
    """Makes the run cold; not measured."""
    after: Callable[[], None] = lambda: None
    """Ends the benchmark if the run did not do its work; not measured."""


def compare(ours: Contender, theirs: Contender, pairs: int, workload: str) -> None:
    """Run both in turns; print how many times as much theirs takes, and both medians.

    Each ratio is the median of those of the pairs. Who goes first changes from pair to pair, so
    that what the first leaves warm for the second, files in the system's memory, favours neither.
    """
    runs = [_pair(ours, theirs, swapped=number % 2 == 1) for number in range(pairs)]
    walls = [their.wall / our.wall for our, their in runs]
    cpu = statistics.median(their.cpu / our.cpu for our, their in runs)
    peak = statistics.median(their.peak / our.peak for our, their in runs)
    print(
        f"{workload}: {theirs.name} / {ours.name} = {statistics.median(walls):.2f} x wall "
        f"({min(walls):.2f} to {max(walls):.2f}), {cpu:.2f} x CPU, {peak:.2f} x memory, "
        f"median of {pairs}"
    )
    _print_medians(ours.name, [our for our, _ in runs])
    _print_medians(theirs.name, [their for _, their in runs])


def run(contender: Contender) -> Measured:
    """Run the command once; a command that fails ends the benchmark."""
    contender.before()
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            contender.command, cwd=contender.folder, stdout=subprocess.DEVNULL, stderr=errors
        )
        with _Scales(process.pid) as scales:
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            said = errors.read().decode(errors="replace")
            raise SystemExit(f"{contender.name} ended with {process.returncode}: {said}")
    contender.after()
    return Measured(wall, used.ru_utime + used.ru_stime, scales.peak)


class _Scales:
    """Weighs a process and its children again and again while it runs."""

    def __init__(self, process: int) -> None:
        self.peak = 0.0
        self._process = process
        self._ended = Event()
        self._thread = Thread(target=self._weigh)

    def __enter__(self) -> _Scales:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _weigh(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            began = time.perf_counter()
            self.peak = max(self.peak, _memory(self._process))
            pause = max(SAMPLE_SECONDS, SAMPLES_SHARE * (time.perf_counter() - began))


def _pair(ours: Contender, theirs: Contender, swapped: bool) -> tuple[Measured, Measured]:
    if not swapped:
        return run(ours), run(theirs)
    their = run(theirs)
    return run(ours), their


def _print_medians(name: str, runs: Sequence[Measured]) -> None:
    wall = statistics.median(each.wall for each in runs)
    cpu = statistics.median(each.cpu for each in runs)
    peak = statistics.median(each.peak for each in runs)
    print(f"  {name:24} {wall:8.2f} s wall {cpu:8.2f} s CPU {peak:8.0f} MB")


def _memory(process: int) -> float:
    """Megabytes that a process and its descendants use, each shared page counted in parts."""
    total = 0
    for each in _family(process):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
        except OSError:
            # It has ended since.
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:")
    return total / 1024


def _family(process: int) -> list[int]:
    family = [process]
    for each in family:
        try:
            for thread in os.listdir(f"/proc/{each}/task"):
                children = Path(f"/proc/{each}/task/{thread}/children").read_text()
                family.extend(int(child) for child in children.split())
        except OSError:
            continue
    return family
