"""The corpora that benchmarks need, made once and kept in benchmarks/.corpora/."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus.manifest import MANIFEST, Extent
from corpus.novel import NovelPlan, make_novel

SHELF = Path(__file__).resolve().parent / ".corpora"


def novel(chapters: int, words: int) -> Path:
    """The folder of a novel."""
    plan = NovelPlan(chapters, words)
    return _kept(f"novel-{chapters}-{words}", lambda out: make_novel(plan, out))


def photobook(count: int, *, plain: bool = True) -> Path:
    """The folder of a photobook with so many pictures of 24 megapixels, plain or of all kinds."""
    from corpus.photobook import PhotobookPlan, make_photobook

    plan = PhotobookPlan(count, plain=plain)
    name = "photobook" if plain else "mixed"
    return _kept(f"{name}-{count}", lambda out: make_photobook(plan, out))


def _kept(name: str, make: Callable[[Path], Extent]) -> Path:
    """Made aside and put in place whole, so that a corpus that is there is a whole one."""
    folder = SHELF / name
    if not (folder / MANIFEST).is_file():
        SHELF.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=SHELF) as aside:
            extent = make(Path(aside, name))
            Path(aside, name).rename(folder)
        print(f"made {folder}: {extent}", file=sys.stderr)
    return folder
