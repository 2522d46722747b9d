"""What a text may call a plate: its number, its file, or the file's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from epubforge.compose.names import slug
from epubforge.compose.plate_places import PlatesNode

_NUMBER = re.compile(r"plate-0*([1-9]\d{0,5})")


class PlateSigns:
    """Finds plates by what a link says."""

    def __init__(self, nodes: Iterable[PlatesNode]) -> None:
        self._hrefs: list[str] = []
        self._ids: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self.by_path: dict[str, int] = {}
        """Numbers by the paths of the pictures' files."""
        for node in nodes:
            for href, stem, path in zip(node.plates, node.stems, node.paths, strict=True):
                self._hrefs.append(href)
                number = len(self._hrefs)
                self.by_path.setdefault(_nfc(path), number)
                self._names.setdefault(_nfc(path).rpartition("/")[2].casefold(), number)
                for name in (_nfc(stem), slug(stem)):
                    if name:
                        self._ids.setdefault(f"plate-{name}".casefold(), number)

    @property
    def ids(self) -> tuple[str, ...]:
        """What plates may be called by the names of their files: `plate-ada`."""
        return tuple(self._ids)

    def href(self, number: int) -> str:
        """Where the plate of that number stands, from the package document."""
        return self._hrefs[number - 1]

    def by_id(self, fragment: str) -> int | None:
        """The number of `plate-12`, else of `plate-ada` where a plate's file is called ada."""
        counted = _NUMBER.fullmatch(fragment)
        if counted and int(counted[1]) <= len(self._hrefs):
            return int(counted[1])
        named = (_nfc(fragment), _nfc(unquote(fragment)))
        return next((self._ids[n.casefold()] for n in named if n.casefold() in self._ids), None)

    def by_file(self, target: str) -> int | None:
        """The number of the plate whose file has that name, wherever it lies."""
        return self._names.get(_nfc(unquote(target)).casefold())


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
