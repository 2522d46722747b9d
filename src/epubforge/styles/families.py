"""The families of fonts that a stylesheet asks for, and those that it brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tinycss2
import tinycss2.ast

_GENERIC = frozenset(
    {
        "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "math",
        "ui-sans-serif", "ui-monospace", "ui-rounded", "emoji", "fangsong", "inherit", "initial",
        "unset", "revert", "revert-layer",
    }
)  # fmt: skip
"""https://www.w3.org/TR/css-fonts-4/#generic-family-name-syntax"""


_DEEPEST = 30
"""Rules inside each other that are read."""


@dataclass(frozen=True, slots=True)
class Families:
    """By their names in lower case."""

    brought: frozenset[str]
    """By its @font-face rules."""
    asked: tuple[tuple[str, int, int], ...]
    """The first of each list, as it is written, with line and column."""


def families(text: str) -> Families:
    """What a stylesheet says of families; what cannot be read is left out."""
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    brought: set[str] = set()
    asked: list[tuple[str, int, int]] = []
    for is_face, declaration in _declarations(rules):
        name = _first(declaration.value) if declaration.lower_name == "font-family" else ""
        if is_face and name:
            brought.add(name.casefold())
        elif name and name.casefold() not in _GENERIC:
            asked.append((name, declaration.source_line, declaration.source_column))
    return Families(frozenset(brought), tuple(asked))


def _declarations(
    rules: Sequence[tinycss2.ast.Node], depth: int = 0
) -> Iterator[tuple[bool, tinycss2.ast.Declaration]]:
    for rule in rules:
        content = getattr(rule, "content", None)
        if isinstance(rule, tinycss2.ast.QualifiedRule):
            for each in tinycss2.parse_blocks_contents(rule.content):
                if isinstance(each, tinycss2.ast.Declaration):
                    yield False, each
        elif isinstance(rule, tinycss2.ast.AtRule) and content is not None:
            if rule.lower_at_keyword == "font-face":
                for each in tinycss2.parse_blocks_contents(content):
                    if isinstance(each, tinycss2.ast.Declaration):
                        yield True, each
            elif rule.lower_at_keyword in {"media", "supports"} and depth < _DEEPEST:
                inner = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
                yield from _declarations(inner, depth + 1)


def _first(value: Sequence[tinycss2.ast.Node]) -> str:
    """The first family of a list; empty where it is computed."""
    words: list[str] = []
    for node in value:
        if node.type == "literal" and node.value == ",":
            break
        if node.type == "string":
            return str(node.value)
        if node.type == "ident":
            words.append(str(node.value))
        elif node.type not in {"whitespace", "comment"}:
            return ""
    return " ".join(words)
