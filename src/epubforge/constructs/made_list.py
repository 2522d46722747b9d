"""Lists that the book makes: `{{contents}}`, `{{figures}}`, `{{index}}` and their kin."""

from __future__ import annotations

from typing import get_args

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.constructs.directive import place, single
from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.directives import Call, Fault, push, refuse
from epubforge.model.document import ListKind, MadeList, Slot, SlotKind

LIST_INSIDE = Rule(
    "M064",
    "made-list-inside-text",
    Severity.WARNING,
    """A list that the book makes is asked for in the middle of a paragraph, a heading or a table.

    Why it matters
        A list is a block and cannot stand inside a line, so the directive stays as it is written.
    Bad
        See the figures: {{figures}}
    Good
        See the figures:

        {{figures}}
    """,
)

KINDS: dict[str, ListKind] = {kind: kind for kind in get_args(ListKind)}


def made_list(token: Token, out: Body) -> None:
    """The place of a list; the book fills it."""
    out.mark(token)
    out.features.add("made_list")
    out.write(Slot(SlotKind.LIST, len(out.lists)))
    out.write("\n")
    out.lists.append(MadeList(KINDS[token.info], place(token, out)))


def ask(state: StateInline, call: Call) -> None:
    """A list, where the directive is nothing but its name."""
    fault = single(call)
    if fault is not None:
        refuse(state, call, fault)
        return
    message = f"the list {call.written} cannot stand inside a text"
    hint = "put it in a paragraph of its own, with an empty line before it and after it"
    push(state, "made_list", call, Fault(LIST_INSIDE, message, hint)).info = call.name


def install(dialect: Dialect) -> None:
    """One directive for each kind; `index` has another use, and is asked there."""
    for kind in KINDS:
        dialect.directives.setdefault(kind, ask)


CONSTRUCT = Construct("made_list", install, {"made_list": made_list})
