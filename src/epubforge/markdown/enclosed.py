"""Stretches of text between two equal marks: `~x~` and `^x^`, `++x++` and `==x==`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from epubforge.markdown.inline import InlineParser, InlineRule


def single(kind: str, mark: str) -> InlineRule:
    """A rule for one mark on either side of a stretch without white space, which may be escaped.

    Prose is full of single tildes and carets: what looks like a path or a face is left alone.
    """
    sign = re.escape(mark)
    stretch = re.compile(
        rf"{sign}(?![/{sign}])"
        rf"((?:\\.|`[^`\s]++`|[^\\\s{sign}])++)"
        rf"(?<!/){sign}(?!{sign})"
    )

    def enclosed(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found = stretch.match(state.src, start, state.posMax)
        if found is None or not _is_meant(state, found):
            return False
        if not silent:
            outer, state.posMax = state.posMax, found.end(1)
            scripts, state.env["script"] = state.env.get("script"), True
            state.pos = start + 1
            state.push(f"{kind}_open", kind, 1)
            state.md.inline.tokenize(state)
            state.push(f"{kind}_close", kind, -1)
            state.posMax, state.env["script"] = outer, scripts
        state.pos = found.end()
        return True

    return enclosed


def _is_meant(state: StateInline, found: re.Match[str]) -> bool:
    """Signs alone are raised or lowered only behind something: `Na^+^`, but not the face `^_^`."""
    if any(character.isalnum() for character in found[1]):
        return True
    return found.start() > 0 and not state.src[found.start() - 1].isspace()


def blank(state: StateInline, silent: bool) -> bool:
    """A backslash before a blank, inside `~…~` or `^…^`, makes it a no-break space."""
    if not state.env.get("script") or not state.src.startswith("\\ ", state.pos):
        return False
    if not silent:
        state.append_pending("\N{NO-BREAK SPACE}")
    state.pos += 2
    return True


def double(parser: InlineParser, kind: str, mark: str) -> None:
    """Add the rules for two marks on either side, as emphasis has them.

    Inside a word they count only around a stretch without white space: `a==b or c==d` is text.
    """

    def scan(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if silent or not state.src.startswith(mark * 2, start):
            return False
        scanned = state.scanDelims(start, True)
        state.push("text", "", 0).content = mark * scanned.length
        if scanned.length == 2:
            _delimit(state, scanned.can_open, scanned.can_close)
        state.pos = start + scanned.length
        return True

    def join(state: StateInline) -> None:
        for found in (state.delimiters, *_inner(state)):
            for opener in found:
                if opener.marker == ord(mark) and opener.end >= 0:
                    _enclose(state.tokens, kind, (opener.token, found[opener.end].token))

    parser.add(kind, mark, scan)
    parser.ruler2.before("fragments_join", kind, join)


def _delimit(state: StateInline, can_open: bool, can_close: bool) -> None:
    before = state.src[max(0, state.pos - 1) : state.pos]
    after = state.src[state.pos + 2 : state.pos + 3]
    state.tokens[-1].meta["in_word"] = before.isalnum() and after.isalnum()
    # An arrow, `==>` or `<==`, encloses nothing.
    opens, closes = can_open and after != ">", can_close and before != "<"
    sign = ord(state.src[state.pos])
    state.delimiters.append(Delimiter(sign, 0, len(state.tokens) - 1, -1, opens, closes))


def _inner(state: StateInline) -> list[list[Delimiter]]:
    return [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]


def _enclose(tokens: Sequence[Token], kind: str, ends: tuple[int, int]) -> None:
    opening, closing = (tokens[at] for at in ends)
    if opening.meta["in_word"] or closing.meta["in_word"]:
        inside = tokens[ends[0] + 1 : ends[1]]
        if any(" " in token.content or token.type == "softbreak" for token in inside):
            return
    for token, nesting, name in ((opening, 1, "open"), (closing, -1, "close")):
        token.type, token.tag, token.content = f"{kind}_{name}", kind, ""
        token.nesting = 1 if nesting > 0 else -1
