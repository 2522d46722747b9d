"""Code with its language turned into marked-up words; the one door to Pygments."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from epubforge.markup import escape

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LARGEST: Final = 50_000
_LONGEST_LINE: Final = 2_000
_SECONDS: Final = 5.0

PLAIN: Final = frozenset("none nohighlight plain plaintext text txt output".split())
"""What says that there is no language."""


class TooSlowError(Exception):
    """The code is too large, or takes too long."""


class Code:
    """Marked-up code, and the classes it is marked with."""

    def __init__(self, markup: str, classes: frozenset[str]) -> None:
        self.markup = markup
        self.classes = classes


@lru_cache(maxsize=256)
def highlighted(code: str, language: str) -> Code:
    """Code with each word in a `span` of its class; plain where the language says nothing of it.

    Raises TooSlowError where it is larger than any that is read quickly.
    """
    if len(code) > LARGEST or max(map(len, code.split("\n"))) > _LONGEST_LINE:
        raise TooSlowError
    words = list(_joined(_words(code, _lexer(language))))
    if "".join(text for text, _ in words) != code:
        return Code(escape(code), frozenset())
    markup = "".join(
        f'<span class="{name}">{escape(text)}</span>' if name else escape(text)
        for text, name in words
    )
    return Code(markup, frozenset(name for _, name in words if name))


def _words(code: str, lexer: Lexer) -> Iterator[tuple[str, str]]:
    from pygments.token import STANDARD_TYPES

    begun = time.monotonic()
    for kind, text in lexer.get_tokens(code):
        if time.monotonic() - begun > _SECONDS:
            raise TooSlowError
        while kind not in STANDARD_TYPES and kind.parent is not None:
            kind = kind.parent
        name = STANDARD_TYPES.get(kind, "")
        yield text, "" if name == "w" else name


def _joined(words: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    texts: list[str] = []
    last = ""
    for text, name in words:
        if name != last and texts:
            yield "".join(texts), last
            texts.clear()
        texts.append(text)
        last = name
    if texts:
        yield "".join(texts), last


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(language, stripnl=False, stripall=False, ensurenl=False)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The names of all languages that are known, none of them from a plug-in."""
    from pygments.lexers import get_all_lexers

    return frozenset(alias for _, names, _, _ in get_all_lexers(plugins=False) for alias in names)
