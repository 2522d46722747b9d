"""Lines of verse as tokens: stanzas, lines with their indents, and what spans several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.markdown.dialect import Parsed, attributes_of

_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line of verse: its text, where that begins in the source, and how far it is indented."""

    text: str
    at: int
    indent: int
    row: int


def push_stanzas(state: StateBlock, lines: Sequence[Line]) -> None:
    """Push a token group for each stanza; lines without text part them."""
    stanza: list[Line] = []
    for line in (*lines, Line("", 0, 0, 0)):
        if line.text:
            stanza.append(line)
        elif stanza:
            _push(state, stanza)
            stanza = []


def _push(state: StateBlock, stanza: list[Line]) -> None:
    rows = [stanza[0].row, stanza[-1].row + 1]
    state.push("stanza_open", "p", 1).map = rows
    inline = state.push("inline", "", 0)
    inline.map, inline.children = rows, []
    inline.content = "\n".join(line.text for line in stanza)
    offset = 0
    places = []
    for line in stanza:
        places.append((offset, line.at))
        offset += len(line.text) + 1
    inline.meta.update(places=places, indents=[line.indent for line in stanza])
    state.push("stanza_close", "p", -1)


def cut_lines(parsed: Parsed) -> None:
    """Give each line of a stanza an element of its own; what is open at its end goes on in the
    next one."""
    if "|" not in parsed.text and "verse" not in parsed.text:
        return
    for token in parsed.tokens:
        if token.type == "inline" and "indents" in token.meta:
            token.children = _lines(token.children or [], token.meta["indents"])


def _lines(children: list[Token], indents: list[int]) -> list[Token]:
    made = [_line_open(indents[0])]
    opened: list[Token] = []
    row = 0
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            row += 1
            made += [_closing(token) for token in reversed(opened)]
            made += [Token("verse_line_close", "span", -1), Token("verse_break", "br", 0)]
            made.append(_line_open(indents[min(row, len(indents) - 1)]))
            made += [_again(token) for token in opened]
            continue
        made.append(child)
        if child.nesting > 0:
            opened.append(child)
        elif child.nesting < 0 and opened:
            opened.pop()
    made.append(Token("verse_line_close", "span", -1))
    return made


def _line_open(indent: int) -> Token:
    return Token("verse_line_open", "span", 1, meta={"indent": min(indent, _DEEPEST)})


def _closing(token: Token) -> Token:
    return Token(token.type.removesuffix("_open") + "_close", token.tag, -1)


def _again(token: Token) -> Token:
    """The same element in the next line; its id stays with the first."""
    meta = dict(token.meta)
    given = attributes_of(token)
    if given is not None:
        meta["attributes"] = replace(given, id=None)
    return Token(token.type, token.tag, 1, attrs=dict(token.attrs), meta=meta)
