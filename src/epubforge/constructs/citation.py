"""Citations: `[@key, p. 3]`, where the project has a bibliography."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.placed import placed
from epubforge.markup import clean, escape
from epubforge.model.document import Citation, Slot, SlotKind

CITATION_WITHOUT_KEY = Rule(
    "M075",
    "citation-without-key",
    Severity.WARNING,
    """A citation does not say what is cited.

    Why it matters
        Nothing in the bibliography is meant by it, so it stays as it is written.
    Bad
        As has been shown [@, p. 3].
    Good
        As has been shown [@siegelbaum1988, p. 3].
    """,
)

_BRACKETS: Final = re.compile(r"\[((?:\\.|[^\[\]\\]|\[[^\[\]]*+\])*+)\]", re.DOTALL)
_BEGINS: Final = re.compile(r"-?@")
_CITED: Final = re.compile(r"(?:[^@;]*?[\s\[(])?-?@(?:\w|\{)")
"""One work: words before it, as in `see @key`, or a minus sign, which leaves its author out."""
_NAMELESS: Final = re.compile(r"\s*-?@(?:[\s,;]|\Z)")


def citation(token: Token, out: Body) -> None:
    """The place of a citation; the book fills it."""
    place = out.span(*token.meta["at"])
    if out.refuse_in_caption("a citation"):
        out.write(escape(f"[{token.content}]"))
        return
    out.features.add("citation")
    out.write(Slot(SlotKind.CITATION, len(out.citations)))
    out.citations.append(Citation(clean(token.content), place))


def nameless(token: Token, out: Body) -> None:
    """A citation of nothing stays as it is written."""
    out.report(CITATION_WITHOUT_KEY, out.span(*token.meta["at"]),
               f"[{token.content}] does not say what is cited",
               "write a key of the bibliography behind the @")  # fmt: skip
    out.write(escape(f"[{token.content}]"))


def cite(state: StateInline, silent: bool) -> bool:
    """Brackets with a key after each semicolon; those before a destination are a link."""
    found = _BRACKETS.match(state.src, state.pos, state.posMax)
    if found is None or "@" not in found[1] or state.linkLevel:
        return False
    content = found[1]
    if not _BEGINS.match(content) and state.src[found.end() : found.end() + 1] in ("(", "[", "{"):
        return False
    is_nameless = bool(_NAMELESS.match(content))
    if not is_nameless and not all(_CITED.match(part) for part in content.split(";")):
        return False
    if not silent:
        kind = "citation_nameless" if is_nameless else "citation"
        state.push(kind, "", 0).content = " ".join(content.split())
    state.pos = found.end()
    return True


def install(dialect: Dialect) -> None:
    """After notes and before links; without a bibliography brackets are what they are."""
    if dialect.settings.citations:
        dialect.inline.add("citation", "[", placed()(cite), before="link")


CONSTRUCT = Construct("citation", install, {"citation": citation, "citation_nameless": nameless})
