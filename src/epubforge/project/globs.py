"""A glob turned into a pattern for paths: `*` stays in its folder, `**` goes into all below."""

from __future__ import annotations

import re
from functools import lru_cache


def is_glob(path: str) -> bool:
    """Whether a path holds one of the signs `*`, `?`, `[`."""
    return any(sign in path for sign in "*?[")


@lru_cache(maxsize=64)
def pattern(glob: str) -> re.Pattern[str]:
    """What the glob matches, to be tried on the whole of a path with `/`."""
    parts = ("(?:[^/]+/)*" if part == "**" else _name(part) + "/" for part in glob.split("/"))
    return re.compile("".join(parts).removesuffix("/"), re.DOTALL)


def _name(glob: str) -> str:
    found, at = "", 0
    while at < len(glob):
        sign, at = glob[at], at + 1
        close = glob.find("]", at + 1) if sign == "[" else -1
        if sign == "*":
            found += "[^/]*"
        elif sign == "?":
            found += "[^/]"
        elif close > 0:
            found += _choice(glob[at:close])
            at = close + 1
        else:
            found += re.escape(sign)
    return found


def _choice(signs: str) -> str:
    """`[a-c]` and `[!a-c]`; a range that runs backwards is taken as its signs."""
    negated = "^/" if signs.startswith("!") else ""
    found = ""
    for part in re.findall(r".-.|.", signs.removeprefix("!"), re.DOTALL):
        is_range = len(part) == 3 and part[0] <= part[2]
        found += "-".join(map(re.escape, part[::2])) if is_range else re.escape(part)
    return f"[{negated}{found}]" if found else re.escape("[!]")
