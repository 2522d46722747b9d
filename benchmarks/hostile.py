"""Books made to harm, each checked, inspected and compared in a process of its own.

    python benchmarks/hostile.py [WORD ...] [--command check] [--worst 5]

Every book of `traps.py`, or those whose names have one of the words: `check` with the usual shops,
with all shops as SARIF and as JSON, `inspect`, and `compare` with the next book and with one like
it whose numbers are others. Printed are the worst by processor time and the largest peak. More than
2 s of processor time or 300 MB, a traceback, a file written or any exit code but 0, 1 and 2 end the
benchmark with 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from traps import names

SECONDS, MEGABYTES = 2.0, 300
PATIENCE = 120
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""An installed program is compiled once, not for each book."""
SHOPS = ("apple", "google", "kindle", "kobo", "tolino", "universal")
COMMANDS = {
    "check": ["check"],
    "shops": ["check", *[part for shop in SHOPS for part in ("--profile", shop)]],
    "sarif": ["check", "--format", "sarif"],
    "json": ["check", "--format", "json"],
    "inspect": ["inspect", "--format", "json"],
    "card": ["inspect"],
    "compare": ["compare"],
    "changed": ["compare", "--format", "json"],
}
ONE, NEXT, ALIKE = "one.epub", "next.epub", "alike.epub"


@dataclass(frozen=True, slots=True)
class Ordeal:
    """One command on one book."""

    book: str
    command: str
    seconds: float
    megabytes: float
    fault: str

    @property
    def passed(self) -> bool:
        """Whether the promise was kept."""
        return self.seconds <= SECONDS and self.megabytes <= MEGABYTES and not self.fault

    def __str__(self) -> str:
        figures = f"{self.seconds:6.2f} s CPU {self.megabytes:5.0f} MB"
        return f"{figures}  {self.command:8} {self.book} {self.fault}"


def main() -> int:
    """Measure, print the worst, and say whether the promise is kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*")
    parser.add_argument("--command", action="append", choices=COMMANDS)
    parser.add_argument("--worst", type=int, default=5)
    args = parser.parse_args()
    books = names(args.words)
    done: list[Ordeal] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, other in zip(books, islice(cycle(names([])), 1, None), strict=False):
            done += _ordeals(Path(folder), name, other, args.command or list(COMMANDS))
    worst = sorted(done, key=lambda each: -each.seconds)[: args.worst]
    largest = max(done, key=lambda each: each.megabytes)
    failed = [each for each in done if not each.passed]
    print(f"{len(done)} commands on {len(books)} books; the worst by time, and the largest:")
    for each in dict.fromkeys((*worst, largest, *failed)):
        print(f"  {each}")
    return 1 if failed else 0


def _ordeals(folder: Path, name: str, other: str, commands: list[str]) -> list[Ordeal]:
    pair = {"compare": NEXT, "changed": ALIKE}
    wanted = {ONE: (name, "0"), NEXT: (other, "0"), ALIKE: (name, "7")}
    files = {ONE, *(pair[each] for each in commands if each in pair)}
    for file in files:
        _make(folder / file, *wanted[file])
    done = []
    for command in commands:
        second = [pair[command]] if command in pair else []
        done.append(_run(folder, name, command, [*COMMANDS[command], ONE, *second]))
    for file in files:
        path = folder / file
        path.rmdir() if path.is_dir() else path.unlink()
    return done


def _make(target: Path, name: str, start: str) -> None:
    """In a process of its own: a child's peak counts the memory that it was born with."""
    traps = Path(__file__).with_name("traps.py")
    subprocess.run([sys.executable, traps, name, target, start], check=True)


def _run(folder: Path, book: str, command: str, arguments: list[str]) -> Ordeal:
    before = set(folder.iterdir())
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            ["timeout", str(PATIENCE), sys.executable, "-m", "epubforge", *arguments],
            cwd=folder,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    fault = "" if process.returncode in {0, 1, 2} else f"ended with {process.returncode}"
    fault = "a fault of ours" if "Traceback" in said or "fault of ours" in said else fault
    fault = "a file was written" if set(folder.iterdir()) != before else fault
    seconds = used.ru_utime + used.ru_stime
    return Ordeal(book, command, seconds, used.ru_maxrss / 1024, fault)


if __name__ == "__main__":
    sys.exit(main())
