"""A source file turned into TOML values with their places, or into one finding that says why not."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.project.toml_places import Places, TomlPath, locate
from epubforge.source import SourceFile, Span

BROKEN_TOML = Rule(
    "P001",
    "broken-toml",
    Severity.ERROR,
    """The settings cannot be read, because the file breaks a rule of TOML.

Why it matters
    Nothing in a broken file can be trusted, so nothing of it is used, and no book is made.
Bad
    title = "Heroes of Labour
Good
    title = "Heroes of Labour"
Reference
    TOML 1.0 https://toml.io/en/v1.0.0
""",
    blocking=True,
    configuration=True,
)

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:[^\s,\]}#]*)?|\d\d:\d\d:[^\s,\]}#]*")

_WORDS = (
    ("Expected '='", "a key stands here without = and a value", "write key = value"),
    ("Invalid value", "what stands here is no value", "texts stand in quotes; true, false, "
     "numbers and dates without"),
    ("Unterminated string", "a text is not closed", "put the closing quotes"),
    ("Expected \"'''\"", "a text in ''' is not closed", "put ''' after it"),
    ('Expected \'"""\'', 'a text in """ is not closed', 'put """ after it'),
    ("Expected newline", "something stands behind the value", "one key = value on a line; "
     "texts in quotes, and quotes inside a text as \\\""),
    ("Unclosed array", "a list is not closed", "put the closing ]"),
    ("Unclosed inline table", "a table in braces is not closed", "put the closing }"),
    ("Expected ']", "the name of a table is not closed", "put the closing bracket: [book]"),
    ("Invalid initial character", "no key can begin like this", "keys have letters, digits, "
     "_ and -"),
    ("Invalid statement", "this is neither a key nor a table", "write key = value or [table]"),
    ("Illegal character", "a text may not hold this character", "for several lines, put "
     'three quotes around the text: """'),
    ("Unescaped", "a backslash begins no escape that TOML knows", "write \\\\ for a "
     "backslash, or put the text between single quotes"),
    ("Invalid hex", "this escape is no character", "write \\u and four digits of the code point"),
    ("Escaped character", "this escape is no character", "leave out surrogates"),
    ("Cannot mutate", "this table is closed already", "put all its keys where it was begun"),
)  # fmt: skip
_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate inline table key")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file that was read."""

    source: SourceFile
    values: dict[str, object]
    places: Places

    def span(self, path: TomlPath) -> Span:
        """Where a value stands; where it has no place, that of the nearest table around it."""
        while path and path not in self.places.found:
            path = path[:-1]
        return self.source.span(*self.places.found[path].value) if path else self.source.span()

    def key_span(self, path: TomlPath) -> Span:
        """Where a key stands."""
        place = self.places.found.get(path)
        return self.source.span(*place.key) if place else self.span(path)


def read_toml(source: SourceFile) -> Outcome[TomlFile | None]:
    """The values of a TOML file with their places; None, and a finding, where it is broken.

    A date that no calendar has is passed on as a text: who reads the key says what is wrong.
    """
    try:
        places = locate(source.text)
        values: dict[str, object] = _values(source.text)
    except RecursionError:
        message = f"{source.path} is nested too deeply"
        return Outcome(None, (BROKEN_TOML.at(source.span(), message),))
    except tomllib.TOMLDecodeError as error:
        return Outcome(None, (_broken(source, str(error)),))
    except ValueError:
        # tomllib passes on int()'s refusal of numbers with thousands of digits.
        message = f"{source.path} holds a number that is too long to be read"
        return Outcome(None, (BROKEN_TOML.at(source.span(), message),))
    return Outcome(TomlFile(source, values, places))


def _values(text: str) -> dict[str, object]:
    while True:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            quoted = _with_date_quoted(text, str(error))
            if quoted is None:
                raise
            text = quoted


def _with_date_quoted(text: str, message: str) -> str | None:
    if not message.startswith("Invalid date"):
        return None
    start, _ = _offset(SourceFile("", text), message)
    date = _DATE.match(text, start)
    if date is None:
        return None
    return f"{text[:start]}'{date[0]}'{text[date.end() :]}"


def _broken(source: SourceFile, message: str) -> Diagnostic:
    start, end = _offset(source, message)
    if message.startswith(_TWICE):
        twice = locate(source.text).twice
        start, end = twice[0] if twice else (start, end)
        name = source.text[start:end].strip()
        said, hint = f"{name} stands here for the second time", "keep one of the two"
    else:
        said, hint = next(
            ((said, hint) for known, said, hint in _WORDS if message.startswith(known)),
            ("this is not TOML", "see https://toml.io/en/v1.0.0"),
        )
    return BROKEN_TOML.at(source.span(start, end), f"{source.path} is not TOML: {said}", hint)


def _offset(source: SourceFile, message: str) -> tuple[int, int]:
    place = _PLACE.search(message)
    if place is None or place[1] is None:
        end = len(source.text.rstrip())
        return (end, end)
    start = source.line_span(int(place[1])).start + int(place[2]) - 1
    return (start, min(start + 1, len(source.text)))
