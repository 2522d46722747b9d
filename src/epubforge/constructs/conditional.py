"""Conditional text: `::: only fixed` and `::: except fixed`, by the edition that is built."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.block import BlockState, is_closing
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.ids import Ids
from epubforge.project.suggest import did_you_mean

EDITION_UNKNOWN = Rule(
    "M091",
    "edition-unknown",
    Severity.WARNING,
    """A conditional block names an edition that the settings do not have.

    Why it matters
        Its text is in none of the books, or in all of them, and the author meant neither.
    Bad
        ::: only fixd
        Turn the book to see this picture on both pages.
        :::
    Good
        ::: only fixed
        Turn the book to see this picture on both pages.
        :::
    """,
)
EDITION_MISSING = Rule(
    "M092",
    "edition-not-named",
    Severity.WARNING,
    """A conditional block, `::: only` or `::: except`, names no edition.

    Why it matters
        Nobody can tell which books its text is for, so it is in all of them.
    Bad
        ::: only
        Turn the book to see this picture on both pages.
        :::
    Good
        ::: only fixed
        Turn the book to see this picture on both pages.
        :::
    """,
)
CONDITION_UNCLOSED = Rule(
    "M093",
    "condition-never-closed",
    Severity.ERROR,
    """A conditional block is not closed before the text or the block around it ends.

    Why it matters
        All that follows is in some editions only.
    Bad
        ::: only fixed
        Turn the book.
    Good
        ::: only fixed
        Turn the book.
        :::
    """,
)

_OPENING: Final = re.compile(
    r":{3,}[ \t]*(?P<word>only|except)(?P<names>(?:[ \t,]+[\w.-]+)*)[ \t]*\Z"
)
_NAME: Final = re.compile(r"[\w.-]+")
_FACTS: Final = ("last comment", "tilde lines")
MAIN: Final = frozenset({"main", "reflowable"})
"""What the main edition is called."""


def fault(token: Token, out: Body) -> None:
    """A condition that may not be meant as it is written."""
    at = out.source.span(*token.meta["at"])
    out.report(token.meta["rule"], at, token.meta["said"], token.meta["hint"])


def conditional(dialect: Dialect, state: StateBlock, rows: tuple[int, int], silent: bool) -> bool:
    """The block's text where its condition holds; else nothing, as if it had not been written."""
    assert isinstance(state, BlockState)  # noqa: S101  the parser makes no other
    start, end = rows
    begin = state.bMarks[start] + state.tShift[start]
    text = state.src[begin : state.eMarks[start]].rstrip()
    found = _OPENING.match(text) if text.startswith(":::") else None
    if found is None or state.is_code_block(start):
        return False
    if silent:
        return True
    names = _NAME.findall(found["names"])
    for name in _NAME.finditer(found["names"]):
        _judge(dialect, state, name[0], begin + found.start("names") + name.start())
    if not names:
        _push(state, EDITION_MISSING, (begin, begin + len(text)),
              f"{text} names no edition", f"name it: ::: {found['word']} fixed")  # fmt: skip
    named = bool(_called(dialect) & set(names))
    shown = not names or named == (found["word"] == "only")
    if not _inside(state, (start, end), shown):
        _push(state, CONDITION_UNCLOSED, (begin, begin + len(text)),
              f"{text} is never closed", "put ::: on a line of its own where it ends")  # fmt: skip
    return True


def _called(dialect: Dialect) -> frozenset[str]:
    edition = dialect.settings.edition
    return frozenset({edition}) if edition else MAIN


def _judge(dialect: Dialect, state: StateBlock, name: str, at: int) -> None:
    known = {*dialect.settings.editions, *_called(dialect), *MAIN}
    if name in known:
        return
    meant = did_you_mean(name, sorted(known - MAIN))
    _push(state, EDITION_UNKNOWN, (at, at + len(name)), f"there is no edition {name}{meant}",
          f"write its name as book.toml has it: [editions.{name}]")  # fmt: skip


def _push(state: StateBlock, rule: Rule, at: tuple[int, int], said: str, hint: str) -> None:
    token = state.push("condition_fault", "", 0)
    token.meta.update(rule=rule, at=at, said=said, hint=hint)


def _inside(state: BlockState, rows: tuple[int, int], shown: bool) -> bool:
    """Parse what is inside, and forget it where it is not to be shown; whether it was closed."""
    start, end = rows
    made, outer, too_deep = len(state.tokens), state.env, state.too_deep
    if not shown:
        # Ids, notes and link definitions of what is left out belong to nobody.
        state.env = dict(outer) | {"ids": Ids(), "html": False, "references": {}, "footnotes": {}}
    parent, state.parentType = state.parentType, "block"
    state.line = start + 1
    state.open_blocks += 1
    state.closes = True
    state.md.block.tokenize(state, start + 1, end)
    state.open_blocks -= 1
    state.parentType = parent
    if not shown:
        # What is true of the whole text was perhaps found out here.
        outer.update({key: state.env[key] for key in _FACTS if key in state.env})
        state.env, state.too_deep = outer, too_deep
        del state.tokens[made:]
    here = state.line < end and state.sCount[state.line] >= state.blkIndent
    closed = here and is_closing(state, state.line)
    state.line += closed
    return closed


def install(dialect: Dialect) -> None:
    """Before other blocks."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return conditional(dialect, state, (start, end), silent)

    ends = ("paragraph", "reference", "blockquote", "list")
    dialect.block.rules.insert("conditional", rule, ":", ends, before="block")


CONSTRUCT = Construct("conditional", install, {"condition_fault": fault})
