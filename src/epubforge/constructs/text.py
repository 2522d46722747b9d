"""Running text: emphasis, line breaks, escaped characters."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct, Render
from epubforge.markup import escape


def inline(token: Token, out: Body) -> None:
    """The inline content of a block."""
    out.inline(token)


def text(token: Token, out: Body) -> None:
    """Characters, as they are to be seen."""
    out.write(escape(token.content))


def _written(markup: str) -> Render:
    def write(_token: Token, out: Body) -> None:
        out.write(markup)

    return write


CONSTRUCT = Construct(
    "text",
    renders={
        "inline": inline,
        "text": text,
        "text_special": text,
        "softbreak": _written("\n"),
        "hardbreak": _written("<br/>\n"),
        "em_open": _written("<em>"),
        "em_close": _written("</em>"),
        "strong_open": _written("<strong>"),
        "strong_close": _written("</strong>"),
    },
)
