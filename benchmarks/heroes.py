"""This repository's photobook, cold: epubforge beside pandoc on the same chapters and pictures.

    python benchmarks/heroes.py [--pairs 5]

pandoc gets the chapters without their headers, and the plates as one chapter of figures with the
same captions and descriptions.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import tomllib
from pathlib import Path

import pypandoc
from measure import Contender, compare

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chapters = _chapters_for_pandoc(folder)
        epubforge = [sys.executable, "-m", "epubforge", "build", "-q", "--fail-on", "never"]
        ours = Contender("epubforge", [*epubforge, "-o", str(folder / "ours.epub")], ROOT)
        pandoc = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "epub3", "--toc"]
        options = ["--metadata", "title=Heroes of Labour", "--metadata", "lang=en-GB"]
        cover = [f"--epub-cover-image={ROOT / 'images' / 'cover.jpg'}"]
        output = ["-o", str(folder / "theirs.epub")]
        command = [*pandoc, *options, *cover, *output, *map(str, chapters)]
        compare(ours, Contender("pandoc", command, ROOT / "manuscript"), args.pairs)


def _chapters_for_pandoc(folder: Path) -> list[Path]:
    settings = tomllib.loads((ROOT / "manuscript" / "book.toml").read_text(encoding="utf-8"))
    chapters = []
    for name in settings["contents"]["chapters"]:
        text = _plates() if name == "plates" else (ROOT / "manuscript" / name).read_text("utf-8")
        target = folder / f"{len(chapters):02}.md"
        target.write_text(re.sub(r"\A\+\+\+\n.*?\n\+\+\+\n", "", text, flags=re.S), "utf-8")
        chapters.append(target)
    return chapters


def _plates() -> str:
    captions = tomllib.loads((ROOT / "manuscript" / "portraits.toml").read_text(encoding="utf-8"))
    figures = [
        f"![{row['caption']}]({ROOT}/images/portraits/{row['file']}){{alt=\"{row['alt']}\"}}\n"
        for row in captions["picture"]
    ]
    return "# Plates\n\n" + "\n".join(figures)


if __name__ == "__main__":
    main()
