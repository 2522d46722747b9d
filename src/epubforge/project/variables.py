"""[variables] and the metadata turned into what stands for each `{{name}}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from epubforge.diagnostics import Rule, Severity
from epubforge.model.metadata import Metadata
from epubforge.project.errors import MistakeError
from epubforge.project.kinds import Schema
from epubforge.project.natural import nfc
from epubforge.project.node import INVALID_VALUE, Node

RESERVED_VARIABLE = Rule(
    "P035",
    "reserved-variable",
    Severity.ERROR,
    """A variable has the name of a directive, or of something that the metadata say already.

Why it matters
    The text would show one of the two, and a change of the other would go unnoticed.
Bad
    [variables]
    title = "Heroes"
Good
    [book]
    title = "Heroes"
    [variables]
    short_title = "Heroes"
""",
    blocking=True,
    configuration=True,
)

Variables = tuple[tuple[str, str], ...]

_DIRECTIVES = """
bibliography contents credits figures include index page pagebreak people places plates tables
"""
DIRECTIVES = frozenset(_DIRECTIVES.split())
"""What two braces mean besides variables."""

METADATA: Mapping[str, Callable[[Metadata], str | None]] = {
    "title": lambda book: book.title,
    "subtitle": lambda book: book.subtitle,
    "original_title": lambda book: book.original_title,
    "author": lambda book: ", ".join(creator.name for creator in book.creators),
    "publisher": lambda book: book.publisher,
    "published": lambda book: book.published,
    "edition": lambda book: book.edition,
    "isbn": lambda book: book.isbn_shown or book.isbn,
    "print_isbn": lambda book: book.print.isbn if book.print else None,
    "identifier": lambda book: book.identifier,
    "language": lambda book: book.language,
    "description": lambda book: book.description,
    "rights": lambda book: book.rights,
    "series": lambda book: book.series.name if book.series else None,
    "price": lambda book: book.price,
}
"""The names that the metadata have in the text."""

_NAME = re.compile(r"[^\W\d][\w.-]*")
_SCHEMA_NAME = "^[^\\s{}.0-9-][^\\s{}]*$"
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


def variables_of(metadata: Metadata, own: Variables) -> Variables:
    """All that can be named in the text, by name; what the metadata lack has no name."""
    told = {name: tell(metadata) for name, tell in METADATA.items()}
    known = {name: _LINE_END.sub(" ", value) for name, value in told.items() if value}
    return tuple(sorted((known | dict(own)).items()))


@dataclass(frozen=True, slots=True)
class VariableTable:
    """A table whose keys are the author's: texts, numbers, true and false."""

    def read(self, node: Node) -> Variables:
        """Each name with its value as a text; the broken ones are reported and left out."""
        if not isinstance(node.value, dict):
            raise node.wrong_type("a table", f"write [{node.name}] and its keys below it")
        read: dict[str, str] = {}
        for name, value in node.value.items():
            below = node.below(str(name), value)
            try:
                read[_name(below, str(name))] = _text(below)
            except MistakeError as mistake:
                node.reporter.add(mistake.diagnostic)
        return tuple(read.items())

    def schema(self) -> Schema:
        """An object with any names."""
        return {
            "type": "object",
            "propertyNames": {
                "pattern": _SCHEMA_NAME,
                "not": {"enum": sorted({*DIRECTIVES, *METADATA})},
            },
            "additionalProperties": {"type": ["string", "number", "boolean"]},
        }


def _name(node: Node, written: str) -> str:
    name = nfc(written)
    if name in DIRECTIVES:
        message = f"{name} is a directive, and cannot be a variable"
        raise MistakeError(RESERVED_VARIABLE.at(node.key_span, message, "give it another name"))
    if name in METADATA:
        message = f"{name} is what the metadata say, and cannot be a variable"
        table = "[print] isbn" if name == "print_isbn" else f"{name} in [book]"
        hint = f"set {table}, or give it another name"
        raise MistakeError(RESERVED_VARIABLE.at(node.key_span, message, hint))
    if not _NAME.fullmatch(name):
        message = f'"{name}" cannot be the name of a variable'
        hint = "use letters, digits, points, - and _, a letter first"
        raise MistakeError(INVALID_VALUE.at(node.key_span, message, hint))
    return name


def _text(node: Node) -> str:
    value = node.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        # As the author wrote it: 1.50 stays 1.50.
        return node.file.source.text[node.span.start : node.span.end].replace("_", "")
    if value == "":
        return ""
    return _LINE_END.sub(" ", node.text("a text, a number, true or false"))
