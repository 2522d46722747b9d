"""The plates of a book as the viewer shows and changes them; every change can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from epubforge.model.book import Plate, plates_of
from epubforge.pipeline.caption_table import EditError
from epubforge.pipeline.describing import TextChange, write_changes
from epubforge.pipeline.fixing import MendError
from epubforge.pipeline.plate_editing import EDITABLE, in_order, undone, with_texts
from epubforge.preview.bench import Bench

MOST_UNDONE = 200
LONGEST = 20_000
"""Characters of a text."""


class PlateValue(TypedDict):
    """A plate, as the viewer reads it."""

    file: str
    """The picture, from the project's root."""
    number: int
    title: str
    href: str
    """Its page."""
    picture: str | None
    """The picture in the book; None: it is withheld."""
    caption: str
    """As it is written, in Markdown."""
    alt: str
    decorative: bool
    group: str
    credit: str
    missing: list[str]
    """Of what it has nothing: `caption`, `alt`."""


class PlateDesk:
    """Where the plates of one project are changed."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._done: list[tuple[TextChange, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    def all(self, edition: str) -> list[PlateValue]:
        """The plates in their order, of an edition that was made."""
        published = self._bench.published(edition)
        return [_value(plate) for plate in plates_of(published.book.pages)] if published else []

    def change(self, edition: str, wish: Mapping[str, object]) -> None:
        """Do what the viewer asks for. Raises EditError where it cannot be done."""
        try:
            if wish.get("undo"):
                self._undo()
                return
            changes = self._changes(edition, wish)
            write_changes(changes)
        except MendError as fault:
            raise EditError(str(fault)) from fault
        if changes:
            self._done = [*self._done[-MOST_UNDONE:], changes]

    def _undo(self) -> None:
        if not self._done:
            raise EditError("there is nothing to take back")
        write_changes(undone(self._done[-1]))
        self._done.pop()

    def _changes(self, edition: str, wish: Mapping[str, object]) -> tuple[TextChange, ...]:
        project = self._bench.read(edition)
        if project is None:
            raise EditError("the settings cannot be read; mend them first")
        if "order" in wish:
            return in_order(project, _texts(wish["order"]))
        file = wish.get("file")
        texts = {name: wish[name] for name in EDITABLE if name in wish}
        if not isinstance(file, str) or not texts:
            raise EditError('what is asked for is an "order", or a "file" with its texts')
        return with_texts(project, file, {name: _text(text) for name, text in texts.items()})


def _texts(value: object) -> Sequence[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise EditError("an order is a list of files")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise EditError(f"a text of a plate has {LONGEST:,} characters at most")
    if any(ord(sign) < 32 and sign != "\n" for sign in value.replace("\r\n", "\n")):
        raise EditError("a text of a plate holds no control characters")
    return "\n".join(line.rstrip() for line in value.replace("\r\n", "\n").strip().split("\n"))


def _value(plate: Plate) -> PlateValue:
    row = plate.caption
    caption, alt = (row.caption, row.alt) if row else ("", "")
    decorative = plate.is_decorative
    lacks = {"caption": not caption.strip(), "alt": not alt.strip() and not decorative}
    return PlateValue(
        file=plate.path,
        number=plate.number,
        title=plate.title,
        href=plate.href,
        picture=plate.placed.href if plate.placed else None,
        caption=caption,
        alt=alt,
        decorative=decorative,
        group=row.group if row else "",
        credit=row.credit if row else "",
        missing=[name for name, is_missing in lacks.items() if is_missing],
    )
