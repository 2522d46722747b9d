"""Text with its formats, in flat pieces: cased, joined, punctuated, and written as XHTML."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import quote


class Piece(NamedTuple):
    """A stretch of text and its formats, the outermost first: `i`, `b`, `a:https://…`, ..."""

    text: str
    formats: tuple[str, ...] = ()


Rich = tuple[Piece, ...]

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"
"""Stand for quotation marks until it is known how deep they lie."""

_TAG = re.compile(r"<(?P<name>i|b|sup|sub|sc|nocase)>|</(?P<end>i|b|sup|sub|sc|span|nocase)>")
_SPAN = re.compile(
    r'<span (?:class="(?P<class>nocase|smallcaps)"|style="font-variant: ?small-caps;?")>'
)
_ELEMENTS: Final = {
    "i": ("<i>", "</i>"),
    "n": ('<span class="upright">', "</span>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "sc": ('<span class="smallcaps">', "</span>"),
    "u": ('<span class="underline">', "</span>"),
    "nocase": ("", ""),
}


def plain(rich: Rich) -> str:
    """The text alone."""
    return "".join(piece.text for piece in rich)


def text(words: str) -> Rich:
    """Words without any format."""
    return (Piece(words),) if words else ()


def formatted(rich: Rich, *formats: str) -> Rich:
    """The same text inside further formats."""
    return tuple(Piece(piece.text, (*formats, *piece.formats)) for piece in rich)


def joined(parts: list[Rich], delimiter: str) -> Rich:
    """The parts that hold anything, with a delimiter between them."""
    out: list[Piece] = []
    for part in parts:
        if part:
            if out and delimiter:
                out.append(Piece(delimiter))
            out.extend(part)
    return tuple(out)


def parsed(source: str) -> Rich:
    """A value of the library: its few elements become formats, its quotation marks are paired."""
    source = source.replace(OPEN, "").replace(CLOSE, "").replace("...", "…")
    source = _SPAN.sub(lambda m: "<nocase>" if m["class"] == "nocase" else "<sc>", source)
    source = re.sub(r'“([^“”]*)”|(?<!\w)"([^"]*)"(?!\w)', _quoted, source)
    source = re.sub(r"(?<=\w)'(?=\w)|(?<=\w)'(?!\w)", "’", source)
    pieces: list[Piece] = []
    stack: list[str] = []
    at = 0
    for match in _TAG.finditer(source):
        if match.start() > at:
            pieces.append(Piece(source[at : match.start()], tuple(stack)))
        at = match.end()
        if match["end"] is None:
            stack.append(match["name"])
        elif stack:
            stack.pop()
    if at < len(source):
        pieces.append(Piece(source[at:], tuple(stack)))
    return tuple(pieces)


def _quoted(match: re.Match[str]) -> str:
    inner = match[1] if match[1] is not None else match[2]
    return f"{OPEN}{inner}{CLOSE}"


def link(url: str) -> str | None:
    """The format of a link to an address; None where it is none that a book may lead to."""
    if not re.match(r"(?:https?|ftp)://[^/\s]", url, re.IGNORECASE):
        return None
    return "a:" + quote(url, safe="!#$%&'()*+,/:;=?@[]~-._")


def finished(rich: Rich, marks: tuple[str, str, str, str], into_quotes: bool) -> Rich:
    """The text with its final punctuation: none doubled, in or after quotes as the language has it.

    Marks are the outer and the inner quotation marks of the language.
    """
    signs = [(sign, piece.formats) for piece in rich for sign in piece.text]
    if into_quotes:
        _move_into_quotes(signs)
    signs = _single_punctuation(signs)
    depth = 0
    out: list[Piece] = []
    for sign, formats in signs:
        shown = sign
        if sign == OPEN:
            shown = marks[2 * (depth % 2)]
            depth += 1
        elif sign == CLOSE:
            depth = max(depth - 1, 0)
            shown = marks[2 * (depth % 2) + 1]
        out.append(Piece(shown, formats))
    return tuple(
        Piece("".join(piece.text for piece in run), formats)
        for formats, run in groupby(out, key=lambda piece: piece.formats)
    )


_Signs = list[tuple[str, tuple[str, ...]]]


def _move_into_quotes(signs: _Signs) -> None:
    for at in range(1, len(signs)):
        if signs[at][0] in (".", ",") and signs[at - 1][0] == CLOSE:
            to = at
            while to > 0 and signs[to - 1][0] == CLOSE:
                to -= 1
            mark = signs.pop(at)
            signs.insert(to, (mark[0], signs[to - 1][1] if to else ()))


def _single_punctuation(signs: _Signs) -> _Signs:
    out: _Signs = []
    for sign in signs:
        last = next((s for s, _ in reversed(out) if s != CLOSE), "") if out else ""
        before = out[-1][0] if out else ""
        if sign[0] in ".,;:" and not any(f.startswith("a:") for f in sign[1]):
            if last == sign[0] or (sign[0] == "." and last in ("?", "!", "…")):
                continue
            if before in (",", ";") and sign[0] in (".", ",", ";"):
                out[-1] = sign
                continue
        if sign[0] == " " and before in (" ", "\u00a0"):
            continue
        out.append(sign)
    return out


def xhtml(rich: Rich) -> str:
    """Well-formed inline XHTML: elements closed in order, every sign escaped."""
    out: list[str] = []
    stack: tuple[str, ...] = ()
    for piece in rich:
        formats = _effective(piece.formats)
        same = 0
        while same < min(len(stack), len(formats)) and stack[same] == formats[same]:
            same += 1
        out.extend(_closing(name) for name in reversed(stack[same:]))
        out.extend(_opening(name) for name in formats[same:])
        out.append(escape(piece.text, quote=False))
        stack = formats
    out.extend(_closing(name) for name in reversed(stack))
    return "".join(out)


def _effective(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Italics in italics stand upright; no link lies in a link; the same format counts once."""
    out: list[str] = []
    for name in formats:
        if name == "i" and "i" in out:
            upright = "n" in out
            out = [f for f in out if f != "n"] if upright else [*out, "n"]
        elif name != "nocase" and name not in out and not (name[:2] == "a:" and _linked(out)):
            out.append(name)
    return tuple(out)


def _linked(formats: list[str]) -> bool:
    return any(name.startswith("a:") for name in formats)


def _opening(name: str) -> str:
    return f'<a href="{escape(name[2:])}">' if name[:2] == "a:" else _ELEMENTS[name][0]


def _closing(name: str) -> str:
    return "</a>" if name[:2] == "a:" else _ELEMENTS[name][1]
