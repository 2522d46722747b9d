"""A novel, cold: epubforge beside pandoc on the same chapters.

    python benchmarks/novel.py [--pairs 5]
    python benchmarks/novel.py --chapters 1000 --words 2000000
    python benchmarks/novel.py --corpus FOLDER

pandoc runs with its own defaults for Markdown and EPUB 3; FOLDER is one that `corpus novel` wrote.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from commands import epubforge, pandoc
from measure import compare
from shelf import novel


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--chapters", type=int, default=60)
    parser.add_argument("--words", type=int, default=600_000)
    parser.add_argument("--pairs", type=int, default=5)
    args = parser.parse_args()
    corpus = (args.corpus or novel(args.chapters, args.words)).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manuscript = written(corpus, folder) / "manuscript"
        chapters = sorted(str(path) for path in manuscript.glob("*.md"))
        ours = epubforge(folder, folder / "ours.epub")
        theirs = pandoc(folder, [str(corpus / "metadata.yaml"), *chapters], folder / "theirs.epub")
        compare(ours, theirs, args.pairs, f"{corpus.name}, {len(chapters)} chapters, cold")


def written(corpus: Path, project: Path) -> Path:
    """The project of a corpus: its chapters, and a book.toml."""
    manuscript = project / "manuscript"
    manuscript.mkdir()
    for chapter in corpus.glob("*.md"):
        shutil.copy(chapter, manuscript)
    (manuscript / "book.toml").write_text(
        '[book]\ntitle = "The Benchmark"\nlanguage = "en"\nmodified = 2026-01-31T12:00:00Z\n'
        "[[book.contributors]]\nname = 'Corpus Generator'\n",
        encoding="utf-8",
    )
    return project


if __name__ == "__main__":
    main()
