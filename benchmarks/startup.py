"""`epubforge --version` beside `python -c pass`: what the command costs before it does anything.

    python benchmarks/startup.py [--pairs 20]

Both use the same Python, found through this one.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=20)
    args = parser.parse_args()
    ours = [str(Path(sys.executable).with_name("epubforge")), "--version"]
    floor = [sys.executable, "-c", "pass"]
    for command in (ours, floor):
        # Not counted: it may compile modules.
        _wall(command)
    ratio = statistics.median(_ratio(ours, floor, number) for number in range(args.pairs))
    print(f"epubforge --version / python -c pass = {ratio:.2f} x wall, median of {args.pairs}")


def _ratio(ours: Sequence[str], floor: Sequence[str], number: int) -> float:
    """Of one pair; who goes first changes from pair to pair."""
    if number % 2:
        wall = _wall(floor)
        return _wall(ours) / wall
    return _wall(ours) / _wall(floor)


def _wall(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
