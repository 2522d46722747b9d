"""The formats that a report can be written in: a name, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from epubforge.report.json import json
from epubforge.report.report import Report, Screen
from epubforge.report.text import text

Format: TypeAlias = Callable[[Report, Screen], str]

FORMATS: Mapping[str, Format] = {
    "text": text,
    "json": json,
}
