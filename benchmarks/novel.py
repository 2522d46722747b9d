"""A novel of 600,000 words, cold: epubforge beside pandoc on the same chapters.

    python benchmarks/novel.py CORPUS [--pairs 5]

CORPUS is the folder of chapters that `benchmarks/corpus.py novel` writes. pandoc runs with its own
defaults for EPUB 3 and the same extensions on.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import pypandoc
from measure import Contender, compare


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = _project(args.corpus, Path(folder))
        chapters = sorted(str(path) for path in (project / "manuscript").glob("*.md"))
        metadata = str(args.corpus.resolve() / "metadata.yaml")
        epubforge = [sys.executable, "-m", "epubforge", "build", "-q", "--fail-on", "never"]
        ours = Contender("epubforge", [*epubforge, "-o", "ours.epub", "."], project)
        pandoc = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "epub3", "--toc"]
        theirs = Contender("pandoc", [*pandoc, "-o", "theirs.epub", metadata, *chapters], project)
        compare(ours, theirs, args.pairs)


def _project(corpus: Path, folder: Path) -> Path:
    project = folder / "novel"
    (project / "manuscript").mkdir(parents=True)
    for chapter in corpus.glob("*.md"):
        shutil.copy(chapter, project / "manuscript")
    (project / "manuscript" / "book.toml").write_text(
        '[book]\ntitle = "The Benchmark"\nlanguage = "en"\nmodified = 2026-01-31T12:00:00Z\n'
        "[[book.contributors]]\nname = 'Corpus Generator'\n"
    )
    return project


if __name__ == "__main__":
    main()
