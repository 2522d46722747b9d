"""Capitals as a style asks for them: titles, sentences, first letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from epubforge.citations.rich import OPEN, Piece, Rich, plain

_SMALL: Final = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with"
    " yet v vs et al".split()
)
_WORD = re.compile(r"[^\W_]+(?:[’'.&][^\W_]+)*")
_ENDS: Final = frozenset(":?!—")


def cased(rich: Rich, case: str, english: bool) -> Rich:
    """The text in the case of that name in CSL; title case is for English alone."""
    match case:
        case "lowercase":
            return _each(rich, str.lower)
        case "uppercase":
            return _each(rich, str.upper)
        case "capitalize-first":
            return _worded(rich, lambda word, first, _: _capital(word) if first else word)
        case "capitalize-all":
            return _worded(rich, lambda word, _first, _last: _capital(word))
        case "sentence":
            return _worded(rich, _sentence)
        case "title" if english:
            return _worded(rich, _title, quotes_open=True)
    return rich


def _each(rich: Rich, change: Callable[[str], str]) -> Rich:
    return tuple(
        piece if "nocase" in piece.formats else Piece(change(piece.text), piece.formats)
        for piece in rich
    )


def _worded(
    rich: Rich, change: Callable[[str, bool, bool], str], quotes_open: bool = False
) -> Rich:
    """Each word changed, by whether it opens a sentence, and whether it is the last one."""
    whole = plain(rich)
    words = list(_WORD.finditer(whole))
    changed = list(whole)
    for number, match in enumerate(words):
        before = words[number - 1] if number else None
        between = whole[before.end() if before is not None else 0 : match.start()]
        opens = before is None or _opens(before[0], between) or (quotes_open and OPEN in between)
        changed[match.start() : match.end()] = _kept_length(
            match[0], change(match[0], opens, number == len(words) - 1)
        )
    out: list[Piece] = []
    at = 0
    for piece in rich:
        end = at + len(piece.text)
        new = piece.text if "nocase" in piece.formats else "".join(changed[at:end])
        out.append(Piece(new, piece.formats))
        at = end
    return tuple(out)


def _opens(before: str, between: str) -> bool:
    """Whether a sentence begins here; the full stop of an abbreviation ends none."""
    return bool(_ENDS & set(between)) or ("." in between and len(before) > 3)


def _kept_length(old: str, new: str) -> str:
    """Some capitals are longer than their small letters (ß, ŉ): then the word stays."""
    return new if len(new) == len(old) else old


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _sentence(word: str, opens: bool, _last: bool) -> str:
    if opens or (len(word) > 1 and not word[1:].islower()):
        return word
    return word.lower()


def _title(word: str, opens: bool, last: bool) -> str:
    if word[1:] != word[1:].lower():
        return word
    if word.lower() in _SMALL and not opens and not last:
        return word.lower() if word.islower() or word.istitle() else word
    return _capital(word)
