"""Line blocks: a paragraph whose every line begins with a pipe keeps its lines, as verse does."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_block import StateBlock

from epubforge.markdown.construct import Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.verses import Line, push_stanzas

_LINE: Final = re.compile(r"\|(?: (?P<indent>[ \t]*)(?P<text>[^|\n]*?))?[ \t]*\Z")
_RULER: Final = re.compile(r":?-+:?\Z")
"""What stands below a table's head."""


def line_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with a pipe and a blank and hold no other pipe."""
    if silent:
        return False
    lines: list[Line] = []
    row = start
    ends = state.md.block.ruler.getRules("paragraph")[0]
    while row < end and not state.isEmpty(row) and state.sCount[row] >= state.blkIndent:
        line = _line(state, row)
        if line is None:
            if row > start and ends(state, row, end, True):
                break
            return False
        lines.append(line)
        row += 1
    if not any(line.text for line in lines) or (len(lines) > 1 and _RULER.match(lines[1].text)):
        return False
    state.push("verse_open", "div", 1).map = [start, row]
    push_stanzas(state, lines)
    state.push("verse_close", "div", -1)
    state.line = row
    return True


def _line(state: StateBlock, row: int) -> Line | None:
    begin = state.bMarks[row] + state.tShift[row]
    found = _LINE.match(state.src[begin : state.eMarks[row]])
    if found is None or state.is_code_block(row):
        return None
    indent = len((found["indent"] or "").expandtabs(4))
    return Line(found["text"] or "", begin + max(found.start("text"), 0), indent, row)


def install(dialect: Dialect) -> None:
    """Before tables, which have more pipes."""
    dialect.block.rules.insert("line_block", line_block, "|", (), before="table")


CONSTRUCT = Construct("line_block", install)
