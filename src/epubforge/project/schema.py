"""The tables of book.toml turned into a JSON Schema, for editors that help while one types."""

from __future__ import annotations

import json
from pathlib import Path

from epubforge.project.book_toml import BOOK_TOML

HOME = "docs/book.schema.json"


def schema_text() -> str:
    """The schema of book.toml, as docs/book.schema.json has it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "book.toml",
        "description": "The settings of an epubforge project.",
        **BOOK_TOML.schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    Path(HOME).write_text(schema_text(), encoding="utf-8", newline="\n")
