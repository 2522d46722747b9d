"""The pictures of two books laid side by side, and what is said in their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from epubforge.collation.copy import Copy, texts
from epubforge.collation.pairing import Pair
from epubforge.collation.wording import Piece, wording
from epubforge.inventory.page_text import PictureUse
from epubforge.inventory.pictures import Picture

_MOST_DECODED = 400_000_000
"""Pixels of a run that are decoded to tell whether anything is to be seen of a change: some ten
seconds."""
_LARGEST = 1 << 26


@dataclass(frozen=True, slots=True)
class PictureChange:
    """A picture file that was added, taken out, replaced, or has another name."""

    kind: Literal["added", "removed", "renamed", "changed"]
    before: str
    """Its path; empty for one that is new."""
    after: str
    format_before: str
    format_after: str
    size_before: tuple[int, int]
    """Width and height in pixels; zeros where there is none or it is not known."""
    size_after: tuple[int, int]
    bytes_before: int
    bytes_after: int
    same_pixels: bool | None
    """Whether one that changed looks as before; null where that was not or cannot be told."""


@dataclass(frozen=True, slots=True)
class AltChange:
    """Other words in a picture's place; null where nothing is said."""

    picture: str
    """The path of its file in the second book."""
    document: str
    before: str | None
    after: str | None
    pieces: tuple[Piece, ...]


def picture_changes(before: Copy, after: Copy, pairs: Sequence[Pair]) -> tuple[PictureChange, ...]:
    """The picture files that are not the same, in the order of the second book."""
    one = {each.path: each for each in before.inventory.pictures}
    other = {each.path: each for each in after.inventory.pictures}
    eye = _Eye(before, after)
    found = []
    for pair in pairs:
        old, new = one.get(pair.before or ""), other.get(pair.after or "")
        kind = _kind(before, after, pair)
        if kind is not None:
            same = eye.same(old, new) if kind == "changed" else None
            found.append(_change(kind, pair, old, new, same))
    return tuple(found)


def _kind(
    before: Copy, after: Copy, pair: Pair
) -> Literal["added", "removed", "renamed", "changed"] | None:
    if pair.before is None:
        return "added"
    if pair.after is None:
        return "removed"
    if before.marks[pair.before] != after.marks[pair.after]:
        return "changed"
    return "renamed" if pair.before != pair.after else None


def _change(
    kind: Literal["added", "removed", "renamed", "changed"],
    pair: Pair,
    old: Picture | None,
    new: Picture | None,
    same: bool | None,
) -> PictureChange:
    return PictureChange(
        kind=kind,
        before=pair.before or "",
        after=pair.after or "",
        format_before=old.format if old else "",
        format_after=new.format if new else "",
        size_before=(old.width, old.height) if old else (0, 0),
        size_after=(new.width, new.height) if new else (0, 0),
        bytes_before=old.bytes if old else 0,
        bytes_after=new.bytes if new else 0,
        same_pixels=same,
    )


class _Eye:
    """What looks at pictures until it is tired."""

    def __init__(self, before: Copy, after: Copy) -> None:
        self._before = before
        self._after = after
        self._left = _MOST_DECODED

    def same(self, old: Picture | None, new: Picture | None) -> bool | None:
        if old is None or new is None or not old.width or not new.width:
            return None
        if (old.width, old.height) != (new.width, new.height):
            return False
        self._left -= 2 * old.width * old.height
        if self._left < 0 or max(old.bytes, new.bytes) > _LARGEST:
            return None
        from epubforge.codec.same_pixels import same_pixels

        one = self._before.opened.book.read(old.path)
        other = self._after.opened.book.read(new.path)
        return None if one is None or other is None else same_pixels(one, other)


def alt_changes(
    before: Copy, after: Copy, documents: Sequence[Pair], renamed: dict[str, str]
) -> tuple[AltChange, ...]:
    """Pictures that stand in one document before and after, with other words in their place."""
    found: list[AltChange] = []
    for pair in documents:
        if pair.before and pair.after:
            old = _said(texts(before.steps[pair.before]).pictures, renamed)
            new = _said(texts(after.steps[pair.after]).pictures, {})
            found += _in_document(pair.after, old, new)
    return tuple(found)


def _said(pictures: Sequence[PictureUse], renamed: dict[str, str]) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = defaultdict(list)
    for use in pictures:
        found[renamed.get(use.resource, use.resource)].append(use.alt)
    return found


def _in_document(
    document: str, old: dict[str, list[str | None]], new: dict[str, list[str | None]]
) -> Iterator[AltChange]:
    for picture, alts in new.items():
        for before, after in zip(old.get(picture, ()), alts, strict=False):
            if before != after:
                pieces = wording(before, after) if before and after else ()
                yield AltChange(picture, document, before, after, pieces)
