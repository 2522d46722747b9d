"""Names of people: as they are said, and as an index has them."""

from __future__ import annotations

import re

_INVERTED = re.compile(r"\s*([^,]+?)\s*,\s*([^,]+?)\s*")


def given_first(name: str) -> str:
    """`Kosorukov, Gleb` as `Gleb Kosorukov`; a name without its one comma stays as it is."""
    found = _INVERTED.fullmatch(name)
    return f"{found[2]} {found[1]}" if found else name
