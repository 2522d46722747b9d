"""A table of the settings: its keys, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from epubforge.diagnostics import Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.kinds import Kind, Schema
from epubforge.project.node import Node
from epubforge.project.suggest import did_you_mean

T = TypeVar("T")
D = TypeVar("D")
T_co = TypeVar("T_co", covariant=True)

UNKNOWN_KEY = Rule(
    "P003",
    "unknown-key",
    Severity.ERROR,
    """A key or a table that epubforge does not know.

Why it matters
    A key with a slip of the pen would be passed over without a word, and the book would lack what
    it says.
Bad
    subtitel = "100 portraits of miners"
Good
    subtitle = "100 portraits of miners"
""",
    blocking=True,
    configuration=True,
)
MISSING_KEY = Rule(
    "P005",
    "missing-key",
    Severity.ERROR,
    """A key that has to be there is not.

Why it matters
    Without a title and a language no valid EPUB can be made; a contributor needs a name, a row of
    captions its file.
Bad
    [book]
    title = "Heroes of Labour"
Good
    [book]
    title = "Heroes of Labour"
    language = "en"
""",
    blocking=True,
    configuration=True,
)


@dataclass(frozen=True, slots=True)
class Key(Generic[T_co]):
    """A key: its name, the kind of its value, and what it is for, in one sentence."""

    name: str
    kind: Kind[T_co]
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """What a table holds, read key by key; what cannot be read is reported."""

    node: Node
    values: dict[str, object]

    def get(self, key: Key[T], default: D) -> T | D:
        """The key's value, or the default where it is absent or broken."""
        if key.name not in self.values:
            return default
        node = self.node.below(key.name, self.values[key.name])
        try:
            return key.kind.read(node)
        except MistakeError as mistake:
            self.node.reporter.add(mistake.diagnostic)
            return default


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A table with a fixed set of keys."""

    keys: tuple[Key[object], ...]
    make: Callable[[Entries], T_co]

    def read(self, node: Node) -> T_co:
        """What is made of the table; all its faults are reported, none hides another.

        Raises:
            MistakeError: it is no table.
        """
        values = _table(node)
        self._report_unknown(node, values)
        for key in self.keys:
            if key.required and key.name not in values:
                node.reporter.add(MISSING_KEY.at(node.span, *_missing(node, key)))
        return self.make(Entries(node, values))

    def schema(self) -> Schema:
        """An object that has these keys and no others."""
        return {
            "type": "object",
            "properties": {
                key.name: {"description": key.meaning, **key.kind.schema()} for key in self.keys
            },
            "required": [key.name for key in self.keys if key.required],
            "additionalProperties": False,
        }

    def _report_unknown(self, node: Node, values: dict[str, object]) -> None:
        known = [key.name for key in self.keys]
        for name, value in values.items():
            if name not in known:
                what = "table" if isinstance(value, dict) else "key"
                message = f"unknown {what} {name}{did_you_mean(name, known)}"
                hint = f"take one that {_where(node)} knows: {', '.join(known)}"
                unknown = node.below(name, value)
                node.reporter.add(UNKNOWN_KEY.at(unknown.key_span, message, hint))


def _table(node: Node) -> dict[str, object]:
    if not isinstance(node.value, dict):
        raise node.wrong_type("a table", f"write [{node.name}] and its keys below it")
    return {str(name): value for name, value in node.value.items()}


def _missing(node: Node, key: Key[object]) -> tuple[str, str]:
    where = _where(node)
    if not node.path:
        return f"{where} has no [{key.name}]", f"begin it with [{key.name}], title and language"
    meaning = key.meaning[:1].lower() + key.meaning[1:].rstrip(".")
    return f"{where} has no {key.name}", f"put in {key.name} = …: {meaning}"


def _where(node: Node) -> str:
    if not node.path:
        return node.file.source.path.rpartition("/")[2]
    return f"[{node.name}]"
