"""Names of files inside the book: lower-case ASCII made from a title or a file's name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from epubforge.language.latin import unaccented

_LONGEST = 60
_ORDER_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:[\s._)\-–—]+|$)")
_OTHER = re.compile(r"[^a-z0-9]+")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Windows opens a device instead of a file of such a name, whatever its ending."""


def slug(text: str) -> str:
    """The text in lower-case ASCII letters, digits and hyphens; empty where nothing is left."""
    return _OTHER.sub("-", unaccented(text))[:_LONGEST].strip("-")


def stem(path: str) -> str:
    """The file's name without folders, ending and order number: `02-the-mine.md` is `the-mine`."""
    whole = unicodedata.normalize("NFC", PurePosixPath(path).stem)
    return _ORDER_NUMBER.sub("", whole, count=1) if _ORDER_NUMBER.match(whole) else whole


class Names:
    """Gives out names, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, wanted: str, otherwise: str) -> str:
        """The wanted name, with a counter where it is taken; `otherwise` and a counter if empty."""
        free = wanted not in self._taken and wanted not in _DEVICES
        name = wanted if wanted and free else self._counted(wanted, otherwise)
        self._taken.add(name)
        return name

    def _counted(self, wanted: str, otherwise: str) -> str:
        counter = 2 if wanted else 1
        while f"{wanted or otherwise}-{counter}" in self._taken:
            counter += 1
        return f"{wanted or otherwise}-{counter}"
