"""Typography: quotation marks, dashes, ellipses and blanks as the language has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Final

from markdown_it.token import Token

from epubforge.markdown.construct import Construct
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of
from epubforge.markdown.typesetter import Edit, Typesetter, typesetter

_VERBATIM: Final = re.compile(r"<(?P<end>/?)(?:code|kbd|pre|samp|tt|var)[\s>]", re.IGNORECASE)
_BREAKS: Final = frozenset({"softbreak", "hardbreak"})
_UNSEEN: Final = frozenset({"html_inline", "footnote_ref"})
_NOWHERE: Final = 1 << 60
_SET: Final = frozenset({"text", "softbreak"})


def _install(dialect: Dialect) -> None:
    if not dialect.settings.smart:
        return
    own = typesetter(dialect.settings.language)

    def refine(parsed: Parsed) -> None:
        speaks = "lang" in parsed.text
        tokens = parsed.tokens
        for token, setter in _with_languages(tokens, own) if speaks else zip(tokens, repeat(own)):
            if token.type == "inline":
                _set(token, setter, speaks=speaks)
            elif token.meta:
                _set_words(token, setter)

    dialect.refinements.append(refine)


def _with_languages(tokens: Iterable[Token], own: Typesetter) -> Iterator[tuple[Token, Typesetter]]:
    """Each token with what sets it: passages in other languages have marks of their own."""
    setters = [own]
    for token in tokens:
        if token.nesting > 0:
            setters.append(_spoken(token) or setters[-1])
        elif token.nesting < 0 and len(setters) > 1:
            setters.pop()
        yield token, setters[-1]


def _spoken(token: Token) -> Typesetter | None:
    given = attributes_of(token)
    language = given and (given.get("lang") or given.get("xml:lang"))
    return typesetter(language) if language else None


def _set(inline: Token, own: Typesetter, *, speaks: bool = False) -> None:
    """Set the text of a paragraph."""
    children = inline.children or []
    if len(children) == 1 and children[0].type == "text":
        children[0].content = own.set(children[0].content)
    elif speaks or own.marks.search(inline.content):
        _set_pieces(inline, children, own, speaks=speaks)


def _set_pieces(inline: Token, children: Sequence[Token], own: Typesetter, *, speaks: bool) -> None:
    """Set the text of a paragraph that lies in several tokens."""
    seen = [token.content if token.type == "text" else _seen(token) for token in children]
    text = "".join(seen)
    setters: list[Typesetter | None] = [own] * len(children)
    if speaks or "<" in inline.content:
        setters = list(_setters(children, own))
    for setter in dict.fromkeys(filter(None, setters)):
        edits = setter.edits(text)
        if edits:
            _change(children, seen, edits, [known is setter for known in setters])
    if "{{" in inline.content:
        for token in children:
            _set_words(token, own)


def _set_words(token: Token, own: Typesetter) -> None:
    """Words that stand elsewhere in the book than in the text, as in the index."""
    if "words" in token.meta:
        token.meta["words"] = tuple(own.set(word) for word in token.meta["words"])


def _setters(children: Iterable[Token], own: Typesetter) -> Iterator[Typesetter | None]:
    """What sets each token: nothing sets raw code and the text of bare addresses."""
    verbatim = False
    for token, setter in _with_languages(children, own):
        if token.type == "link_open":
            verbatim = token.info == "auto"
        elif token.type == "link_close":
            verbatim = False
        elif token.type == "html_inline" and (tag := _VERBATIM.match(token.content)):
            verbatim = not tag["end"]
        yield None if verbatim else setter


def _seen(token: Token) -> str:
    """What a reader sees of a token that is no text."""
    if token.type in _BREAKS:
        return "\n"
    if token.type == "image":
        return "x"
    return "" if token.type in _UNSEEN or "directive" in token.meta else token.content


def _change(
    tokens: Sequence[Token], seen: Sequence[str], edits: Sequence[Edit], mine: Iterable[bool]
) -> None:
    """Make the changes that lie inside one of the tokens that are set."""
    at = 0
    waiting = iter(edits)
    start, end, made = next(waiting)
    for token, piece, is_mine in zip(tokens, seen, mine, strict=True):
        begin, at = at, at + len(piece)
        done = 0
        parts: list[str] = []
        while start < at:
            if start >= begin and end <= at and is_mine and token.type in _SET:
                parts += piece[done : start - begin], made
                done = end - begin
            start, end, made = next(waiting, (_NOWHERE, 0, ""))
        if parts:
            token.type, token.content = "text", "".join(parts) + piece[done:]
        if start == _NOWHERE:
            return


CONSTRUCT = Construct("typography", _install)
