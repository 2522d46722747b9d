"""Styles that an author brings: what in them would spoil the book."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.project import ThemeChoice
from epubforge.render.theme import CLASSIC, Theme
from epubforge.source import SourceFile

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


def faults(choice: ThemeChoice, theme: Theme) -> Iterator[Diagnostic]:
    """What is wrong with the styles that are not our own, file by file.

    Reports B011 (another file is asked for), B012 (direction), B013 (not closed).
    """
    if choice.folder.resolve() != CLASSIC.resolve():
        for file in sorted(choice.folder.glob("style/*.css")):
            path = f"{choice.folder.name}/style/{file.name}"
            yield from _faults(SourceFile(path, theme.styles[file.stem]))
    for sheet in choice.css:
        yield from _faults(sheet)


def _faults(sheet: SourceFile) -> Iterator[Diagnostic]:
    opened: list[int] = []
    for token in _TOKEN.finditer(sheet.text):
        span = sheet.span(*token.span())
        match token.lastgroup:
            case "import":
                hint = "put the rules of the other file here"
                yield OUTWARD.at(span, f"{token[0].strip()} asks for another stylesheet", hint)
            case "url" if not token["target"].strip("\"'").startswith(("#", "data:")):
                hint = "a book's styles stand alone; take it out"
                yield OUTWARD.at(span, f"{token[0]} is not part of the book", hint)
            case "direction":
                hint = "write direction in book.toml, or lang in a chapter's header"
                yield FORBIDDEN.at(span, f"{token[0].rstrip(' :')} has no place in a style", hint)
            case "brace" if token[0] == "{":
                opened.append(token.start())
            case "brace":
                if not opened:
                    yield UNBALANCED.at(span, "this brace closes nothing", "take it out")
                else:
                    opened.pop()
            case _ if _breaks_off(token):
                yield UNBALANCED.at(span, "this does not end", "close it")
    for start in opened:
        yield UNBALANCED.at(sheet.span(start, start + 1), "this brace is never closed", "close it")


def _breaks_off(token: re.Match[str]) -> bool:
    return any(token[name] is not None for name in ("open_comment", "open_double", "open_single"))
