"""Page break: `{{pagebreak}}` alone in its paragraph begins a new page."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.constructs.directive import single
from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.directives import Call, Fault, push, refuse

PAGE_BREAK_INSIDE = Rule(
    "M063",
    "page-break-inside-text",
    Severity.WARNING,
    """A page break stands in the middle of a paragraph, a heading or a table.

    Why it matters
        A page cannot end inside a line, so the directive stays as it is written.
    Bad
        The first part ends. {{pagebreak}} The second begins.
    Good
        The first part ends.

        {{pagebreak}}

        The second begins.
    """,
)


def page_break(token: Token, out: Body) -> None:
    """An empty element after which a page begins; listeners hear nothing of it."""
    out.mark(token)
    out.features.add("page_break")
    out.write('<div class="page-break" aria-hidden="true"></div>\n')


def _answer(state: StateInline, call: Call) -> None:
    fault = single(call)
    if fault is not None:
        refuse(state, call, fault)
        return
    hint = "put it in a paragraph of its own, with an empty line before it and after it"
    push(state, "page_break", call, Fault(PAGE_BREAK_INSIDE, "a page cannot break here", hint))


def install(dialect: Dialect) -> None:
    """A directive."""
    dialect.directives["pagebreak"] = _answer


CONSTRUCT = Construct("page_break", install, {"page_break": page_break})
