"""Typography: the quotation marks, dashes and ellipses of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from epubforge.language.quotes import Quotes, quotes
from epubforge.markdown.construct import Construct
from epubforge.markdown.dialect import Dialect, Parsed

_MARKS: Final = re.compile(r"[\"']|--+|\.{3,}")
_OPENERS: Final = frozenset(" \t\n\xa0\u2009\u202f([{<-–—/=«„“‘‚‹¿¡\"'…")
"""What stands before a mark that opens; a quotation may open inside another."""
_APOSTROPHE: Final = "’"


@dataclass(slots=True)
class _Typographer:
    """Makes texts typographic; it knows the text that it is at, with its neighbours."""

    marks: Quotes
    elided: re.Pattern[str]
    """What an apostrophe may stand before, at the beginning of a word."""
    text: str = ""
    first_opening: int = 0
    last_closing: int = 0

    def __call__(self, text: str, before: str, after: str) -> str:
        self.text = before + text + after
        if "'" in text:
            self.first_opening, self.last_closing = _single_marks(self.text)
        return _MARKS.sub(self._replaced, text)

    def _replaced(self, found: re.Match[str]) -> str:
        mark = found.group()
        if mark[0] == "-":
            return {2: "–", 3: "—"}.get(len(mark), mark)
        if mark[0] == ".":
            return "…" + mark[3:] if len(mark) < 5 else mark
        at = found.start() + 1
        before, after = self.text[at - 1], self.text[at + 1]
        opens = before in _OPENERS and not after.isspace()
        if mark == '"':
            return self.marks.opening if opens else self.marks.closing
        if opens:
            # Without a mark that closes after it, it is an apostrophe too.
            if at > self.last_closing or self.elided.match(self.text, at + 1):
                return _APOSTROPHE
            return self.marks.inner_opening
        closes = not after.isalnum() and self.first_opening < at
        return self.marks.inner_closing if closes else _APOSTROPHE


_SINGLE_OPENING: Final = re.compile(r"(?<=[\s(\[{<\-–—/=«„“‘‚‹¿¡\"…])'(?=\S)")
_SINGLE_CLOSING: Final = re.compile(r"(?<=\S)'(?!\w)")


_ELIDED: Final = {
    "en": re.compile(r"(?:tis|twas|twere|twill|tween|em|til|cause|bout|n|\d\ds?)\b", re.IGNORECASE),
    "de": re.compile(r"(?:s|n|ne|nen|ner|nem|ran|raus|rein)\b", re.IGNORECASE),
    "nl": re.compile(r"(?:s|t|n|k|m)\b", re.IGNORECASE),
}
_NOTHING: Final = re.compile(r"(?!)")


def _typographer(language: str) -> _Typographer:
    first = language.casefold().partition("-")[0]
    return _Typographer(quotes(language), _ELIDED.get(first, _NOTHING))


def _single_marks(text: str) -> tuple[int, int]:
    """Where the first single mark is that may open, and the last one that may close."""
    first = _SINGLE_OPENING.search(text)
    last = max((found.start() for found in _SINGLE_CLOSING.finditer(text)), default=-1)
    return (first.start() if first else len(text)), last


def _install(dialect: Dialect) -> None:
    if not dialect.settings.smart:
        return
    typographic = _typographer(dialect.settings.language)

    def refine(parsed: Parsed) -> None:
        for token in parsed.tokens:
            if token.type == "inline" and _MARKS.search(token.content):
                _apply(token.children or [], typographic)

    dialect.refinements.append(refine)


def _apply(tokens: list[Token], typographic: _Typographer) -> None:
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
