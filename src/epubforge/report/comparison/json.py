"""A collation for programs, as one JSON object."""

from __future__ import annotations

import json as encoder
from dataclasses import asdict

from epubforge import __version__
from epubforge.collation.collate import Collation
from epubforge.report.json import harmless_json

SCHEMA_VERSION = 1
"""Goes up when a program that reads it would have to change."""


def comparison_json(before: str, after: str, collation: Collation) -> str:
    """All that changed, in ASCII alone, so that it goes through every console and pipe."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "epubforge", "version": __version__},
        "before": before,
        "after": after,
        **asdict(collation),
    }
    return harmless_json(encoder.dumps(content, indent=2, ensure_ascii=True)) + "\n"
