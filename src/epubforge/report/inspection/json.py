"""An inventory for programs, as one JSON object."""

from __future__ import annotations

import json as encoder
from dataclasses import asdict

from epubforge import __version__
from epubforge.inventory.take import Inventory
from epubforge.report.json import harmless_json

SCHEMA_VERSION = 1
"""Goes up when a program that reads it would have to change."""


def inspection_json(file: str, inventory: Inventory) -> str:
    """The whole inventory, in ASCII alone, so that it goes through every console and pipe."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "epubforge", "version": __version__},
        "file": file,
        **asdict(inventory),
    }
    return harmless_json(encoder.dumps(content, indent=2, ensure_ascii=True)) + "\n"
