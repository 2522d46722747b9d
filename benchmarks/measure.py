"""Commands run side by side: wall, processor time, and the peak memory of all their processes."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of a command."""

    wall: float
    cpu: float
    peak: float
    """MB, shared pages counted once, over the command and all its children."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A command that takes part, and what it needs before each run."""

    name: str
    command: Sequence[str]
    folder: Path
    before: Callable[[], None] = lambda: None


def run(contender: Contender) -> Measured:
    """Run the command once; a command that fails ends the benchmark."""
    contender.before()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(
        contender.command,
        cwd=contender.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(SAMPLE_SECONDS)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    errors = process.stderr.read() if process.stderr else b""
    if process.returncode:
        raise SystemExit(f"{contender.name} ended with {process.returncode}: {errors.decode()}")
    cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return Measured(wall, cpu, peak)


def compare(ours: Contender, theirs: Contender, pairs: int) -> None:
    """Run both in turns and print the medians, and the median of the ratios of the pairs."""
    runs = [(run(ours), run(theirs)) for _ in range(pairs)]
    for name, at in ((ours.name, 0), (theirs.name, 1)):
        wall = statistics.median(pair[at].wall for pair in runs)
        cpu = statistics.median(pair[at].cpu for pair in runs)
        peak = max(pair[at].peak for pair in runs)
        print(f"{name:24} {wall:8.2f} s wall {cpu:8.2f} s CPU {peak:8.0f} MB")
    wall = statistics.median(b.wall / a.wall for a, b in runs)
    cpu = statistics.median(b.cpu / a.cpu for a, b in runs)
    print(f"{theirs.name} / {ours.name}: wall {wall:.2f} x, CPU {cpu:.2f} x", end="")
    if all(measured.peak for pair in runs for measured in pair):
        peak = statistics.median(b.peak / a.peak for a, b in runs)
        print(f", memory {peak:.2f} x", end="")
    print()


def _memory(process: int) -> float:
    """Megabytes that a process and its descendants use, each shared page counted in parts."""
    total = 0
    for each in _family(process):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
        except OSError:
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
