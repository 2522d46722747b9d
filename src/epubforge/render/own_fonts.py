"""Fonts that an author's styles name and the book does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import SourceFile

NOT_IN_BOOK = Rule(
    "B092",
    "font-not-in-book",
    Severity.NOTE,
    """A stylesheet asks first for a font that the book does not hold.

Why it matters
    Only readers who have it on their device see it; all others see what is named after it.
Bad
    h1 { font-family: "Gill Sans"; }
Good
    fonts = ["fonts/GillSans.ttf"] under [theme] in book.toml
    h1 { font-family: serif; }
""",
)

_RULE = re.compile(
    r"""/\*.*?\*/
    |(?P<face>@font-face\s*\{[^}]*\})
    |(?<![\w-])font-family\s*:\s*(?P<names>[^;{}]*)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_FIRST = re.compile(r"""\s*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^,!"']+))""")
_GENERIC = frozenset(
    "serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace "
    "ui-rounded math emoji fangsong inherit initial unset revert".split()
)


def strange_fonts(sheets: Iterable[SourceFile], families: Iterable[str]) -> Iterator[Diagnostic]:
    """B092 for each family that a sheet names first and that is not among the book's, once."""
    known = {family.casefold() for family in families} | _GENERIC
    for sheet in sheets:
        for rule in _RULE.finditer(sheet.text):
            first = _FIRST.match(rule["names"] or "")
            if first is None or rule["face"]:
                continue
            name = " ".join((first["double"] or first["single"] or first["bare"] or "").split())
            if not name or name.startswith("var(") or name.casefold() in known:
                continue
            known.add(name.casefold())
            start = rule.start("names") + first.start()
            span = sheet.span(start + len(first[0]) - len(first[0].lstrip()), start + first.end())
            hint = "name its file in [theme] fonts, or one of serif, sans-serif and monospace"
            yield NOT_IN_BOOK.at(span, f"{name} is not among the fonts of the book", hint)
