"""Strikethrough: two tildes on either side; a single one is subscript."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.inline import strike


def strikethrough_open(_token: Token, out: Body) -> None:
    """`~~x~~` becomes `<del>x</del>`."""
    out.features.add("strikethrough")
    out.write("<del>")


def strikethrough_close(_token: Token, out: Body) -> None:
    """The end of it."""
    out.write("</del>")


def install(dialect: Dialect) -> None:
    """Two tildes."""
    strike(dialect.inline)


CONSTRUCT = Construct(
    "strikethrough", install, {"s_open": strikethrough_open, "s_close": strikethrough_close}
)
