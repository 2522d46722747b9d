"""The depth to which blocks may be nested."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.block import DEEPEST
from epubforge.markdown.construct import Body, Construct

NESTED_TOO_DEEP = Rule(
    "M013",
    "blocks-nested-too-deep",
    Severity.ERROR,
    """Quotes, lists and blocks are nested in one another more than a hundred deep.

    Why it matters
        No reader shows that many indents, and few readers' programs live through them. What lies
        deeper is kept as plain paragraphs.
    Bad
        > > > > … a hundred and one times
    Good
        > > A quotation in a quotation.
    """,
    blocking=True,
)


def too_deep(token: Token, out: Body) -> None:
    """Here the hundred is passed."""
    out.report(NESTED_TOO_DEEP, out.span_of(token), f"blocks are nested deeper than {DEEPEST}",
               "take some of the marks at the beginning of the line away")  # fmt: skip


CONSTRUCT = Construct("nesting", renders={"too_deep": too_deep})
