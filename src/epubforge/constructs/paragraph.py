"""Paragraphs."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct


def paragraph_open(token: Token, out: Body) -> None:
    """In a tight list a paragraph is nothing but its text."""
    out.mark(token)
    if not token.hidden:
        out.write(f"<p{out.attributes(token)}>" if token.meta else "<p>")


def paragraph_close(token: Token, out: Body) -> None:
    """The end of a paragraph."""
    if not token.hidden:
        out.write("</p>\n")


CONSTRUCT = Construct(
    "paragraph",
    renders={"paragraph_open": paragraph_open, "paragraph_close": paragraph_close},
)
