"""The profiles as the guide shows them: a table of every shop's figures, and their JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from epubforge.model.profile import Profile
from epubforge.project.profile_table import (
    BOOK_KEYS,
    COVER_KEYS,
    FIXED_KEYS,
    FONT_KEYS,
    PICTURE_KEYS,
    PROFILE,
)
from epubforge.project.profiles import built_in
from epubforge.project.record import Key

PAGE = "docs/guide/shops.md"
HOME = "docs/profile.schema.json"
BEGIN, END = "<!-- the shops' figures: python -m epubforge.project.shop_tables -->", "<!-- end -->"
SHOPS = ("apple", "google", "kindle", "kobo", "tolino")
_TABLES: tuple[tuple[str, tuple[Key[object], ...]], ...] = (
    ("pictures", PICTURE_KEYS),
    ("fixed", FIXED_KEYS),
    ("book", BOOK_KEYS),
    ("fonts", FONT_KEYS),
    ("cover", COVER_KEYS),
)


def figures() -> str:
    """The tables of the guide's page, one for each table of a profile."""
    return "\n".join(_lines())


def schema_text() -> str:
    """The schema of a profile's file, as docs/profile.schema.json has it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "profile",
        "description": "What a shop takes: a file that `[checks] profile` or --profile names.",
        **PROFILE.schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def with_figures(page: str) -> str:
    """The guide's page with the tables between its two marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{figures()}\n{END}{rest.partition(END)[2]}"


def _lines() -> Iterator[str]:
    shops = [built_in(name) for name in SHOPS]
    for table, keys in _TABLES:
        yield f"### `[{table}]`\n"
        yield f"| key | asks | {' | '.join(shop.name for shop in shops)} |"
        yield "|---" * (len(shops) + 2) + "|"
        for key in keys:
            cells = [_shown(shop, table, key.name) for shop in shops]
            if any(cell != "–" for cell in cells):
                yield f"| `{key.name}` | {key.meaning.rstrip('.')} | {' | '.join(cells)} |"
        yield ""


def _shown(shop: Profile, table: str, key: str) -> str:
    match getattr(getattr(shop, table), key):
        case None:
            return "–"
        case bool() as said:
            return "yes" if said else "no"
        case int() as figure:
            return f"{figure:,}"
        case tuple() as several:
            return ", ".join(several)
        case word:
            return str(word)


if __name__ == "__main__":
    page = Path(PAGE)
    page.write_text(with_figures(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    Path(HOME).write_text(schema_text(), encoding="utf-8", newline="\n")
