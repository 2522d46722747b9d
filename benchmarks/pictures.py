"""Photographs of 24 million pixels made ready: epubforge beside vipsthumbnail on two processes.

    python benchmarks/pictures.py CORPUS [--pairs 5] [--long-edge 2400]

CORPUS is the folder that `benchmarks/corpus.py photobook --plain` writes. Both write baseline JPEG
of quality 85 with 4:2:0 and optimised tables, without metadata, of the same size to a pixel.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from measure import Contender, compare

PROCESSES = 2
SHAPE = 2 / 3
"""The corpus's pictures are 4000 × 6000."""


def main() -> None:
    """Measure and print; with --prepare be the contender that is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--long-edge", type=int, default=2400)
    parser.add_argument("--prepare", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    args = parser.parse_args()
    pictures = sorted((args.corpus.resolve() / "images").glob("*.jpg"))
    if args.prepare is not None:
        _prepare(pictures, args.long_edge, args.prepare)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        again = [
            sys.executable,
            str(Path(__file__).resolve()),
            str(args.corpus.resolve()),
            "--long-edge",
            str(args.long_edge),
        ]
        ours = Contender("epubforge", [*again, "--prepare", name], folder, lambda: _emptied(folder))
        command = ["sh", "-c", _thumbnails(pictures, args.long_edge, folder)]
        theirs = Contender("vipsthumbnail", command, folder, lambda: _emptied(folder))
        compare(ours, theirs, args.pairs)


def _prepare(pictures: list[Path], long_edge: int, folder: Path) -> None:
    from epubforge.images.prepare import prepare_all
    from epubforge.model.picture import BrokenPicture, PicturePolicy, PictureSource

    sources = [PictureSource(path.name, path, path.stat().st_size, 0) for path in pictures]
    policy = PicturePolicy(max_pixels=round(long_edge * long_edge * SHAPE))
    prepared = prepare_all(sources, policy, folder / "out", PROCESSES)
    if any(isinstance(picture, BrokenPicture) for picture in prepared):
        raise SystemExit("a picture of the corpus is broken")


def _thumbnails(pictures: list[Path], long_edge: int, folder: Path) -> str:
    size, target = f"{long_edge}x{long_edge}", f"{folder}/out/%s.jpg[Q=85,optimize_coding,strip]"
    runs = (
        ["vipsthumbnail", *map(str, pictures[part::PROCESSES]), "--size", size, "-o", target]
        for part in range(PROCESSES)
    )
    return "".join(f"{shlex.join(command)} & " for command in runs) + "wait"


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder / "out", ignore_errors=True)
    (folder / "out").mkdir()


if __name__ == "__main__":
    main()
