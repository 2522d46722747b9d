"""The size of a printed page as people write it, turned into the viewport of fixed pages."""

from __future__ import annotations

import math
import re

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.profile import Viewport
from epubforge.source import Span

TRIM_NOT_UNDERSTOOD = Rule(
    "P095",
    "trim-not-understood",
    Severity.WARNING,
    """The size of the printed page cannot be read, so the fixed pages have another shape.

Why it matters
    Pages of a fixed layout have the shape of the printed page. Where it is not known they are
    three parts wide and four parts high, and the pictures do not fill them as they do in print.
Bad
    [print]
    trim = "large octavo"
Good
    [print]
    trim = "24.5 × 34 cm"
""",
)

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_UNIT = r"(mm|millimet(?:er|re)s?|cm|centimet(?:er|re)s?|in(?:ch(?:es)?|\.)?|[\"″”]|pt)?"
_TRIM = re.compile(rf"\s*{_NUMBER}\s*{_UNIT}\s*(?:[x×✕*]|by)\s*{_NUMBER}\s*{_UNIT}\s*\.?\s*", re.I)
_MILLIMETRES = {"m": 1.0, "c": 10.0, "i": 25.4, '"': 25.4, "″": 25.4, "”": 25.4, "p": 25.4 / 72}
_USUAL = (180.0, 240.0)
_LONGEST, _SHORTEST = 2000.0, 20.0
"""Millimetres: what a book's page can be."""
_MOST_OBLONG = 4.0


def size_of(trim: str) -> tuple[float, float] | None:
    """Width and height in millimetres; None where the words say no size that a page can have.

    A number without a unit has that of the other; where neither has one, up to 40 are centimetres
    and more are millimetres.
    """
    found = _TRIM.fullmatch(trim)
    if found is None:
        return None
    numbers = [float(found[at].replace(",", ".")) for at in (1, 3)]
    units = [(found[at] or found[6 - at] or "").casefold() for at in (2, 4)]
    usual = "cm" if max(numbers) <= 40 else "mm"
    width, height = (
        number * _MILLIMETRES[(unit or usual)[0]]
        for number, unit in zip(numbers, units, strict=True)
    )
    if not _SHORTEST <= min(width, height) <= max(width, height) <= _LONGEST:
        return None
    return (width, height) if max(width, height) <= _MOST_OBLONG * min(width, height) else None


def viewport_of(trim: str | None, most_pixels: int, place: Span, reporter: Reporter) -> Viewport:
    """The largest viewport of the page's shape that has no more pixels than that."""
    size = size_of(trim) if trim else _USUAL
    if size is None:
        message = f'the trim "{trim}" is no size of a page: the fixed pages are 3 : 4'
        hint = 'write width × height with their unit: "24.5 × 34 cm"'
        reporter.add(TRIM_NOT_UNDERSTOOD.at(place, message, hint))
        size = _USUAL
    width, height = size
    scale = math.sqrt(most_pixels / (width * height))
    return Viewport(int(width * scale), int(height * scale))
