"""Comments: `<!-- … -->` never reaches the book; `<!-- epubforge: … -->` is for us."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Ignore, Rule, Severity
from epubforge.markdown.block import BlockRule
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.placed import placed
from epubforge.markdown.spans import Lines
from epubforge.markup import escape
from epubforge.project.suggest import did_you_mean

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

COMMENT_UNCLEAR = Rule(
    "M118",
    "comment-not-understood",
    Severity.NOTE,
    """A comment that begins with `epubforge:` says nothing that epubforge understands, or stands
    where it has no block below it.

    Why it matters
        It does nothing: what it was to hide is shown.
    Bad
        <!-- epubforge: ignroe A001 -->

        The mine.
    Good
        <!-- epubforge: ignore A007 the words are its title -->

        ![Image of a saint](../images/icon.jpg)
    """,
)

_PARTS: Final = re.compile(r"\\.|(`+)(?:(?!\1).|\n)*?\1(?!`)|<!--.*?-->|(?P<open><!--)", re.DOTALL)
_FOR_US: Final = re.compile(r"<!--\s*epubforge:\s*(?P<word>[\w-]*)\s*(?P<rest>.*?)-->", re.DOTALL)
_NAME: Final = re.compile(r"[A-Za-z][\w-]*")
_NAMES: Final = re.compile(rf"{_NAME.pattern}(?:\s*,\s*{_NAME.pattern})*")
_CODE: Final = re.compile(r"[A-Za-z]\d{3}\Z")
_SKIPPED: Final = re.compile(r"[\s>]*(?:\Z|<!--.*-->\s*\Z|\{[^{}]*\}\s*\Z)")
"""Lines between a comment and its block: empty ones, other comments, attributes."""


def unclosed(token: Token, out: Body) -> None:
    """A comment without an end is shown, and reported."""
    message = "the comment after <!-- is never closed"
    out.report(COMMENT_UNCLOSED, out.span(*token.meta["at"]), message,
               "end it with -->, or write \\<!-- if you mean the characters")  # fmt: skip
    out.write(escape(token.content))


def for_us(token: Token, out: Body) -> None:
    """A comment that speaks to us: what it ignores, or that it is not understood."""
    at, covers = token.meta["at"], token.meta.get("covers")
    place = out.source.span(*at) if covers else out.span(*at)
    said = _FOR_US.match(token.content)
    if covers is None or said is None:
        out.report(COMMENT_UNCLEAR, place, "this comment does nothing inside a paragraph",
                   "put it on a line of its own, above the block that is meant")  # fmt: skip
        return
    names = _NAMES.match(said["rest"])
    if said["word"] != "ignore" or names is None:
        missing = "names no rule" if said["word"] == "ignore" else "is not understood"
        meant = did_you_mean(said["word"], ("ignore",)) if said["word"] != "ignore" else ""
        out.report(COMMENT_UNCLEAR, place, f"this comment {missing}{meant}",
                   "write <!-- epubforge: ignore A004 and why -->")  # fmt: skip
        return
    block = out.source.span(*covers)
    for name in _NAME.finditer(names[0]):
        start = at[0] + said.start("rest") + name.start()
        rule = name[0].upper() if _CODE.match(name[0]) else name[0]
        out.ignores.append(Ignore(rule, out.source.span(start, start + len(name[0])), None, block))


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
    if _FOR_US.match(state.src, begin):
        state.env.setdefault("for us", []).append(((begin, after), last + 1, state.level))
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
        if not silent and _FOR_US.match(state.src, start):
            state.push("comment_for_us", "", 0).content = state.src[start : end + 3]
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


def _with_blocks(parsed: Parsed) -> None:
    """Give each comment that speaks to us the block below it."""
    if "for us" not in parsed.env:
        return
    blocks = _Blocks(parsed)
    # From the last one up: what lies below a comment is known already then.
    found = [(at, blocks.end(line, level)) for at, line, level in parsed.env.pop("for us")[::-1]]
    for at, end in reversed(found):
        token = Token("comment_for_us", "", 0, block=True)
        token.content = parsed.text[slice(*at)]
        token.meta.update(at=at, covers=(at[0], end))
        parsed.tokens.append(token)


class _Blocks:
    """Knows where the block ends that begins at a line or below it."""

    def __init__(self, parsed: Parsed) -> None:
        self._lines = Lines(parsed.text)
        self._count = len(self._lines.starts)
        self._parsed = {
            (token.map[0], token.level): token.map[1] for token in parsed.tokens[::-1] if token.map
        }
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}

    def end(self, line: int, level: int) -> int:
        """As it was parsed; for a block that stands elsewhere in the book, at the next empty line
        that no indented one follows."""
        first = self._first_from(line)
        last = self._parsed.get((first, level))
        if last is None:
            last = self._last[first] = self._last.get(first) or self._last_from(first)
        return self._lines.content(first, last)[1]

    def _first_from(self, start: int) -> int:
        line = start
        while line < self._count and _SKIPPED.match(self._lines.line(line)):
            line = self._first.get(line + 1, line + 1)
        self._first[start] = line
        return line

    def _last_from(self, line: int) -> int:
        lines, last = self._lines, line
        while last + 1 < self._count and (
            lines.line(last + 1).strip() or _goes_on(lines, last + 1, self._count)
        ):
            last += 1
        return last + 1


def _goes_on(lines: Lines, line: int, count: int) -> bool:
    while line < count and not lines.line(line).strip():
        line += 1
    return line < count and lines.line(line).startswith(("    ", "\t"))


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
    dialect.refinements.append(_with_blocks)


CONSTRUCT = Construct("comment", install, {"comment_unclosed": unclosed, "comment_for_us": for_us})
