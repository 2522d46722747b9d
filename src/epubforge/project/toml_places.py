"""A TOML text turned into the places of its keys and values, which tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import NamedTuple

Extent = tuple[int, int]
"""Offsets of the first character and of the one after the last."""

TomlPath = tuple[str | int, ...]
"""Keys and, inside arrays, 0-based numbers: `("book", "contributors", 0, "name")`."""


class TomlPlace(NamedTuple):
    """Where a key and its value stand; a table's value is its header, an item is its own key."""

    key: Extent
    value: Extent


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a file, in the order of the file, and the keys that are there already."""

    found: dict[TomlPath, TomlPlace] = field(default_factory=dict)
    twice: list[Extent] = field(default_factory=list)


def locate(text: str) -> Places:
    """Every key and value of a TOML text; of a broken one, those that can be made out.

    Raises:
        RecursionError: arrays or tables are nested more deeply than Python can follow.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.places


_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_REST_OF_LINE = re.compile(r"[^\n]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_SCALAR = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""(?:"{0,2})'''
    r"""|'''.*?'''(?:'{0,2})"""
    r'''|"(?:[^"\\\n]|\\.)*"'''
    r"""|'[^'\n]*'"""
    # Several words are no TOML; as one value, they can be shown as one mistake.
    r"""|[^\s,\[\]{}#=]+(?:[ \t]+[^\s,\[\]{}#=]+)*""",
    re.DOTALL,
)


class _Scanner:
    """One pass over the text; tolerant, since tomllib is the judge of what is TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places = Places()
        self._arrays: dict[TomlPath, int] = {}
        self._defined: set[TomlPath] = set()

    def document(self) -> None:
        table: TomlPath = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self._header()
            elif not self._pair(table):
                self._skip(_REST_OF_LINE)
            self._skip(_BLANK)

    def _header(self) -> TomlPath:
        start = self.at
        width = 2 if self.text.startswith("[[", start) else 1
        self.at += width
        keys = self._keys()
        end = self.at
        while end < min(len(self.text), self.at + width) and self.text[end] == "]":
            end += 1
        self.at = end
        self._skip(_REST_OF_LINE)
        return self._table(keys, (start, end), width == 2)

    def _table(self, keys: list[tuple[str, Extent]], header: Extent, many: bool) -> TomlPath:
        path: TomlPath = ()
        for name, extent in keys[:-1]:
            path = self._last_of((*path, name))
            self.places.found.setdefault(path, TomlPlace(extent, header))
        if not keys:
            return path
        name, extent = keys[-1]
        path = (*path, name)
        if many:
            if path in self._defined:
                self.places.twice.append(extent)
            self.places.found.setdefault(path, TomlPlace(extent, header))
            self._arrays[path] = self._arrays.get(path, -1) + 1
            path = self._last_of(path)
        self._define(path, TomlPlace(extent, header))
        return path

    def _last_of(self, path: TomlPath) -> TomlPath:
        return (*path, self._arrays[path]) if path in self._arrays else path

    def _define(self, path: TomlPath, place: TomlPlace) -> None:
        if path in self._defined or path in self._arrays:
            self.places.twice.append(place.key)
            return
        self._defined.add(path)
        self.places.found[path] = place

    def _pair(self, table: TomlPath) -> bool:
        keys = self._keys()
        if not keys or not self.text.startswith("=", self.at):
            return False
        self.at += 1
        self._skip(_SPACE)
        path = table
        for name, extent in keys[:-1]:
            path = (*path, name)
            self.places.found.setdefault(path, TomlPlace(extent, extent))
        name, extent = keys[-1]
        path = (*path, name)
        # Before its value is read, so that places come in the order of the file.
        self._define(path, TomlPlace(extent, extent))
        known = self.places.found[path].key == extent
        value = self._value(path)
        if known:
            self.places.found[path] = TomlPlace(extent, value)
        return True

    def _keys(self) -> list[tuple[str, Extent]]:
        keys: list[tuple[str, Extent]] = []
        while True:
            self._skip(_SPACE)
            found = _KEY.match(self.text, self.at)
            if found is None:
                return keys
            keys.append((_unquoted(found[0]), found.span()))
            self.at = found.end()
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _value(self, path: TomlPath) -> Extent:
        start = self.at
        opening = self.text[start : start + 1]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        elif found := _SCALAR.match(self.text, start):
            self.at = found.end()
        return (start, self.at)

    def _array(self, path: TomlPath) -> None:
        self.at += 1
        for number in range(len(self.text)):
            self._skip(_BLANK)
            if self._closes("]"):
                return
            item = (*path, number)
            self.places.found[item] = TomlPlace((self.at, self.at), (self.at, self.at))
            extent = self._value(item)
            if extent[0] == extent[1]:
                return
            self.places.found[item] = TomlPlace(extent, extent)
            self._skip(_BLANK)
            self._closes(",")

    def _inline_table(self, path: TomlPath) -> None:
        self.at += 1
        while True:
            self._skip(_BLANK)
            if self._closes("}") or not self._pair(path):
                return
            self._skip(_BLANK)
            self._closes(",")

    def _closes(self, sign: str) -> bool:
        if not self.text.startswith(sign, self.at):
            return False
        self.at += 1
        return True

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at


def _unquoted(key: str) -> str:
    if key[0] == "'" or (key[0] == '"' and "\\" not in key):
        return key[1:-1]
    if key[0] != '"':
        return key
    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        return key
