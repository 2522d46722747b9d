"""Print pages: `{{page 24}}` marks where a page of the printed twin begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.constructs.directive import place
from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.directives import Call, Fault, push, refuse
from epubforge.markdown.ids import slug
from epubforge.markup import attribute, clean
from epubforge.model.document import PrintPage
from epubforge.source import Span

PAGE_WITHOUT_NUMBER = Rule(
    "M067",
    "print-page-without-number",
    Severity.WARNING,
    """The mark of a print page does not say which page it is.

    Why it matters
        Nobody could go to it, so it stays as it is written.
    Bad
        {{page}}
    Good
        {{page 24}}
        {{page xii}}
    """,
)
PAGE_TWICE = Rule(
    "M068",
    "print-page-twice",
    Severity.WARNING,
    """A print page begins twice in one chapter.

    Why it matters
        A class that goes to "page 24" does not meet in one place.
    Bad
        {{page 24}} It was raining. {{page 24}}
    Good
        {{page 24}} It was raining. {{page 25}}
    """,
)
PAGE_DISORDER = Rule(
    "M069",
    "print-page-out-of-order",
    Severity.WARNING,
    """A print page stands after one that has a higher number.

    Why it matters
        The list of pages jumps back and forth; as a rule a number is misspelt.
    Bad
        {{page 24}} It was raining. {{page 23}}
    Good
        {{page 24}} It was raining. {{page 25}}
    """,
)
PAGE_IN_HEADING = Rule(
    "M070",
    "print-page-in-heading",
    Severity.WARNING,
    """The mark of a print page stands in a heading.

    Why it matters
        The heading is also a line of the contents, where the mark would be twice. It is put before
        the heading.
    Bad
        ## The mine {{page 24}}
    Good
        {{page 24}}

        ## The mine
    """,
)

_ROMAN: Final = re.compile(r"m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_MOST_DIGITS: Final = 10
"""A label with as many is no page that others could be counted from."""


def print_page(token: Token, out: Body) -> None:
    """An empty element with the page's number as its name, for the list of pages and for ears."""
    at = place(token, out)
    if out.refuse_in_caption("a print page"):
        return
    label = token.info
    _report(token, at, out)
    if token.block:
        out.mark(token)
    out.features.add("print_page")
    ident = out.make_id(slug(f"page {label}"), at)
    tag, end = ("div", "\n") if token.block else ("span", "")
    out.write(
        f'<{tag} epub:type="pagebreak" role="doc-pagebreak" id="{attribute(ident)}" '
        f'aria-label="{attribute(label)}"></{tag}>{end}'
    )
    out.print_pages.append(PrintPage(label, ident, at))


def _report(token: Token, at: Span, out: Body) -> None:
    label = token.info
    if "in_heading" in token.meta:
        out.report(PAGE_IN_HEADING, at, f"the mark of page {label} stands in a heading",
                   "put it before the heading, in a paragraph of its own")  # fmt: skip
    hint = "look up which page of the print begins here"
    if "twice" in token.meta:
        out.report(PAGE_TWICE, at, f"page {label} begins twice in this chapter", hint)
    elif "after" in token.meta:
        after = token.meta["after"]
        out.report(PAGE_DISORDER, at, f"page {label} stands after page {after}", hint)


def _number(label: str) -> tuple[str, int]:
    """What kind of number a label is, and which; only numbers of one kind have an order."""
    if label.isdecimal() and len(label) < _MOST_DIGITS:
        return "arabic", int(label)
    small = label.casefold()
    if not small or not _ROMAN.match(small):
        return label, 0
    values = [_VALUES[letter] for letter in small]
    following = (*values[1:], 0)
    return "roman", sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _answer(state: StateInline, call: Call) -> None:
    if not call.words:
        hint = "write its number: {{page 24}}"
        refuse(state, call, Fault(PAGE_WITHOUT_NUMBER, "{{page}} has no number", hint))
        return
    push(state, "print_page", call).info = clean(call.words)


def _in_order(parsed: Parsed) -> None:
    """Marks in a heading are put before it; each knows whether it is in its place."""
    if "{{" not in parsed.text:
        return
    tokens: list[Token] = []
    for token in parsed.tokens:
        if token.type == "inline" and tokens and tokens[-1].type == "heading_open":
            tokens[-1:-1] = _taken_out(token, tokens[-1].level)
        tokens.append(token)
    parsed.tokens = tokens
    _compare(_pages(tokens))


def _pages(tokens: Iterable[Token]) -> Iterator[Token]:
    """The marks in reading order; a note, which stands at the end, says nothing of the order."""
    for token in tokens:
        if token.type == "footnotes_open":
            return
        if token.type == "print_page":
            yield token
        yield from (child for child in token.children or () if child.type == "print_page")


def _compare(pages: Iterable[Token]) -> None:
    """Mark what was there before, or comes too late."""
    known: set[str] = set()
    before: Token | None = None
    for page in pages:
        if page.info in known:
            page.meta["twice"] = True
        elif before is not None and _is_late(page.info, before.info):
            page.meta["after"] = before.info
        known.add(page.info)
        before = page


def _is_late(label: str, before: str) -> bool:
    (kind, number), (kind_before, number_before) = _number(label), _number(before)
    return kind == kind_before and number < number_before


def _taken_out(inline: Token, level: int) -> list[Token]:
    children = inline.children or []
    pages = [child for child in children if child.type == "print_page"]
    if pages:
        inline.children = _without_gaps([c for c in children if c.type != "print_page"])
    for page in pages:
        page.block, page.level, page.map = True, level, inline.map
        page.meta.update(inline=inline, in_heading=True)
    return pages


def _without_gaps(children: list[Token]) -> list[Token]:
    """No blank is left over where a mark was taken from a heading."""
    for before, after in pairwise(children):
        if before.type == after.type == "text" and before.content.endswith(" "):
            after.content = after.content.lstrip(" ")
    if children and children[0].type == "text":
        children[0].content = children[0].content.lstrip()
    if children and children[-1].type == "text":
        children[-1].content = children[-1].content.rstrip()
    return children


def install(dialect: Dialect) -> None:
    """A directive that no heading holds."""
    dialect.directives["page"] = _answer
    dialect.refinements.append(_in_order)


CONSTRUCT = Construct("print_page", install, {"print_page": print_page})
