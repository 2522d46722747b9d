"""Clock values of media overlays, as seconds."""

from __future__ import annotations

import re

_FULL = re.compile(r"(?:(\d+):)?([0-5]\d):([0-5]\d(?:\.\d+)?)\Z")
_COUNT = re.compile(r"(\d+(?:\.\d+)?)(h|min|s|ms)?\Z")
_UNITS = {"h": 3600.0, "min": 60.0, "s": 1.0, "ms": 0.001, None: 1.0}


def seconds(text: str) -> float | None:
    """The seconds that a clock value means; None where it is none.

    https://www.w3.org/TR/epub-33/#app-clock-examples
    """
    text = text.strip()
    full = _FULL.match(text)
    if full:
        hours, minutes, rest = full.groups()
        return int(hours or "0") * 3600 + int(minutes) * 60 + float(rest)
    count = _COUNT.match(text)
    return round(float(count[1]) * _UNITS[count[2]], 3) if count else None
