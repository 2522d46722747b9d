"""`epubforge shots`: pictures of a book's pages, as a device shows them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from epubforge.cli.findings import CONFIGURATION, FINE
from epubforge.cli.makers import maker_of
from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say
from epubforge.diagnostics import ExtraMissing

if TYPE_CHECKING:
    from epubforge.shots.chromium import Chromium
    from epubforge.shots.devices import Device
    from epubforge.shots.taking import Shot

_RANGE = re.compile(r"(\d+)(?:-(\d*))?")


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge shots\n"
    "  epubforge shots my-book --device paperwhite --pages 5-8\n"
    "  epubforge shots my-book --edition fixed --device tablet --sheet\n"
    "  epubforge shots dist/my-book.epub --device phone --out pictures\n"
)
@click.argument("target", metavar="[PROJECT or FILE.epub]", required=False)
@click.option(
    "--device",
    metavar="NAME",
    default="tablet",
    show_default=True,
    help="Whose screen: phone, tablet, paperwhite, colorsoft, scribe, scribe-colour, libra, sage or"
    " clara; e-ink without colour in its sixteen greys.",
)
@click.option(
    "--out",
    metavar="DIR",
    default="shots",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that the pictures go to.",
)
@click.option(
    "--pages",
    metavar="FROM-TO",
    help="Only these documents of the reading order, counted from 1: 5, 5-8, 5-.",
)
@click.option("--edition", metavar="NAME", help="The edition of that name in book.toml.")
@click.option("--sheet", is_flag=True, help="All pages small on one picture, and no others.")
@console_options
def shots(
    target: str | None, device: str, out: Path, pages: str | None, edition: str | None, sheet: bool
) -> int:
    """Make pictures (PNG) of a book's pages, screen by screen, by a browser that nobody sees.

    PROJECT is a project's folder, any folder inside it, or its book.toml; FILE.epub any finished
    book. It needs Chromium, Chrome or Edge. Pictures of earlier runs are replaced.
    """
    from epubforge.preview.making import MAIN
    from epubforge.shots.chromium import BrowserError

    screen, steps = _device(device), _steps(pages)
    with maker_of(target, edition) as maker:
        if maker is None:
            return CONFIGURATION
        made = maker.make(edition or MAIN, None)
        if made.proof is None:
            say(f"epubforge: {made.fault}; `epubforge check` shows what is wrong", err=True)
            return CONFIGURATION
        if steps is not None and not set(steps) & set(range(1, len(made.proof.spine) + 1)):
            raise click.UsageError(
                f"--pages {pages}: the reading order has {len(made.proof.spine)} documents"
            )
        try:
            from epubforge.shots.taking import shots as taken

            with _browser() as browser:
                found = taken(made.proof, screen, browser, steps)
                count = _sheet(found, out, screen) if sheet else _single(found, out)
        except BrowserError as fault:
            say(f"epubforge: no pictures of the pages: {fault}", err=True)
            return CONFIGURATION
    if not console().quiet:
        say(f"{count} page{'' if count == 1 else 's'} on {screen.label}, in {out}.")
    return FINE


def _device(name: str) -> Device:
    from epubforge.project.suggest import did_you_mean
    from epubforge.shots.devices import DEVICES

    if name not in DEVICES:
        raise click.UsageError(
            f"no device is called {name}{did_you_mean(name, tuple(DEVICES))};"
            f" there are {', '.join(DEVICES)}"
        )
    return DEVICES[name]


def _steps(pages: str | None) -> range | None:
    found = _RANGE.fullmatch(pages) if pages is not None else None
    if pages is None:
        return None
    if found is None or int(found[1]) < 1:
        raise click.UsageError(f"--pages {pages}: write 5, 5-8 or 5-")
    last = int(found[1]) if found[2] is None else int(found[2] or 10**6)
    if last < int(found[1]):
        raise click.UsageError(f"--pages {pages}: it ends before it begins")
    return range(int(found[1]), last + 1)


def _browser() -> Chromium:
    from epubforge.ace.browser import INSTALL_BROWSER, find_browser
    from epubforge.shots.chromium import Chromium

    found = find_browser(os.environ).program
    if found is None:
        raise ExtraMissing(
            f"pictures of pages need Chromium, Chrome or Edge; install one: {INSTALL_BROWSER}"
        )
    return Chromium(found)


def _single(found: Iterator[Shot], out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for shot in found:
        slug = re.sub(r"[^a-z0-9]+", "-", Path(shot.href).stem.lower()).strip("-") or "page"
        written.append(out / f"{shot.spine:03}-{slug}-{shot.page:02}.png")
        written[-1].write_bytes(shot.png)
    return len(written)


def _sheet(found: Iterator[Shot], out: Path, screen: Device) -> int:
    from epubforge.codec.screens import write_contact_sheet

    out.mkdir(parents=True, exist_ok=True)
    return write_contact_sheet((shot.png for shot in found), out / f"sheet-{screen.name}.png")
