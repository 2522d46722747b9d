"""The guide's page "Looking into books": what it says of JSON is so."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final, get_args, get_type_hints

import pytest

from epubforge.collation.collate import Collation
from epubforge.inventory.take import Inventory

PAGE: Final = (Path(__file__).parents[2] / "docs/guide/inspecting.md").read_text(encoding="utf-8")
OBVIOUS: Final = {"text", "type", "value", "event", "scheme", "code", "position", "kind", "name"}
"""Members of small lists that their names explain."""


def members(kind: object) -> set[str]:
    """The names of a value's members, and of all that stand in it."""
    found: set[str] = set()
    for each in get_args(kind):
        found |= members(each)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            found |= {field.name}
            if kind not in get_args(hints[field.name]):  # a list of its own kind
                found |= members(hints[field.name])
    return found


@pytest.mark.parametrize("kind", [Inventory, Collation])
def test_every_member_is_told(kind: type) -> None:
    """No member of the JSON is missing from the page."""
    said = set(re.findall(r"`(\w+)`", PAGE))
    assert members(kind) - said - OBVIOUS == set()
