"""Ruby: how characters are read, small beside them: `{漢字|かんじ}`."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.placed import placed
from epubforge.markup import escape

RUBY_UNEVEN = Rule(
    "M071",
    "ruby-readings-do-not-fit",
    Severity.WARNING,
    """Ruby has several readings, and not one for each character.

    Why it matters
        Nobody can tell which reading belongs where, so all of them stand beside the whole word.
    Bad
        {明後日|みょう|ごにち}
    Good
        {明後日|みょう|ご|にち}
        {明後日|あさって}
    """,
)

_RUBY: Final = re.compile(
    r"\{(?P<base>[^\s{}|\\][^{}|\\\n]{0,99})\|(?P<readings>[^{}\\\n]{1,400})\}"
)
_EAST_ASIAN: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def ruby(token: Token, out: Body) -> None:
    """One reading for the whole, or one for each character."""
    base, readings = token.content, token.meta["readings"]
    if len(readings) not in (1, len(base)):
        out.report(RUBY_UNEVEN, out.span(*token.meta["at"]),
                   f"{base} has {len(base)} characters and {len(readings)} readings",
                   "write one reading for the whole, or one for each character")  # fmt: skip
        readings = ("".join(readings),)
    out.features.add("ruby")
    parts = [base] if len(readings) == 1 else base
    pairs = zip(parts, readings, strict=True)
    written = "".join(f"{escape(part)}<rt>{escape(reading)}</rt>" for part, reading in pairs)
    out.write(f"<ruby>{written}</ruby>")


def rule(state: StateInline, silent: bool) -> bool:
    """Braces with an upright stroke in them."""
    found = _RUBY.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    base, readings = found["base"], tuple(found["readings"].split("|"))
    if not all(part and part == part.strip() for part in (base, *readings)):
        return False
    # `{yes|no|maybe}` is no ruby: other scripts are not read sign by sign.
    if len(readings) not in (1, len(base)) and not _EAST_ASIAN.search(base):
        return False
    if not silent:
        token = state.push("ruby", "ruby", 0)
        token.content = base
        token.meta["readings"] = readings
    state.pos = found.end()
    return True


def install(dialect: Dialect) -> None:
    """After directives, which have two braces."""
    dialect.inline.add("ruby", "{", placed()(rule))


CONSTRUCT = Construct("ruby", install, {"ruby": ruby})
