"""Marks for the index: `{{index Mines!Irmino}}`, with `see` and `see also`."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.constructs import made_list
from epubforge.constructs.directive import place
from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.directives import Call, Fault, push, refuse
from epubforge.markdown.ids import slug
from epubforge.markup import attribute, clean
from epubforge.model.document import IndexTerm

TERM_EMPTY = Rule(
    "M065",
    "index-term-empty",
    Severity.WARNING,
    """A mark for the index has no term, or an empty one before, between or after its marks.

    Why it matters
        There is nothing to be put into the index, so the mark stays as it is written.
    Bad
        {{index Mines!}}
    Good
        {{index Mines!Irmino}}
    """,
)
TERM_SEES_ITSELF = Rule(
    "M066",
    "index-term-sees-itself",
    Severity.WARNING,
    """A mark for the index sends the reader from a term to that very term.

    Why it matters
        A reader who follows it goes in a circle, so it stays as it is written.
    Bad
        {{index Donbas see Donbas}}
    Good
        {{index Donbas see Donets}}
    """,
)

_SEE: Final = re.compile(r"(?P<term>.*?)(?:^|\s)see(?P<also>\s+also)?(?:\s+(?P<to>.+))?\Z")
_LONGEST: Final = 60


def index_term(token: Token, out: Body) -> None:
    """An empty element that the index leads to; a mere "see" leads nowhere."""
    at = place(token, out)
    if out.refuse_in_caption("a mark for the index"):
        return
    see, also, *path = token.meta["words"]
    if token.block:
        out.mark(token)
    ident = ""
    if not see:
        ident = out.make_id(slug(" ".join(("index", *path)))[:_LONGEST].strip("-"), at)
        tag, end = ("div", "\n") if token.block else ("span", "")
        out.write(f'<{tag} id="{attribute(ident)}"></{tag}>{end}')
    out.terms.append(IndexTerm(tuple(path), ident, at, see, also))


def _answer(state: StateInline, call: Call) -> None:
    if not call.words:
        made_list.ask(state, call)
        return
    written, see, also = _read(call.words)
    path = _path(written)
    fault = _fault(call, path, see or also)
    if fault is not None:
        refuse(state, call, fault)
        return
    push(state, "index_term", call).meta["words"] = (see, also, *path)


def _read(words: str) -> tuple[str, str, str]:
    """The term, and what it sends to; words between quotation marks are a term as they are."""
    if len(words) > 2 and words[0] == words[-1] == '"':
        return words[1:-1], "", ""
    found = _SEE.match(words)
    if found is None or not (found["to"] or found["also"]):
        return words, "", ""
    to = found["to"] or "!"
    return (found["term"], "", to) if found["also"] else (found["term"], to, "")


def _path(written: str) -> tuple[str, ...]:
    """The term and those below it; a mark behind a backslash is a part of the term."""
    return tuple(clean(unescapeAll(part.strip())) for part in re.split(r"(?<!\\)!", written))


def _fault(call: Call, path: tuple[str, ...], to: str) -> Fault | None:
    if not all(path) or (to and not all(_path(to))):
        hint = "write {{index Term}}, {{index Term!Below it}}, {{index Term see Other term}}"
        return Fault(TERM_EMPTY, f"{call.written} lacks a term", hint)
    if to and _path(to) == path:
        hint = "name another term behind see, or take see away"
        return Fault(TERM_SEES_ITSELF, f"the term {to} sends the reader to itself", hint)
    return None


def install(dialect: Dialect) -> None:
    """A directive; bare it is the place of the index itself."""
    dialect.directives["index"] = _answer


CONSTRUCT = Construct("index_term", install, {"index_term": index_term})
