"""A place in the manuscript as an address that opens it in the author's editor."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

_FILE = "://file{path}:{line}:{column}"
_OPEN = "://open?url=file://{path}&line={line}&column={column}"
_PLAIN = "://open?file={path}&line={line}&column={column}"
EDITORS = {
    "vscode": "vscode" + _FILE,
    "vscodium": "vscodium" + _FILE,
    "cursor": "cursor" + _FILE,
    "windsurf": "windsurf" + _FILE,
    "zed": "zed" + _FILE,
    "sublime": "subl" + _OPEN,
    "textmate": "txmt" + _OPEN,
    "macvim": "mvim" + _OPEN,
    "emacs": "emacs" + _OPEN,
    "idea": "idea" + _PLAIN,
    "pycharm": "pycharm" + _PLAIN,
}
"""Editors by their names, and the addresses that they answer to."""
_PROGRAMS = {
    "code": "vscode", "codium": "vscodium", "cursor": "cursor", "zed": "zed", "subl": "sublime",
}  # fmt: skip
_NO_EDITORS = frozenset({"http", "https", "javascript", "data", "blob", "file", "about", "ftp"})
_TEMPLATE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class NoEditorError(Exception):
    """What was asked for is no editor; the message says what may be."""


@dataclass(frozen=True, slots=True)
class Editor:
    """An address with {path}, {line} and {column} in it."""

    template: str

    def address(self, file: Path, line: int, column: int) -> str:
        """What opens the file at that place."""
        path = quote(file.as_posix(), safe="/:")
        told = {
            "path": path if path.startswith("/") else f"/{path}",
            "line": line,
            "column": column,
        }
        address = self.template
        for name, value in told.items():
            address = address.replace(f"{{{name}}}", str(value))
        return address


def editor_named(name: str | None) -> Editor | None:
    """The editor of that name, or of an address of one's own; None: places are copied instead.

    Without a name the first one that is installed. Raises NoEditorError.
    """
    if name is None:
        found = next((each for each in _PROGRAMS if shutil.which(each)), None)
        return Editor(EDITORS[_PROGRAMS[found]]) if found else None
    if name.casefold() in {"none", ""}:
        return None
    if name.casefold() in EDITORS:
        return Editor(EDITORS[name.casefold()])
    scheme = _TEMPLATE.match(name)
    if scheme is None or "{path}" not in name or scheme[1].casefold() in _NO_EDITORS:
        known = ", ".join(EDITORS)
        raise NoEditorError(
            f"{name} is no editor; name one of {known}, none, or an address with {{path}},"
            " {line} and {column}"
        )
    return Editor(name)
