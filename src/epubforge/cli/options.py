"""Options that every command takes, and the console that they set up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Console:
    """How much is said, and in which colours."""

    quiet: bool = False
    verbose: bool = False
    color: str = "auto"

    def colored(self, stream: object = None) -> bool:
        """Whether colours are shown on a stream: as asked, else on a terminal without NO_COLOR."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        isatty = getattr(stream or sys.stdout, "isatty", None)
        return bool(isatty and isatty())


def console_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command -C, -q, -v and --color; their values end up in the context's Console."""
    for option in (
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            expose_value=False,
            callback=_set("color"),
            help="Colours; auto: on a terminal, unless NO_COLOR is set.",
        ),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            expose_value=False,
            callback=_set("verbose"),
            help="Say more.",
        ),
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            expose_value=False,
            callback=_set("quiet"),
            help="Say only what went wrong.",
        ),
        click.option(
            "-C",
            "start_in",
            type=click.Path(exists=True, file_okay=False),
            expose_value=False,
            is_eager=True,
            callback=_change_directory,
            metavar="DIR",
            help="Run as if started in DIR.",
        ),
    ):
        command = option(command)
    return command


def console() -> Console:
    """The console of the command that runs."""
    found = click.get_current_context().find_object(Console)
    return found or Console()


def _set(name: str) -> Callable[[click.Context, click.Parameter, object], None]:
    def remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
        if value in (None, False):
            return
        root = context.find_root()
        root.obj = replace(root.obj or Console(), **{name: value})
        context.obj = root.obj

    return remember


def _change_directory(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> None:
    if value is not None:
        os.chdir(Path(value))
