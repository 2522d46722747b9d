"""Verse: `::: verse` keeps lines, stanzas and indents as they are written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import NONE, Attributes, attributes_at
from epubforge.markdown.block import is_closing
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.verses import Line, cut_lines, push_stanzas

VERSE_UNCLOSED = Rule(
    "M089",
    "verse-never-closed",
    Severity.ERROR,
    """A `::: verse` block is not closed before the text or the block around it ends.

    Why it matters
        All that follows is set as lines of the poem.
    Bad
        ::: verse
        I wandered lonely as a cloud
    Good
        ::: verse
        I wandered lonely as a cloud
        :::
    """,
)
VERSE_EMPTY = Rule(
    "M090",
    "verse-empty",
    Severity.WARNING,
    """A `::: verse` block has no lines.

    Why it matters
        The reader sees nothing where a poem was meant to be.
    Bad
        ::: verse
        :::
    Good
        ::: verse
        I wandered lonely as a cloud
        :::
    """,
)

_OPENING: Final = re.compile(r":{3,}[ \t]*verse[ \t]*(?=\{|\Z)")
_VERSE: Final = Attributes(classes=("verse",))


def verse_open(token: Token, out: Body) -> None:
    """The poem: lines that wrap with a hanging indent."""
    out.mark(token)
    out.features.add("verse")
    if token.meta.get("unclosed"):
        out.report(VERSE_UNCLOSED, out.span_of(token), "the block ::: verse is never closed",
                   "put ::: on a line of its own where it ends")  # fmt: skip
    elif token.meta.get("empty"):
        out.report(VERSE_EMPTY, out.span_of(token), "the verse has no lines",
                   "write them between ::: verse and :::, or take it out")  # fmt: skip
    out.write(f"<div{out.attributes(token, _VERSE)}>\n")


def verse_close(_token: Token, out: Body) -> None:
    """The end of the poem."""
    out.write("</div>\n")


def stanza_open(token: Token, out: Body) -> None:
    """A stanza is a paragraph, so that a voice pauses behind it."""
    out.mark(token)
    out.write('<p class="stanza">')


def stanza_close(_token: Token, out: Body) -> None:
    """The end of a stanza."""
    out.write("</p>\n")


def line_open(token: Token, out: Body) -> None:
    """A line with its indent."""
    indent = token.meta["indent"]
    out.write(f'<span class="line indent-{indent}">' if indent else '<span class="line">')


def line_close(_token: Token, out: Body) -> None:
    """The end of a line."""
    out.write("</span>")


def line_break(_token: Token, out: Body) -> None:
    """Between lines: for readers without our styles, which hide it."""
    out.write("<br/>\n")


def verse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`::: verse`, and raw lines up to a bare `:::`."""
    begin = state.bMarks[start] + state.tShift[start]
    text = state.src[begin : state.eMarks[start]].rstrip()
    opening = _OPENING.match(text)
    if opening is None or state.is_code_block(start):
        return False
    given = NONE
    if opening.end() < len(text):
        found = attributes_at(text, opening.end(), len(text))
        if found is None or found[1] != len(text):
            return False
        given = found[0]
    if not silent:
        _parse(state, (start, end), given, (begin, begin + len(text)))
    return True


def _parse(
    state: StateBlock, rows: tuple[int, int], given: Attributes, at: tuple[int, int]
) -> None:
    start, end = rows
    token = state.push("verse_open", "div", 1)
    token.meta["at"] = at
    if given is not NONE:
        token.meta["attributes"] = replace(given, at=(given.at[0] + at[0], given.at[1] + at[0]))
        if given.id:
            state.env["ids"].reserve(given.id)
    row = start + 1
    lines = []
    while row < end and not _ends(state, row):
        lines.append(_line(state, row))
        row += 1
    closed = row < end and is_closing(state, row)
    push_stanzas(state, lines)
    token.meta.update(unclosed=not closed, empty=not any(line.text for line in lines))
    state.line = row + closed
    token.map = [start, state.line]
    state.push("verse_close", "div", -1)


def _ends(state: StateBlock, row: int) -> bool:
    if is_closing(state, row):
        return True
    # The block around it ends: a line that stands further to the left.
    return not state.isEmpty(row) and state.sCount[row] < state.blkIndent


def _line(state: StateBlock, row: int) -> Line:
    begin = state.bMarks[row] + state.tShift[row]
    text = state.src[begin : state.eMarks[row]].rstrip()
    return Line(text, begin, max(0, state.sCount[row] - state.blkIndent), row)


def install(dialect: Dialect) -> None:
    """Before other blocks: what stands in verse is none."""
    ends = ("paragraph", "reference", "blockquote", "list")
    dialect.block.rules.insert("verse", verse, ":", ends, before="block")
    dialect.refinements.append(cut_lines)


CONSTRUCT = Construct(
    "verse",
    install,
    {
        "verse_open": verse_open,
        "verse_close": verse_close,
        "stanza_open": stanza_open,
        "stanza_close": stanza_close,
        "verse_line_open": line_open,
        "verse_line_close": line_close,
        "verse_break": line_break,
    },
)
