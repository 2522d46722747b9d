"""A source file turned into TOML values with their places, or into what breaks it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.project.toml_places import Extent, Places, TomlPath, locate
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
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?!-?\d)|\d{1,4}[.:/]\d\d?[.:/]")
_BARE = re.compile(r"[^\s\"'\[\]{}#,=][^\"'\n\[\]{}#,=]*")

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
    ("Illegal character '\\n'", "the text is not closed on its line", "put the closing quotes; for "
     'several lines, three quotes around the text: """'),
    ("Illegal character", "a text may not hold this character", "take it out"),
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
    impossible_dates: frozenset[TomlPath] = frozenset()
    """Where a text stands instead of a date that no calendar has."""

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

    A date that no calendar has is passed on as a text and remembered: who reads the key says what
    is wrong. A text without quotes is reported, and counts as if it had them.
    """
    try:
        places = locate(source.text)
        return _read(source, places)
    except RecursionError:
        message = f"{source.path} is nested too deeply"
        return Outcome(None, (BROKEN_TOML.at(source.span(), message, "take brackets out"),))
    except tomllib.TOMLDecodeError as error:
        return Outcome(None, (_broken(source, places, str(error)),))
    except ValueError:
        # tomllib passes on int()'s refusal of numbers with thousands of digits.
        message = f"{source.path} holds a number that is too long to be read"
        return Outcome(None, (BROKEN_TOML.at(source.span(), message, "shorten it"),))


def _read(source: SourceFile, places: Places) -> Outcome[TomlFile | None]:
    try:
        return Outcome(TomlFile(source, tomllib.loads(source.text), places))
    except tomllib.TOMLDecodeError:
        bare = _bare_values(source.text, places)
        if not bare:
            raise
    mended = source.text
    for start, end in sorted(bare.values(), reverse=True):
        mended = f"{mended[:start]}'{mended[start:end]}'{mended[end:]}"
    values: dict[str, object] = _loads(mended, source.text)
    dates = {path for path, extent in bare.items() if _DATE.match(source.text, *extent)}
    found = tuple(_unquoted(source, bare[path]) for path in bare if path not in dates)
    return Outcome(TomlFile(source, values, places, frozenset(dates)), found)


def _loads(mended: str, original: str) -> dict[str, object]:
    try:
        return tomllib.loads(mended)
    except tomllib.TOMLDecodeError:
        # Its places are those of the mended text; the first fault of the original has its own.
        return tomllib.loads(original)


def _bare_values(text: str, places: Places) -> dict[TomlPath, Extent]:
    """Values that stand without quotes, and are none."""
    return {
        path: place.value
        for path, place in places.found.items()
        if place.value != place.key or isinstance(path[-1], int)
        if _BARE.fullmatch(text, *place.value) and not _is_value(text[slice(*place.value)])
    }


def _is_value(text: str) -> bool:
    try:
        tomllib.loads(f"x = {text}")
    except ValueError:
        return False
    return True


def _unquoted(source: SourceFile, extent: Extent) -> Diagnostic:
    text = source.text[slice(*extent)]
    message = f"{source.path} is not TOML: {text} stands without quotes"
    return BROKEN_TOML.at(
        source.span(*extent), message, f'write a text as "{text}", a number with digits only'
    )


def _broken(source: SourceFile, places: Places, message: str) -> Diagnostic:
    start, end = _offset(source, message)
    if message.startswith(_TWICE):
        start, end = places.twice[0] if places.twice else (start, end)
        name = source.text[start:end].strip()
        said, hint = f"{name} stands here for the second time", "keep one of the two"
    else:
        # tomllib points behind the escape.
        start = start - 2 if message.startswith("Unescaped") else start
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
    is_seen = source.text[start : start + 1].strip() != ""
    return (start, start + 1 if is_seen else start)
