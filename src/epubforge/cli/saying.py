"""Sentences of a command, and the names in them, turned into lines that command nothing."""

from __future__ import annotations

import click


def say(text: str, *, err: bool = False) -> None:
    """One line on stdout or stderr: what steers a terminal or a build server is only shown."""
    click.echo(harmless(text), err=err)


def harmless(text: str) -> str:
    """The text as one line, whatever the names in it hold."""
    from epubforge.report.safe import visible

    return visible(text)
