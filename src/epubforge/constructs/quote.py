"""Quotations set off from the text."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct


def blockquote_open(token: Token, out: Body) -> None:
    """`> …` becomes `<blockquote>`."""
    out.mark(token)
    out.features.add("quote")
    out.write(f"<blockquote{out.attributes(token)}>\n")


def blockquote_close(_token: Token, out: Body) -> None:
    """The end of a quotation."""
    out.write("</blockquote>\n")


CONSTRUCT = Construct(
    "quote",
    renders={"blockquote_open": blockquote_open, "blockquote_close": blockquote_close},
)
