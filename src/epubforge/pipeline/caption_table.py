"""A caption table on the disk, changed row by row: comments, dialect and encoding stay as they are.

Every change is read again before it is given out: what would not read as it is meant is refused.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from epubforge.descriptions import in_csv, in_toml
from epubforge.descriptions.moving import moved, toml_row
from epubforge.diagnostics import Fix, Replacement, Reporter
from epubforge.fixes.apply import Original
from epubforge.model.picture import Caption
from epubforge.model.project import Project
from epubforge.project.caption_csv import read_csv
from epubforge.project.captions import ROW, TABLE
from epubforge.project.csv_table import encoding_of, read_table
from epubforge.project.errors import MistakeError
from epubforge.project.inside import spelled
from epubforge.project.node import Node
from epubforge.project.reading import decoded
from epubforge.project.toml_file import TomlFile, read_toml

_NAMES = tuple(key.name for key in ROW.keys)

Values = Mapping[str, str]
"""Texts of a row by the names of its keys."""


class EditError(Exception):
    """What is asked for cannot be done; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class CaptionTable:
    """The table as it lies on the disk, or would lie there."""

    path: str
    """From the project's root."""
    location: Path
    data: bytes

    @classmethod
    def at(cls, project: Project, path: str) -> CaptionTable:
        """The project's table of that path. Raises EditError where it cannot be read."""
        found = spelled(project.root, path) if not path.startswith("../") else None
        if found is None or not found.is_file():
            raise EditError(f"{path} cannot be read")
        location = Path(os.path.realpath(found))
        try:
            return cls(path, location, location.read_bytes())
        except OSError as fault:
            raise EditError(f"{path} cannot be read: {fault.strerror}") from fault

    @property
    def text(self) -> str:
        """The table's text, line ends and all."""
        return self._original.text

    def rows(self) -> tuple[Caption, ...]:
        """Its rows in the order of the text. Raises EditError where it is no table."""
        file = self._file()
        if file is None:
            raise EditError(f"{self.path} cannot be understood; mend it first")
        try:
            read = TABLE.read(Node(file, (), file.values, Reporter()))
        except MistakeError as mistake:
            raise EditError(f"{self.path} cannot be understood; mend it first") from mistake
        return tuple(row for row in read if row.file)

    def with_values(self, row: Caption, values: Values) -> CaptionTable:
        """The table with other texts in one of its rows."""
        if self._is_toml:
            pieces = in_toml.put(row, {name: _toml(text) for name, text in values.items()})
        else:
            pieces = self._cells({row.span.start: values}, ())
        changed = self._with(pieces)
        number = self.rows().index(row)
        self._demand(changed, [each.file for each in self.rows()], {number: values})
        return changed

    def with_rows(self, rows: Sequence[tuple[str, Values]]) -> CaptionTable:
        """The table with rows more at its end, each of a file."""
        if self._is_toml:
            source = self._original.source
            before = "" if source.text.endswith("\n") or not source.text else "\n"
            text = before + "".join(f"\n{toml_row_of(file, values)}" for file, values in rows)
            pieces: tuple[Replacement, ...] = (Replacement(source.span(len(source.text)), text),)
        else:
            pieces = self._cells({}, rows)
        changed, old = self._with(pieces), self.rows()
        files = [*(row.file for row in old), *(file for file, _ in rows)]
        self._demand(changed, files, {len(old) + at: values for at, (_, values) in enumerate(rows)})
        return changed

    def in_order(self, wanted: Sequence[Caption]) -> CaptionTable:
        """The table with these of its rows in this order; all others keep their places."""
        rows = self.rows()
        chosen = sorted(wanted, key=lambda row: row.span.start)
        stretches = [toml_row(row.span) if self._is_toml else row.span for row in chosen]
        order = [chosen.index(row) for row in wanted]
        changed = self._with(moved(stretches, order))
        following = iter(wanted)
        self._demand(
            changed, [(next(following) if row in chosen else row).file for row in rows], {}
        )
        return changed

    @property
    def _is_toml(self) -> bool:
        return self.location.suffix.lower() == ".toml"

    @property
    def _original(self) -> Original:
        if not self._is_toml:
            return Original(self.path, encoding_of(self.data).text(self.data))
        original = Original.of(self.path, self.data)
        if original is None:
            raise EditError(f"{self.path} is not UTF-8")
        return original

    def _file(self) -> TomlFile | None:
        if self._is_toml:
            return read_toml(decoded(self.path, self.data).value).value
        return read_csv(self.path, self.data, _NAMES).value

    def _cells(
        self, changes: Mapping[int, Values], new: Sequence[tuple[str, Values]]
    ) -> tuple[Replacement, ...]:
        table = read_table(self.path, self.data, _NAMES).value
        if table is None:
            raise EditError(f"{self.path} cannot be understood; mend it first")
        return in_csv.changed(table, changes, new)

    def _with(self, pieces: Sequence[Replacement]) -> CaptionTable:
        text = self._original.with_fixes([Fix(tuple(pieces))]).text
        encoding = encoding_of(self.data)
        try:
            return replace(self, data=text.encode() if self._is_toml else encoding.data(text))
        except UnicodeEncodeError as error:
            letter = text[error.start]
            message = f"{self.path} is in {encoding.name}, which has no {letter}; save it as UTF-8"
            raise EditError(message) from error

    def _demand(
        self, changed: CaptionTable, files: Sequence[str], values: Mapping[int, Values]
    ) -> None:
        """That it reads as it is meant. Raises EditError."""
        rows = changed.rows()
        is_meant = [row.file for row in rows] == list(files) and all(
            getattr(rows[at], name).strip() == text.strip()
            for at, texts in values.items()
            for name, text in texts.items()
        )
        if not is_meant:
            raise EditError(f"{self.path} is written in a way that this cannot be put into")


def toml_row_of(file: str, values: Values) -> str:
    """A new `[[picture]]`, with its line end."""
    lines = (f"{name} = {_toml(text)}\n" for name, text in values.items())
    return f"[[picture]]\nfile = {_toml(file)}\n{''.join(lines)}"


def _toml(text: str) -> str:
    """A text of TOML: in one line, or where it has several in as many."""
    lines = [
        json.dumps(line, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")
        for line in text.split("\n")
    ]
    return f'"{lines[0]}"' if len(lines) == 1 else '"""\n' + "\n".join(lines) + '"""'
