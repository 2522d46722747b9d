"""Styles that an author brings: what in them would spoil the book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import SourceFile, Span

OUTWARD = Rule(
    "B011",
    "style-refers-to-a-file",
    Severity.ERROR,
    """A stylesheet asks for another file: a font, a picture, another stylesheet.

Why it matters
    The styles of a book are put together in one file, and nothing but the chapters' pictures goes
    with them. What a style asks for would be missing in the book, or be fetched from the network
    while somebody reads, which EPUB forbids.
Bad
    @import "fonts.css";
    body { background: url(paper.jpg); }
Good
    hr { border-top: thin solid; }
Reference
    EPUB 3.3, resource locations https://www.w3.org/TR/epub-33/#sec-resource-locations
""",
    blocking=True,
    equivalent="RSC-007",
)
FORBIDDEN = Rule(
    "B012",
    "style-sets-direction",
    Severity.ERROR,
    """A stylesheet sets the direction of writing.

Why it matters
    EPUB forbids the properties direction and unicode-bidi in stylesheets, because a text has to
    be in the right order where styles are switched off too.
Bad
    .quote { direction: rtl; }
Good
    direction = "rtl" in book.toml, or lang = "ar" in the chapter's header
Reference
    EPUB 3.3, CSS requirements https://www.w3.org/TR/epub-33/#sec-css-req
""",
    blocking=True,
    equivalent="CSS-001",
)
UNBALANCED = Rule(
    "B013",
    "broken-style",
    Severity.ERROR,
    """A stylesheet breaks off: a brace, a string or a comment is not closed, or closed too often.

Why it matters
    Reading systems drop all that follows, and which rules survive differs from one to the next.
Bad
    h1 { text-align: center;
Good
    h1 { text-align: center; }
""",
    blocking=True,
    equivalent="CSS-008",
)

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|(?P<open_comment>\Z)))
    |(?P<import>@import\b[^;{}]*)
    |(?P<url>\b(?:url|src)\(\s*(?P<target>"[^"\n]*"|'[^'\n]*'|[^)\s]*)\s*\))
    |(?P<string>"(?:[^"\\\n]|\\.|\\\n)*(?:"|(?P<open_double>))|'(?:[^'\\\n]|\\.|\\\n)*(?:'|(?P<open_single>)))
    |(?P<direction>(?<![\w-])(?:direction|unicode-bidi)\s*:)
    |(?P<brace>[{}])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_FONT = re.compile(r"\.(?:ttf|otf|woff2?|ttc|eot)\b", re.IGNORECASE)
_BROKEN_OFF = ("open_comment", "open_double", "open_single")


def faults(sheets: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    """What is wrong with stylesheets that are not our own, sheet by sheet.

    Reports B011 (another file is asked for), B012 (direction), B013 (not closed).
    """
    for sheet in sheets:
        tokens = tuple(_TOKEN.finditer(sheet.text))
        for token in tokens:
            yield from _faults(token, sheet.span(*token.span()))
        yield from _unbalanced(tokens, sheet)


def _faults(token: re.Match[str], span: Span) -> Iterator[Diagnostic]:
    kind = token.lastgroup
    if kind == "import":
        message = f"{token[0].strip()} asks for another stylesheet"
        yield OUTWARD.at(span, message, "put the rules of the other file here")
    elif kind == "url" and not token["target"].strip("\"'").startswith(("#", "data:")):
        hint = "a book's styles stand alone; take it out"
        if _FONT.search(token["target"]):
            hint = "name the font's file in [theme] fonts; its rules are made for you"
        yield OUTWARD.at(span, f"{token[0]} is not part of the book", hint)
    elif kind == "direction":
        hint = "write direction in book.toml, or lang in a chapter's header"
        yield FORBIDDEN.at(span, f"{token[0].rstrip(' :')} has no place in a style", hint)
    elif any(token[name] is not None for name in _BROKEN_OFF):
        yield UNBALANCED.at(span, "this does not end", "close it")


def _unbalanced(tokens: Sequence[re.Match[str]], sheet: SourceFile) -> Iterator[Diagnostic]:
    opened: list[int] = []
    for token in tokens:
        if token[0] == "{":
            opened.append(token.start())
        elif token[0] == "}" and opened:
            opened.pop()
        elif token[0] == "}":
            span = sheet.span(*token.span())
            yield UNBALANCED.at(span, "this brace closes nothing", "take it out")
    for start in opened:
        yield UNBALANCED.at(sheet.span(start, start + 1), "this brace is never closed", "close it")
