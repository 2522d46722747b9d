"""Inline rules that keep where their construct stands, and take the attributes after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.markdown.attributes import attributes_at, looks_like_attributes
from epubforge.markdown.dialect import attributes_of
from epubforge.markdown.inline import InlineRule
from epubforge.source import Span

ATTRIBUTES_UNCLEAR = Rule(
    "M034",
    "attributes-not-understood",
    Severity.WARNING,
    """Braces after an image, a link, a code span or a heading look like attributes and are none.

    Why it matters
        Only `#id`, `.class` and `key=value`, with blanks between them, are attributes; whatever
        else stands between the braces makes all of it text, which the reader then sees.
    Bad
        ![Ada](ada.jpg){.wide, .left}
    Good
        ![Ada](ada.jpg){.wide .left}
    """,
)


def unclear_attributes(place: Span, text: str) -> Diagnostic:
    """Braces that are shown as text although they were meant as attributes."""
    return ATTRIBUTES_UNCLEAR.at(
        place,
        f"{text} is not understood as attributes, and is shown",
        "write #id, .class and key=value with blanks between them, or a backslash before the brace",
    )


def placed(*, attributes: bool = False) -> Callable[[InlineRule], InlineRule]:
    """Makes a rule keep its place on the token that it makes first, as `meta["at"]`."""

    def wrap(rule: InlineRule) -> InlineRule:
        def placed_rule(state: StateInline, silent: bool) -> bool:
            start = state.pos
            made = len(state.tokens)
            if not rule(state, silent):
                return False
            token = None if silent else _first(state.tokens, made)
            if token is not None:
                token.meta["at"] = (start, state.pos)
            if attributes and (silent or token is not None):
                take_attributes(state, token)
            return True

        return placed_rule

    return wrap


def take_attributes(state: StateInline, token: Token | None) -> bool:
    """Step over attributes that stand exactly here, and give them to the token, if there is one."""
    found = attributes_at(state.src, state.pos, state.posMax)
    if found is None:
        end = looks_like_attributes(state.src, state.pos)
        if token is not None and end:
            token.meta["unclear"] = (state.pos, end)
        return False
    given, state.pos = found
    if token is not None:
        token.meta["attributes"] = given
        if given.id:
            state.env["ids"].reserve(given.id)
    return True


def shift(tokens: Iterable[Token], by: int) -> None:
    """Move the places of tokens that were parsed from a part of the content."""
    for token in tokens:
        for key in ("at", "unclear"):
            if key in token.meta:
                start, end = token.meta[key]
                token.meta[key] = (start + by, end + by)
        given = attributes_of(token)
        if given is not None:
            token.meta["attributes"] = replace(given, at=(given.at[0] + by, given.at[1] + by))


def _first(tokens: list[Token], made: int) -> Token | None:
    for token in tokens[made : made + 2]:
        if token.type != "text":
            return token
    return None
