"""Several thousand damaged books: each is answered, and nothing else happens.

`python tools/fuzz_checker.py --minutes 15` goes on for as long as one likes, with other seeds.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from epubforge import build
from epubforge.pipeline import Run
from fuzz.mutate import mutant, read_book

ROOT = Path(__file__).parent.parent.parent
WORKER = Path(__file__).with_name("worker.py")
MUTANTS = {
    "heroes-of-labour": 150, "everything": 800, "languages": 800, "raw-html": 800, "structure": 800
}  # fmt: skip
"""Of each book. One takes some 20 ms of a processor; our photobook, of 116 pages, 100."""


@pytest.mark.parametrize("name", MUTANTS)
def test_mutants_are_answered(name: str, tmp_path: Path) -> None:
    """No exception, no file written, no connection, and neither much time nor much memory."""
    book = tmp_path / f"{name}.epub"
    build(project(name, tmp_path), book, Run(source_date_epoch="1769860800"))
    command = [
        sys.executable,
        str(WORKER),
        str(book),
        "suite",
        "0",
        str(MUTANTS[name]),
        str(tmp_path),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def project(name: str, folder: Path) -> Path:
    """A book of the tests; our photobook with small pictures, for its text."""
    if name != "heroes-of-labour":
        return shutil.copytree(ROOT / "tests" / "books" / name, folder / name)
    shutil.copytree(ROOT / "manuscript", folder / name / "manuscript")
    small = io.BytesIO()
    Image.new("RGB", (60, 80), (90, 80, 70)).save(small, "JPEG")
    for picture in (ROOT / "images").rglob("*.*"):
        copy = folder / name / "images" / picture.relative_to(ROOT / "images")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(small.getvalue())
    return folder / name


def test_a_seed_gives_one_mutant(tmp_path: Path) -> None:
    """What was found once can be looked at again."""
    book = tmp_path / "book.epub"
    build(ROOT / "tests" / "books" / "raw-html", book, Run(source_date_epoch="1769860800"))
    entries = read_book(book)
    assert mutant(entries, "a-1") == mutant(entries, "a-1") != mutant(entries, "a-2")


@pytest.mark.parametrize(
    "deed",
    [
        "open('out.txt', 'w')",
        "__import__('socket').create_connection(('127.0.0.1', 9))",
        "__import__('subprocess').run(['true'])",
        "__import__('os').mkdir('x')",
        "bytearray(4 << 30)",
    ],
)
def test_the_guard_is_awake(deed: str, tmp_path: Path) -> None:
    """A check that did one of these things would be seen."""
    code = (
        f"import sys; sys.path.insert(0, {str(WORKER.parent.parent)!r})\n"
        "from fuzz.guard import bound_memory, closed, watch\n"
        "watch(); bound_memory(1000)\n"
        f"with closed():\n    {deed}\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "Forbidden" in run.stderr or "MemoryError" in run.stderr
