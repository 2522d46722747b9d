"""`epubforge preview`: the book in the browser, live."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from epubforge.cli.findings import CONFIGURATION, FINE, Reporting, exit_code
from epubforge.cli.makers import maker_of
from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say

if TYPE_CHECKING:
    from epubforge.preview.guard import Guard
    from epubforge.preview.making import Made, Maker
    from epubforge.preview.network import Home
    from epubforge.preview.session import Shown
    from epubforge.preview.state import Surroundings

PORT = 8321


@dataclass(frozen=True, slots=True)
class Wish:
    """What the options of the command line ask for."""

    port: int
    host: str | None
    no_open: bool
    once: bool
    chapter: str | None
    edition: str | None
    editor: str | None


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge preview\n"
    "  epubforge preview my-book --chapter 03-mine.md\n"
    "  epubforge preview my-book --edition fixed --no-open\n"
    "  epubforge preview dist/my-book.epub\n"
    "  epubforge preview --host 192.168.1.20\n"
    "  epubforge preview --once\n"
)
@click.argument("target", metavar="[PROJECT or FILE.epub]", required=False, type=click.Path())
@click.option("--chapter", metavar="FILE", help="The chapter that is opened first, by its file.")
@click.option("--edition", metavar="NAME", help="The edition of that name in book.toml.")
@click.option("--no-open", is_flag=True, help="Open no browser.")
@click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(1, 65_535),
    help="Where it is served; where that is taken, at the next one that is free.",
)
@click.option(
    "--host",
    metavar="ADDRESS",
    help="Let other devices in, by this address of your computer; 0.0.0.0 for all it has. They"
    " need the token in the address that is shown.",
)
@click.option(
    "--editor",
    metavar="NAME",
    envvar="EPUBFORGE_EDITOR",
    show_envvar=True,
    help="What opens a place in the manuscript: vscode, zed, sublime, idea, ..., none, or an"
    " address with {path}, {line} and {column}. Without it, one that is installed.",
)
@click.option("--once", is_flag=True, help="Render the book, say what is wrong with it, and end.")
@console_options
def preview(
    target: str | None,
    port: int,
    host: str | None,
    no_open: bool,
    once: bool,
    chapter: str | None,
    edition: str | None,
    editor: str | None,
) -> int:
    """Show the book in the browser, and every change as soon as it is saved.

    PROJECT is a project's folder, any folder inside it, or its book.toml; FILE.epub any finished
    book. Ctrl-C ends it.
    """
    wish = Wish(port, host, no_open, once, chapter, edition, editor)
    with maker_of(target, edition) as maker:
        return CONFIGURATION if maker is None else _show(maker, wish)


def _show(maker: Maker, wish: Wish) -> int:
    from epubforge.preview.editors import NoEditorError, editor_named
    from epubforge.preview.making import MAIN
    from epubforge.preview.network import NoPlaceError
    from epubforge.preview.state import Surroundings, chapter_named

    edition = wish.edition or MAIN
    try:
        around = Surroundings(editor_named(wish.editor), wish.chapter)
    except NoEditorError as refusal:
        raise click.UsageError(str(refusal)) from refusal
    # Made here first, where nothing else runs yet: chapters can be read in several processes.
    made = maker.make(edition, None)
    if wish.chapter and made.proof and not chapter_named(made.proof, wish.chapter):
        raise click.UsageError(f"there is no page of {wish.chapter} in the book")
    if wish.once:
        return _once(maker, made)
    try:
        return _serve(maker, edition, around, wish)
    except NoPlaceError as refusal:
        say(f"epubforge: {refusal}", err=True)
        return CONFIGURATION


def _once(maker: Maker, made: Made) -> int:
    """The edition rendered to its last page, its findings shown, and what they mean."""
    from epubforge.cli.showing import Looked, show

    found = tuple(located.finding for located in made.found())
    if made.proof is None and not found:
        say(f"epubforge: {made.fault}", err=True)
        return CONFIGURATION
    project = getattr(maker, "project", None)
    reporting = Reporting()
    show([Looked(maker.root, found, project)], reporting)
    if made.proof is not None and not console().quiet:
        size = sum(len(leaf.read()) for leaf in made.proof.leaves.values())
        pages = len(made.proof.spine)
        say(f"{pages} page{'' if pages == 1 else 's'}, {size / 1e6:.1f} MB rendered.")
    return exit_code(found, None, project)


def _serve(maker: Maker, edition: str, around: Surroundings, wish: Wish) -> int:
    from epubforge.preview.guard import Guard
    from epubforge.preview.network import bind, home_of
    from epubforge.preview.serving import serve
    from epubforge.preview.session import Session

    home = home_of(wish.host)
    bound = bind(home, wish.port)
    if bound.port != wish.port:
        say(f"Port {wish.port} is taken: this is port {bound.port}.")
    guard = Guard(bound.port, home.names, home.is_open)

    def ready(shown: Shown) -> None:
        _say_where(maker, home, guard, shown)
        if not wish.no_open and _has_screen():
            click.launch(_address(home, guard))

    with suppress(KeyboardInterrupt):
        serve(lambda: Session(maker, edition), guard, around, bound, ready)
    return FINE


def _has_screen() -> bool:
    """Whether there is one to open a browser on; else a browser for terminals might be found."""
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER")
    return any(os.environ.get(name) for name in names)


def _address(home: Home, guard: Guard) -> str:
    secret = f"?token={guard.token}" if guard.is_open else ""
    return f"http://{home.names[0]}:{guard.port}/{secret}"


def _say_where(maker: Maker, home: Home, guard: Guard, shown: Shown) -> None:
    address = _address(home, guard)
    if guard.is_open:
        _draw(address)
        say("Whoever has this address sees the book, and can change its captions:")
    say(address)
    if console().quiet:
        return
    if shown.fault is not None:
        say(f"{maker.name}: {shown.fault.message}")
    say("Save a file, and the page changes. Ctrl-C ends it.")


def _draw(address: str) -> None:
    """The address as a picture that a telephone reads."""
    import segno

    if sys.stdout.isatty() or console().verbose:
        with suppress(UnicodeError):  # a console without the blocks that it is drawn with
            segno.make(address, error="l").terminal(out=sys.stdout, compact=True, border=2)
