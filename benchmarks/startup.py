"""`epubforge --version` beside `python -c pass`: what the command costs before it does anything.

    python benchmarks/startup.py [--pairs 20]
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=20)
    args = parser.parse_args()
    ours = [str(Path(sys.executable).with_name("epubforge")), "--version"]
    floor = [sys.executable, "-c", "pass"]
    runs = [(_wall(ours), _wall(floor)) for _ in range(args.pairs)]
    median = statistics.median(a / b for a, b in runs)
    print(f"epubforge --version / python -c pass: {median:.2f} x")


def _wall(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
