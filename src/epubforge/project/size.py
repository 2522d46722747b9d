"""A size as it is written, "100 MB", turned into bytes."""

from __future__ import annotations

import re

from epubforge.model.picture import BookLimit
from epubforge.project.node import Node

_UNITS = {
    "B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3,
    "KIB": 1024, "MIB": 1024**2, "GIB": 1024**3,
}  # fmt: skip
SIZE_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": r"^[0-9]+(\.[0-9]+)? ?[KkMmGg]?[Ii]?[Bb]$",
    "minimum": 1,
}
_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?) *([A-Za-z]+)")
_HINT = 'write a number and a unit: "100 MB"'


def read_limit(node: Node) -> BookLimit:
    """The size in bytes, with its place.

    Raises:
        MistakeError: it is neither a text of number and unit nor a whole number of bytes.
    """
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        if node.value < 1:
            raise node.invalid(f"cannot be {node.value}", _HINT)
        return BookLimit(node.value, node.span)
    written = node.text('a size: "100 MB"')
    size = _SIZE.fullmatch(written)
    if size is None or size[2].upper() not in _UNITS:
        raise node.invalid(f'cannot be "{written}"', _HINT)
    count = round(float(size[1]) * _UNITS[size[2].upper()])
    if count < 1:
        raise node.invalid(f'cannot be "{written}"', _HINT)
    return BookLimit(count, node.span)
