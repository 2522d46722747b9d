"""This repository's photobook, cold: epubforge beside pandoc on the same chapters and pictures.

    python benchmarks/heroes.py [--pairs 5]

pandoc gets the chapters without their headers, and the plates as one chapter of figures with the
same captions and descriptions.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import tomllib
from pathlib import Path

from commands import epubforge, pandoc
from measure import compare

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chapters = _chapters_for_pandoc(folder)
        metadata = ["--metadata", "title=Heroes of Labour", "--metadata", "lang=en-GB"]
        cover = f"--epub-cover-image={ROOT / 'images' / 'cover.jpg'}"
        inputs = [*metadata, cover, *map(str, chapters)]
        ours = epubforge(ROOT, folder / "ours.epub")
        theirs = pandoc(ROOT / "manuscript", inputs, folder / "theirs.epub")
        compare(ours, theirs, args.pairs, "the photobook, cold")


def _chapters_for_pandoc(folder: Path) -> list[Path]:
    settings = tomllib.loads((ROOT / "manuscript" / "book.toml").read_text(encoding="utf-8"))
    chapters: list[Path] = []
    for name in settings["contents"]["chapters"]:
        text = _plates() if name == "plates" else (ROOT / "manuscript" / name).read_text("utf-8")
        target = folder / f"{len(chapters):02}.md"
        target.write_text(re.sub(r"\A\+\+\+\n.*?\n\+\+\+\n", "", text, flags=re.S), "utf-8")
        chapters.append(target)
    return chapters


def _plates() -> str:
    captions = tomllib.loads((ROOT / "manuscript" / "portraits.toml").read_text(encoding="utf-8"))
    figures = [
        f'![{row["caption"]}]({ROOT}/images/portraits/{row["file"]}){{alt="{row["alt"]}"}}\n'
        for row in captions["picture"]
    ]
    return "# Plates\n\n" + "\n".join(figures)


if __name__ == "__main__":
    main()
