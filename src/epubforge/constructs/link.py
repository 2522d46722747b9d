"""Links: those that leave the book, and those whose way only the book knows."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.placed import placed
from epubforge.markdown.plain import plain
from epubforge.markup import attribute


def link_open(token: Token, out: Body) -> None:
    """`[text](destination "title")` becomes `<a href="…">`; a dead one keeps its text."""
    at = token.meta.get("at", (0, 0))
    out.write("<a")
    out.href(str(token.attrs.get("href", "")), token.meta.get("text", ""), out.span(*at))
    title = token.attrs.get("title")
    if title:
        out.write(f' title="{attribute(str(title))}"')
    out.write(f"{out.attributes(token)}>")


def link_close(_token: Token, out: Body) -> None:
    """The end of a link."""
    out.write("</a>")


def _keep_texts(parsed: Parsed) -> None:
    """A link knows its text before it is written."""
    if "](" not in parsed.text and "]:" not in parsed.text:
        return
    for inline in parsed.tokens:
        children = inline.children or ()
        for at, token in enumerate(children):
            if token.type == "link_open":
                token.meta["text"] = plain(_inside(children, at + 1))


def _inside(tokens: Sequence[Token], start: int) -> list[Token]:
    end = start
    while end < len(tokens) and tokens[end].type != "link_close":
        end += 1
    return list(tokens[start:end])


def install(dialect: Dialect) -> None:
    """Links take attributes; those between angle brackets do not."""
    dialect.inline.wrap("link", placed(attributes=True))
    dialect.inline.wrap("autolink", placed())
    dialect.refinements.append(_keep_texts)


CONSTRUCT = Construct("link", install, {"link_open": link_open, "link_close": link_close})
