"""How `inspect` and `compare` tell what they found: on the screen, in a file, in which format."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from epubforge.cli.options import console
from epubforge.cli.saying import say

if TYPE_CHECKING:
    from epubforge.report.report import Screen

P = ParamSpec("P")
R = TypeVar("R")
_NARROWEST, _WIDEST, _NO_TERMINAL = 40, 120, 100
"""Cells; long lines are hard to read, however wide the window."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be told, in each format."""

    text: Callable[[Screen], str]
    json: Callable[[], str]


def telling_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command --format and --output."""
    for option in (
        click.option(
            "--output",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Write it to FILE too; without --format as JSON where the name ends in .json.",
        ),
        click.option(
            "--format",
            "format_",
            type=click.Choice(["text", "json"]),
            help="text is for people, json for programs.",
        ),
    ):
        command = option(command)
    return command


def tell(told: Told, format_: str | None, output: Path | None) -> None:
    """On the screen; where there is a file, in it as well, and then as text on the screen.

    Raises click.ClickException where the file cannot be written.
    """
    on_screen = "text" if output is not None else format_ or "text"
    if on_screen == "json":
        sys.stdout.write(told.json())
    elif not console().quiet:
        sys.stdout.write(told.text(_screen()))
    sys.stdout.flush()
    if output is not None:
        in_file = format_ or ("json" if output.suffix.lower() == ".json" else "text")
        _write(output, told.json() if in_file == "json" else told.text(_paper()))


def refuse(why: Exception) -> int:
    """Say why nothing can be told; the exit code that means it."""
    say(f"epubforge: {why}", err=True)
    return 2


def _screen() -> Screen:
    from epubforge.report.report import Screen

    try:
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        width = int(columns) if (columns := os.environ.get("COLUMNS", "")).isdecimal() else 0
    width = max(_NARROWEST, min(width or _NO_TERMINAL, _WIDEST))
    return Screen(console().colored(), sys.stdout.encoding or "utf-8", width)


def _paper() -> Screen:
    from epubforge.report.report import Screen

    return Screen(width=_NO_TERMINAL)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        reason = fault.strerror or fault
        raise click.ClickException(f"nothing can be written to {file}: {reason}") from fault
