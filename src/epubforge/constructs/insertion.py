"""Insertion: two plus signs on either side, `++x++`."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.enclosed import double


def insertion_open(_token: Token, out: Body) -> None:
    """`++x++` becomes `<ins>x</ins>`."""
    out.features.add("insertion")
    out.write("<ins>")


def insertion_close(_token: Token, out: Body) -> None:
    """The end of it."""
    out.write("</ins>")


def install(dialect: Dialect) -> None:
    """Two marks; one is a letter like others."""
    double(dialect.inline, "ins", "+")


CONSTRUCT = Construct(
    "insertion", install, {"ins_open": insertion_open, "ins_close": insertion_close}
)
