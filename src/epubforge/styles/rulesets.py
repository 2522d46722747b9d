"""A stylesheet's text turned into its rules with their places, for those who judge styles.

https://www.w3.org/TR/css-syntax-3/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
import tinycss2.ast

from epubforge.styles.tokens import tokens

_MOST_NESTED = 8
_DEEPEST = 100
"""Brackets inside each other in a sheet that is looked at; tinycss2 goes one call down for each."""
_BRACKET = re.compile(r"[(\[{]|([)\]}])")


@dataclass(frozen=True, slots=True)
class Declared:
    """A property that is given a value, where it stands (line and column from 1)."""

    name: str
    """In small letters."""
    value: str
    """As written, but for blanks and comments."""
    line: int
    column: int
    is_important: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The value's words in small letters."""
        return tuple(self.value.lower().split())


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Selectors, what is declared for them, and the at-rules around them."""

    selectors: str
    """As written but for blanks; empty: of a style attribute."""
    declarations: tuple[Declared, ...]
    around: tuple[tuple[str, str], ...] = ()
    """Name and condition of each at-rule that it stands in, from the outside in."""

    def last(self, name: str) -> Declared | None:
        """What is declared last for a property: what counts."""
        return next((each for each in reversed(self.declarations) if each.name == name), None)

    def is_inside(self, name: str, words: str = "") -> bool:
        """Whether it stands in an at-rule of that name whose condition holds these words."""
        return any(each == name and words in condition for each, condition in self.around)


@lru_cache(maxsize=32)
def rulesets(text: str) -> tuple[Ruleset, ...]:
    """The rules of a stylesheet, in order; what cannot be read is left out.

    A sheet with brackets inside brackets without end has none.
    """
    if _is_deep(text):
        return ()
    read = tokens(text)
    source = text if read.is_open else read.nodes
    nodes = tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(nodes, ()))


@lru_cache(maxsize=512)
def of_attribute(text: str) -> Ruleset:
    """The one rule that a style attribute is."""
    nodes = [] if _is_deep(text) else tinycss2.parse_blocks_contents(text)
    return Ruleset("", tuple(_declared(nodes)))


def _is_deep(text: str) -> bool:
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = max(0, depth - 1) if bracket[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _rules(
    nodes: Sequence[tinycss2.ast.Node], around: tuple[tuple[str, str], ...]
) -> Iterator[Ruleset]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.QualifiedRule):
            contents = tinycss2.parse_blocks_contents(node.content)
            yield Ruleset(_text(node.prelude), tuple(_declared(contents)), around)
        elif isinstance(node, tinycss2.ast.AtRule) and node.content is not None:
            name, inside = node.lower_at_keyword, (*around, _head(node))
            if name in {"font-face", "page"}:
                contents = tinycss2.parse_blocks_contents(node.content)
                yield Ruleset(f"@{name}", tuple(_declared(contents)), around)
            elif len(inside) <= _MOST_NESTED:
                within = tinycss2.parse_rule_list(
                    node.content, skip_comments=True, skip_whitespace=True
                )
                yield from _rules(within, inside)


def _head(rule: tinycss2.ast.AtRule) -> tuple[str, str]:
    return rule.lower_at_keyword, _text(rule.prelude).lower()


def _declared(nodes: Sequence[tinycss2.ast.Node]) -> Iterator[Declared]:
    for node in nodes:
        if isinstance(node, tinycss2.ast.Declaration):
            value = _text(node.value)
            yield Declared(
                node.lower_name, value, node.source_line, node.source_column, bool(node.important)
            )


def _text(tokens: Sequence[tinycss2.ast.Node]) -> str:
    kept = [token for token in tokens if not isinstance(token, tinycss2.ast.Comment)]
    return " ".join(tinycss2.serialize(kept).replace("/**/", "").split())
