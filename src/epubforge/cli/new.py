"""`epubforge new`: a project that builds at once, from a template, or from a folder of pictures."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

import click

from epubforge.cli.options import console, console_options
from epubforge.cli.saying import say

TEMPLATES = Path(__file__).parent.parent / "templates"
NAMES = ("minimal", "novel", "photobook")
WITH_PICTURES = "pictures"
"""The template of a photobook whose pictures are the author's own."""
TEXT = {".toml", ".md", ""}
"""Endings of the template's files in which words are put."""


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge new my-book\n"
    "  epubforge new portraits --template photobook\n"
    "  epubforge new my-photos --template photobook --pictures ~/Pictures/2009\n"
    "  epubforge new my-photos --template photobook --pictures ~/Pictures/2009 --captions csv\n"
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--template",
    type=click.Choice(NAMES),
    help="What to begin with; minimal, or photobook where there are pictures.",
)
@click.option(
    "--pictures",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A photobook of the pictures in this folder and its sub-folders, which are copied. Their"
    " captions, descriptions, credits, dates and places are read from the files.",
)
@click.option(
    "--captions",
    type=click.Choice(["toml", "csv"]),
    help="How the table of captions is written, with --pictures: toml for an editor (default), csv"
    " for a spreadsheet.",
)
@console_options
def new(directory: Path, template: str | None, pictures: Path | None, captions: str | None) -> int:
    """Make a project in DIR that builds at once.

    DIR may hold files already: none of them is changed.

    With --pictures each sub-folder becomes a group of plates. The folder itself is only read.
    Pictures that cannot be used are left out, and named with the reason.
    """
    if directory.exists() and not directory.is_dir():
        raise click.ClickException(f"{directory} is a file; name a folder")
    if pictures is None and captions is not None:
        raise click.UsageError("--captions goes with --pictures")
    if pictures is not None and template not in {None, "photobook"}:
        raise click.UsageError(f"--pictures makes a photobook, not a {template}")
    from epubforge.project.staging import put_in_place, staging

    said: list[str] = []
    try:
        with staging(directory) as stage:
            if pictures is None:
                _write_template(template or "minimal", stage, {"TITLE": title_of(directory)})
            else:
                from epubforge.cli.new_photobook import stage_photobook

                words, said = stage_photobook(pictures, directory, stage, captions or "toml")
                _write_template(WITH_PICTURES, stage, {"TITLE": title_of(directory), **words})
            kept = put_in_place(stage, directory)
    except OSError as fault:
        is_file = isinstance(fault, FileExistsError | NotADirectoryError)
        reason = "a file stands in a folder's place" if is_file else fault.strerror
        place = fault.filename2 or fault.filename or directory
        raise click.ClickException(f"{place} cannot be written: {reason}") from fault
    for path in kept:
        say(f"{path} was there already and is left as it is")
    if not console().quiet:
        for line in said:
            say(line)
        say(f"{directory} is ready: epubforge build {_quoted(directory)}")
    return 0


def title_of(directory: Path) -> str:
    """The book's first title, from its folder: my-book becomes My book."""
    words = re.sub(r"[-_\s]+", " ", directory.resolve().name).strip() or "Untitled"
    return words[0].upper() + words[1:]


def _write_template(name: str, stage: Path, words: Mapping[str, str]) -> None:
    """The template's files, each `@WORD@` in them replaced."""
    template = TEMPLATES / name
    for source in sorted(path for path in template.rglob("*") if path.is_file()):
        relative = source.relative_to(template)
        if relative.name == "gitignore":
            relative = relative.with_name(".gitignore")
        content = source.read_bytes()
        if source.suffix in TEXT:
            for word, text in words.items():
                escaped = json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")
                content = content.replace(f"@{word}@".encode(), escaped.encode("utf-8", "replace"))
        target = stage / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _quoted(path: Path) -> str:
    import shlex

    return shlex.quote(os.fspath(path))
