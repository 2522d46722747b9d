"""What stands between `{{` and `}}`, as the construct that answers to its first word is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule


@dataclass(frozen=True, slots=True)
class Call:
    """A directive as it is written."""

    name: str
    words: str
    """What follows the name, white space folded."""
    written: str
    """All of it, with its braces."""
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a directive stays as it is written."""

    rule: Rule
    message: str
    hint: str


Answer = Callable[[StateInline, Call], None]
"""Pushes what a directive becomes."""


def push(state: StateInline, kind: str, call: Call, alone: Fault | None = None) -> Token:
    """The token of a directive. Where it can only stand alone in its paragraph, `alone` says what
    is wrong elsewhere."""
    token = state.push(kind, "", 0)
    token.content, token.info = call.written, call.words
    token.meta.update(at=call.at, directive=True)
    if alone is not None:
        token.meta["alone"] = alone
    return token


def refuse(state: StateInline, call: Call, fault: Fault) -> None:
    """A directive that stays as it is written, with a finding."""
    token = state.push("directive_shown", "", 0)
    token.content = call.written
    token.meta.update(at=call.at, fault=fault)
