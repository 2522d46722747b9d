"""Headings, each with an id: its own, or one made from its text."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Criterion, Rule, Severity
from epubforge.markdown.attributes import Attributes, attributes_at, looks_like_attributes
from epubforge.markdown.block import BlockRule
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, attributes_of
from epubforge.markdown.ids import slug
from epubforge.markdown.plain import plain
from epubforge.markup import attribute
from epubforge.model.document import Anchor, Heading

HEADING_EMPTY = Rule(
    "M052",
    "heading-empty",
    Severity.WARNING,
    """A heading has no text.

    Why it matters
        It is a hole in the contents, and a listener hears "heading" and then nothing.
    Bad
        ##
    Good
        ## The mine
    """,
    ace=("empty-heading",),
    criterion=Criterion("WCAG 1.3.1", "A"),
)

_CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*\Z")


def heading_open(token: Token, out: Body) -> None:
    """`## The mine {#mine}` becomes `<h2 id="mine">`."""
    out.mark(token)
    place = out.span_of(token)
    inline = token.meta["inline"]
    words = plain(inline.children or ())
    if not words:
        out.report(HEADING_EMPTY, place, "a heading has no text", "write it, or take it out")
    given = attributes_of(token)
    ident = out.claim(given.id, out.source.span(*given.at)) if given and given.id else None
    if ident is None:
        ident = out.make_id(slug(words))
        out.anchors.append(Anchor(ident, place))
    rest = "" if given is None else out.attribute_text(replace(given, id=None), place)
    out.headings.append(Heading(int(token.tag[1]), ident, words, place))
    out.report_unclear(token)
    out.write(f'<{token.tag} id="{attribute(ident)}"{rest}>')


def heading_close(token: Token, out: Body) -> None:
    """The end of a heading."""
    out.write(f"</{token.tag}>\n")


def _with_attributes(rule: BlockRule) -> BlockRule:
    def heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent and state.tokens[made].type == "heading_open":
            _take(state, state.tokens[made], state.tokens[made + 1], start)
        return True

    return heading


def _take(state: StateBlock, token: Token, inline: Token, line: int) -> None:
    """Keep the heading's place, and take the attributes off the end of its content."""
    first, last = inline.map or [line, line + 1]
    begin = state.bMarks[first] + state.tShift[first]
    end = max(begin, state.eMarks[last - 1])
    token.meta["inline"] = inline
    token.meta["at"] = (begin, begin + len(state.src[begin:end].rstrip()))
    hashes = len(token.markup) if token.markup.startswith("#") else 0
    if hashes:
        at = state.src.find(inline.content, begin + hashes)
        inline.meta["places"] = [(0, at)]
    else:
        inline.meta["whole"] = inline.content
    found = _attributes(inline.content)
    if found is None:
        _keep_unclear(state, token, inline.content, (begin, end))
        return
    given, cut = found
    braces = inline.content[cut:]
    at = state.src.rfind(braces, begin, end)
    token.meta["attributes"] = replace(given, at=(at, at + len(braces)))
    if given.id:
        state.env["ids"].reserve(given.id)
    inline.content = inline.content[:cut].rstrip()
    if hashes:
        inline.content = _CLOSING.sub("", inline.content)


def _attributes(content: str) -> tuple[Attributes, int] | None:
    cut = content.rfind("{")
    if cut < 0 or (cut > 0 and content[cut - 1] not in " \t"):
        return None
    found = attributes_at(content, cut, len(content))
    return (found[0], cut) if found is not None and found[1] == len(content) else None


def _keep_unclear(state: StateBlock, token: Token, content: str, at: tuple[int, int]) -> None:
    cut = content.rfind(" {") + 1
    if cut and looks_like_attributes(content, cut) == len(content):
        start = state.src.rfind(content[cut:], *at)
        token.meta["unclear"] = (start, start + len(content) - cut)


def install(dialect: Dialect) -> None:
    """Headings take attributes at their end."""
    dialect.block.rules.wrap("heading", _with_attributes)
    dialect.block.rules.wrap("paragraph", _with_attributes)


CONSTRUCT = Construct(
    "heading", install, {"heading_open": heading_open, "heading_close": heading_close}
)
