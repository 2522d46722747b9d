"""Photographs of 24 million pixels made ready: epubforge beside vipsthumbnail on two processes.

    python benchmarks/pictures.py [--pairs 5] [--count 100] [--long-edge 2400] [--fast]
    python benchmarks/pictures.py --mixed [--count 24]
    python benchmarks/pictures.py --corpus FOLDER

Both write baseline JPEG of quality 85 with 4:2:0 and optimised tables, without metadata, of the
same size to a pixel; a run whose pictures are not so ends the benchmark. With --mixed the pictures
are turned, grey, CMYK, wide-gamut, progressive and 16-bit, and vipsthumbnail has to
`--export-profile srgb`, as epubforge always does. With --fast epubforge scales by libvips, as
`[images] fast = true` has it. FOLDER is one that `corpus photobook --plain` wrote.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
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
    parser.add_argument("--mixed", action="store_true")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--count", type=int)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--long-edge", type=int, default=2400)
    parser.add_argument("--prepare", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    args = parser.parse_args()
    count = args.count or (24 if args.mixed else 100)
    corpus = (args.corpus or photobook(count, plain=not args.mixed)).resolve()
    work = Work(corpus, args.long_edge, args.mixed, args.fast)
    if args.prepare is None:
        _measure(work, args.pairs)
    else:
        prepare(work.pictures[:count], args.long_edge, args.prepare, fast=args.fast)


@dataclass(frozen=True, slots=True)
class Work:
    """Which pictures are made ready, and how."""

    corpus: Path
    long_edge: int
    mixed: bool
    fast: bool

    @property
    def pictures(self) -> list[Path]:
        """The files of the corpus."""
        return sorted(path for path in (self.corpus / "images").iterdir() if path.is_file())


def _measure(work: Work, pairs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        out = Path(name, "out")
        again = [sys.executable, str(Path(__file__).resolve()), "--corpus", str(work.corpus)]
        options = ["--count", str(len(work.pictures)), "--long-edge", str(work.long_edge)]
        flags = ["--fast"] if work.fast else []
        contenders = [
            Contender(
                contender, command, Path(name), lambda: emptied(out), lambda: _proved(out, work)
            )
            for contender, command in (
                ("epubforge", [*again, *options, *flags, "--prepare", str(out)]),
                ("vipsthumbnail", ["sh", "-c", _thumbnails(work, out)]),
            )
        ]
        kind = "mixed pictures" if work.mixed else "pictures"
        workload = f"{len(work.pictures)} {kind} to {work.long_edge}, cold"
        compare(contenders[0], contenders[1], pairs, workload)


def prepare(
    pictures: Sequence[Path], long_edge: int, out: Path, *, fast: bool = False
) -> list[Path]:
    """The files that epubforge makes of the pictures, in their order."""
    from epubforge.images.prepare import prepare_all
    from epubforge.model.picture import BrokenPicture, PicturePolicy, PictureSource

    sources = [PictureSource(path.name, path, path.stat().st_size, 0) for path in pictures]
    policy = PicturePolicy(max_pixels=round(long_edge * long_edge * SHAPE), fast=fast)
    prepared = prepare_all(sources, policy, out, PROCESSES)
    if any(isinstance(picture, BrokenPicture) for picture in prepared):
        raise SystemExit("a picture of the corpus is broken")
    return [picture.content for picture in prepared if isinstance(picture.content, Path)]


def _thumbnails(work: Work, out: Path) -> str:
    """A shell's command that fails if one of the processes does."""
    size = f"{work.long_edge}x{work.long_edge}"
    target = f"{out}/%s.jpg[Q=85,optimize_coding,strip]"
    colours = ["--export-profile", "srgb"] if work.mixed else []
    commands = [
        shlex.join(["vipsthumbnail", *map(str, part), "--size", size, *colours, "-o", target])
        for part in (work.pictures[at::PROCESSES] for at in range(PROCESSES))
    ]
    starts = "".join(f"{command} & p{at}=$!; " for at, command in enumerate(commands))
    return starts + " && ".join(f"wait $p{at}" for at in range(PROCESSES))


def emptied(out: Path) -> None:
    """A folder that holds nothing."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()


def _proved(out: Path, work: Work) -> None:
    """End the benchmark unless there are so many pictures of the kind that is compared."""
    from PIL import Image, JpegImagePlugin

    kinds, missing = set(), len(work.pictures)
    for path in out.glob("*.jpg"):
        with Image.open(path) as image:
            sampling = JpegImagePlugin.get_sampling(image) if image.mode == "RGB" else 2
            kinds.add((image.size, sampling, "progressive" in image.info, "exif" in image.info))
        missing -= 1
    if missing or kinds != {((round(work.long_edge * SHAPE), work.long_edge), 2, False, False)}:
        raise SystemExit(f"{missing} pictures are missing, or not all are alike: {kinds}")


if __name__ == "__main__":
    main()
