"""The caption of a table: a paragraph that begins with a colon, directly behind it."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.markdown.attributes import Attributes, attributes_at
from epubforge.markdown.dialect import attributes_of


def caption_line(state: StateBlock, start: int, end: int) -> int:
    """The first line of a table that is its caption; the end where none is."""
    for row in range(start, end):
        if state.isEmpty(row) or state.sCount[row] < state.blkIndent:
            break
        if _begins(state, row):
            return row
    return end


def take_caption(state: StateBlock, token: Token, end: int) -> list[Token]:
    """`: caption {#tbl-x}` directly after the table, or after one empty line."""
    row = state.line
    if row < end and state.isEmpty(row):
        row += 1
    if row >= end or state.sCount[row] < state.blkIndent or not _begins(state, row):
        return []
    last = row + 1
    ends = state.md.block.ruler.getRules("paragraph")[0]
    while last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        if _begins(state, last) or ends(state, last, end, True):
            break
        last += 1
    caption, given = _caption(state, row, last)
    token.meta["caption"] = caption
    if given is not None:
        own = attributes_of(token)
        token.meta["attributes"] = own | given if own is not None else given
        if given.id:
            state.env["ids"].reserve(given.id)
    state.line = last
    # It closes no token: none opened it.
    return [caption, Token("caption_close", "caption", 0, level=caption.level - 1)]


def _begins(state: StateBlock, row: int) -> bool:
    begin = state.bMarks[row] + state.tShift[row]
    return state.src.startswith((": ", ":\t"), begin) and not state.is_code_block(row)


def _caption(state: StateBlock, first: int, last: int) -> tuple[Token, Attributes | None]:
    starts = [state.bMarks[row] + state.tShift[row] for row in range(first, last)]
    rows = [state.src[at : state.eMarks[row]].rstrip(" \t")
            for at, row in zip(starts, range(first, last), strict=True)]  # fmt: skip
    text = rows[0][1:].lstrip(" \t")
    at = (starts[0], starts[-1] + len(rows[-1]))
    starts[0] += len(rows[0]) - len(text)
    rows[0] = text
    given = None
    cut = rows[-1].rfind("{")
    found = attributes_at(rows[-1], cut, len(rows[-1])) if cut >= 0 else None
    if found is not None and found[1] == len(rows[-1]) and (cut == 0 or rows[-1][cut - 1] in " \t"):
        begin = starts[-1] + cut
        given = replace(found[0], at=(begin, begin + len(rows[-1]) - cut))
        rows[-1] = rows[-1][:cut].rstrip(" \t")
    inline = Token("inline", "", 0, content="\n".join(rows), map=[first, last], children=[])
    inline.level = state.level + 2
    offsets = accumulate((len(row) + 1 for row in rows[:-1]), initial=0)
    inline.meta.update(places=list(zip(offsets, starts, strict=True)), at=at)
    return inline, given
