"""Maths: `$…$` in a text, `$$…$$` on a line of its own, as MathML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import NONE, Attributes, attributes_at
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, attributes_of
from epubforge.markdown.labels import label, own_id
from epubforge.markdown.placed import placed
from epubforge.markup import escape
from epubforge.source import Span

MATHS_UNCLEAR = Rule(
    "M094",
    "maths-not-understood",
    Severity.ERROR,
    """A formula cannot be set: it is not TeX, or uses a command that is not known.

    Why it matters
        The reader sees its source instead.
    Bad
        $\\alhpa + \\frac{1}{2}$
    Good
        $\\alpha + \\frac{1}{2}$
    """,
)
MATHS_UNCLOSED = Rule(
    "M095",
    "maths-never-closed",
    Severity.WARNING,
    """A line begins a formula with two dollar signs, and nothing ends it before an empty line.

    Why it matters
        The reader sees the dollar signs and the source.
    Bad
        $$
        e = mc^2
    Good
        $$
        e = mc^2
        $$
    """,
)

_DOLLAR: Final = re.compile(
    r"\\.|\$|`+|<[A-Za-z][^<>\"'$]*(?:\"[^\"<>]*\"[^<>\"'$]*)*>|<[A-Za-z][\w+.-]*:[^<>\s]*>",
    re.DOTALL,
)
_TICKS: Final = re.compile(r"`+")
_END: Final = re.compile(r"(?:\\.|[^\\$]|\$(?!\$))*?\$\$", re.DOTALL)


def maths(token: Token, out: Body) -> None:
    """A formula in a text."""
    out.write(_formula(token.content, token.markup == "$$", out.span(*token.meta["at"]), out))


def equation(token: Token, out: Body) -> None:
    """A formula of its own; one with an id has a number."""
    out.mark(token)
    out.features.add("equation")
    given = attributes_of(token) or NONE
    place = out.span_of(token)
    where = out.source.span(*given.at) if given is not NONE else place
    ident = own_id(out, given.id, where) if given.id else None
    named = f' id="{ident}"' if ident else ""
    rest = out.attribute_text(replace(given, id=None).with_classes("equation"), where)
    out.write(f"<div{named}{rest}>")
    out.write(_formula(token.content, True, place, out))
    if ident:
        out.write(' <span class="equation-number">')
        label(out, "equation", ident, "", place)
        out.write("</span>")
    out.write("</div>\n")


def unclosed(token: Token, out: Body) -> None:
    """Two dollar signs that begin nothing."""
    out.report(MATHS_UNCLOSED, out.source.span(*token.meta["at"]), "the formula is never closed",
               "end it with $$ before the next empty line, or write \\$\\$")  # fmt: skip


def _formula(tex: str, block: bool, place: Span, out: Body) -> str:
    from epubforge.markdown.mathml import MathError, mathml

    out.features.add("math")
    try:
        return mathml(tex, block=block)
    except MathError as error:
        meant = _meant(error.command) if error.command else ""
        out.report(MATHS_UNCLEAR, place, f"the formula cannot be set: {error}{meant}",
                   "mend it; where dollar signs are meant, write \\$")  # fmt: skip
        return f'<code class="tex">{escape(tex)}</code>'


def _meant(command: str) -> str:
    from epubforge.markdown.mathml import commands
    from epubforge.project.suggest import did_you_mean

    meant = did_you_mean(command, commands())
    return meant.replace("mean ", "mean \\")


def inline(state: StateInline, silent: bool) -> bool:
    """`$…$` without blanks inside its signs and no digit behind them, or `$$…$$`."""
    start = state.pos
    if state.src.startswith("$$", start):
        return _display(state, silent)
    end = _closings(state).get(start, -1)
    if end < 0 or end >= state.posMax:
        return False
    return _push(state, silent, "$", (start + 1, end))


def _display(state: StateInline, silent: bool) -> bool:
    start = state.pos
    found = _end(state, start + 2)
    if found < 0 or not state.src[start + 2 : found].strip():
        if not silent:
            state.append_pending("$$")
        state.pos += 2
        return True
    return _push(state, silent, "$$", (start + 2, found))


def _end(state: StateInline, start: int) -> int:
    """Where the next two signs stand, before the end of the stretch; -1 where there are none."""
    at = state.src.find("$$", start, state.posMax)
    while at > 0 and state.src[at - 1] == "\\":
        at = state.src.find("$$", at + 1, state.posMax)
    return at


def _push(state: StateInline, silent: bool, mark: str, inner: tuple[int, int]) -> bool:
    if not silent:
        token = state.push("maths", "math", 0)
        token.markup = mark
        token.content = state.src[inner[0] : inner[1]].strip()
    state.pos = inner[1] + len(mark)
    return True


def _closings(state: StateInline) -> dict[int, int]:
    """For each single sign that begins a formula, the one that ends it: found once for a text."""
    known = state.env.get("dollars")
    if known is None or known[0] is not state.src:
        known = (state.src, _pairs(state.src))
        state.env["dollars"] = known
    pairs: dict[int, int] = known[1]
    return pairs


def _pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    ends = -1
    for at in reversed(_signs(text)):
        if ends > at + 1 and not text[at + 1].isspace():
            pairs[at] = ends
        if at == 0 or text[at - 1].isspace():
            ends = -1
        elif not text[at + 1 : at + 2].isdecimal():
            ends = at
    return pairs


def _signs(text: str) -> list[int]:
    """The signs that could begin or end a formula: code, tags and addresses come first."""
    code = code_spans(text) if "`" in text else {}
    found: list[int] = []
    at = 0
    while match := _DOLLAR.search(text, at):
        at = match.end()
        if match[0] == "$":
            found.append(match.start())
        elif match[0][0] == "`":
            at = code.get(match.start(), at)
    return found


def code_spans(text: str) -> dict[int, int]:
    """Where each code span begins, and where it ends."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    following: dict[int, int] = {}
    spans: dict[int, int] = {}
    for start, end in reversed(runs):
        if end - start in following:
            spans[start] = following[end - start]
        following[end - start] = end
    return spans


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$…$$`, over several lines too, and behind it perhaps its id."""
    begin = state.bMarks[start] + state.tShift[start]
    if silent or not state.src.startswith("$$", begin):
        return False
    last = start
    while not (closing := _closing(state, last, begin + 2 if last == start else -1)):
        last += 1
        if last >= end or state.isEmpty(last) or state.sCount[last] < state.blkIndent:
            return _unclosed(state, begin, start)
    at, given = closing
    if at < 0:
        return False
    rows = [state.src[begin + 2 : at]] if last == start else _rows(state, (start, last), at)
    content = "\n".join(rows).strip()
    if not content:
        return False
    token = state.push("equation", "div", 0)
    token.content, token.map = content, [start, last + 1]
    token.meta["at"] = (begin, at + 2)
    if given is not None:
        token.meta["attributes"] = given
        if given.id:
            state.env["ids"].reserve(given.id)
    state.line = last + 1
    return True


def _rows(state: StateBlock, lines: tuple[int, int], end: int) -> list[str]:
    first, last = lines
    rows = [state.src[state.bMarks[row] + state.tShift[row] : state.eMarks[row]]
            for row in range(first, last)]  # fmt: skip
    rows[0] = rows[0][2:]
    rows.append(state.src[state.bMarks[last] + state.tShift[last] : end])
    return rows


def _closing(state: StateBlock, row: int, start: int) -> tuple[int, Attributes | None] | None:
    """Where a line ends the formula, and the attributes behind it; an offset below 0 where it
    ends it, but more text follows; None where it does not end it."""
    begin = start if start >= 0 else state.bMarks[row] + state.tShift[row]
    text = state.src[begin : state.eMarks[row]]
    found = _END.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    cut = begin + found.end() + len(rest) - len(rest.lstrip())
    if not rest.strip():
        return begin + found.end() - 2, None
    given = attributes_at(state.src, cut, state.eMarks[row])
    if given is None or state.src[given[1] : state.eMarks[row]].strip():
        return -1, None
    return begin + found.end() - 2, given[0]


def _unclosed(state: StateBlock, begin: int, row: int) -> bool:
    """Reported only where the line is nothing but the signs: else they may be prose."""
    if state.src[begin : state.eMarks[row]].strip() == "$$":
        state.push("maths_unclosed", "", 0).meta["at"] = (begin, begin + 2)
    return False


def install(dialect: Dialect) -> None:
    """Formulas are read before what could be emphasis in them; two signs may begin a block."""
    dialect.inline.add("maths", "$", placed()(inline))
    dialect.block.rules.insert("equation", block, "$", (), before="table")


CONSTRUCT = Construct(
    "maths", install, {"maths": maths, "equation": equation, "maths_unclosed": unclosed}
)
