"""Spans: a stretch of text with attributes, `[…]{.smallcaps lang=ru}`."""

from __future__ import annotations

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.markdown.attributes import attributes_at
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect


def span_open(token: Token, out: Body) -> None:
    """`[text]{.x}` becomes `<span class="x">`."""
    out.features.add("span")
    out.write(f"<span{out.attributes(token)}>")


def span_close(_token: Token, out: Body) -> None:
    """The end of a span."""
    out.write("</span>")


def span(state: StateInline, silent: bool) -> bool:
    """Brackets that are no link, with attributes directly after them."""
    start = state.pos
    end = parseLinkLabel(state, start)
    if end < 0:
        return False
    found = attributes_at(state.src, end + 1, state.posMax)
    if found is None:
        return False
    if not silent:
        _push(state, start, end, found[1])
    state.pos = found[1]
    return True


def _push(state: StateInline, start: int, end: int, after: int) -> None:
    outer = state.posMax
    token = state.push("span_open", "span", 1)
    found = attributes_at(state.src, end + 1, outer)
    if found is not None:
        token.meta.update(attributes=found[0], at=(start, after))
        if found[0].id:
            state.env["ids"].reserve(found[0].id)
    state.pos, state.posMax = start + 1, end
    state.md.inline.tokenize(state)
    state.push("span_close", "span", -1)
    state.posMax = outer


def install(dialect: Dialect) -> None:
    """After links: a bracket is a span only if it is nothing else."""
    dialect.inline.add("span", "[", span)


CONSTRUCT = Construct("span", install, {"span_open": span_open, "span_close": span_close})
