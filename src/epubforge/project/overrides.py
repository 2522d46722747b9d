"""The settings of a book turned into those of one of its editions, each value with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from epubforge.project.accessibility_table import CLAIM
from epubforge.project.editions import EDITIONS, HOMES, LAYOUT, NOT_INHERITED
from epubforge.project.tables import ACCESSIBILITY_KEY, BOOK_KEY, TABLES
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import Places, TomlPath, TomlPlace


def as_edition(file: TomlFile, name: str) -> TomlFile:
    """The settings as the edition has them: tables key by key, its own values with their places.

    The book's ISBN, identifier and claim of accessibility are not inherited.
    """
    merged = _Merged(file)
    for key in NOT_INHERITED:
        merged.forget((BOOK_KEY.name, key))
    merged.forget((ACCESSIBILITY_KEY.name, CLAIM.name))
    tables = {key.name for key in TABLES}
    for key, value in _below(file.values, (EDITIONS, name)).items():
        if key != LAYOUT.name:
            home: TomlPath = (key,) if key in tables else (HOMES.get(key, BOOK_KEY.name), key)
            merged.put(home, (EDITIONS, name, key), value)
    dates = frozenset(merged.dates)
    return replace(file, values=merged.values, places=merged.places, impossible_dates=dates)


class _Merged:
    """The values and places of a file, while some take the places of others."""

    def __init__(self, file: TomlFile) -> None:
        self.values = _copied(file.values)
        self.places = Places(dict(file.places.found), file.places.twice)
        self.dates = set(file.impossible_dates)

    def put(self, home: TomlPath, origin: TomlPath, value: object) -> None:
        """Set a value that stands elsewhere in the file; a table is merged with the one there."""
        table = _below(self.values, home[:-1], make=True)
        old = table.get(str(home[-1]))
        if isinstance(value, dict) and isinstance(old, dict):
            for key, inner in value.items():
                self.put((*home, str(key)), (*origin, str(key)), inner)
            return
        self.forget(home)
        table[str(home[-1])] = _copied(value) if isinstance(value, dict) else value
        for path, place in self._under(origin):
            self.places.found[(*home, *path[len(origin) :])] = place
        moved = [path for path in self.dates if path[: len(origin)] == origin]
        self.dates.update((*home, *path[len(origin) :]) for path in moved)

    def forget(self, home: TomlPath) -> None:
        """Take a value away, with all places in it."""
        _below(self.values, home[:-1]).pop(str(home[-1]), None)
        for path, _ in self._under(home):
            del self.places.found[path]
        self.dates -= {path for path in self.dates if path[: len(home)] == home}

    def _under(self, home: TomlPath) -> list[tuple[TomlPath, TomlPlace]]:
        found = self.places.found.items()
        return [(path, place) for path, place in found if path[: len(home)] == home]


def _copied(values: Mapping[str, object]) -> dict[str, object]:
    """The tables anew, so that the file's own stay as they are."""
    return {
        key: _copied(value) if isinstance(value, dict) else value for key, value in values.items()
    }


def _below(values: dict[str, object], path: TomlPath, make: bool = False) -> dict[str, object]:
    """The table at a path; an empty one, which belongs to nothing unless made, where none is."""
    table = values
    for part in path:
        inner = table.get(str(part))
        if not isinstance(inner, dict):
            inner = {}
            if make:
                table[str(part)] = inner
        table = inner
    return table
