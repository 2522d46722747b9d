"""Attributes of a block: braces on a line of their own directly before it."""

from __future__ import annotations

from dataclasses import replace

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import Attributes, attributes_at
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of

ATTRIBUTES_LOST = Rule(
    "M035",
    "attributes-without-block",
    Severity.WARNING,
    """A line of attributes stands before no block.

    Why it matters
        Attributes belong to the block directly below them, without an empty line between. These
        belong to nothing and do nothing.
    Bad
        {.opening}

        It was raining.
    Good
        {.opening}
        It was raining.
    """,
)


def lost(token: Token, out: Body) -> None:
    """Attributes that found no block."""
    out.report(ATTRIBUTES_LOST, out.span_of(token), f"{token.content} belongs to no block",
               "put it on the line directly before the block")  # fmt: skip


def attribute_line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A line that is attributes and nothing else. It ends no paragraph."""
    begin = state.bMarks[start] + state.tShift[start]
    text = state.src[begin : state.eMarks[start]].rstrip()
    found = attributes_at(text, 0, len(text))
    if silent or found is None or found[1] != len(text):
        return False
    at = (begin, begin + len(text))
    token = state.push("attribute_line", "", 0)
    token.map, token.content = [start, start + 1], text
    token.meta.update(at=at, attributes=replace(found[0], at=at))
    if found[0].id:
        state.env["ids"].reserve(found[0].id)
    state.line = start + 1
    return True


def _attach(parsed: Parsed) -> None:
    """Give each line of attributes to the block below it."""
    if "{" not in parsed.text:
        return
    tokens: list[Token] = []
    for token in parsed.tokens:
        given = attributes_of(tokens[-1]) if tokens else None
        if given is not None and tokens[-1].type == "attribute_line" and _takes(token, tokens[-1]):
            tokens.pop()
            _give(token, given)
        tokens.append(token)
    _show_paragraphs(tokens)
    parsed.tokens = tokens


_TAKING = frozenset(
    {
        "attribute_line",
        "block_open",
        "blockquote_open",
        "bullet_list_open",
        "code_block",
        "dl_open",
        "equation",
        "fence",
        "heading_open",
        "hr",
        "ordered_list_open",
        "paragraph_open",
        "table_open",
        "verse_open",
    }
)


def _takes(token: Token, line: Token) -> bool:
    below = token.map is not None and line.map is not None and token.map[0] == line.map[1]
    return below and token.type in _TAKING


def _give(token: Token, given: Attributes) -> None:
    own = attributes_of(token)
    token.meta["attributes"] = given | own if own is not None else given


def _show_paragraphs(tokens: list[Token]) -> None:
    """In a tight list a paragraph that bears attributes is there after all."""
    for at, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.hidden and attributes_of(token):
            token.hidden = tokens[at + 2].hidden = False


def install(dialect: Dialect) -> None:
    """Before all blocks that begin with other characters."""
    dialect.block.rules.insert("attribute_line", attribute_line, "{", (), before="table")
    dialect.refinements.append(_attach)


CONSTRUCT = Construct("block_attributes", install, {"attribute_line": lost})
