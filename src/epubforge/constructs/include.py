"""Includes: `{{include path}}` brings in another file, as if its text stood there."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.block import BlockRule, BlockState
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.directives import Call, Fault, refuse
from epubforge.markdown.texts import DIRECTIVE, Include, Part, Texts, understood

INCLUDE_MISSING = Rule(
    "M085",
    "include-missing",
    Severity.ERROR,
    """A file that is to be included is not there, or may not be read.

    Why it matters
        A part of the text would be missing, so no book is written.
    Bad
        {{include letters/adda.md}}
    Good
        {{include letters/ada.md}}
    """,
    blocking=True,
)
INCLUDE_CIRCULAR = Rule(
    "M086",
    "include-circular",
    Severity.ERROR,
    """A file includes itself, by itself or through others.

    Why it matters
        Its text would never come to an end, so no book is written.
    Bad
        in letters.md: {{include letters.md}}
    Good
        in letters.md: {{include letters/ada.md}}
    """,
    blocking=True,
)
INCLUDE_UNCLEAR = Rule(
    "M087",
    "include-not-understood",
    Severity.ERROR,
    """What is said behind the path of an include is not understood, or names lines that the file
    does not have.

    Why it matters
        Nobody can tell which part of the file is meant, so no book is written.
    Bad
        {{include letters/ada.md lines=9-3}}
    Good
        {{include letters/ada.md lines=3-9}}
    """,
    blocking=True,
)
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

_LINES: Final = re.compile(r"(?P<first>\d{1,9})(?P<dash>-(?P<last>\d{1,9})?)?\Z")
_MOST: Final = 200_000
_ESCAPED: Final = re.compile(r"(?m)^([ \t]*)\\(?=\{\{[ \t]*include[ \t])")


@dataclass(frozen=True, slots=True)
class _Brought:
    """A file, and which of its lines, counted from 0; the last one is exclusive."""

    part: Part
    first: int
    last: int


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
    brought = _brought(state, order, begin)
    if isinstance(brought, Fault):
        _push_fault(state, brought, (begin, begin + len(found[0])))
    else:
        _bring(state, brought, start)
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


def _brought(state: StateBlock, order: Include, at: int) -> _Brought | Fault:
    """The lines that an include means, or why it brings none."""
    texts: Texts | None = state.env.get("texts")
    if texts is None:
        return _missing(order.path, {})
    part = texts.part_of(order.path, texts.part_at(at).source)
    if part is None:
        own = texts.part_at(at).source
        if _means(order.path, own.path, texts.parts[0].source.path):
            return _circular(order.path)
        return _missing(order.path, dict(texts.refused))
    if part.source.path in _open_files(state, texts):
        return _circular(order.path)
    brought = _lines(order, part)
    return brought if isinstance(brought, Fault) else _within_bounds(state, order, brought)


def _within_bounds(state: StateBlock, order: Include, brought: _Brought) -> _Brought | Fault:
    """Files that include others many times over could bring in more than any book holds."""
    count = state.env.get("brought", 0) + brought.last - brought.first
    state.env["brought"] = count
    if count <= _MOST:
        return brought
    said = f"with {order.path} the chapter has more than {_MOST:,} lines from other files"
    return Fault(INCLUDE_UNCLEAR, said, "include each file where it is read, and once")


def _means(path: str, including: str, wanted: str) -> bool:
    near = posixpath.join(posixpath.dirname(including), path)
    return wanted in (posixpath.normpath(path), posixpath.normpath(near))


def _open_files(state: StateBlock, texts: Texts) -> list[str]:
    """The files that are being brought in, one inside the other; the chapter is the first."""
    opened: list[str] = state.env.setdefault("opened", [texts.parts[0].source.path])
    return opened


def _missing(path: str, refused: dict[str, str]) -> Fault:
    reason = refused.get(path, "is not there")
    hint = "name it from this file's folder, or from the root of the project"
    return Fault(INCLUDE_MISSING, f"{path} {reason}", hint)


def _circular(path: str) -> Fault:
    hint = "take the include out, or move what is meant into a file of its own"
    return Fault(INCLUDE_CIRCULAR, f"{path} is already being included here", hint)


def _lines(order: Include, part: Part) -> _Brought | Fault:
    first, last = 0, part.lines
    for key, value in order.options:
        found = _LINES.match(value) if key == "lines" else None
        if found is None:
            said = f"{key}={value} is not understood behind {order.path}"
            return Fault(INCLUDE_UNCLEAR, said, "write lines=3-9, lines=3 or lines=3-")
        first = int(found["first"]) - 1
        last = int(found["last"]) if found["last"] else part.lines if found["dash"] else first + 1
        if not 0 <= first < last <= part.lines:
            said = f"{order.path} has no lines {value}: it has {part.lines}"
            return Fault(INCLUDE_UNCLEAR, said, "count from 1, the smaller number first")
    return _Brought(part, first, last)


def _push_fault(state: StateBlock, said: Fault, at: tuple[int, int]) -> None:
    token = state.push("include_fault", "", 0)
    token.meta.update(fault=said, at=at)


def _bring(state: BlockState, brought: _Brought, line: int) -> None:
    """Parse the lines of the file where the include stands."""
    part = brought.part
    opened = _open_files(state, state.env["texts"])
    # A chapter's header is not text, whatever lines were asked for.
    first = part.first_line + max(brought.first, part.header_lines)
    last = part.first_line + brought.last
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
    brought = _brought(state, understood(found["words"]), begin)
    if isinstance(brought, Fault):
        _push_fault(state, brought, (begin, begin + len(found[0])))
        return None
    rows = brought.part.source.text.rstrip("\n").split("\n")
    return "\n".join(rows[brought.first : brought.last])


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
