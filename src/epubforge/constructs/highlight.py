"""Highlight: two equals signs on either side, `==x==`."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.enclosed import double


def highlight_open(_token: Token, out: Body) -> None:
    """`==x==` becomes `<mark>x</mark>`."""
    out.features.add("highlight")
    out.write("<mark>")


def highlight_close(_token: Token, out: Body) -> None:
    """The end of it."""
    out.write("</mark>")


def install(dialect: Dialect) -> None:
    """Two marks; one is a letter like others."""
    double(dialect.inline, "mark", "=")


CONSTRUCT = Construct(
    "highlight", install, {"mark_open": highlight_open, "mark_close": highlight_close}
)
