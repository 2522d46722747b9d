"""A novel: a folder of chapters that hold so many words in all."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.chapters import write_chapter
from corpus.manifest import Extent, write_manifest, write_metadata
from corpus.prose import Prose, chapter_name
from corpus.vocabulary import make_vocabulary


@dataclass(frozen=True, slots=True)
class NovelPlan:
    """What the novel is to be."""

    chapters: int = 60
    words: int = 600_000
    seed: int = 1


def make_novel(plan: NovelPlan, out: Path) -> Extent:
    """Write the novel; each chapter depends only on the seed, its number and its length."""
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = make_vocabulary(plan.seed)
    words = 0
    for number in range(1, plan.chapters + 1):
        prose = Prose(vocabulary, plan.seed, number, plan.chapters)
        # What an earlier chapter wrote too much, a later one writes less.
        text = write_chapter(prose, round(plan.words * number / plan.chapters) - words)
        words += prose.count
        (out / chapter_name(number)).write_text(text, encoding="utf-8")
    title = f"The Benchmark, Volume {plan.seed}"
    write_metadata(out, title, f"00000000-0000-4000-8000-{plan.seed:012d}")
    return write_manifest(out, {"kind": "novel", **asdict(plan)})
