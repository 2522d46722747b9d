"""Subscript: one tilde on either side, `H~2~O`."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.enclosed import single


def subscript_open(_token: Token, out: Body) -> None:
    """`~x~` becomes `<sub>x</sub>`."""
    out.features.add("subscript")
    out.write("<sub>")


def subscript_close(_token: Token, out: Body) -> None:
    """The end of it."""
    out.write("</sub>")


def install(dialect: Dialect) -> None:
    """One mark; two have another meaning."""
    dialect.inline.add("subscript", "~", single("sub", "~"))


CONSTRUCT = Construct(
    "subscript", install, {"sub_open": subscript_open, "sub_close": subscript_close}
)
