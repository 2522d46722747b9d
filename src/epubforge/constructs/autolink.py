"""Bare addresses: `www.`, `http://`, `https://`, `ftp://` and e-mail, as GFM has them."""

from __future__ import annotations

import re

from markdown_it.common.normalize_url import normalizeLinkText
from markdown_it.rules_inline import StateInline

from epubforge.markdown.construct import Construct
from epubforge.markdown.dialect import Dialect

_DOMAIN = r"[\w-]+(?:\.[\w-]+)*"
_WEB = re.compile(rf"(?:(?:https?|ftp)://{_DOMAIN}|www\.{_DOMAIN})[^\s<]*", re.IGNORECASE)
_SCHEME = re.compile(r"(?:https?|ftp)\Z", re.IGNORECASE)
_LOCAL = re.compile(r"[A-Za-z0-9.+_-]+\Z")
_HOST = re.compile(r"@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_ENTITY = re.compile(r"&[A-Za-z0-9]+;\Z")
_BEFORE = " \t\n*_~("


def www(state: StateInline, silent: bool) -> bool:
    """`www.example.org`."""
    return not silent and _link_web(state, state.pos)


def scheme(state: StateInline, silent: bool) -> bool:
    """`https://example.org`: the colon is met when the scheme has already been read as text."""
    if silent or not state.src.startswith("://", state.pos):
        return False
    found = _SCHEME.search(state.src, max(0, state.pos - 5), state.pos)
    return found is not None and _link_web(state, found.start())


def email(state: StateInline, silent: bool) -> bool:
    """`ada@example.org`: the sign is met when the name has already been read as text."""
    if silent or state.linkLevel:
        return False
    host = _HOST.match(state.src, state.pos, state.posMax)
    local = _LOCAL.search(state.pending[-64:])
    if host is None or local is None or host.group()[-1] in "-_":
        return False
    return _link(state, state.pos - len(local.group()), host.end(), "mailto:")


def _link_web(state: StateInline, start: int) -> bool:
    if state.linkLevel or (start > 0 and state.src[start - 1] not in _BEFORE):
        return False
    found = _WEB.match(state.src, start, state.posMax)
    if found is None:
        return False
    address = _trimmed(found.group())
    host = address.partition("://")[2] if "://" in address else address
    labels = re.split(r"[/?#:]", host, maxsplit=1)[0].split(".")
    if any("_" in label for label in labels[-2:]) or not labels[0]:
        return False
    prefix = "http://" if address[:4].lower() == "www." else ""
    return _link(state, start, start + len(address), prefix)


def _trimmed(address: str) -> str:
    """Without what ends the sentence rather than the address."""
    closing, opening = address.count(")"), address.count("(")
    while address:
        last = address[-1]
        if last in "?!.,:*_~'\"":
            address = address[:-1]
        elif last == ")" and closing > opening:
            address, closing = address[:-1], closing - 1
        elif last == ";" and (entity := _ENTITY.search(address[-40:])):
            address = address[: -len(entity.group())]
        else:
            break
    return address


def _link(state: StateInline, start: int, end: int, prefix: str) -> bool:
    shown = state.src[start:end]
    back = state.pos - start
    if not state.pending.endswith(state.src[start : state.pos]):
        return False
    if back:
        state.pending = state.pending[:-back]
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": prefix + shown}
    token.meta["at"] = (start, end)
    token.meta["text"] = shown
    state.push("text_special", "", 0).content = normalizeLinkText(shown)
    state.push("link_close", "a", -1)
    state.pos = end
    return True


def install(dialect: Dialect) -> None:
    """Three signs by which an address is known."""
    dialect.inline.add("www", "w", www)
    dialect.inline.add("scheme", ":", scheme)
    dialect.inline.add("email", "@", email)


CONSTRUCT = Construct("autolink", install)
