"""Typography: the quotation marks, dashes and ellipses of the language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown_it.token import Token

from epubforge.language.quotes import Quotes, quotes
from epubforge.markdown.construct import Construct
from epubforge.markdown.dialect import Dialect, Parsed

_MARKS: Final = re.compile(r"[\"']|--+|\.{3,}")
_OPENERS: Final = frozenset(" \t\n\xa0\u2009\u202f([{<-–—/=«„“‘‚‹¿¡\"'…")
"""What stands before a mark that opens; a quotation may open inside another."""
_APOSTROPHE: Final = "’"


def _typographer(marks: Quotes) -> Callable[[str, str, str], str]:
    """Makes a text typographic, given the characters before and after it."""

    def replaced(found: re.Match[str]) -> str:
        mark = found.group()
        text, at = found.string, found.start()
        if mark[0] == "-":
            return {2: "–", 3: "—"}.get(len(mark), mark)
        if mark[0] == ".":
            return "…" + mark[3:] if len(mark) < 5 else mark
        before, after = text[at - 1], text[at + 1]
        opens = before in _OPENERS and not after.isspace()
        if mark == '"':
            return marks.opening if opens else marks.closing
        if not opens:
            closes_quotation = not after.isalnum() and _opened_before(text, at)
            return marks.inner_closing if closes_quotation else _APOSTROPHE
        return marks.inner_opening if _closed_after(text, at) else _APOSTROPHE

    def typographic(text: str, before: str, after: str) -> str:
        return _MARKS.sub(replaced, before + text + after)[len(before) : -len(after)]

    return typographic


def _closed_after(text: str, at: int) -> bool:
    """Whether a single mark that closes follows: else this one is an apostrophe, as in ’tis."""
    at = text.find("'", at + 1)
    while 0 < at < len(text) - 1:
        if not text[at - 1].isspace() and not text[at + 1].isalnum():
            return True
        at = text.find("'", at + 1)
    return False


def _opened_before(text: str, at: int) -> bool:
    """Whether a single mark that opens stands before: else this one is an apostrophe."""
    before = text.rfind("'", 0, at)
    while before > 0:
        if text[before - 1] in _OPENERS and not text[before + 1].isspace():
            return True
        before = text.rfind("'", 0, before)
    return False


def _install(dialect: Dialect) -> None:
    if not dialect.settings.smart:
        return
    typographic = _typographer(quotes(dialect.settings.language))

    def refine(parsed: Parsed) -> None:
        for token in parsed.tokens:
            if token.type == "inline" and _MARKS.search(token.content):
                _apply(token.children or [], typographic)

    dialect.refinements.append(refine)


def _apply(tokens: list[Token], typographic: Callable[[str, str, str], str]) -> None:
    for at, token in enumerate(tokens):
        if token.type == "text" and _MARKS.search(token.content):
            before = _neighbour(tokens, at, -1)
            after = _neighbour(tokens, at, 1)
            token.content = typographic(token.content, before, after)


def _neighbour(tokens: list[Token], at: int, step: int) -> str:
    """The character next to a token's text: a blank at the ends of lines."""
    at += step
    while 0 <= at < len(tokens):
        token = tokens[at]
        if token.type in ("softbreak", "hardbreak"):
            return " "
        if token.type == "image":
            return "x"
        if token.content and token.type != "html_inline":
            return token.content[-1 if step < 0 else 0]
        at += step
    return " "


CONSTRUCT = Construct("typography", _install)
