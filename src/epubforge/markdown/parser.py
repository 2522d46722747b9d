"""Parsers: CommonMark as the specification has it, and the dialect of a list of constructs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from markdown_it import MarkdownIt

from epubforge.markdown.construct import Construct, Render
from epubforge.markdown.dialect import Dialect
from epubforge.model.document import MarkdownSettings


def bare() -> MarkdownIt:
    """The parser of CommonMark 0.31.2, nothing added: it passes all examples of the specification.

    Its block and inline parsers are the very ones that the dialect adds to.
    """
    dialect = Dialect(MarkdownSettings("en", smart=False))
    dialect.settle()
    return dialect.md


@lru_cache(maxsize=16)
def dialect(settings: MarkdownSettings, constructs: tuple[Construct, ...]) -> Dialect:
    """The parser with the rules of the constructs, in their order."""
    made = Dialect(settings)
    # Destinations stay as the manuscript has them: they may be file names.
    setattr(made.md, "normalizeLink", str)  # noqa: B010  the library's way to set it
    setattr(made.md, "validateLink", bool_of)  # noqa: B010
    for construct in constructs:
        if construct.install is not None:
            construct.install(made)
    made.settle()
    return made


@lru_cache(maxsize=4)
def renders(constructs: tuple[Construct, ...]) -> Mapping[str, Render]:
    """What writes each type of token."""
    return {kind: render for construct in constructs for kind, render in construct.renders.items()}


def bool_of(_destination: str) -> bool:
    """Every destination is a link: what it may lead to is judged when it is written."""
    return True
