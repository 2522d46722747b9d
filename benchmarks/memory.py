"""The memory of a whole build of a photobook: a hundred pictures beside a thousand.

    python benchmarks/memory.py [--count 100] [--times 10] [--mixed] [--fast]

The pictures have 24 million pixels. The larger book shows each of them so many times, in files that
differ (a comment more at the end), so that each must be prepared and stored by itself. A peak above
150 MB and one decoded picture for each worker ends the benchmark with 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from commands import epubforge
from measure import run
from shelf import photobook

ALLOWED = 150
DECODED = {False: 24_000_000 * 3 / 1e6, True: 24_000_000 * 3 * 2 / 1e6}
"""MB of a picture of 24 million pixels, with 8 bits and with 16."""
WORKERS = 2
ENDINGS = {".jpg", ".png", ".tif"}


def main() -> None:
    """Measure both, print them, and say whether the promise is kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--mixed", action="store_true")
    parser.add_argument("--fast", action="store_true")
    args = parser.parse_args()
    corpus = photobook(args.count, plain=not args.mixed)
    one = _peak(corpus, 1, args.fast)
    many = _peak(corpus, args.times, args.fast)
    allowed = ALLOWED + WORKERS * DECODED[args.mixed]
    print(
        f"{args.count} pictures: {one:.0f} MB; {args.count * args.times} pictures: {many:.0f} MB, "
        f"{many / one:.2f} x as much; allowed {allowed:.0f} MB"
    )
    sys.exit(max(one, many) > allowed)


def _peak(corpus: Path, times: int, fast: bool) -> float:
    with tempfile.TemporaryDirectory(dir=corpus.parent) as name:
        project = Path(name)
        _make(project, corpus, times, fast)
        return run(epubforge(project, project / "book.epub", WORKERS)).peak


def _make(project: Path, corpus: Path, times: int, fast: bool) -> None:
    (project / "images").mkdir()
    (project / "manuscript").mkdir()
    settings = '[book]\ntitle = "Portraits"\nlanguage = "en"\n'
    settings += "[images]\nfast = true\n" if fast else ""
    (project / "manuscript" / "book.toml").write_text(settings, encoding="utf-8")
    pictures = sorted(path for path in (corpus / "images").iterdir() if path.suffix in ENDINGS)
    for time in range(times):
        text = f"# Part {time + 1}\n\n"
        for picture in pictures:
            copy = project / "images" / f"{time:03}-{picture.name}"
            if time:
                copy.write_bytes(picture.read_bytes() + bytes(time))
            else:
                copy.hardlink_to(picture)
            text += f"![A portrait](../images/{copy.name})\n\n"
        (project / "manuscript" / f"{time + 1:03}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
