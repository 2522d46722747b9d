"""Long descriptions: `::: description` directly behind a figure, and the way to it."""

from __future__ import annotations

from dataclasses import replace

from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import NONE, Attributes
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of

DESCRIPTION_LOST = Rule(
    "M097",
    "description-without-figure",
    Severity.WARNING,
    """A `::: description` block stands behind no figure.

    Why it matters
        It describes a picture at length; no link leads to it from the one that is meant.
    Bad
        ::: description
        A map of the mine, with its three shafts.
        :::
    Good
        ![The mine](mine.png "The mine in 1935")

        ::: description
        A map of the mine, with its three shafts.
        :::
    """,
)


def lost(token: Token, out: Body) -> None:
    """A description of nothing."""
    out.report(DESCRIPTION_LOST, out.source.span(*token.meta["at"]),
               "this description stands behind no figure",
               "put it directly behind a picture that stands alone")  # fmt: skip


def _join(parsed: Parsed) -> None:
    """Lead each figure to the description behind it."""
    if "description" not in parsed.text:
        return
    tokens: list[Token] = []
    figures: dict[int, Token] = {}
    described: Token | None = None
    for token in parsed.tokens:
        if token.type == "figure_open":
            figures[token.level] = token
        elif token.type == "block_open" and token.info == "description":
            figure = figures.get(token.level) if described is not None else None
            if figure is None or figure.meta["image"] is not described:
                tokens.append(_lost(token))
            else:
                _lead(parsed, figure, token)
        described = token.meta["image"] if token.type == "figure_close" else None
        tokens.append(token)
    parsed.tokens = tokens


def _lost(block: Token) -> Token:
    return Token("description_lost", "", 0, level=block.level, block=True, meta=block.meta)


def _lead(parsed: Parsed, figure: Token, block: Token) -> None:
    given = attributes_of(block) or NONE
    ident = given.id or parsed.ids.make("description")
    at = given.at if given is not NONE else block.meta["at"]
    block.meta["attributes"] = (
        replace(given, id=ident, at=at) if given else Attributes(ident, at=at)
    )
    figure.meta["description"] = f"#{ident}"


def install(dialect: Dialect) -> None:
    """After figures."""
    dialect.refinements.append(_join)


CONSTRUCT = Construct("long_description", install, {"description_lost": lost})
