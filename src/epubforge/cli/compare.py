"""`epubforge compare`: what changed from one finished EPUB to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from epubforge.cli.options import console, console_options
from epubforge.cli.telling import Told, refuse, tell, telling_options

if TYPE_CHECKING:
    from epubforge.report.report import Screen

SAME, DIFFERENT = 0, 1


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge compare printed.epub corrected.epub\n"
    "  epubforge compare old.epub new.epub --output changes.json\n"
    "  epubforge compare -q old.epub new.epub || echo they differ\n"
)
@click.argument("before", metavar="A.epub", type=click.Path(path_type=Path))
@click.argument("after", metavar="B.epub", type=click.Path(path_type=Path))
@telling_options
@console_options
def compare(before: Path, after: Path, format_: str | None, output: Path | None) -> int:
    """Say what changed from one finished EPUB to another.

    Metadata, contents, documents, text word by word, pictures and the words in their place,
    styles, fonts, sizes, accessibility. Documents and pictures are known again by what they hold,
    not by their names. Long lists are shortened; -v and JSON hold them whole.

    Exit code 0: they hold the same; 1: they differ; 2: one of them is no EPUB.
    """
    from epubforge.pipeline.comparing import compare as lay_side_by_side
    from epubforge.pipeline.inspecting import Refused

    try:
        collation = lay_side_by_side(before, after)
    except Refused as why:
        return refuse(why)
    names, whole = (before.as_posix(), after.as_posix()), console().verbose

    def text(screen: Screen) -> str:
        from epubforge.report.comparison.text import comparison_text

        return comparison_text(*names, collation, screen, whole=whole)

    def json() -> str:
        from epubforge.report.comparison.json import comparison_json

        return comparison_json(*names, collation)

    tell(Told(text, json), format_, output)
    return SAME if collation.equal else DIFFERENT
