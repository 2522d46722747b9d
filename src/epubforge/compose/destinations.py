"""Where a destination in the manuscript leads to: which file of the project it names."""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from epubforge.compose.guesses import Guesses

_ABSOLUTE = re.compile(r"[/\\]|~[/\\]|[A-Za-z][A-Za-z0-9+.-]*:")
"""A root, a home, a drive or a scheme: no place inside a project."""

_ALIKE = 0.6
_LONGEST_SHOWN = 100


class Named(NamedTuple):
    """A file that a destination names, and the fragment after its `#`; empty where none is."""

    path: str
    fragment: str
    as_spelled: bool = True
    """False: the disk spells the name with other capitals."""


class Files:
    """The files that a destination may name, by their paths from the project's root."""

    def __init__(self, paths: Iterable[str], manuscript: str) -> None:
        self._manuscript = manuscript
        self._paths = {_nfc(path): path for path in paths}
        self._folded = {path.casefold(): real for path, real in self._paths.items()}
        self._by_name = {posixpath.basename(path): path for path in self._paths}
        self._guesses = Guesses()

    def find(self, target: str, source: str) -> Named | None:
        """The file that a destination in that source names; None where there is none.

        The destination is tried as a literal name, then percent-decoded, then without its
        `#fragment`; from the folder of the source, then from the root or the manuscript where it
        begins with a folder's name. Names of other capitals count last.
        """
        readings = tuple(self._readings(target, source))
        for path, fragment in readings:
            if path in self._paths:
                return Named(self._paths[path], fragment)
        for path, fragment in readings:
            if path.casefold() in self._folded:
                return Named(self._folded[path.casefold()], fragment, as_spelled=False)
        return None

    def similar(self, target: str, source: str) -> str | None:
        """The destination, as that source would write it, that was probably meant."""
        path = _nfc(unquote(target.partition("#")[0])).replace("\\", "/")
        wanted = _join(posixpath.dirname(source), path.lstrip("/"))
        name = posixpath.basename(path.rstrip("/"))
        found = self._near(wanted, self._paths) or self._by_name.get(name)
        if found is None:
            found = self._by_name.get(self._near(name, self._by_name) or "")
        if found is None:
            return None
        return posixpath.relpath(self._paths[found], posixpath.dirname(source) or ".")

    def _near(self, wanted: str, known: Mapping[str, str]) -> str | None:
        near = self._guesses.all_near(wanted, known, 3, 0.75)
        return next((found for found in near if _are_alike(found, wanted)), None)

    def _readings(self, target: str, source: str) -> Iterator[tuple[str, str]]:
        for name, fragment in _spellings(_nfc(target)):
            if not name:
                continue
            yield _join(posixpath.dirname(source), name), fragment
            if "/" in name:
                yield posixpath.normpath(name), fragment
                yield _join(self._manuscript, name), fragment


def shown(target: str) -> str:
    """The destination for a message: long ones are cut, an empty one is said to be that."""
    if len(target) > _LONGEST_SHOWN:
        return f"{target[: _LONGEST_SHOWN - 1]}…"
    return target or "an empty destination"


def leaves_the_project(target: str, source: str) -> bool:
    """Whether the destination is absolute, or climbs out of the root from that source."""
    name = unquote(target)
    if _ABSOLUTE.match(name):
        return True
    return _join(_nfc(posixpath.dirname(source)), name.replace("\\", "/")).startswith("..")


def _are_alike(one: str, other: str) -> bool:
    """Long folders in common do not make two names alike."""
    names = difflib.SequenceMatcher(None, posixpath.basename(one), posixpath.basename(other))
    return names.ratio() > _ALIKE


def _spellings(target: str) -> Iterator[tuple[str, str]]:
    yield target, ""
    decoded = _nfc(unquote(target))
    if decoded != target:
        yield decoded, ""
    for name, mark, fragment in (target.rpartition("#"), target.partition("#")):
        if mark:
            yield name, fragment
            yield _nfc(unquote(name)), fragment


def _join(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(_nfc(folder), name))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
