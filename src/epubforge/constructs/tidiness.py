"""Lines that are read nearly as they were meant, and are better set apart: what --fix can do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markdown_it.token import Token

from epubforge.diagnostics import Fix, Replacement, Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.spans import Lines
from epubforge.markdown.texts import Texts

BLANK_LINE_MISSING = Rule(
    "M110",
    "blank-line-missing",
    Severity.NOTE,
    """A heading, a table or a `:::` block follows a paragraph, or a paragraph follows a block,
    without an empty line between.

    Why it matters
        It is read here as it was meant. Many other programs take it into the paragraph, and the
        next change of the text may do the same.
    Bad
        The end of the shift.
        ## The record
    Good
        The end of the shift.

        ## The record
    """,
)
TAB_IN_INDENT = Rule(
    "M111",
    "tab-in-indent",
    Severity.NOTE,
    """Lines are indented with tabs.

    Why it matters
        A tab is as wide as each editor likes, while Markdown counts four columns: what looks like
        the inside of a list item may be none.
    Bad
        1. The shift begins.

        \tIt was dark.
    Good
        1. The shift begins.

            It was dark.
    """,
)
TEXT_IN_TABLE = Rule(
    "M112",
    "text-taken-into-table",
    Severity.WARNING,
    """A line of text follows a table without an empty line between, and so is its next row.

    Why it matters
        A table goes on to the first empty line. The reader sees the text in the first cell.
    Bad
        | name | year |
        |------|------|
        | Ada  | 1815 |
        She was born in London.
    Good
        | name | year |
        |------|------|
        | Ada  | 1815 |

        She was born in London.
    """,
)

_AFTER_TEXT: Final = {
    "heading_open": "heading",
    "table_open": "table",
    "block_open": "block",
}
_TEXTS: Final = frozenset({"paragraph_open", "heading_open", "th_open", "td_open", "dt_open"})
_HOLDERS: Final = frozenset({"blockquote", "bullet_list", "ordered_list", "dl", "footnote"})
"""What has marks or an indent before its lines: an empty line there is not so simply put in."""
_INDENT: Final = re.compile(r"[ ]*\t[ \t]*")


@dataclass(frozen=True, slots=True)
class _Untidy:
    """A finding before it has a source: a stretch, and what to put where."""

    rule: Rule
    at: tuple[int, int]
    message: str
    hint: str
    pieces: tuple[tuple[int, int, str], ...]


def untidy(token: Token, out: Body) -> None:
    """Report what was seen, with its fix."""
    found: _Untidy = token.meta["untidy"]
    pieces = (Replacement(out.source.span(start, end), text) for start, end, text in found.pieces)
    fix = Fix(tuple(pieces)) if found.pieces else None
    out.found.append(found.rule.at(out.source.span(*found.at), found.message, found.hint, fix))


def _look(parsed: Parsed) -> None:
    lines = Lines(parsed.text)
    texts: Texts | None = parsed.env.get("texts")
    begins = [part.first_line for part in texts.parts] if texts else [0]
    found = [*_close_together(parsed.tokens, lines, begins), *_tabs(parsed, lines, begins)]
    for each in found:
        parsed.tokens.append(Token("untidy", "", 0, meta={"untidy": each}, block=True))


def _close_together(tokens: list[Token], lines: Lines, begins: list[int]) -> Iterator[_Untidy]:
    """What stands on the line directly below a paragraph or a block, in the same file."""
    held, above, below = 0, "", -1
    blocks: list[int] = []
    has_text = False
    for token in tokens:
        kind = token.type
        if token.nesting and kind.rpartition("_")[0] in _HOLDERS:
            held += token.nesting
            above = ""
        if token.map is None or kind == "inline":
            if kind == "block_close":
                above, below = "block", blocks.pop()
            continue
        if above and token.map[0] == below and not held and below not in begins:
            yield from _missing(token, above, lines)
        above, below = ("paragraph" if kind == "paragraph_open" else ""), token.map[1]
        if kind == "block_open":
            blocks.append(below)
        elif kind == "table_open":
            has_text = False
        elif kind == "tr_open" and not has_text and _is_text(token, lines):
            has_text = True
            yield _in_table(token.map[0], lines, held)


def _missing(token: Token, above: str, lines: Lines) -> Iterator[_Untidy]:
    assert token.map is not None  # noqa: S101  its caller has looked
    after = above == "block" and token.type == "paragraph_open"
    name = _AFTER_TEXT.get(token.type) if above == "paragraph" else "paragraph" if after else None
    if name is None or (name == "heading" and not token.markup.startswith("#")):
        return
    line = token.map[0]
    start = lines.start(line)
    yield _Untidy(
        BLANK_LINE_MISSING,
        lines.content(line, line + 1),
        f"the {name} stands directly below a {above}",
        "put an empty line before it",
        ((start, start, "\n"),),
    )


def _is_text(row: Token, lines: Lines) -> bool:
    text = lines.line(row.map[0]).strip() if row.map else ""
    return bool(text) and "|" not in text and not text.startswith((":", "{"))


def _in_table(line: int, lines: Lines, held: int) -> _Untidy:
    start = lines.start(line)
    return _Untidy(
        TEXT_IN_TABLE,
        lines.content(line, line + 1),
        "this line is a row of the table above it",
        "put an empty line before it; if it is a row, put a | at its end",
        () if held else ((start, start, "\n"),),
    )


def _tabs(parsed: Parsed, lines: Lines, begins: list[int]) -> Iterator[_Untidy]:
    if "\t" not in parsed.text:
        return
    files: dict[int, dict[tuple[int, int, str], None]] = {}
    for line in sorted(_lines_of_text(parsed.tokens)):
        indent = _INDENT.match(lines.line(line))
        if indent:
            start = lines.start(line)
            piece = (start, start + indent.end(), indent[0].expandtabs(4))
            files.setdefault(bisect_right(begins, line), {})[piece] = None
    for pieces in files.values():
        yield _tabbed(tuple(pieces))


def _lines_of_text(tokens: list[Token]) -> set[int]:
    """The lines of paragraphs and the like: in code and verse a tab may be meant."""
    return {
        line
        for before, token in pairwise(tokens)
        if token.type == "inline" and token.map and before.type in _TEXTS
        for line in range(*token.map)
    }


def _tabbed(pieces: tuple[tuple[int, int, str], ...]) -> _Untidy:
    count = len(pieces)
    return _Untidy(
        TAB_IN_INDENT,
        pieces[0][:2],
        "a line is indented with a tab" if count == 1 else f"{count} lines are indented with tabs",
        "indent with blanks; a tab counts as up to four of them",
        pieces,
    )


def install(dialect: Dialect) -> None:
    """A look at all blocks, when all other constructs have made theirs."""
    dialect.refinements.append(_look)


CONSTRUCT = Construct("tidiness", install, {"untidy": untidy})
