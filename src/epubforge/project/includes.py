"""The `{{include …}}` of all chapters turned into the texts that they bring in.

What a directive means, and whether it is one at all, is decided where Markdown is read. Here every
place that looks like one is taken for one, so that its text is at hand.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from epubforge.diagnostics import Reporter
from epubforge.model.project import Inclusions
from epubforge.project.inside import spelled
from epubforge.project.natural import nfc
from epubforge.project.reading import NOT_UTF8, read_text
from epubforge.project.shared import Shelf
from epubforge.project.suggest import did_you_mean
from epubforge.source import SourceFile

# No path is longer. Possessive, so that a line of a million blanks costs no more than one of one.
_DIRECTIVE = re.compile(r"\{\{\s*+include\s++([^{}\n]{1,1000}+)\}\}")
_OPTIONS = re.compile(r"(?:\s+[\w-]+\s*=\s*\S*)+\Z")
_MOST_GUESSES = 100
"""A text full of paths that lead nowhere is not held up by guesses at each."""
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")


def read_includes(
    shelves: tuple[Shelf, ...], chapters: Iterable[SourceFile], reporter: Reporter
) -> dict[str, Inclusions]:
    """What each text includes by itself, by its path: the chapters', and the included ones'.

    The first of the shelves is the project. Each file is read once. A path is looked for from the
    folder of the text that names it, then from the root, then in each shared folder.
    """
    return _Library(shelves, chapters, reporter).inclusions()


def all_included(inclusions: dict[str, Inclusions]) -> tuple[tuple[str, SourceFile], ...]:
    """Every text that is included, by the path that it is included by."""
    files = {path: text for each in inclusions.values() for path, text in each.files}
    return tuple(sorted(files.items(), key=lambda item: item[0]))


class _Library:
    """The texts that were read, and how paths lead to them."""

    def __init__(
        self, shelves: tuple[Shelf, ...], chapters: Iterable[SourceFile], reporter: Reporter
    ) -> None:
        self.shelves = shelves
        self.chapters = tuple(chapters)
        self.texts = {chapter.path: chapter for chapter in self.chapters}
        self.refused: dict[str, str] = {}
        self.guesses_left = _MOST_GUESSES
        self.reporter = reporter

    def inclusions(self) -> dict[str, Inclusions]:
        found: dict[str, Inclusions] = {}
        waiting = list(reversed(self.chapters))
        while waiting:
            text = waiting.pop()
            written = _named(text)
            if text.path in found or not written:
                continue
            found[text.path] = own = self._inclusions(text, written)
            waiting.extend(included for _, included in reversed(own.files))
        return found

    def _inclusions(self, text: SourceFile, written: tuple[str, ...]) -> Inclusions:
        files: dict[str, SourceFile] = {}
        refused: dict[str, str] = {}
        for name in written:
            label = self._label(text, name)
            if label in self.texts:
                files[label] = self.texts[label]
                if label not in _from_text_or_root(text, name):
                    # Found by a search in a shared folder: its name is known here alone.
                    files[posixpath.normpath(name)] = self.texts[label]
            elif label is not None and label in self.refused:
                refused[name] = self.refused[label]
            elif leads_out := self._leads_out(text, name):
                refused[name] = leads_out
            elif meant := self._meant(text, name):
                refused[name] = f"is not there{meant}"
        return Inclusions(tuple(sorted(files.items())), tuple(refused.items()))

    def _label(self, text: SourceFile, name: str) -> str | None:
        """The path from the root of what a path in a text means, once it was looked at."""
        if _ABSOLUTE.match(name):
            return None
        searched = (shelf.named(name) for shelf in self.shelves[1:])
        for label in (*_from_text_or_root(text, name), *map(posixpath.normpath, searched)):
            if self._is_there(label):
                return label
        return None

    def _is_there(self, label: str) -> bool:
        if label in self.texts or label in self.refused:
            return True
        shelf, rest = self._shelf(label)
        path = spelled(shelf.folder, rest) if shelf else None
        if shelf is None or path is None:
            return False
        reason = _refusal(shelf, path)
        if reason is None:
            reason = self._read(shelf, path, label)
        if reason:
            self.refused[label] = reason
        return True

    def _read(self, shelf: Shelf, path: Path, label: str) -> str | None:
        read = read_text(shelf.folder, path, shelf.label)
        fatal = [each for each in read.found if each.rule.blocking and each.rule is not NOT_UTF8]
        if fatal:
            return fatal[0].message.removeprefix(f"{read.value.path} ")
        self.reporter.extend(read.found)
        self.texts[label] = read.value
        return None

    def _shelf(self, label: str) -> tuple[Shelf | None, str]:
        """The shelf that a path from the root leads into, and the path in it."""
        for shelf in self.shelves[1:]:
            if label.startswith(f"{shelf.label}/"):
                return shelf, label.removeprefix(f"{shelf.label}/")
        is_out = label == ".." or label.startswith("../")
        return (None, "") if is_out else (self.shelves[0], label)

    def _leads_out(self, text: SourceFile, name: str) -> str | None:
        labels = () if _ABSOLUTE.match(name) else _from_text_or_root(text, name)
        if all(self._shelf(label)[0] is None for label in labels):
            return "lies outside the project"
        return None

    def _meant(self, text: SourceFile, name: str) -> str:
        """`; did you mean …?` by the files in the folders that the path leads to."""
        self.guesses_left -= 1
        if self.guesses_left < 0:
            return ""
        folder, _, last = name.rpartition("/")
        near: dict[str, str] = {}
        for label in _from_text_or_root(text, posixpath.join(folder, "x")):
            shelf, rest = self._shelf(label)
            place = spelled(shelf.folder, posixpath.dirname(rest)) if shelf else None
            if shelf and place and shelf.holds(place):
                for entry in _files(place):
                    near.setdefault(entry, posixpath.join(folder, entry))
        meant = did_you_mean(last, near)
        return meant and meant.replace("mean ", f"mean {folder}/" if folder else "mean ")


def _named(text: SourceFile) -> tuple[str, ...]:
    """The paths in what looks like a directive, each once."""
    if "{{" not in text.text:
        return ()
    paths = (nfc(_path(found[1])) for found in _DIRECTIVE.finditer(text.text))
    return tuple(dict.fromkeys(path for path in paths if path))


def _path(arguments: str) -> str:
    path = _OPTIONS.sub("", arguments.strip())
    is_quoted = len(path) > 1 and path[0] == path[-1] and path[0] in "\"'"
    return path[1:-1].strip() if is_quoted else path


def _from_text_or_root(text: SourceFile, name: str) -> tuple[str, str]:
    near = posixpath.join(posixpath.dirname(text.path), name)
    return posixpath.normpath(near), posixpath.normpath(name)


def _refusal(shelf: Shelf, path: Path) -> str | None:
    if not shelf.holds(path):
        return "is a link out of the project"
    # A manuscript that was given to you must not carry .env or .git/config off into a book.
    real = Path(os.path.realpath(path))
    if any(part.startswith(".") for part in real.relative_to(shelf.folder).parts):
        return "is hidden: its name, or its folder's, begins with a dot"
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return f"cannot be read: {(error.strerror or 'no reason').lower()}"
    if stat.S_ISREG(mode):
        return None
    return "is a folder, not a file" if stat.S_ISDIR(mode) else "is no regular file"


def _files(folder: Path) -> Iterator[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (nfc(name) for name in names if (folder / name).is_file())
