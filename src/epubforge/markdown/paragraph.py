"""Paragraphs and underlined headings, found in one pass over their lines."""

from __future__ import annotations

import re

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")


def paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A paragraph; or, where a line of `=` or `-` follows it, a heading."""
    ends_here = state.md.block.ruler.getRules("paragraph")[0]
    outer, state.parentType = state.parentType, "paragraph"
    level = 0
    line = start_line + 1
    while line < state.lineMax and not state.isEmpty(line):
        # An indent of four or a lazy line of a quote: nothing but more of the paragraph.
        if state.sCount[line] - state.blkIndent > 3:
            line += 1
            continue
        if line < end_line and state.sCount[line] >= state.blkIndent:
            level = _underline(state, line)
            if level:
                break
        if state.sCount[line] >= 0 and ends_here(state, line, state.lineMax, True):
            break
        line += 1
    state.parentType = outer
    content = mdTrim(state.getLines(start_line, line, state.blkIndent, False))
    if level:
        _push(state, "heading", f"h{level}", content, (start_line, line, line + 1))
    else:
        _push(state, "paragraph", "p", content, (start_line, line, line))
    return True


def _underline(state: StateBlock, line: int) -> int:
    start = state.bMarks[line] + state.tShift[line]
    mark = state.src[start]
    if mark not in "=-" or not _UNDERLINE.match(state.src[start : state.eMarks[line]]):
        return 0
    return 1 if mark == "=" else 2


def _push(
    state: StateBlock, kind: str, tag: str, content: str, lines: tuple[int, int, int]
) -> None:
    first, last, state.line = lines
    state.push(f"{kind}_open", tag, 1).map = [first, state.line]
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [first, last]
    token.children = []
    state.push(f"{kind}_close", tag, -1)
