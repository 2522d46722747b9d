"""How deep a stylesheet's blocks lie in each other: what no person wrote is not read."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[(){}\[\]]")
_OPENING = frozenset("({[")
_DEEPEST = 30


def is_too_deep(text: str) -> bool:
    """Whether more than thirty brackets are open at once, quoted ones and comments' among them."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in _OPENING else max(0, depth - 1)
        if depth > _DEEPEST:
            return True
    return False
