"""`shared` turned into the folders that texts and pictures may come from, besides the project's."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from pathlib import Path

from epubforge.diagnostics import Reporter
from epubforge.project.inside import MISSING_FILE, is_inside, spelled
from epubforge.project.kinds import Schema, Wanted
from epubforge.project.natural import nfc
from epubforge.project.node import INVALID_VALUE, Node
from epubforge.project.suggest import did_you_mean

SHARED_SCHEMA: Schema = {"type": "string", "minLength": 1, "pattern": "^[^/\\\\~]"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that may be read: the project's own, or one that it shares with others."""

    folder: Path
    """Without links."""
    label: str = ""
    """How it is reached from the project's root: `../snippets`; empty for the root itself."""

    def holds(self, path: Path) -> bool:
        """Whether the file that a path leads to, through all links, lies in it."""
        return is_inside(self.folder, path)

    def named(self, path: str) -> str:
        """A path in it as it is seen from the root."""
        return f"{self.label}/{path}" if self.label else path


def read_shared(node: Node) -> Wanted:
    """A path from the project's folder, with its place.

    Raises:
        MistakeError: it is no text, or no such path.
    """
    name = node.text('a text: "../snippets"')
    if name.startswith(("/", "\\", "~")) or name[1:2] == ":":
        hint = 'begin at the project\'s folder: "../snippets"'
        raise node.invalid(f'cannot be "{name}": it is the same on one computer only', hint)
    return Wanted(name, node.span)


def shelves(root: Path, shared: tuple[Wanted, ...], reporter: Reporter) -> tuple[Shelf, ...]:
    """The folders that are shared, each once; those that are not there are reported."""
    found: dict[Path, Shelf] = {}
    for wanted in shared:
        shelf = _shelf(root, wanted, reporter)
        if shelf is not None:
            found.setdefault(shelf.folder, shelf)
    return tuple(found.values())


def _shelf(root: Path, wanted: Wanted, reporter: Reporter) -> Shelf | None:
    path = spelled(root, wanted.name)
    if path is None or not path.is_dir():
        message = f"there is no folder {wanted.name}{_meant(root, wanted.name)}"
        reporter.add(MISSING_FILE.at(wanted.span, message, "name it from the project's folder"))
        return None
    real = Path(os.path.realpath(path))
    if is_inside(real, root):
        message = f'shared cannot be "{wanted.name}": it holds the project itself'
        hint = "name the folder that holds what is shared, and no more"
        reporter.add(INVALID_VALUE.at(wanted.span, message, hint))
        return None
    return Shelf(real, posixpath.normpath(nfc(wanted.name)))


def _meant(root: Path, name: str) -> str:
    parent, _, last = name.rstrip("/").rpartition("/")
    folder = spelled(root, parent) if parent else root
    try:
        names = os.listdir(folder) if folder else []
    except OSError:
        names = []
    return did_you_mean(last, sorted(nfc(each) for each in names))
