"""Definition lists: a term, and below it each definition after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from epubforge.markdown.block import BlockRule
from epubforge.markdown.construct import Body, Construct, Render
from epubforge.markdown.dialect import Dialect

_TILDE: Final = re.compile(r"(?m)^[ \t>*+\d.):-]*+~[ \t]")
"""A tilde that could stand first in its line, in whatever quotes and lists."""


def list_open(token: Token, out: Body) -> None:
    """The list."""
    out.mark(token)
    out.features.add("definition_list")
    out.write(f"<dl{out.attributes(token)}>\n")


def _written(markup: str) -> Render:
    def write(token: Token, out: Body) -> None:
        out.mark(token)
        out.write(markup)

    return write


def _colons_only(rule: BlockRule) -> BlockRule:
    """The plugin also takes tildes; a line that begins with one ends the list instead."""

    def definition_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return state.src.startswith(":", _first(state, start)) and rule(state, start, end, True)
        if start + 1 >= end:
            return False
        marker = start + 2 if state.isEmpty(start + 1) else start + 1
        if marker >= end or not state.src.startswith(":", _first(state, marker)):
            return False
        return rule(state, start, _first_tilde(state, marker, end), False)

    return definition_list


def _first_tilde(state: StateBlock, start: int, end: int) -> int:
    if "tilde lines" not in state.env:
        state.env["tilde lines"] = [found.end() - 2 for found in _TILDE.finditer(state.src)]
    known: list[int] = state.env["tilde lines"]
    line = start
    for number in range(bisect_left(known, state.bMarks[start]), len(known)):
        at = known[number]
        line = bisect_left(state.eMarks, at, line, end)
        if line >= end:
            break
        if _first(state, line) == at and state.sCount[line] - state.blkIndent < 4:
            return line
    return end


def _first(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def install(dialect: Dialect) -> None:
    """The plugin's rule, for colons."""
    deflist_plugin(dialect.md)
    dialect.block.rules.wrap("deflist", _colons_only)


CONSTRUCT = Construct(
    "definition_list",
    install,
    {
        "dl_open": list_open,
        "dl_close": _written("</dl>\n"),
        "dt_open": _written("<dt>"),
        "dt_close": _written("</dt>\n"),
        "dd_open": _written("<dd>"),
        "dd_close": _written("</dd>\n"),
    },
)
