"""Photographs of 24 million pixels made ready: epubforge beside vipsthumbnail on two processes.

    python benchmarks/pictures.py [--pairs 5] [--count 100] [--long-edge 2400]
    python benchmarks/pictures.py --corpus FOLDER

Both write baseline JPEG of quality 85 with 4:2:0 and optimised tables, without metadata, of the
same size to a pixel; a run whose pictures are not so ends the benchmark. FOLDER is one that
`corpus photobook --plain` wrote.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measure import Contender, compare
from shelf import photobook

PROCESSES = 2
SHAPE = 2 / 3
"""Of the corpus's pictures: 4000 x 6000."""


def main() -> None:
    """Measure and print; with --prepare be the contender that is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--long-edge", type=int, default=2400)
    parser.add_argument("--prepare", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    args = parser.parse_args()
    corpus = (args.corpus or photobook(args.count)).resolve()
    pictures = sorted((corpus / "images").glob("*.jpg"))
    if args.prepare is None:
        _measure(corpus, pictures, args.long_edge, args.pairs)
    else:
        _prepare(pictures, args.long_edge, args.prepare)


def _measure(corpus: Path, pictures: Sequence[Path], long_edge: int, pairs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        out = Path(name, "out")
        again = [sys.executable, str(Path(__file__).resolve()), "--corpus", str(corpus)]
        options = ["--long-edge", str(long_edge), "--prepare", str(out)]
        contenders = [
            Contender(
                contender,
                command,
                Path(name),
                lambda: _emptied(out),
                lambda: _proved(out, len(pictures), long_edge),
            )
            for contender, command in (
                ("epubforge", [*again, *options]),
                ("vipsthumbnail", ["sh", "-c", _thumbnails(pictures, long_edge, out)]),
            )
        ]
        workload = f"{len(pictures)} pictures to {long_edge}, cold"
        compare(contenders[0], contenders[1], pairs, workload)


def _prepare(pictures: Sequence[Path], long_edge: int, out: Path) -> None:
    from epubforge.images.prepare import prepare_all
    from epubforge.model.picture import BrokenPicture, PicturePolicy, PictureSource

    sources = [PictureSource(path.name, path, path.stat().st_size, 0) for path in pictures]
    policy = PicturePolicy(max_pixels=round(long_edge * long_edge * SHAPE))
    prepared = prepare_all(sources, policy, out, PROCESSES)
    if any(isinstance(picture, BrokenPicture) for picture in prepared):
        raise SystemExit("a picture of the corpus is broken")


def _thumbnails(pictures: Sequence[Path], long_edge: int, out: Path) -> str:
    """A shell's command that fails if one of the processes does."""
    size, target = f"{long_edge}x{long_edge}", f"{out}/%s.jpg[Q=85,optimize_coding,strip]"
    commands = [
        shlex.join(["vipsthumbnail", *map(str, part), "--size", size, "-o", target])
        for part in (pictures[at::PROCESSES] for at in range(PROCESSES))
    ]
    starts = "".join(f"{command} & p{at}=$!; " for at, command in enumerate(commands))
    return starts + " && ".join(f"wait $p{at}" for at in range(PROCESSES))


def _emptied(out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()


def _proved(out: Path, count: int, long_edge: int) -> None:
    """End the benchmark unless there are so many pictures of the kind that is compared."""
    from PIL import Image, JpegImagePlugin

    kinds = set()
    for path in out.glob("*.jpg"):
        with Image.open(path) as image:
            sampling = JpegImagePlugin.get_sampling(image)
            kinds.add((image.size, sampling, "progressive" in image.info, "exif" in image.info))
        count -= 1
    if count or kinds != {((round(long_edge * SHAPE), long_edge), 2, False, False)}:
        raise SystemExit(f"{count} pictures are missing, or not all are alike: {kinds}")


if __name__ == "__main__":
    main()
