"""Texts of the book quoted in messages."""

from __future__ import annotations

LONGEST = 60
"""So that a message stays one line on a terminal."""


def quoted(text: str) -> str:
    """A text between quotation marks, white space folded, cut where it is long."""
    folded = " ".join(text.split())
    if len(folded) > LONGEST:
        folded = folded[: LONGEST - 1].rstrip() + "…"
    return f'"{folded}"'
