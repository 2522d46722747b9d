"""`epubforge preview`: the book in the browser, live."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from epubforge.cli.findings import CONFIGURATION, FINE
from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say

PORT = 8321


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge preview\n"
    "  epubforge preview my-book --chapter 03-mine.md\n"
    "  epubforge preview dist/my-book.epub\n"
    "  epubforge preview --host 192.168.1.20\n"
    "  epubforge preview --once\n"
)
@click.argument("target", metavar="[PROJECT or FILE.epub]", required=False, type=click.Path())
@click.option("--no-open", is_flag=True, help="Open no browser.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65_535))
@click.option("--edition", metavar="NAME", help="The edition of that name in book.toml.")
@console_options
def preview(target: str | None, no_open: bool, port: int, edition: str | None) -> int:
    """Show the book in the browser, and every change as soon as it is saved."""
    from epubforge.pipeline.run import Run
    from epubforge.pipeline.workshop import workshop
    from epubforge.preview.bench import Bench
    from epubforge.preview.guard import Guard
    from epubforge.preview.making import MAIN
    from epubforge.preview.serving import NoPortError, bind, serve
    from epubforge.preview.session import Session
    from epubforge.project.errors import ProjectError
    from epubforge.project.find import find

    start = Path(target or ".")
    try:
        find(start)
        bound = bind(("127.0.0.1", "::1"), port)
    except (ProjectError, NoPortError) as refusal:
        say(f"epubforge: {refusal}", err=True)
        return CONFIGURATION
    if bound.port != port:
        say(f"Port {port} is taken; this is port {bound.port}.")
    guard = Guard(bound.port)
    address = f"http://localhost:{bound.port}/"

    def ready() -> None:
        if not console().quiet:
            say(f"{address}  (Ctrl-C ends it)")
        if not no_open:
            click.launch(address)

    run = Run(source_date_epoch=os.environ.get("SOURCE_DATE_EPOCH"))
    with workshop() as folder:
        bench = Bench(start, folder, run)
        with suppress(KeyboardInterrupt):
            serve(lambda: Session(bench, edition or MAIN), guard, bound, ready)
    return FINE
