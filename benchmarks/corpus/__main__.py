"""Make a corpus for benchmarks: a novel, or a photobook.

    python benchmarks/corpus novel     --out war-and-peace --chapters 60 --words 600000
    python benchmarks/corpus novel     --out long-serial   --chapters 1000 --words 2000000
    python benchmarks/corpus photobook --out portraits     --count 100 --jobs 2
    python benchmarks/corpus photobook --out portraits-s   --count 12 --width 1000 --height 1500

`novel` writes Markdown chapters of invented prose with everything that prose has. `photobook`
writes portraits that look like photographs, with a page each. manifest.json lists the SHA-256 of
each file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if not __package__:
    # Run as a folder: what has to be found is the package, not the modules in it.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from corpus.novel import NovelPlan, make_novel


def main() -> None:
    """Read the command line, make the corpus, say how large it is."""
    parser = argparse.ArgumentParser(
        prog="corpus", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="{novel,photobook}")
    _novel(commands.add_parser("novel", help="Markdown chapters of invented prose"))
    _photobook(commands.add_parser("photobook", help="portrait photographs with a page each"))
    args = parser.parse_args()
    args.make(args)


def _novel(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--chapters", type=_positive, default=60)
    parser.add_argument(
        "--words", type=_positive, default=600_000, help="words in all chapters together"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.set_defaults(make=_make_novel)


def _photobook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--count", type=_positive, default=100, help="how many portraits")
    parser.add_argument("--width", type=_positive, default=4000)
    parser.add_argument("--height", type=_positive, default=6000)
    parser.add_argument("--quality", type=_positive, default=92, help="JPEG quality")
    parser.add_argument(
        "--plain", action="store_true", help="only baseline 4:2:0 sRGB JPEGs, no awkward kinds"
    )
    parser.add_argument(
        "--jobs", type=_positive, default=2, help="processes (the result does not depend on it)"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.set_defaults(make=_make_photobook)


def _make_novel(args: argparse.Namespace) -> None:
    plan = NovelPlan(chapters=args.chapters, words=args.words, seed=args.seed)
    print(f"{args.out}: {make_novel(plan, args.out)}")


def _make_photobook(args: argparse.Namespace) -> None:
    from corpus.photobook import PhotobookPlan, make_photobook

    plan = PhotobookPlan(
        count=args.count,
        width=args.width,
        height=args.height,
        quality=args.quality,
        plain=args.plain,
        seed=args.seed,
    )
    print(f"{args.out}: {make_photobook(plan, args.out, args.jobs)}")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


if __name__ == "__main__":
    main()
