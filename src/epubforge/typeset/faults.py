"""What cannot be set in fixed pages as it is meant: B080, B081."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.diagnostics import Rule, Severity

SMALLER = Rule(
    "B080",
    "table-wider-than-page",
    Severity.WARNING,
    """A table does not fit between the margins of a fixed page; its letters are set smaller.

    All of it is there; where not even small letters help, words are parted between letters.

Why it matters
    A fixed page cannot be made larger by the reader, so small letters stay small.
Bad
    A table of twelve columns in an edition of 140 by 200 mm
Good
    Two tables of six columns, or a larger page
Reference
    https://www.w3.org/TR/epub-33/#sec-fixed-layouts
""",
)
UPRIGHT = Rule(
    "B081",
    "vertical-writing-set-horizontally",
    Severity.WARNING,
    """Lines that run from top to bottom in the book are set from left to right in fixed pages.

Why it matters
    Lines from top to bottom are laid out by the reading system, and fixed pages are laid out
    before; the text is whole, and reads in its order, but does not look as the book does.
Bad
    layout = "fixed" in an edition of a book whose writing is vertical
Good
    The reflowable edition for the vertical text, a fixed one for the pictures
Reference
    https://www.w3.org/TR/css-writing-modes-4/
""",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault, and the line of the body that it stands in, from 1."""

    rule: Rule
    line: int
    message: str
    hint: str


def smaller_table(line: int, factor: float) -> Problem:
    """A table whose letters are set at so many times their size."""
    message = f"a table is wider than the page: its letters are set at {factor * 100:.0f} %"
    return Problem(SMALLER, line, message, "give it fewer columns or shorter words")


def upright() -> Problem:
    """A chapter whose lines run from top to bottom."""
    message = "lines that run from top to bottom are set from left to right"
    return Problem(UPRIGHT, 1, message, "read it in the reflowable edition")
