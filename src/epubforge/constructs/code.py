"""Code: in the text, indented, and between fences, with its words marked and a caption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import (
    NONE,
    Attributes,
    attributes_at,
    looks_like_attributes,
)
from epubforge.markdown.block import BlockRule
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of
from epubforge.markdown.labels import label, made_id, own_id, words_of
from epubforge.markdown.placed import ATTRIBUTES_UNCLEAR, placed
from epubforge.markup import attribute, escape

LANGUAGE_UNKNOWN = Rule(
    "M098",
    "code-language-unknown",
    Severity.NOTE,
    """A fence names a language of which nothing is known.

    Why it matters
        Its code is shown as it is, without colours.
    Bad
        ```pyhton
    Good
        ```python
    """,
)
CODE_TOO_LARGE = Rule(
    "M099",
    "code-too-large",
    Severity.NOTE,
    """A piece of code is too large for its words to be marked, or takes too long.

    Why it matters
        Its code is shown as it is, without colours. No reader scrolls through so much of it.
    Bad
        ```python
        … 5,000 lines
        ```
    Good
        ```python
        … the forty lines that matter
        ```
    """,
)


_CODE: Final = "en"
"""The language of code, as far as its direction goes."""


@dataclass(frozen=True, slots=True)
class _Info:
    """What stands behind a fence's marks."""

    language: str = ""
    at: tuple[int, int] = (0, 0)
    """Where the language stands in the source."""


def code_inline(token: Token, out: Body) -> None:
    """`` `x` `` becomes `<code>x</code>`."""
    out.features.add("code")
    attributes = out.attributes(token) if token.meta else ""
    out.write(f"<code{attributes}{_from_left(token, out)}>{escape(token.content)}</code>")


def code_block(token: Token, out: Body) -> None:
    """Indented or fenced code."""
    out.mark(token)
    out.features.add("code_block")
    _report_unclear(token, out)
    left = _from_left(token, out)
    out.write(f"<pre{out.attributes(token)}{left}>{_code(token, out)}</pre>\n")


def _from_left(token: Token, out: Body) -> str:
    """Code runs from left to right, also in a chapter that does not."""
    given = attributes_of(token) or NONE
    if any(given.get(key) for key in ("dir", "lang", "xml:lang")):
        return ""
    return out.direction(_CODE)


def _report_unclear(token: Token, out: Body) -> None:
    at = token.meta.get("unclear info")
    if at is not None:
        place = out.source.span(*at)
        braces = out.source.text[place.start : place.end]
        out.report(ATTRIBUTES_UNCLEAR, place,
                   f"{braces} is not understood as attributes, and does nothing",
                   "write #id, .class and key=value with blanks between them")  # fmt: skip


def listing_open(token: Token, out: Body) -> None:
    """A fence with a caption is a figure."""
    out.mark(token)
    out.features.update(("figure", "listing"))
    caption: Token = token.meta["caption"]
    given = attributes_of(token) or NONE
    place = out.span_of(token)
    where = out.source.span(*given.at) if given is not NONE else place
    words = words_of(caption.children)
    ident = own_id(out, given.id, where) or made_id(out, "lst", words, place)
    rest = out.attribute_text(replace(given, id=None).with_classes("listing"), where)
    out.write(f'<figure id="{attribute(ident)}"{rest}>\n<figcaption>')
    label(out, "listing", ident, words, place)


def listing_close(token: Token, out: Body) -> None:
    """The code below its caption."""
    out.features.add("code_block")
    out.write(f"</figcaption>\n<pre{out.direction(_CODE)}>{_code(token, out)}</pre>\n</figure>\n")


def _code(token: Token, out: Body) -> str:
    info: _Info = token.meta.get("info", _Info())
    if not info.language:
        return f"<code>{escape(token.content)}</code>"
    from epubforge.markdown.highlighting import PLAIN, TooSlowError, highlighted, languages

    named = f"language-{attribute(info.language)}"
    name = info.language.lower()
    if name in PLAIN:
        return f'<code class="{named}">{escape(token.content)}</code>'
    if name not in languages():
        _report_unknown(info, name, out)
        return f'<code class="{named}">{escape(token.content)}</code>'
    try:
        code = highlighted(token.content, name)
    except TooSlowError:
        out.report(CODE_TOO_LARGE, out.source.span(*info.at), "the code is too large for colours",
                   "show the lines that matter, or name no language")  # fmt: skip
        return f'<code class="{named}">{escape(token.content)}</code>'
    out.features.add("code_highlight")
    out.features.update(f"code_highlight.{used}" for used in code.classes)
    return f'<code class="highlight {named}">{code.markup}</code>'


def _report_unknown(info: _Info, name: str, out: Body) -> None:
    from epubforge.markdown.highlighting import languages
    from epubforge.project.suggest import did_you_mean

    meant = did_you_mean(name, sorted(languages()))
    out.report(LANGUAGE_UNKNOWN, out.source.span(*info.at),
               f"{info.language} is not a language whose code is known{meant}",
               "leave it if a reader understands it, or write text")  # fmt: skip


def _with_info(rule: BlockRule) -> BlockRule:
    """Keeps what stands behind the marks: the language, the attributes, the caption."""

    def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in () if silent else state.tokens[made:]:
            if token.type == "fence" and token.info.strip():
                _read_info(state, token, start)
        return True

    return fence


def _read_info(state: StateBlock, token: Token, line: int) -> None:
    info = token.info.strip()
    begin = state.src.find(info, state.bMarks[line] + state.tShift[line] + len(token.markup))
    cut = info.find("{")
    words = info
    if cut >= 0:
        found = attributes_at(info, cut, len(info))
        if found is not None and found[1] == len(info):
            words = info[:cut]
            _take(state, token, found[0], begin)
        elif looks_like_attributes(info, cut) == len(info):
            words = info[:cut]
            token.meta["unclear info"] = (begin + cut, begin + len(info))
    # mdBook writes `rust,ignore`: what follows the comma is not a language.
    first = (words.split() or [""])[0].partition(",")[0]
    if first:
        token.meta["info"] = _Info(unescapeAll(first), (begin, begin + len(first)))


def _take(state: StateBlock, token: Token, found: Attributes, begin: int) -> None:
    """The attributes of a fence; its caption is Markdown, and stands where it is written."""
    at = (begin + found.at[0], begin + found.at[1])
    caption = found.get("caption")
    rest = tuple(pair for pair in found.pairs if pair[0] != "caption")
    given = replace(found, pairs=rest, at=at)
    if given.id:
        state.env["ids"].reserve(given.id)
    if given.id or given.classes or given.pairs or given.refused:
        token.meta["attributes"] = given
    if caption and caption.strip():
        start = state.src.find(caption, state.src.find("caption", at[0], at[1]) + 8)
        inline = Token("inline", "", 0, content=caption.strip(), map=token.map, children=[])
        start += len(caption) - len(caption.lstrip())
        inline.meta["places"] = [(0, start)]
        token.meta["caption"] = inline


def _listings(dialect: Dialect, parsed: Parsed) -> None:
    """A fence with a caption opens a figure, holds the caption, and closes it."""
    if "caption" not in parsed.text:
        return
    tokens: list[Token] = []
    for token in parsed.tokens:
        caption = token.meta.get("caption") if token.type == "fence" else None
        if caption is None:
            tokens.append(token)
            continue
        parsed.env["inline"] = caption
        caption.children = dialect.inline.parse(caption.content, dialect.md, parsed.env, [])
        caption.level = token.level + 1
        opened = Token("listing_open", "figure", 1, map=token.map, meta=token.meta, block=True)
        closed = Token("listing_close", "figure", -1, map=token.map, meta=token.meta, block=True)
        opened.level = closed.level = token.level
        closed.content = token.content
        tokens += [opened, caption, closed]
    parsed.tokens = tokens


def install(dialect: Dialect) -> None:
    """Code spans take attributes; fences keep what is said behind their marks."""
    dialect.inline.wrap("backticks", placed(attributes=True))
    dialect.block.rules.wrap("fence", _with_info)
    dialect.refinements.append(lambda parsed: _listings(dialect, parsed))


CONSTRUCT = Construct(
    "code",
    install,
    {
        "code_inline": code_inline,
        "code_block": code_block,
        "fence": code_block,
        "listing_open": listing_open,
        "listing_close": listing_close,
    },
)
