"""Command line: draw all prints, some of them, the captions, or a contact sheet."""

import argparse
from multiprocessing import Pool
from pathlib import Path

from artwork.composition.plan import COUNT
from artwork.cover import draw_cover
from artwork.describe import captions
from artwork.press import Press
from artwork.printing import plate, write
from artwork.sheet import contact

_presses: list[Press] = []


def _job(task: tuple[int, Path]) -> Path:
    """Draw one plate, or the cover when the number is zero."""
    if not _presses:
        _presses.append(Press())
    number, folder = task
    if number:
        return plate(number, folder, _presses[0])
    path = folder / "cover.jpg"
    write(draw_cover(_presses[0]), path, 72)
    return path


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="artwork", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for portraits/plate-NNN.jpg and cover.jpg")
    parser.add_argument("--only", type=int, nargs="*", help="plate numbers; 0 is the cover")
    parser.add_argument("--jobs", type=int, default=1, help="processes to use")
    parser.add_argument("--captions", type=Path, help="write the captions to this TOML file")
    parser.add_argument("--sheet", type=Path, help="write a contact sheet of what was drawn")
    options = parser.parse_args()
    if options.out:
        numbers = range(COUNT + 1) if options.only is None else options.only
        with Pool(options.jobs) as pool:
            files = pool.map(_job, [(n, options.out) for n in numbers], chunksize=1)
        if options.sheet:
            contact(files, options.sheet)
    if options.captions:
        options.captions.parent.mkdir(parents=True, exist_ok=True)
        options.captions.write_text(captions(), encoding="utf-8")


if __name__ == "__main__":
    main()
