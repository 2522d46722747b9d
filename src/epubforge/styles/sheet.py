"""A stylesheet's text turned into its rules, in their order: the one door to tinycss2.

https://www.w3.org/TR/css-syntax-3/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
import tinycss2.ast

from epubforge.styles.selectors import Selector, read_selectors


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property and its value, both as written but for case, blanks and comments."""

    name: str
    value: str
    is_important: bool = False


@dataclass(frozen=True, slots=True)
class StyleRule:
    """Selectors and what is declared for them."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What media queries are asked about, in CSS pixels."""

    width: float
    height: float


@lru_cache(maxsize=4)
def read_sheet(text: str, screen: Screen) -> tuple[StyleRule, ...]:
    """The rules that hold on such a screen; what cannot be read is left out, as browsers do.

    A book has one sheet and many texts: what was read is remembered.
    """
    parsed = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(parsed, screen))


def read_declarations(text: str) -> tuple[Declaration, ...]:
    """The declarations of a `style` attribute."""
    return tuple(_declarations(tinycss2.parse_blocks_contents(text)))


def _rules(nodes: Sequence[tinycss2.ast.Node], screen: Screen) -> Iterator[StyleRule]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.QualifiedRule):
            selectors = read_selectors(_text(node.prelude))
            if selectors:
                contents = tinycss2.parse_blocks_contents(node.content)
                yield StyleRule(selectors, tuple(_declarations(contents)))
        elif isinstance(node, tinycss2.ast.AtRule) and node.content is not None:
            name, query = node.lower_at_keyword, _text(node.prelude)
            if (name == "media" and holds(query, screen)) or name == "supports":
                yield from _rules(
                    tinycss2.parse_rule_list(
                        node.content, skip_comments=True, skip_whitespace=True
                    ),
                    screen,
                )


def _declarations(nodes: Sequence[tinycss2.ast.Node]) -> Iterator[Declaration]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.Declaration):
            yield Declaration(node.lower_name, _text(node.value), bool(node.important))


def _text(tokens: Sequence[tinycss2.ast.Node]) -> str:
    kept = [token for token in tokens if not isinstance(token, tinycss2.ast.Comment)]
    return " ".join(tinycss2.serialize(kept).replace("/**/", "").split())


_FEATURE = re.compile(r"\(\s*(min-|max-)?(width|height)\s*:\s*([\d.]+)(px|em|rem)\s*\)")


def holds(query: str, screen: Screen) -> bool:
    """Whether a media query is true of the screen; one that asks for something else is not."""
    return any(_all(part.strip().lower(), screen) for part in query.split(","))


def _all(query: str, screen: Screen) -> bool:
    for part in re.split(r"\band\b", query):
        word = part.strip().removeprefix("only ").strip()
        if word in ("", "all", "screen"):
            continue
        feature = _FEATURE.fullmatch(word)
        if feature is None:
            return False
        wanted = float(feature[3]) * (1 if feature[4] == "px" else 16)
        measured = screen.width if feature[2] == "width" else screen.height
        is_met = {"min-": measured >= wanted, "max-": measured <= wanted}
        if not is_met.get(feature[1] or "", measured == wanted):
            return False
    return True
