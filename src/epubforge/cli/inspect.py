"""`epubforge inspect`: what is in a finished EPUB, and what shops say of its accessibility."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say
from epubforge.cli.telling import Told, refuse, tell, telling_options

if TYPE_CHECKING:
    from epubforge.report.report import Screen


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge inspect dist/my-book.epub\n"
    "  epubforge inspect -v dist/my-book.epub | less\n"
    "  epubforge inspect dist/my-book.epub --format json | jq .accessibility.card\n"
)
@click.argument("file", metavar="FILE.epub", type=click.Path(path_type=Path))
@telling_options
@console_options
def inspect(file: Path, format_: str | None, output: Path | None) -> int:
    """Say what is in a finished EPUB, whoever made it.

    Its metadata, its length, its contents and reading order, its sizes, pictures and fonts, and
    the accessibility card that shops show beside it. Long lists are shortened; -v and JSON hold
    them whole. What is wrong with a book, epubforge check says. Exit code 2: there is no EPUB.
    """
    from epubforge.pipeline.inspecting import Refused
    from epubforge.pipeline.inspecting import inspect as look_into

    try:
        inspected = look_into(file)
    except Refused as why:
        return refuse(why)
    inventory, name, whole = inspected.opened.inventory, file.as_posix(), console().verbose

    def text(screen: Screen) -> str:
        from epubforge.report.inspection.text import inspection_text

        return inspection_text(name, inventory, screen, whole=whole)

    def json() -> str:
        from epubforge.report.inspection.json import inspection_json

        return inspection_json(name, inventory)

    tell(Told(text, json), format_, output)
    if inspected.found and not console().quiet:
        say(f"epubforge: its container has faults: epubforge check {name} says which", err=True)
    return 0
