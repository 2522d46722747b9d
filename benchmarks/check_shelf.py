"""Five hundred books checked in one call: time for each, processors in use, and memory in all.

    python benchmarks/check_shelf.py [--books 500]

The books are those of the tests and a novel of 144 chapters, again and again under other names.
Memory is that of all processes together. A peak above 300 MB ends the benchmark with 1.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from commands import epubforge
from measure import Contender, run
from novel import written
from shelf import novel

from epubforge import build

TESTS = Path(__file__).resolve().parent.parent / "tests" / "books"
ALLOWED = 300


def main() -> int:
    """Measure, print, and say whether the promise is kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--books", type=int, default=500)
    count: int = parser.parse_args().books
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = _shelf(folder, count)
        command = [sys.executable, "-m", "epubforge", "check", "-q", "--profile", "none"]
        measured = run(Contender("epubforge", [*command, *books], folder))
    processors = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )
    print(
        f"{count} books in one call: {measured.wall:.1f} s, "
        f"{1000 * measured.wall / count:.0f} ms a book, "
        f"{measured.cpu / measured.wall:.2f} of {processors} processors, {measured.peak:.0f} MB"
    )
    return 1 if measured.peak > ALLOWED else 0


def _shelf(folder: Path, count: int) -> list[str]:
    """So many files, named from the folder."""
    made = []
    for project in sorted(path for path in TESTS.iterdir() if path.is_dir()):
        made.append(folder / f"{project.name}.epub")
        build(project, made[-1])
    made.append(folder / "novel.epub")
    run(epubforge(written(novel(144, 230_000), folder), made[-1]))
    shelf = folder / "shelf"
    shelf.mkdir()
    for number, book in enumerate(islice(cycle(made), count)):
        shutil.copy(book, shelf / f"{number:04}.epub")
    return [f"shelf/{book.name}" for book in sorted(shelf.iterdir())]


if __name__ == "__main__":
    sys.exit(main())
