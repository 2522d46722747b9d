"""The recipe of `compare`: two files in, what changed from one to the other out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from epubforge.collation.collate import Collation, collate
from epubforge.pipeline.inspecting import inspect

_BLOCK = 1 << 20


def compare(before: Path, after: Path) -> Collation:
    """What is not the same in two finished EPUBs. Nothing is written.

    Of files of the same bytes the first is only opened to see that it is a book. Raises Refused
    where one is none.
    """
    one = inspect(before).opened
    if _are_identical(before, after):
        title = one.inventory.metadata.title
        return Collation(True, True, title, title)
    return collate(one, inspect(after).opened)


def _are_identical(before: Path, after: Path) -> bool:
    if not after.is_file() or before.stat().st_size != after.stat().st_size:
        return False
    with before.open("rb") as one, after.open("rb") as other:
        return all(a == b for a, b in zip_longest(_blocks(one), _blocks(other)))


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block
