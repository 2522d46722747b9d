"""Raw drawings and formulas: one block up to their end tags, blank lines and all."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.markdown.block import BlockRule

_FOREIGN: Final = re.compile(r"<(svg|math)[\s>]", re.IGNORECASE)


def whole_drawings(rule: BlockRule) -> BlockRule:
    """A drawing or a formula goes on to its end tag, over blank lines: nothing in it is text."""

    def html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not rule(state, start, end, silent):
            return False
        if not silent:
            state.env["html"] = True
            token = state.tokens[-1]
            opened = _FOREIGN.match(token.content)
            if opened is not None:
                _extend(state, token, opened[1], (start, end))
        return True

    return html


def _extend(state: StateBlock, token: Token, name: str, lines: tuple[int, int]) -> None:
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
    line = state.line
    if closing.search(token.content):
        return
    while line < lines[1]:
        blank = state.isEmpty(line)
        if not blank and state.sCount[line] < state.blkIndent:
            return
        if not blank and closing.search(state.src, state.bMarks[line], state.eMarks[line]):
            state.line = line + 1
            token.map = [lines[0], state.line]
            token.content = state.getLines(lines[0], state.line, state.blkIndent, True)
            return
        line += 1
