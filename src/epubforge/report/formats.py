"""The formats that a report can be written in: a name, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from epubforge.report.report import Report, Screen

Format: TypeAlias = Callable[[Report, Screen], str]

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab")
"""Each is the function of that name in the module of that name."""
IN_REPOSITORY = frozenset({"sarif", "github", "gitlab"})
"""Those in which files are named from the root of their Git repository, where there is one."""
BY_ENDING = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
}
"""What a report's file is called, and the format that its readers expect."""


def format_named(name: str) -> Format:
    """The function that writes a format."""
    written: Format = getattr(import_module(f"epubforge.report.{name}"), name)
    return written
