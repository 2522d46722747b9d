"""Raw HTML cut into tags and text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NAME = r"[A-Za-z][A-Za-z0-9:-]*"
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'<>`]+"
_ATTRIBUTE: Final = re.compile(rf"(?P<key>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?", re.DOTALL)
_TOKEN: Final = re.compile(
    rf"(?P<comment><!--(?:>|->|.*?(?:-->|\Z)))"
    rf"|(?P<other><!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]*(?:>|\Z))"
    rf"|</(?P<close>{_NAME})[^>]*>"
    rf"|<(?P<open>{_NAME})(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    rf"|(?P<text>[^<]+|<)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class TagAttribute:
    """An attribute as it is written: its name small, its value with entities resolved."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag, or a text, of raw HTML."""

    kind: str
    """`open`, `close`, `text`, or `other` for what is neither; comments are left out."""
    name: str
    """Of the element; of a text the text, entities resolved."""
    start: int
    end: int
    raw: str = ""
    """As it is written."""
    attributes: tuple[TagAttribute, ...] = ()
    is_empty: bool = False
    """It ends with `/>`."""


def pieces(markup: str) -> Iterator[Piece]:
    """All tags and texts of a markup, in order, with their offsets in it."""
    for found in _TOKEN.finditer(markup):
        start, end = found.span()
        if found["open"]:
            rest = found["rest"]
            given = tuple(_attributes(rest, found.start("rest")))
            yield Piece(
                "open", found["open"], start, end, found[0], given, rest.rstrip().endswith("/")
            )
        elif found["close"]:
            yield Piece("close", found["close"], start, end, found[0])
        elif found["text"]:
            yield Piece("text", html.unescape(found["text"]), start, end)
        elif found["other"]:
            yield Piece("other", found["other"], start, end)


def _attributes(rest: str, offset: int) -> Iterator[TagAttribute]:
    for found in _ATTRIBUTE.finditer(rest):
        value = found["value"] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        start, end = offset + found.start(), offset + found.end()
        yield TagAttribute(found["key"].lower(), html.unescape(value), start, end)
