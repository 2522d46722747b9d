"""From the text of CSS to a Sheet; never gives up, but goes on after each fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

import tinycss2

from epubforge.styles.survey import Address, CssFault, Declaration, Sheet
from epubforge.styles.tokens import tokens

_WITH_RULES = frozenset(
    {"media", "supports", "layer", "container", "document", "-moz-document", "scope"}
)
_WITH_DECLARATIONS = frozenset({"font-face", "page", "viewport", "counter-style", "property"})
_COMBINATORS = frozenset({">", "+", "~"})
_IN_SELECTORS = frozenset({"whitespace", "ident", "hash", "function", "percentage"})
_DEEPEST = 30
"""Rules inside each other that are read."""
_MATCHES = frozenset({"=", "~=", "|=", "^=", "$=", "*="})
_COMMENT_MARKS = frozenset({"<!--", "-->"})
_STRAY = frozenset({")", "]"})
"""Brackets that close nothing: https://www.w3.org/TR/css-syntax-3/#error-handling. What they stand
in is passed over by browsers and the rest is read as ever, so that no reader misses a rule by it;
EPUBCheck lets them stand in values and at-rules."""
_BEGINS_SELECTOR = frozenset({"*", ".", ":", "|"})


class Node(Protocol):
    """A node of tinycss2; which members it has depends on its type."""

    type: str
    value: str
    lower_value: str
    lower_name: str
    message: str
    kind: str
    content: list[Node]
    arguments: list[Node]
    source_line: int
    source_column: int


def read_sheet(text: str) -> Sheet:
    """A stylesheet. https://www.w3.org/TR/css-syntax-3/"""
    sheet = Sheet()
    read = tokens(text)
    _Reader(sheet).rules(read.nodes)
    if read.is_open:
        line = text.count("\n") + 1
        sheet.faults.append(CssFault("a block, text or comment is not closed", line, 1))
    return sheet


@lru_cache(maxsize=512)
def read_declarations(text: str) -> Sheet:
    """The text of a style attribute."""
    sheet = Sheet()
    _Reader(sheet).declarations(tinycss2.parse_component_value_list(text), in_attribute=True)
    return sheet


class _Reader:
    """One reading, from nested values to what the sheet holds."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._is_scoped = False
        """Selectors may begin with a combinator: https://www.w3.org/TR/css-cascade-6/#scoped-styles"""

    def rules(self, nodes: Sequence[Node], depth: int = 0) -> None:
        """Rules one after another."""
        if depth > _DEEPEST:
            return
        prelude: list[Node] = []
        for node in nodes:
            if node.type == "comment" or (not prelude and node.type == "whitespace"):
                continue
            if (
                not depth
                and not prelude
                and node.type == "literal"
                and node.value in _COMMENT_MARKS
            ):
                continue
            if _is_at(prelude) and _is_stray(node):
                continue
            if node.type == "{} block":
                self._rule(prelude, node, depth)
                prelude = []
            elif node.type == "literal" and node.value == ";" and _is_at(prelude):
                self._at_rule(prelude, None, depth)
                prelude = []
            elif node.type == "error" or (node.type == "literal" and node.value == ";"):
                self._fault(node, _said(node))
                prelude = []
            else:
                prelude.append(node)
        if prelude and _is_at(prelude):
            self._at_rule(prelude, None, depth)
            # https://www.w3.org/TR/css-syntax-3/#consume-at-rule
            self._fault(prelude[0], f"@{prelude[0].value} is followed by no semicolon and no block")
        elif prelude:
            self._fault(prelude[0], "a selector without a block after it")

    def _rule(self, prelude: list[Node], block: Node, depth: int) -> None:
        if _is_at(prelude):
            self._at_rule(prelude, block, depth)
            return
        if not _filled(prelude):
            self._fault(block, "a block without a selector before it")
            return
        self._selectors(prelude)
        self.declarations(block.content)

    def _at_rule(self, prelude: list[Node], block: Node | None, depth: int) -> None:
        name, rest = prelude[0].lower_value, prelude[1:]
        if name == "charset":
            self._sheet.charset = next((n.value for n in rest if n.type == "string"), None)
        elif name == "import":
            self._import(rest)
        if block is None:
            return
        if name in _WITH_RULES or name.endswith("keyframes"):
            is_scoped, self._is_scoped = self._is_scoped, self._is_scoped or name == "scope"
            self.rules(block.content, depth + 1)
            self._is_scoped = is_scoped
        elif name == "font-face":
            place = (prelude[0].source_line, prelude[0].source_column)
            is_filled = bool(_filled(block.content))
            faces = self._sheet.font_faces if is_filled else self._sheet.empty_font_faces
            faces.append(place)
            self.declarations(_without_rule(block.content), in_font_face=True)
        elif name in _WITH_DECLARATIONS:
            inner = _without_rule(block.content)
            inner = [n for n in inner if n.type not in {"at-keyword", "{} block"}]
            self.declarations(inner)

    def _import(self, rest: list[Node]) -> None:
        for node in rest:
            address = _address_of(node)
            if address is None and node.type == "string":
                address = node.value
            if address is not None:
                self._empty(node, address)
                self._sheet.addresses.append(
                    Address(address, node.source_line, node.source_column, "@import")
                )
                return

    def declarations(
        self, nodes: Sequence[Node], in_font_face: bool = False, in_attribute: bool = False
    ) -> None:
        """Declarations one after another, each but the last with a semicolon after it."""
        parts: list[list[Node]] = [[]]
        for node in nodes:
            if node.type == "literal" and node.value == ";":
                if not _filled(parts[-1]) and not in_attribute:
                    self._fault(node, "a semicolon where a property is wanted")
                parts.append([])
            else:
                parts[-1].append(node)
        for part in parts:
            filled = _filled(part)
            if filled:
                self._declaration(filled, in_font_face)

    def _declaration(self, nodes: list[Node], in_font_face: bool) -> None:
        name, rest = nodes[0], [n for n in nodes[1:] if n.type != "whitespace"]
        if name.type != "ident":
            self._fault(name, f"{_said(name)} where a property is wanted")
        elif not rest or rest[0].type != "literal" or rest[0].value != ":":
            self._fault(rest[0] if rest else name, f"no colon after {name.value}")
        elif len(rest) == 1 and not name.value.startswith("--"):
            # https://www.w3.org/TR/css-variables-1/#syntax: those of one's own may be empty
            self._fault(rest[0], f"{name.value} has no value")
        else:
            value = nodes[nodes.index(rest[0]) + 1 :]
            self._value(name, value, in_font_face)

    def _value(self, name: Node, value: list[Node], in_font_face: bool) -> None:
        words = [node for node in _filled(value) if node.type != "whitespace"]
        text = str(words[0].value) if len(words) == 1 and words[0].type == "ident" else ""
        line, column = name.source_line, name.source_column
        self._sheet.declarations.append(
            Declaration(name.lower_value, text, line, column, in_font_face)
        )
        is_own = name.value.startswith("--")
        for node in _all(value):
            address = _address_of(node)
            if address is not None:
                self._empty(node, address)
                self._sheet.addresses.append(
                    Address(
                        address,
                        node.source_line,
                        node.source_column,
                        name.lower_value,
                        in_font_face,
                    )
                )
            elif node.type == "error" and not _is_stray(node):
                self._fault(node, _said(node))
            elif node.type == "{} block" and not is_own:
                self._fault(node, "a block where a value is wanted")
            elif not is_own and _is_of_rules(node):
                # https://www.w3.org/TR/css-values-4/#component-types: no value has such a word
                self._fault(node, f"{_written(node)} may not stand in a value")

    def _selectors(self, prelude: list[Node]) -> None:
        """https://www.w3.org/TR/selectors-4/#grammar, as far as a broken one is sure to be."""
        expects = True  # a compound selector must follow
        before: Node | None = None
        for node in prelude:
            if node.type == "literal":
                expects = self._sign(node, before, expects)
            elif node.type == "[] block":
                self._attribute(node)
                expects = False
            elif node.type not in _IN_SELECTORS:
                self._fault(node, _said(node))
                return
            elif node.type != "whitespace":
                if node.type == "ident" and _is_dot(before):
                    place = (node.value, node.source_line, node.source_column)
                    self._sheet.classes.append(place)
                expects = False
            before = node
        if expects:
            self._fault(prelude[0], "a selector is wanted before the block")

    def _attribute(self, block: Node) -> None:
        """[name], [name=value]: https://www.w3.org/TR/selectors-4/#attribute-selectors"""
        inside = [node for node in _filled(block.content) if node.type != "whitespace"]
        signs = [_sign(node) or node.type for node in inside]
        if "|" in signs[:2]:  # a namespace, or any, or none
            signs = signs[signs.index("|") + 1 :]
        name, match, value = (*signs, "", "", "")[:3]
        is_right = name == "ident" and (not match or match in _MATCHES)
        if not is_right or (match and value not in {"ident", "string"}):
            self._fault(block, "an attribute selector is not [name=value]")

    def _sign(self, node: Node, before: Node | None, expects: bool) -> bool:
        if node.value == ",":
            if expects:
                self._fault(node, "a comma without a selector before it")
            return True
        if node.value in _COMBINATORS:
            if expects and not self._is_scoped:
                self._fault(node, f"{node.value} without a selector before it")
            return True
        if node.value in _BEGINS_SELECTOR:
            if _is_dot(before) and node.value == ".":
                self._fault(node, "two dots in a row")
            return node.value != "*"
        self._fault(node, f"{node.value} may not stand in a selector")
        return expects

    def _empty(self, node: Node, address: str) -> None:
        """https://www.w3.org/TR/css-values-4/#url-empty"""
        if not address.strip():
            self._fault(node, "an address is empty")

    def _fault(self, node: Node, reason: str) -> None:
        self._sheet.faults.append(CssFault(reason, node.source_line, node.source_column))


def _is_at(prelude: Sequence[Node]) -> bool:
    return bool(prelude) and prelude[0].type == "at-keyword"


def _is_stray(node: Node) -> bool:
    return node.type == "error" and node.kind in _STRAY


def _is_of_rules(node: Node) -> bool:
    """Whether it is what begins an at-rule, or a mark between rules."""
    return node.type == "at-keyword" or (node.type == "literal" and node.value in _COMMENT_MARKS)


def _written(node: Node) -> str:
    return f"@{node.value}" if node.type == "at-keyword" else node.value


def _without_rule(nodes: Sequence[Node]) -> Sequence[Node]:
    """Declarations; nothing where a rule stands in their place, which readers pass over."""
    filled = _filled(nodes)
    if not filled or filled[-1].type != "{} block":
        return nodes
    is_rule = not any(
        node.type in {"at-keyword", "{} block"} or _sign(node) in {":", ";"} for node in filled[:-1]
    )
    return [] if is_rule and len(filled) > 1 else nodes


def _sign(node: Node) -> str:
    return node.value if node.type == "literal" else ""


def _is_dot(node: Node | None) -> bool:
    return node is not None and node.type == "literal" and node.value == "."


def _filled(nodes: Iterable[Node]) -> list[Node]:
    """The nodes from the first that says something."""
    found = [node for node in nodes if node.type != "comment"]
    while found and found[0].type == "whitespace":
        del found[0]
    while found and found[-1].type == "whitespace":
        del found[-1]
    return found


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes and what stands in them, however deep."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        inside = getattr(node, "content", None) or getattr(node, "arguments", None)
        if inside and not isinstance(inside, str) and _address_of(node) is None:
            waiting += inside[::-1]


def _address_of(node: Node) -> str | None:
    if node.type == "url":
        return str(node.value)
    if node.type == "function" and node.lower_name == "url":
        return next((str(n.value) for n in node.arguments if n.type == "string"), None)
    return None


def _said(node: Node) -> str:
    if node.type == "error":
        return str(node.message)
    return f"unexpected {str(getattr(node, 'value', node.type))[:20]}"
