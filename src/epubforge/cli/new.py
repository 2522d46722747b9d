"""`epubforge new`: a project that builds at once, from a template."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click

from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say

TEMPLATES = Path(__file__).parent.parent / "templates"
NAMES = ("minimal", "novel", "photobook")
TEXT = {".toml", ".md", ""}
"""Endings of the template's files in which the title is put."""


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge new my-book\n"
    "  epubforge new portraits --template photobook\n"
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--template",
    type=click.Choice(NAMES),
    default="minimal",
    show_default=True,
    help="What to begin with.",
)
@console_options
def new(directory: Path, template: str) -> int:
    """Make a project in DIR that builds at once.

    DIR may hold files already: none of them is changed.
    """
    if directory.exists() and not directory.is_dir():
        raise click.ClickException(f"{directory} is a file; name a folder")
    title = title_of(directory)
    kept: list[Path] = []
    for source, target in _files(TEMPLATES / template, directory):
        if not _write(source, target, title):
            kept.append(target)
    for path in kept:
        say(f"{path} was there already and is left as it is")
    if not console().quiet:
        say(f"{directory} is ready: epubforge build {_quoted(directory)}")
    return 0


def title_of(directory: Path) -> str:
    """The book's first title, from its folder: my-book becomes My book."""
    words = re.sub(r"[-_\s]+", " ", directory.resolve().name).strip() or "Untitled"
    return words[0].upper() + words[1:]


def _files(template: Path, directory: Path) -> Iterator[tuple[Path, Path]]:
    for source in sorted(template.rglob("*")):
        if source.is_file():
            relative = source.relative_to(template)
            if relative.name == "gitignore":
                relative = relative.with_name(".gitignore")
            yield source, directory / relative


def _write(source: Path, target: Path, title: str) -> bool:
    content = source.read_bytes()
    if source.suffix in TEXT:
        escaped = json.dumps(title, ensure_ascii=False)[1:-1]
        content = content.replace(b"@TITLE@", escaped.encode("utf-8", "replace"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)
    except OSError as fault:
        if isinstance(fault, FileExistsError) and os.path.lexists(target):
            return False
        is_file = isinstance(fault, FileExistsError | NotADirectoryError)
        reason = "a file stands in a folder's place" if is_file else fault.strerror
        raise click.ClickException(f"{target} cannot be written: {reason}") from fault
    return True


def _quoted(path: Path) -> str:
    import shlex

    return shlex.quote(str(path))
