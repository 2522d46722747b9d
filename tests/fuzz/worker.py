"""A process that checks mutants of one book: `python worker.py BOOK SEED FIRST COUNT FOLDER`.

Prints a line for each mutant that was not answered as it should be; nothing where all were.
"""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from epubforge.diagnostics import Diagnostic
from epubforge.pipeline.shelf import examine
from fuzz.guard import bound_memory, closed, watch
from fuzz.mutate import mutant, read_book

SECONDS = 10.0
"""Of processor time for one mutant: a hundred times what the book itself takes."""
MEGABYTES = 1_000
"""Of addresses, which is several times what is really used."""


def main(book: Path, seed: str, first: int, count: int, folder: Path) -> None:
    """Check so many mutants."""
    entries, target = read_book(book), folder / "mutant.epub"
    examine(book)  # what is read once in a process is read now
    watch()
    bound_memory(MEGABYTES)
    for number in range(first, first + count):
        content, done = mutant(entries, f"{seed}-{number}")
        target.write_bytes(content)
        for fault in faults(target):
            sys.stdout.write(f"{book.stem} {seed}-{number} ({done}): {fault}\n")


def faults(mutated: Path) -> list[str]:
    """What a check of it did that it must not do."""
    began = time.process_time()
    try:
        with closed():
            found = examine(mutated)
    except BaseException as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{type(error).__name__}: {error} at {where.filename}:{where.lineno}"]
    seconds = time.process_time() - began
    slow = [f"it took {seconds:.1f} s"] if seconds > SECONDS else []
    return [*slow, *(f"an odd finding: {each}" for each in found if not _is_sound(each))]


def _is_sound(found: Diagnostic) -> bool:
    return bool(found.message and found.rule.code) and "\n" not in found.message


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
