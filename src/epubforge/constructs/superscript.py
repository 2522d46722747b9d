"""Superscript: one caret on either side, `x^2^`."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.enclosed import blank, single


def superscript_open(_token: Token, out: Body) -> None:
    """`^x^` becomes `<sup>x</sup>`."""
    out.features.add("superscript")
    out.write("<sup>")


def superscript_close(_token: Token, out: Body) -> None:
    """The end of it."""
    out.write("</sup>")


def install(dialect: Dialect) -> None:
    """One mark; two have another meaning."""
    dialect.inline.add("superscript", "^", single("sup", "^"))
    dialect.inline.add("blank", "\\", blank, before="escape")


CONSTRUCT = Construct(
    "superscript", install, {"sup_open": superscript_open, "sup_close": superscript_close}
)
