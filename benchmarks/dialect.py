"""The dialect: what reading a plain novel costs beside markdown-it-py with the least it needs.

    python benchmarks/dialect.py [--pairs 5] [--chapters 60 --words 600000]

The peer is markdown-it-py as CommonMark has it, with footnotes, smart quotes, dashes and ellipses:
what a novel uses. epubforge reads the same chapters with its whole dialect, finds faults and keeps
the place of everything. Both work in this one process, one after the other.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from shelf import novel

from epubforge.constructs import CONSTRUCTS
from epubforge.markdown.read import read
from epubforge.model.document import MarkdownSettings
from epubforge.source import SourceFile

Work = Callable[[str], object]


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
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*.md"))]
    ours, theirs = _epubforge(), _markdown_it()
    for work in (ours, theirs):
        work(texts[0])
    pairs = [_pair(ours, theirs, texts, swapped=number % 2 == 1) for number in range(args.pairs)]
    ratios = [our / their for our, their in pairs]
    print(
        f"{corpus.name}, {sum(map(len, texts)) / 1e6:.1f} million characters: "
        f"epubforge / markdown-it-py = {statistics.median(ratios):.2f} x CPU "
        f"({min(ratios):.2f} to {max(ratios):.2f}), median of {args.pairs}"
    )
    print(f"  {'epubforge':24} {statistics.median(our for our, _ in pairs):8.2f} s CPU")
    print(f"  {'markdown-it-py':24} {statistics.median(their for _, their in pairs):8.2f} s CPU")


def _epubforge() -> Work:
    """The dialect with all that can be switched on."""
    settings = MarkdownSettings(
        "en", smart=True, citations=True, variables=(("title", "The Benchmark"),)
    )
    return lambda text: read(SourceFile("chapter.md", text), settings, CONSTRUCTS)


def _markdown_it() -> Work:
    parser = MarkdownIt("commonmark", {"typographer": True, "xhtmlOut": True})
    return parser.enable(["replacements", "smartquotes"]).use(footnote_plugin).render


def _pair(ours: Work, theirs: Work, texts: Sequence[str], *, swapped: bool) -> tuple[float, float]:
    """Chapter by chapter in turns, so that both meet the same weather."""
    our = their = 0.0
    for text in texts:
        if swapped:
            their += _seconds(theirs, text)
            our += _seconds(ours, text)
        else:
            our += _seconds(ours, text)
            their += _seconds(theirs, text)
    return our, their


def _seconds(work: Work, text: str) -> float:
    gc.collect()
    began = time.process_time()
    work(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
