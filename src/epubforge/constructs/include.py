"""Includes: `{{include path}}` brings in another file, as if its text stood there."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.block import BlockRule, BlockState
from epubforge.markdown.brought import Brought, brought, open_files
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.directives import Call, Fault, refuse
from epubforge.markdown.texts import DIRECTIVE, understood

INCLUDE_IN_TEXT = Rule(
    "M088",
    "include-inside-text",
    Severity.WARNING,
    """An include stands inside a paragraph.

    Why it matters
        A file is brought in as whole paragraphs, so it can only stand in one of its own. Inside a
        text it stays as it is written.
    Bad
        She wrote: {{include letters/ada.md}}
    Good
        She wrote:

        {{include letters/ada.md}}
    """,
)

_ESCAPED: Final = re.compile(r"(?m)^([ \t]*)\\(?=\{\{[ \t]*include[ \t])")


def fault(token: Token, out: Body) -> None:
    """An include that brings nothing."""
    said: Fault = token.meta["fault"]
    out.report(said.rule, out.span_of(token), said.message, said.hint)


def include(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`{{include path}}` alone in its paragraph. It ends no other paragraph."""
    assert isinstance(state, BlockState)  # noqa: S101  the parser makes no other
    begin = state.bMarks[start] + state.tShift[start]
    if silent or not state.src.startswith("{{", begin):
        return False
    found = DIRECTIVE.fullmatch(state.src[begin : state.eMarks[start]].rstrip())
    if found is None or not _ends_here(state, start + 1, end):
        return False
    state.line = start + 1
    order = understood(found["words"])
    lines = brought(state, order, begin)
    if isinstance(lines, Fault):
        _push_fault(state, lines, (begin, begin + len(found[0])))
    else:
        _bring(state, lines, start)
    return True


def _ends_here(state: StateBlock, line: int, end: int) -> bool:
    """Whether a paragraph could not go on in this line; other includes may follow first."""
    known = state.env.get("after includes", (0, False))
    if line <= known[0]:
        return bool(known[1])
    while line < min(end, state.lineMax) and _is_include(state, line):
        line += 1
    verdict = _is_no_text(state, line, end)
    state.env["after includes"] = (line, verdict)
    return verdict


def _is_include(state: StateBlock, line: int) -> bool:
    begin = state.bMarks[line] + state.tShift[line]
    written = state.src[begin : state.eMarks[line]].rstrip()
    return state.sCount[line] >= state.blkIndent and bool(DIRECTIVE.fullmatch(written))


def _is_no_text(state: StateBlock, line: int, end: int) -> bool:
    if line >= end or line >= state.lineMax or state.isEmpty(line):
        return True
    if state.sCount[line] < state.blkIndent:
        return True
    ends = state.md.block.ruler.getRules("paragraph")[0]
    return ends(state, line, end, True)


def _push_fault(state: StateBlock, said: Fault, at: tuple[int, int]) -> None:
    token = state.push("include_fault", "", 0)
    token.meta.update(fault=said, at=at)


def _bring(state: BlockState, lines: Brought, line: int) -> None:
    """Parse the lines of the file where the include stands."""
    part = lines.part
    opened = open_files(state, state.env["texts"])
    # A chapter's header is not text, whatever lines were asked for.
    first = part.first_line + max(lines.first, part.header_lines)
    last = part.first_line + lines.last
    if len(opened) == 1:
        state.env.setdefault("included", {}).update(dict.fromkeys(range(first, last), line + 1))
        state.env["including line"] = line + 1
    else:
        known = state.env["included"]
        known.update(dict.fromkeys(range(first, last), state.env["including line"]))
    kept = (state.blkIndent, state.lineMax, state.parentType, state.ddIndent, state.open_blocks)
    after = state.line
    state.blkIndent, state.lineMax, state.ddIndent, state.open_blocks = 0, last, -1, 0
    state.parentType = "root"
    opened.append(part.source.path)
    asked = state.env.pop("after includes", None)
    made = len(state.tokens)
    state.md.block.tokenize(state, first, last)
    opened.pop()
    if asked is not None:
        state.env["after includes"] = asked
    _keep_paragraphs(state.tokens[made:], state.level)
    state.blkIndent, state.lineMax, state.parentType, state.ddIndent, state.open_blocks = kept
    state.line = after


def _keep_paragraphs(tokens: list[Token], level: int) -> None:
    """In a tight list, too, a file of several blocks keeps its paragraphs."""
    own = [token for token in tokens if token.level == level and token.nesting >= 0]
    if len(own) > 1:
        for token in own:
            token.meta["brought"] = True


def _show_paragraphs(parsed: Parsed) -> None:
    for at, token in enumerate(parsed.tokens) if parsed.env.get("included") else ():
        if token.hidden and token.type == "paragraph_open" and token.meta.pop("brought", False):
            token.hidden = parsed.tokens[at + 2].hidden = False


def _in_fences(rule: BlockRule) -> BlockRule:
    """A line of a fence that is an include becomes the file's text."""

    def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        token = None if silent else state.tokens[made]
        if token is not None and "{{" in token.content and state.env.get("texts"):
            rows = token.content.split("\n")
            kept = [_row(state, row, start + 1 + count) for count, row in enumerate(rows)]
            token.content = "\n".join(row for row in kept if row is not None)
            # Attributes and the like look for the fence at the end.
            state.tokens.append(state.tokens.pop(made))
        return True

    return fence


def _row(state: StateBlock, row: str, line: int) -> str | None:
    """A line of code; what an include brings, and None where it brings nothing."""
    found = DIRECTIVE.fullmatch(row.strip())
    if found is None:
        return _ESCAPED.sub(r"\1", row)
    begin = state.src.find("{{", state.bMarks[line])
    lines = brought(state, understood(found["words"]), begin)
    if isinstance(lines, Fault):
        _push_fault(state, lines, (begin, begin + len(found[0])))
        return None
    rows = lines.part.source.text.rstrip("\n").split("\n")
    return "\n".join(rows[lines.first : lines.last])


def _in_text(state: StateInline, call: Call) -> None:
    hint = "put it in a paragraph of its own"
    refuse(state, call, Fault(INCLUDE_IN_TEXT, "an include cannot stand inside a text", hint))


def install(dialect: Dialect) -> None:
    """Before paragraphs and lines of attributes, and in fences."""
    dialect.directives["include"] = _in_text
    dialect.block.rules.insert("include", include, "{", (), before="table")
    dialect.block.rules.wrap("fence", _in_fences)
    dialect.refinements.append(_show_paragraphs)


CONSTRUCT = Construct("include", install, {"include_fault": fault})
