"""Comments: `<!-- … -->` never reaches the book, wherever it stands."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.block import BlockRule
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.placed import placed
from epubforge.markup import escape

COMMENT_UNCLOSED = Rule(
    "M043",
    "comment-never-closed",
    Severity.ERROR,
    """A comment begins and never ends.

    Why it matters
        Nobody can tell where the comment was to end, so the reader sees all of it.
    Bad
        <!-- ask Gleb about this
    Good
        <!-- ask Gleb about this -->
    """,
)

_PARTS: Final = re.compile(r"\\.|(`+)(?:(?!\1).|\n)*?\1(?!`)|<!--.*?-->|(?P<open><!--)", re.DOTALL)


def unclosed(token: Token, out: Body) -> None:
    """A comment without an end is shown, and reported."""
    out.report(COMMENT_UNCLOSED, out.span(*token.meta["at"]), "the comment is never closed",
               "end it with -->, or write \\<!-- if you mean the characters")  # fmt: skip
    out.write(escape(token.content))


def block_comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that hold nothing but comments; what follows the last one on its line is text."""
    begin = state.bMarks[start] + state.tShift[start]
    if silent or not state.src.startswith("<!--", begin):
        return False
    close = _closing(state, begin + 4)
    last = _line_of(state, close, start, end)
    if close < 0 or last < 0:
        return False
    after = close + 3
    rest = state.src[after : state.eMarks[last]]
    if rest.strip():
        if last == start:
            return False
        state.bMarks[last] = after
        state.tShift[last] = len(rest) - len(rest.lstrip(" \t"))
        state.sCount[last] = state.blkIndent
        state.line = last
    else:
        state.line = last + 1
    return True


def inline_comment(state: StateInline, silent: bool) -> bool:
    """A comment inside a paragraph."""
    start = state.pos
    if not state.src.startswith("<!--", start):
        return False
    for short in ("<!-->", "<!--->"):
        if state.src.startswith(short, start):
            state.pos += len(short)
            return True
    end = -1
    if state.html_terminator_last("-->") >= start + 4:
        end = state.src.find("-->", start + 4, state.posMax)
    if end >= 0:
        state.pos = end + 3
    else:
        if not silent:
            state.push("comment_unclosed", "", 0).content = "<!--"
        state.pos += 4
    return True


def _closing(state: StateBlock, start: int) -> int:
    """Where the next comment's end stands; asked a thousand times in vain it looks only once."""
    if "last comment" not in state.env:
        state.env["last comment"] = state.src.rfind("-->")
    return state.src.find("-->", start) if state.env["last comment"] >= start else -1


def _line_of(state: StateBlock, offset: int, start: int, end: int) -> int:
    """The line that an offset is on, from start up to end; -1 where it is on none of them."""
    for line in range(start, end):
        if offset <= state.eMarks[line]:
            return line if offset >= 0 else -1
    return -1


def _over_blank_lines(rule: BlockRule) -> BlockRule:
    """A paragraph whose comment is still open at its end goes on to the comment's end."""

    def paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        rule(state, start, end, silent)
        inline = state.tokens[made + 1]
        while "<!--" in inline.content and _is_open(inline.content):
            close = _closing(state, state.eMarks[state.line - 1])
            line = _line_of(state, close, state.line, min(end, state.lineMax))
            if line < 0:
                break
            kept = state.tokens[: made + 3]
            rule(state, line, end, silent)
            state.tokens[:] = kept
            content = state.getLines(start, state.line, state.blkIndent, False)
            inline.content = mdTrim(content)
            inline.map = state.tokens[made].map = [start, state.line]
        return True

    return paragraph


def _is_open(content: str) -> bool:
    return any(found["open"] for found in _PARTS.finditer(content))


def _not_html(rule: BlockRule) -> BlockRule:
    def html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("<!--", begin) and rule(state, start, end, silent)

    return html_block


def install(dialect: Dialect) -> None:
    """Before raw HTML, of which comments are a part elsewhere."""
    rules = dialect.block.rules
    rules.wrap("html_block", _not_html)
    rules.insert("comment", block_comment, "<", (), before="html_block")
    rules.wrap("paragraph", _over_blank_lines)
    dialect.inline.add("comment", "<", placed()(inline_comment), before="autolink")


CONSTRUCT = Construct("comment", install, {"comment_unclosed": unclosed})
