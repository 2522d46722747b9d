"""The work of Kindle Comic Converter on photographs: epubforge beside its pipeline, rebuilt.

    python benchmarks/kcc.py [--pairs 5] [--count 24] [--long-edge 2400]

KCC (github.com/ciromattia/kcc) has a window and many settings; what it does to a page is public in
`kindlecomicconverter/image.py`, `page_number_crop_alg.py` and `comic2ebook.py` (read in 2026, the
versions 6 to 9 agree in all that counts here). Rebuilt is that sequence of library calls, in our
own words, for a colour page with KCC's defaults: the page opened and converted to RGB; whether it
has colour, asked of a copy scaled to 40 x 40; whether its border is white or black, asked of a
black and white copy; margins and page number sought in a grey copy, with autocontrast and a blur;
scaled whole by Lanczos; saved as optimised JPEG of quality 85; its MD5 taken. As KCC does, one
process for each processor takes page after page. Left out is what it leaves out by itself for such
pages (gamma, autocontrast of colour pages, splitting, the rainbow filter), and all of its packing.
Neither the way up nor the colour profile are looked at: KCC does not.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

from measure import Contender, compare
from pictures import PROCESSES, SHAPE, emptied
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat
from shelf import photobook

BLACK = 128
EDGE = 0.02
IMPERFECTIONS = 0.02
THRESHOLD = 51
"""Of KCC's cropping power 1."""


def main() -> None:
    """Measure and print; with --prepare be KCC."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--long-edge", type=int, default=2400)
    parser.add_argument("--prepare", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    args = parser.parse_args()
    corpus = photobook(args.count).resolve()
    size = (round(args.long_edge * SHAPE), args.long_edge)
    if args.prepare is not None:
        jobs = [(page, size, args.prepare) for page in sorted((corpus / "images").glob("*.jpg"))]
        with Pool(PROCESSES, maxtasksperchild=100) as pool:
            pool.map(convert, jobs, 1)
        return
    with tempfile.TemporaryDirectory() as name:
        out, here = Path(name, "out"), Path(__file__).resolve()
        options = ["--count", str(args.count), "--long-edge", str(args.long_edge)]
        ours = [sys.executable, str(here.with_name("pictures.py")), "--corpus", str(corpus)]
        commands = {
            "epubforge": [*ours, *options, "--prepare", str(out)],
            "KCC's pipeline": [sys.executable, str(here), *options, "--prepare", str(out)],
        }
        contenders = [
            Contender(
                contender,
                command,
                Path(name),
                lambda: emptied(out),
                lambda: _proved(out, args.count),
            )
            for contender, command in commands.items()
        ]
        workload = f"{args.count} pictures to {args.long_edge}, cold"
        compare(contenders[0], contenders[1], args.pairs, workload)


def convert(job: tuple[Path, tuple[int, int], Path]) -> str:
    """One page as KCC makes it."""
    page, size, out = job
    image: Image.Image = Image.open(page).convert("RGB")
    _has_colour(image)
    white = _has_white_border(image)
    box = _content(image, white)
    if box is not None and (box[2] - box[0]) * (box[3] - box[1]) >= image.width * image.height:
        image = image.crop(box)
    image = ImageOps.fit(image, size, method=Image.Resampling.LANCZOS)
    target = out / f"{page.stem}-kcc.jpg"
    image.save(target, "JPEG", optimize=1, quality=85)
    return hashlib.md5(target.read_bytes()).hexdigest()


def _has_colour(image: Image.Image) -> bool:
    small = image.copy().resize((40, 40))
    means = ImageStat.Stat(small).mean
    bias = [mean - sum(means) / 3 for mean in means]
    error = 0.0
    for at in range(40 * 40):
        pixel = small.getpixel((at % 40, at // 40))
        assert isinstance(pixel, tuple)
        middle = sum(pixel) / 3
        error += sum((level - middle - part) ** 2 for level, part in zip(pixel, bias, strict=True))
    return error / 1600 > 22


def _has_white_border(image: Image.Image) -> bool:
    ink = image.convert("L").point(lambda level: 0 if level < BLACK else 255, "1")
    boxes = ink.getbbox(), ImageChops.invert(ink).getbbox()
    areas = [(b[2] - b[0]) * (b[3] - b[1]) if b else 0 for b in boxes]
    if min(areas) and (max(areas) - min(areas)) / min(areas) * 100 > 0.5:
        return areas[1] < areas[0]
    votes = 0
    for top in range(0, ink.height, 5):
        votes += _vote(ink.crop((0, min(top, ink.height - 5), ink.width, min(top + 5, ink.height))))
    for left in range(0, ink.width, 5):
        votes += _vote(
            ink.crop((min(left, ink.width - 5), 0, min(left + 5, ink.width), ink.height))
        )
    return votes <= 0


def _vote(strip: Image.Image) -> int:
    levels = strip.histogram()
    return -1 if levels[0] == 0 else 1 if levels[255] == 0 else 0


def _content(image: Image.Image, white: bool) -> tuple[int, int, int, int] | None:
    grey = ImageOps.grayscale(image)
    if not white:
        grey = ImageOps.invert(grey)
    grey = ImageOps.autocontrast(grey, 1).filter(ImageFilter.BoxBlur(1))
    ink = grey.point(lambda level: 255 if level <= THRESHOLD else 0)
    width, height = ink.size
    for edge in (
        (0, 0, width, int(EDGE * height)), (0, int((1 - EDGE) * height), width, height),
        (0, 0, int(EDGE * width), height), (int((1 - EDGE) * width), 0, width, height),
    ):  # fmt: skip
        strip = ink.crop(edge)
        share = strip.histogram()[255] / (strip.width * strip.height)
        if 0 < share < IMPERFECTIONS:
            ink.paste(0, edge)
    return ink.getbbox()


def _proved(out: Path, count: int) -> None:
    if len(list(out.glob("*.jpg"))) != count:
        raise SystemExit("pictures are missing")


if __name__ == "__main__":
    main()
