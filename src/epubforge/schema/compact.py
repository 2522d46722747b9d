"""Reads grammars in the compact syntax of RELAX NG, as far as ours use it.

https://relaxng.org/compact-20021121.html, without annotations, nested grammars and overrides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from epubforge.schema.datatypes import Datatype, is_known
from epubforge.schema.names import AnyName, NameClass, Names, OneName

_TOKEN = re.compile(
    r'(?P<blank>\s+|\#[^\n]*)|"(?P<literal>[^"\n]*)"'
    r"|(?P<sign>\|=|&=|[=|&,*+?(){}~-])|(?P<name>\\?[A-Za-z_][\w.-]*(?::(?:\*|[A-Za-z_][\w.-]*))?)"
)


class GrammarError(Exception):
    """A grammar is not written as it should be; our own mistake."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Another definition."""

    name: str


@dataclass(frozen=True, slots=True)
class Word:
    """`text`, `empty` or `notAllowed`."""

    word: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text that is meant as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A text of a datatype."""

    datatype: Datatype


@dataclass(frozen=True, slots=True)
class Named:
    """An element or attribute, and what stands in it."""

    what: str
    names: NameClass
    inside: Expression


@dataclass(frozen=True, slots=True)
class Joined:
    """Several joined by a sign, or one with a sign behind it; `list` and `mixed` are signs too."""

    sign: str
    of: tuple[Expression, ...]


Expression = Ref | Word | Literal | Typed | Named | Joined


@dataclass(slots=True)
class Definitions:
    """The definitions of a grammar and of those that it includes."""

    of: dict[str, Expression] = field(default_factory=dict)
    included: set[str] = field(default_factory=set)


def read(name: str, source: Callable[[str], str]) -> Definitions:
    """The definitions of a grammar; source gives the text of one by its name."""
    found = Definitions()
    _Reader(name, source, found).definitions()
    return found


class _Reader:
    """One reading of one file."""

    def __init__(self, name: str, source: Callable[[str], str], found: Definitions) -> None:
        self._name, self._source, self._found = name, source, found
        self._tokens = list(_tokens(name, source(name)))
        self._at = 0
        self._spaces = {"xml": "http://www.w3.org/XML/1998/namespace"}
        self._default = ""
        found.included.add(name)

    def definitions(self) -> None:
        """Read to the end of the file."""
        while self._at < len(self._tokens):
            word = self._next()
            if word == "namespace":
                prefix = self._next()
                self._expect("=")
                self._spaces[prefix] = self._literal()
            elif word == "default":
                self._expect("namespace")
                self._expect("=")
                self._default = self._literal()
            elif word == "include":
                other = self._literal()
                if other not in self._found.included:
                    _Reader(other, self._source, self._found).definitions()
            else:
                self._definition(word.lstrip("\\"))

    def _definition(self, name: str) -> None:
        sign = self._next()
        pattern, known = self._pattern(), self._found.of.get(name)
        if sign == "=" and known is None:
            self._found.of[name] = pattern
        elif sign in {"|=", "&="}:
            self._found.of[name] = Joined(sign[0], (known, pattern)) if known else pattern
        else:
            raise GrammarError(f"{self._name}: {name} is defined twice, or not at all")

    def _pattern(self) -> Expression:
        first = self._part()
        sign = self._peek()
        if sign not in {",", "|", "&"}:
            return first
        parts = [first]
        while self._accept(sign):
            parts.append(self._part())
        return Joined(sign, tuple(parts))

    def _part(self) -> Expression:
        part = self._primary()
        while self._peek() in {"*", "+", "?"}:
            part = Joined(self._next(), (part,))
        return part

    def _primary(self) -> Expression:
        kind, word = self._tokens[self._at]
        if kind == "literal":
            return Literal(self._literal())
        self._at += 1
        if word == "(":
            return self._closed(")")
        if word in {"element", "attribute"}:
            names = self._names(is_attribute=word == "attribute")
            self._expect("{")
            return Named(word, names, self._closed("}"))
        if word in {"list", "mixed"}:
            self._expect("{")
            return Joined(word, (self._closed("}"),))
        if word in {"text", "empty", "notAllowed"}:
            return Word(word)
        if word in {"string", "token"} or word.startswith("xsd:"):
            return self._typed(word.removeprefix("xsd:"))
        return Ref(word.lstrip("\\"))

    def _closed(self, end: str) -> Expression:
        inside = self._pattern()
        self._expect(end)
        return inside

    def _typed(self, name: str) -> Expression:
        if not is_known(name):
            raise GrammarError(f"{self._name}: no datatype {name}")
        facets: dict[str, str] = {}
        if self._accept("{"):
            while not self._accept("}"):
                facet = self._next()
                self._expect("=")
                facets[facet] = self._literal()
        lowest = facets.get("minInclusive", facets.get("minExclusive"))
        datatype = Datatype(
            name,
            re.compile(facets["pattern"], re.S) if "pattern" in facets else None,
            int(facets.get("minLength", "0")),
            None if lowest is None else float(lowest),
            "minExclusive" in facets,
        )
        return Typed(datatype)

    def _names(self, is_attribute: bool) -> NameClass:
        found = [self._one_name(is_attribute)]
        while self._accept("|"):
            found.append(self._one_name(is_attribute))
        return found[0] if len(found) == 1 else Names(tuple(found))

    def _one_name(self, is_attribute: bool) -> NameClass:
        word = self._next()
        if word == "(":
            names = self._names(is_attribute)
            self._expect(")")
            return names
        namespace = None
        if word != "*":
            prefix, colon, local = word.lstrip("\\").rpartition(":")
            space = self._spaces[prefix] if colon else "" if is_attribute else self._default
            if local != "*":
                return OneName(f"{space} {local}" if space else local)
            namespace = space
        but = self._one_name(is_attribute) if self._accept("-") else None
        return AnyName(namespace, but)

    def _literal(self) -> str:
        kind, text = self._tokens[self._at]
        if kind != "literal":
            raise GrammarError(f"{self._name}: a literal is wanted and not {text}")
        self._at += 1
        return text + self._literal() if self._accept("~") else text

    def _peek(self) -> str:
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        return text if kind == "sign" else ""

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _accept(self, sign: str) -> bool:
        if self._peek() != sign:
            return False
        self._at += 1
        return True

    def _expect(self, text: str) -> None:
        if self._next() != text:
            near = " ".join(each for _, each in self._tokens[self._at - 8 : self._at + 3])
            raise GrammarError(f"{self._name}: {text} is wanted near {near}")


def _tokens(name: str, text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise GrammarError(f"{name}: {text[at : at + 30]!r} is no grammar")
        at = found.end()
        kind = found.lastgroup or "blank"
        if kind != "blank":
            yield kind, found[kind]
