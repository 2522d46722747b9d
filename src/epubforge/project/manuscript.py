"""The manuscript's folder turned into a tree of chapters, in natural order; nothing is read yet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.project.inside import OUTSIDE_PROJECT, is_inside, shown
from epubforge.project.natural import NaturalKey, natural, nfc
from epubforge.project.reading import NOT_A_FILE, UNREADABLE_FILE, unreadable
from epubforge.source import SourceFile, Span

LEFT_OUT = Rule(
    "P026",
    "left-out",
    Severity.NOTE,
    """A file or a folder of the manuscript is left out, because its name begins with _ or a dot.

Why it matters
    It does not: this is how notes and drafts are kept beside the chapters. It is named, so that no
    chapter is lost by accident.
Bad
    _03-the-record.md, if it should be in the book
Good
    03-the-record.md
""",
)

SAME_NAME = Rule(
    "P033",
    "same-name",
    Severity.ERROR,
    """Two files of the manuscript have names that look the same.

Why it matters
    One has its accents as letters of their own, the other composed. Copied to another computer,
    one would replace the other; and a link cannot say which of them it means.
Bad
    é.md (one character) beside é.md (e and an accent)
Good
    é.md
Reference
    https://unicode.org/reports/tr15/
""",
    blocking=True,
)

DEEPEST = 30
"""Folders in folders; deeper ones are no parts of a book."""

_CHAPTER = (".md", ".markdown")
_INDEX = ("index.md", "index.markdown", "readme.md", "readme.markdown")
_NO_PARTS = frozenset({"dist", "node_modules"})
_SHELF = """
readme changelog changes contributing license licence copying authors notice security
code_of_conduct
"""
_NO_CHAPTERS = frozenset(_SHELF.split())
"""Files of a repository that are no chapters, where the root is the manuscript."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A chapter's file: its path from the manuscript, with `/`, in NFC; and where it lies."""

    path: str
    location: Path


@dataclass(frozen=True, slots=True)
class Branch:
    """A sub-folder with chapters in it."""

    path: str
    name: str
    """As a title."""
    index: Leaf | None
    children: tuple[Leaf | Branch, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where chapters are looked for."""

    root: Path
    folder: Path
    apart: tuple[Path, ...] = ()
    """Folders that hold no chapters: pictures, themes."""

    @property
    def is_root(self) -> bool:
        """Whether the project's root itself is the manuscript."""
        return self.root == self.folder


def chapter_tree(ground: Ground, reporter: Reporter) -> tuple[Leaf | Branch, ...]:
    """All chapters below the folder, sub-folders as branches; special names are left out."""
    return _Walk(ground, reporter).below(ground.folder, 0)


def leaves(tree: tuple[Leaf | Branch, ...]) -> Iterator[Leaf]:
    """Every chapter of a tree, a folder's own page before its chapters."""
    for node in tree:
        if isinstance(node, Leaf):
            yield node
            continue
        if node.index:
            yield node.index
        yield from leaves(node.children)


def title_of(folder: str) -> str:
    """A folder's name as a title: `02-the_record` is "The record"."""
    name = re.sub(r"^[0-9]+[\s._-]+(?=.)", "", folder)
    words = " ".join(re.sub("[-_]", " ", name).split()) or folder
    return words[:1].upper() + words[1:]


class _Walk:
    def __init__(self, ground: Ground, reporter: Reporter) -> None:
        self.ground = ground
        self.reporter = reporter
        self.above: list[str] = []

    def below(self, folder: Path, depth: int) -> tuple[Leaf | Branch, ...]:
        real = os.path.realpath(folder)
        if real in self.above:
            return ()
        self.above.append(real)
        try:
            names = sorted(os.listdir(folder), key=_order)
        except OSError as error:
            self.reporter.add(unreadable(shown(self.ground.root, folder), error))
            names = []
        found = [self._node(folder / name, depth) for name in self._unlike(folder, names)]
        self.above.pop()
        return tuple(node for node in found if node is not None)

    def _unlike(self, folder: Path, names: list[str]) -> list[str]:
        """The names without those that differ from an earlier one in normalisation only."""
        first: dict[str, str] = {}
        for name in names:
            if first.setdefault(nfc(name), name) != name:
                path = folder / name
                message = f"there are two files called {shown(self.ground.root, path)}"
                hint = "their accents are encoded differently; rename one of them"
                self.reporter.add(SAME_NAME.at(self._here(path), message, hint))
        return list(first.values())

    def _node(self, path: Path, depth: int) -> Leaf | Branch | None:
        is_chapter = path.name.lower().endswith(_CHAPTER)
        if self._is_left_out(path, is_chapter) or self._is_apart(path, is_chapter, depth):
            return None
        if os.path.isdir(path):
            branch = self._branch(path, depth + 1)
            if branch is None and is_chapter:
                message = f"{shown(self.ground.root, path)} is a folder, not a file"
                self.reporter.add(NOT_A_FILE.at(self._here(path), message, "rename it"))
            return branch
        return Leaf(self._path(path), path) if is_chapter else None

    def _branch(self, path: Path, depth: int) -> Branch | None:
        name = shown(self.ground.root, path)
        if not is_inside(self.ground.root, path):
            message = f"{name} is a link out of the project"
            hint = "put the folder itself into the project"
            self.reporter.add(OUTSIDE_PROJECT.at(self._here(path), message, hint))
            return None
        if depth > DEEPEST:
            message = f"{name} lies more than {DEEPEST} folders deep"
            self.reporter.add(UNREADABLE_FILE.at(self._here(path), message, "move it up"))
            return None
        children = self.below(path, depth)
        if not children:
            return None
        index = _index(children)
        rest = tuple(child for child in children if child is not index)
        return Branch(self._path(path), title_of(nfc(path.name)), index, rest)

    def _is_left_out(self, path: Path, is_chapter: bool) -> bool:
        if path.name[0] not in "._":
            return False
        is_folder = path.name[0] == "_" and os.path.isdir(path)
        if is_chapter or (is_folder and _has_chapter(path)):
            name = shown(self.ground.root, path)
            message = f"{name} is left out: its name begins with {path.name[0]}"
            hint = "rename it if it should be in the book"
            self.reporter.add(LEFT_OUT.at(self._here(path), message, hint))
        return True

    def _is_apart(self, path: Path, is_chapter: bool, depth: int) -> bool:
        if path in self.ground.apart:
            return True
        if depth or not self.ground.is_root:
            return False
        if is_chapter:
            return path.stem.casefold() in _NO_CHAPTERS
        return path.name in _NO_PARTS

    def _here(self, path: Path) -> Span:
        return SourceFile(shown(self.ground.root, path), "").span()

    def _path(self, path: Path) -> str:
        return nfc(path.relative_to(self.ground.folder).as_posix())


def _order(name: str) -> NaturalKey:
    stem, dot, ending = name.rpartition(".")
    return natural(stem if dot and f".{ending.lower()}" in _CHAPTER else name)


def _index(children: tuple[Leaf | Branch, ...]) -> Leaf | None:
    pages = [child for child in children if isinstance(child, Leaf)]
    named = {page.path.rpartition("/")[2].casefold(): page for page in pages}
    return next((named[name] for name in _INDEX if name in named), None)


def _has_chapter(folder: Path) -> bool:
    try:
        return any(name.lower().endswith(_CHAPTER) for name in os.listdir(folder))
    except OSError:
        return False
