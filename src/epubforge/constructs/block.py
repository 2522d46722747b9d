"""Blocks with a name: `::: note {.wide}` … `:::`, one inside the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import NONE, Attributes, attributes_at
from epubforge.markdown.block import BlockState, is_closing
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect

BLOCK_UNCLOSED = Rule(
    "M010",
    "block-never-closed",
    Severity.ERROR,
    """A `:::` block is not closed before the text or the block around it ends.

    Why it matters
        All that follows becomes a part of the block.
    Bad
        ::: note
        Read this first.
    Good
        ::: note
        Read this first.
        :::
    """,
)
BLOCK_STRAY_END = Rule(
    "M011",
    "block-never-opened",
    Severity.WARNING,
    """A bare `:::` closes a block, and none is open there.

    Why it matters
        A line that opens a block may be misspelt or missing. The line is left out.
    Bad
        Read this first.
        :::
    Good
        ::: note
        Read this first.
        :::
    """,
)
BLOCK_UNCLEAR = Rule(
    "M012",
    "block-not-understood",
    Severity.WARNING,
    """A line begins with `:::` and is neither a name with attributes nor bare.

    Why it matters
        It opens no block, and the reader sees the line as it is written.
    Bad
        ::: note Read this first
    Good
        ::: note {.first}
    """,
)

BLOCK_MISSPELT = Rule(
    "M101",
    "block-perhaps-misspelt",
    Severity.NOTE,
    """The name of a `:::` block is nearly one that means something.

    Why it matters
        Any name makes a block, so a misspelt one is a box without a meaning and without looks.
    Bad
        ::: epigraf
        Words before.
        :::
    Good
        ::: epigraph
        Words before.
        :::
    """,
)

_OPENING: Final = re.compile(r":{3,}[ \t]*(?P<name>[^\W\d][\w-]*)?[ \t]*")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a name stands for: https://www.w3.org/TR/epub-ssv-11/ with the role of DPUB-ARIA that
    matches it, https://www.w3.org/TR/dpub-aria-1.1/"""

    tag: str = "div"
    epub_type: str = ""
    role: str = ""

    def attributes(self) -> str:
        named = f' epub:type="{self.epub_type}"' if self.epub_type else ""
        return f'{named} role="{self.role}"' if self.role else named


_KINDS: Final = {
    "note": _Kind("section", "notice", "doc-notice"),
    "tip": _Kind("aside", "tip", "doc-tip"),
    "warning": _Kind("section", "notice", "doc-notice"),
    "important": _Kind("section", "notice", "doc-notice"),
    "caution": _Kind("section", "notice", "doc-notice"),
    # No landmarks: a chapter may have several, and none has a name of its own.
    "description": _Kind("aside", role="note"),
    "sidebar": _Kind("aside", "sidebar", "note"),
    "epigraph": _Kind("section", "epigraph", "doc-epigraph"),
    "dedication": _Kind("section", "dedication", "doc-dedication"),
    "letter": _Kind(),
    "center": _Kind(),
    "div": _Kind(),
}


def block_open(token: Token, out: Body) -> None:
    """A known name becomes its element, any other one `<div class="name">`."""
    out.mark(token)
    name = token.info
    kind = _KINDS.get(name, _Kind())
    if name in _KINDS:
        out.features.add(name)
    elif name:
        _look_for_slips(name, token, out)
    out.features.add("block")
    if token.meta["unclosed"]:
        out.report(BLOCK_UNCLOSED, out.span_of(token), f"the block {name or ':::'} is never closed",
                   "put ::: on a line of its own where it ends")  # fmt: skip
    classes = Attributes(classes=(name,)) if name and name != "div" else NONE
    out.write(f"<{kind.tag}{kind.attributes()}{out.attributes(token, classes)}>\n")


def _look_for_slips(name: str, token: Token, out: Body) -> None:
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), (*_KINDS, "verse", "only", "except"), 1, 0.8)
    if near:
        said = f"{name} is a block of your own; did you mean {near[0]}?"
        out.report(BLOCK_MISSPELT, out.span_of(token), said, f"write ::: {near[0]}")


def block_close(token: Token, out: Body) -> None:
    """The end of a block."""
    out.write(f"</{_KINDS.get(token.info, _Kind()).tag}>\n")


def stray_end(token: Token, out: Body) -> None:
    """A bare `:::` where nothing is open."""
    out.report(BLOCK_STRAY_END, out.span_of(token), "a bare ::: closes nothing here",
               "take it out, or open a block above it: ::: note")  # fmt: skip


def unclear(token: Token, out: Body) -> None:
    """A line that begins like a block and is none."""
    out.report(BLOCK_UNCLEAR, out.span_of(token), f"“{token.content}” opens no block",
               "write ::: name, and attributes in braces if need be")  # fmt: skip


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`:::` with a name opens a block; bare, it closes the innermost one."""
    assert isinstance(state, BlockState)  # noqa: S101  the parser makes no other
    begin = state.bMarks[start] + state.tShift[start]
    text = state.src[begin : state.eMarks[start]].rstrip()
    if not text.startswith(":::") or state.is_code_block(start):
        return False
    at = (begin, begin + len(text))
    if is_closing(state, start):
        return silent or _stray(state, start, at)
    found = _opening(text)
    if found is None:
        if not silent:
            token = state.push("block_unclear", "", 0)
            token.content, token.meta["at"] = text, at
        return False
    if not silent:
        _parse(state, (start, end), found, at)
    return True


def _stray(state: BlockState, line: int, at: tuple[int, int]) -> bool:
    state.push("block_stray", "", 0).meta["at"] = at
    state.line = line + 1
    return True


def _opening(text: str) -> tuple[str, Attributes] | None:
    """The name and the attributes of an opening line."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    name = opening["name"] or ""
    if opening.end() == len(text):
        return name, NONE
    found = attributes_at(text, opening.end(), len(text))
    return (name, found[0]) if found is not None and found[1] == len(text) else None


def _parse(
    state: BlockState, lines: tuple[int, int], found: tuple[str, Attributes], at: tuple[int, int]
) -> None:
    start, end = lines
    name, given = found
    token = state.push("block_open", "", 1)
    token.info, token.map = name, [start, end]
    token.meta["at"] = at
    if given is not NONE:
        token.meta["attributes"] = replace(given, at=(given.at[0] + at[0], given.at[1] + at[0]))
        if given.id:
            state.env["ids"].reserve(given.id)
    outer, state.parentType = state.parentType, "block"
    state.line = start + 1
    state.open_blocks += 1
    state.closes = True
    state.md.block.tokenize(state, start + 1, end)
    state.open_blocks -= 1
    state.parentType = outer
    closed = state.line < end and _closes_here(state)
    token.meta["unclosed"] = not closed
    state.line += closed
    token.map = [start, state.line]
    state.push("block_close", "", -1).info = name


def _closes_here(state: BlockState) -> bool:
    return state.sCount[state.line] >= state.blkIndent and is_closing(state, state.line)


def install(dialect: Dialect) -> None:
    """A line that begins with three colons ends paragraphs, lists and quotes before it."""
    ends = ("paragraph", "reference", "blockquote", "list")
    dialect.block.rules.insert("block", block, ":", ends, before="fence")


CONSTRUCT = Construct(
    "block",
    install,
    {
        "block_open": block_open,
        "block_close": block_close,
        "block_stray": stray_end,
        "block_unclear": unclear,
    },
)
