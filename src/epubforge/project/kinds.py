"""The kinds of value that a key can have: each reads a node, and writes itself as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from epubforge.project.errors import MistakeError
from epubforge.project.node import Node
from epubforge.project.suggest import did_you_mean
from epubforge.source import Span

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
S = TypeVar("S", bound=str)

Schema = Mapping[str, object]


class Kind(Protocol[T_co]):
    """A kind of value."""

    def read(self, node: Node) -> T_co:
        """The value; raises MistakeError where it is another."""
        ...

    def schema(self) -> Schema:
        """What is accepted, as JSON Schema."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotes."""

    def read(self, node: Node) -> str:
        """The text without blanks around it."""
        return node.text()

    def schema(self) -> Schema:
        """Any text that is not empty."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file, folder or glob that the settings name, and the place where they do."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FileName:
    """A path with `/`."""

    def read(self, node: Node) -> Wanted:
        """The path as it is written, with its place."""
        return Wanted(node.text(), node.span)

    def schema(self) -> Schema:
        """Any text that is not empty."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""

    def read(self, node: Node) -> bool:
        """The truth value."""
        if not isinstance(node.value, bool):
            raise node.wrong_type("true or false", "write one of the two words, without quotes")
        return node.value

    def schema(self) -> Schema:
        """true or false."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in a range."""

    low: int
    high: int

    def read(self, node: Node) -> int:
        """The number."""
        value = node.value
        if isinstance(value, bool) or not isinstance(value, int):
            raise node.wrong_type("a whole number", f"from {self.low} to {self.high}")
        if not self.low <= value <= self.high:
            shown = value if abs(value) < 10**20 else "a very long number"
            raise node.invalid(f"cannot be {shown}", f"it goes from {self.low} to {self.high}")
        return value

    def schema(self) -> Schema:
        """A number in the range."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Choice(Generic[S]):
    """One of a few words."""

    options: tuple[S, ...]

    def read(self, node: Node) -> S:
        """The word."""
        text = node.text()
        for option in self.options:
            if option == text:
                return option
        meant = did_you_mean(text, self.options)
        raise node.invalid(f'cannot be "{text}"{meant}', f"it is one of {', '.join(self.options)}")

    def schema(self) -> Schema:
        """One of the words."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value that a function of its own reads."""

    function: Callable[[Node], T]
    described: Schema

    def read(self, node: Node) -> T:
        """What the function makes of it."""
        return self.function(node)

    def schema(self) -> Schema:
        """As it was given."""
        return self.described


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A list of values of one kind; the broken ones are reported and left out."""

    of: Kind[T]
    or_one: bool = False
    """A single value may stand without brackets."""

    def read(self, node: Node) -> tuple[T, ...]:
        """The values that can be read."""
        if not isinstance(node.value, list):
            if self.or_one:
                return (self.of.read(node),)
            hint = f"write {node.path[-1]} = […]"
            if isinstance(node.value, dict):
                hint = f"write [[{node.name}]], with two brackets"
            raise node.wrong_type("a list", hint)
        read: list[T] = []
        for number, value in enumerate(node.value):
            try:
                read.append(self.of.read(node.below(number, value)))
            except MistakeError as mistake:
                node.reporter.add(mistake.diagnostic)
        return tuple(read)

    def schema(self) -> Schema:
        """An array, or the single value."""
        array: Schema = {"type": "array", "items": self.of.schema()}
        return {"anyOf": [self.of.schema(), array]} if self.or_one else array
