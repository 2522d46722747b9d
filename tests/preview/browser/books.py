"""Manuscripts for the viewer to show."""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image

SETTINGS = """\
[book]
title = "A book to be looked at"
language = "en"
modified = 2026-01-31T12:00:00Z

[editions.fixed]
layout = "fixed"
"""


def prose(word: str, paragraphs: int) -> str:
    """Paragraphs that can be told apart."""
    middle = "It goes on for a while, as paragraphs do, so that a page is full before long. " * 3
    return "\n\n".join(f"{word} {number} begins. {middle}" for number in range(1, paragraphs + 1))


def picture(colour: str = "navy", size: tuple[int, int] = (180, 120)) -> bytes:
    """A PNG of one colour."""
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, "PNG")
    return kept.getvalue()


def book() -> Mapping[str, str | bytes]:
    """Two long chapters, one with everything, one with a fault."""
    return {
        "manuscript/book.toml": SETTINGS,
        "manuscript/01-first.md": f"# First\n\n{prose('Alpha', 40)}\n",
        "manuscript/02-second.md": f"# Second\n\n{prose('Beta', 40)}\n",
        "manuscript/03-third.md": (
            "# Third\n\nA sentence with a note.[^1] And a link to [the first](01-first.md).\n\n"
            "![A blue field](../images/blue.png)\n\n"
            "![](../images/red.png)\n\n"
            "Words that are *leaning* and a needle in the hay.\n\n"
            "[^1]: The note says *this*.\n"
        ),
        "images/blue.png": picture("navy"),
        "images/red.png": picture("darkred"),
    }
