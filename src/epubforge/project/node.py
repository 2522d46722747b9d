"""A TOML value with its place, and the faults that any value can have."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import TomlPath
from epubforge.source import Span

WRONG_TYPE = Rule(
    "P004",
    "wrong-type",
    Severity.ERROR,
    """A key has a value of the wrong kind.

Why it matters
    A number where a text is meant loses its leading zeros; a text where a number is meant cannot
    be counted with. Nothing is guessed.
Bad
    isbn = 9783869306896
Good
    isbn = "9783869306896"
""",
    blocking=True,
    configuration=True,
)
INVALID_VALUE = Rule(
    "P010",
    "invalid-value",
    Severity.ERROR,
    """A key has a value of the right kind that it cannot have.

Why it matters
    Nothing is guessed: a word that is not among the choices, a number out of its range or an empty
    text would lead to a book that you did not mean.
Bad
    direction = "right"
Good
    direction = "rtl"
""",
    blocking=True,
    configuration=True,
)

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a TOML file, where it stands, and who collects its faults."""

    file: TomlFile
    path: TomlPath
    value: object
    reporter: Reporter

    @property
    def span(self) -> Span:
        """The value's place."""
        return self.file.span(self.path)

    @property
    def key_span(self) -> Span:
        """The key's place."""
        return self.file.key_span(self.path)

    @property
    def name(self) -> str:
        """The key with its tables: `book.series.position`."""
        return ".".join(part for part in self.path if isinstance(part, str))

    @property
    def is_impossible_date(self) -> bool:
        """Whether the value is written like a date, but no calendar has it."""
        return self.path in self.file.impossible_dates

    def below(self, part: str | int, value: object) -> Node:
        """A value inside this one."""
        return replace(self, path=(*self.path, part), value=value)

    def mistake(self, rule: Rule, message: str, hint: str | None = None) -> MistakeError:
        """A fault of this value, to be raised."""
        return MistakeError(rule.at(self.span, message, hint))

    def wrong_type(self, wanted: str, hint: str | None = None) -> MistakeError:
        """The fault of a value that is not of the kind that is wanted."""
        kind = "a date" if self.is_impossible_date else _kind(self.value)
        message = f"{self.name} must be {wanted}, not {kind}"
        return self.mistake(WRONG_TYPE, message, hint)

    def invalid(self, why: str, hint: str | None = None) -> MistakeError:
        """The fault of a value of the right kind that the key cannot have."""
        return self.mistake(INVALID_VALUE, f"{self.name} {why}", hint)

    def text(self, wanted: str = "a text") -> str:
        """The value as a text without control characters, not empty, no blanks around it.

        Raises:
            MistakeError: it is something else.
        """
        if not isinstance(self.value, str) or self.is_impossible_date:
            hint = None
            if not isinstance(self.value, bool | list | dict):
                written = self.file.source.text[self.span.start : self.span.end]
                key = f"{self.path[-1]} = " if isinstance(self.path[-1], str) else ""
                hint = f'put it in quotes: {key}"{written}"'
            raise self.wrong_type(wanted, hint)
        forbidden = _FORBIDDEN.search(self.value)
        if forbidden:
            code = f"U+{ord(forbidden[0]):04X}"
            raise self.invalid(f"holds the control character {code}", "take it out")
        if not self.value.strip():
            raise self.invalid("is empty", "write something, or leave the key out")
        return self.value.strip()


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case dict():
            return "a table"
        case datetime.date():
            return "a date"
        case _:
            return "a time"
