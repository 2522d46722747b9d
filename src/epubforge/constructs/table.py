"""Tables as GFM has them: header cells that say what they head, captions, alignment by class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from textwrap import shorten
from typing import Final

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import NONE, Attributes
from epubforge.markdown.block import BlockRule
from epubforge.markdown.captions import caption_line, take_caption
from epubforge.markdown.construct import Body, Construct, Render
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of
from epubforge.markdown.labels import label, made_id, own_id, words_of
from epubforge.markdown.plain import plain
from epubforge.markdown.spans import Places
from epubforge.markup import attribute

CAPTION_LOST = Rule(
    "M096",
    "caption-without-table",
    Severity.WARNING,
    """A paragraph begins with a colon and a blank, as the caption of a table does, and stands
    behind no table.

    Why it matters
        The reader sees the colon, and the table has no caption.
    Bad
        : Tonnes a shift {#tbl-tonnes}

        | Year | Tonnes |
        |------|--------|
        | 1935 | 102    |
    Good
        | Year | Tonnes |
        |------|--------|
        | 1935 | 102    |

        : Tonnes a shift {#tbl-tonnes}
    """,
)

_ROW_HEADERS: Final = "row-headers"
_LONE: Final = re.compile(r":[ \t]+\S.*\{#[^\s{}]+[^{}]*\}\Z")
_WIDE: Final = 30
"""Characters that fit beside each other on a phone, in cells that cannot be any narrower."""


def table_open(token: Token, out: Body) -> None:
    """A table, with its caption, its head and its body; a wide one can be scrolled."""
    out.mark(token)
    out.features.add("table")
    caption: Token | None = token.meta.get("caption")
    given = attributes_of(token) or NONE
    where = out.source.span(*given.at) if given is not NONE else out.span_of(token)
    ident = own_id(out, given.id, where)
    words = words_of(caption.children) if caption is not None else ""
    if caption is not None and ident is None:
        ident = made_id(out, "tbl", words, out.source.span(*caption.meta["at"]))
    if token.meta.get("wide"):
        _open_wrapper(out, words)
    named = f' id="{attribute(ident)}"' if ident else ""
    rest = out.attribute_text(replace(given.without(_ROW_HEADERS), id=None), where)
    out.write(f"<table{named}{rest}>\n")
    if caption is not None and ident is not None:
        out.write("<caption>")
        label(out, "table", ident, words, out.source.span(*caption.meta["at"]))


def _open_wrapper(out: Body, words: str) -> None:
    # Who has no mouse scrolls with keys, and for that must be able to go there.
    name = words or out.label("table").replace("{}", "").strip()
    out.write(
        f'<div class="table-wrap" role="group" tabindex="0" aria-label="{attribute(name)}">\n'
    )


def table_close(token: Token, out: Body) -> None:
    """The end of a table."""
    out.write("</table>\n</div>\n" if token.meta.get("wide") else "</table>\n")


def row_open(token: Token, out: Body) -> None:
    """One row."""
    out.mark(token)
    out.write("<tr>\n")


def cell_open(token: Token, out: Body) -> None:
    """One cell; a header cell heads its column, or its row."""
    style = str(token.attrs.get("style", ""))
    aligned = f"align-{style.removeprefix('text-align:')}" if style else ""
    scope = f' scope="{token.meta.get("scope", "col")}"' if token.tag == "th" else ""
    extra = Attributes(classes=(aligned,)) if aligned else NONE
    out.write(f"<{token.tag}{scope}{out.attributes(token, extra)}>")


def cell_close(token: Token, out: Body) -> None:
    """The end of a cell."""
    out.write(f"</{token.tag}>\n")


def lost_caption(token: Token, out: Body) -> None:
    """A caption that has no table."""
    begin, end = token.meta["at"]
    words = out.source.text[begin + 1 : end].partition(" {")[0]
    words = shorten(words, 40, placeholder=" …")
    out.report(CAPTION_LOST, out.source.span(begin, end), f"the caption “{words}” has no table",
               "put it directly after its table, or take the colon out")  # fmt: skip


def _written(markup: str) -> Render:
    def write(_token: Token, out: Body) -> None:
        out.write(markup)

    return write


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a cell's content begins, and where backslashes before its pipes were taken out."""

    start: int
    removed: tuple[int, ...]

    def places(self) -> Places:
        known: Places = [(0, self.start)]
        for count, at in enumerate(self.removed, 1):
            known.append((at - self.start - count + 1, at + 1))
        return known


def _with_places(rule: BlockRule) -> BlockRule:
    def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if silent:
            return rule(state, start, end, True)
        if not rule(state, start, end, True):
            return False
        rule(state, start, caption_line(state, start + 2, end), False)
        row = -1
        cells: Iterator[_Cell] = iter(())
        for token in state.tokens[made:]:
            if token.type == "inline" and token.map is not None:
                if token.map[0] != row:
                    row = token.map[0]
                    cells = iter(_cells(state, row))
                cell = next(cells, None)
                token.meta["places"] = cell.places() if cell else [(0, state.eMarks[row])]
        state.tokens[made + 1 : made + 1] = take_caption(state, state.tokens[made], end)
        return True

    return table


def lone_caption(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A paragraph that looks like a caption with an id: it stays one, and is reported."""
    begin = state.bMarks[start] + state.tShift[start]
    text = state.src[begin : state.eMarks[start]].rstrip()
    if not silent and _LONE.match(text):
        state.push("caption_lost", "", 0).meta["at"] = (begin, begin + len(text))
    return False


def _finish(parsed: Parsed) -> None:
    """See which cells head their rows, and which tables are wide."""
    if "|" not in parsed.text:
        return
    table: Token | None = None
    for at, token in enumerate(parsed.tokens):
        if token.type == "table_open":
            table = token
            widths: list[int] = []
            heads = _row_headers(parsed.tokens, at)
        elif table is None:
            continue
        elif token.type == "tr_open":
            column = 0
        elif token.type in ("th_open", "td_open"):
            width = _width(parsed.tokens[at + 1])
            widths += [0] * (column + 1 - len(widths))
            widths[column] = max(widths[column], width)
            closed = parsed.tokens[at + 2]
            if token.type == "th_open" and not parsed.tokens[at + 1].content:
                # A header cell without a word would be announced, and say nothing.
                token.tag = closed.tag = "td"
            if heads and column == 0 and token.type == "td_open":
                _head_row(token, closed)
            column += 1
        elif token.type == "table_close":
            table.meta["wide"] = token.meta["wide"] = sum(widths) + len(widths) * 2 > _WIDE
            table = None


def _row_headers(tokens: list[Token], at: int) -> bool:
    """By the author's word, or by an empty cell above the first column."""
    given = attributes_of(tokens[at])
    if given is not None and _ROW_HEADERS in given.classes:
        return True
    head = at + 3 + (2 if "caption" in tokens[at].meta else 0)
    first, second = tokens[head + 1], tokens[head + 4]
    return not first.content and second.type == "inline" and bool(second.content)


def _head_row(opened: Token, closed: Token) -> None:
    opened.tag = closed.tag = "th"
    opened.meta["scope"] = "row"


def _width(cell: Token) -> int:
    """How wide the longest word of a cell is; longer texts without blanks can be broken."""
    shown = [child for child in cell.children or () if child.type != "image"]
    return max((len(word) for word in plain(shown).split() if len(word) <= _WIDE), default=2)


def _cells(state: StateBlock, line: int) -> list[_Cell]:
    """Where the cells of a row stand, cut as the parser cuts them."""
    start = state.bMarks[line] + state.tShift[line]
    text = state.src[start : state.eMarks[line]]
    start += len(text) - len(text.lstrip(MD_TRIM_CHARS))
    text = text.strip(MD_TRIM_CHARS)
    bounds = [-1, *(at for at, c in enumerate(text) if c == "|" and text[at - 1 : at] != "\\")]
    bounds.append(len(text))
    pairs = list(pairwise(bounds))
    if pairs and pairs[0][1] - pairs[0][0] == 1:
        pairs.pop(0)
    if pairs and pairs[-1][1] - pairs[-1][0] == 1:
        pairs.pop()
    return [_cell(text, before + 1, after, start) for before, after in pairs]


def _cell(text: str, first: int, last: int, offset: int) -> _Cell:
    content = text[first:last]
    lead = len(content) - len(content.lstrip(MD_TRIM_CHARS))
    removed = tuple(offset + at for at in range(first + lead, last) if text.startswith("\\|", at))
    return _Cell(offset + first + lead, removed)


def install(dialect: Dialect) -> None:
    """The parser's own rule; it keeps where each cell stands, and takes the caption."""
    dialect.block.rules.wrap("table", _with_places)
    dialect.block.rules.insert("caption_lost", lone_caption, ":", (), before="table")
    dialect.refinements.append(_finish)


CONSTRUCT = Construct(
    "table",
    install,
    {
        "table_open": table_open,
        "table_close": table_close,
        "thead_open": _written("<thead>\n"),
        "thead_close": _written("</thead>\n"),
        "tbody_open": _written("<tbody>\n"),
        "tbody_close": _written("</tbody>\n"),
        "tr_open": row_open,
        "tr_close": _written("</tr>\n"),
        "th_open": cell_open,
        "th_close": cell_close,
        "td_open": cell_open,
        "td_close": cell_close,
        "caption_close": _written("</caption>\n"),
        "caption_lost": lost_caption,
    },
)
