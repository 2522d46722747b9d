"""Arguments in, exit code out: the commands together, and what no command lets through."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType

import click

from epubforge import __version__
from epubforge.cli.options import console_options
from epubforge.cli.saying import harmless, say
from epubforge.diagnostics import ExtraMissing

COMMANDS = {
    "build": "epubforge.cli.build",
    "check": "epubforge.cli.check",
    "preview": "epubforge.cli.preview",
    "shots": "epubforge.cli.shots",
    "new": "epubforge.cli.new",
    "inspect": "epubforge.cli.inspect",
    "compare": "epubforge.cli.compare",
    "explain": "epubforge.cli.explain",
    "alt": "epubforge.cli.alt",
}
"""Each command and the module that holds it, under the same name; imported when it is called."""

USAGE, TOOL_MISSING = 2, 3
VERBOSE = re.compile(r"--verbose|-[a-z]*v[a-z]*")


class Commands(click.Group):
    """The group of commands; a command's module is imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of a book's making."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name]), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a near miss is told what it may have meant."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            ctx.fail(f"there is no command {args[0]}{hint}")
        return super().resolve_command(ctx, args)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples:\n\n\b\n"
    "  epubforge new my-book\n"
    "  epubforge build my-book\n"
    "  epubforge check my-book --format json\n"
    "  epubforge explain A001\n",
)
@click.version_option(__version__, prog_name="epubforge", message="%(prog)s %(version)s")
@console_options
def epubforge() -> None:
    """Markdown and pictures in; a valid, beautiful, accessible EPUB 3 out."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line; every way it can end is an exit code, none is a traceback.

    Raises KeyboardInterrupt alone: when it is interrupted or asked to end.
    """
    _never_fail_on_a_console()
    signal.signal(signal.SIGTERM, _end_like_an_interrupt)
    try:
        code = epubforge.main(list(arguments), prog_name="epubforge", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as refusal:
        _show(refusal)
        return USAGE
    except ExtraMissing as missing:
        say(f"epubforge: {missing}", err=True)
        return TOOL_MISSING
    except click.Abort:
        raise KeyboardInterrupt from None
    except BrokenPipeError:
        # The reader of our output has gone (`epubforge explain | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        named = f"{fault.filename}: " if fault.filename else ""
        say(f"epubforge: {named}{fault.strerror or fault}", err=True)
        return USAGE
    except Exception as fault:
        if any(VERBOSE.fullmatch(argument) for argument in arguments):
            raise
        name = type(fault).__name__
        click.echo(
            f"epubforge: this is a fault of ours, not of your book: {name}: {fault}\n"
            "hint: run the command again with -v and send us what it shows",
            err=True,
        )
        return USAGE
    return code if isinstance(code, int) else 0


def _show(refusal: click.ClickException) -> None:
    """In click's own words, but whatever name is among them commands nothing."""
    from io import StringIO

    said = StringIO()
    refusal.show(said)
    click.echo("\n".join(map(harmless, said.getvalue().split("\n"))), err=True, nl=False)


def _never_fail_on_a_console() -> None:
    """A console that lacks a character shows its escape; it never ends the run."""
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end_like_an_interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
