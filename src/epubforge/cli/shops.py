"""The option --profile: the shops whose demands count, by name or by their files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from epubforge.cli.findings import CONFIGURATION, Reporting
from epubforge.cli.showing import Looked, put_aside, show

if TYPE_CHECKING:
    from epubforge.project.profiles import Chosen

P = ParamSpec("P")
R = TypeVar("R")


def profile_option(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command --profile, which may be given several times."""
    return click.option(
        "--profile",
        "profiles",
        multiple=True,
        metavar="NAME|FILE",
        help="The shops that count, in place of those in book.toml: apple, google, kindle, kobo,"
        " tolino, universal, a file as mine.toml, or several; none, for what the EPUB"
        " specifications say alone.",
    )(command)


def chosen(profiles: Sequence[str], reporting: Reporting) -> Chosen | None:
    """The profiles of these names and files; None where none is named.

    Raises click.UsageError for one that there is not. What is wrong in a file is shown, and ends
    the command.
    """
    if not profiles:
        return None
    from epubforge.diagnostics import Policy, judge
    from epubforge.project.errors import ProjectError
    from epubforge.project.profiles import named

    try:
        read = named(profiles)
    except ProjectError as refusal:
        raise click.UsageError(str(refusal)) from refusal
    if read.found:
        looked = [Looked(Path(), judge(read.found, Policy()))]
        show(looked, reporting)
        put_aside(looked, reporting)
        raise click.exceptions.Exit(CONFIGURATION)
    return read.value
