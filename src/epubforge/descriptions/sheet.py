"""Rows of pictures turned into the cells of a sheet, and an editor's cells into answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from epubforge.descriptions.row import Described, Texts
from epubforge.source import SourceFile, Span

HEADS = ("key", "file", "where", "caption", "alt", "decorative", "longdesc", "finding")
_YES = frozenset("1 x yes y true ✓ ✔ ja j wahr oui vrai si sí sì vero verdadero sim да истина так "
                 "tak prawda".split())  # fmt: skip


class SheetError(Exception):
    """A file is no sheet of descriptions; the message continues its name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of a sheet that came back; None where the sheet has no such column."""

    key: str
    alt: str | None
    decorative: bool | None
    longdesc: str | None
    span: Span
    """In the sheet, or in the text that shows it."""

    def over(self, texts: Texts) -> Texts:
        """The texts with what the editor says."""
        return Texts(
            texts.alt if self.alt is None else self.alt,
            texts.decorative if self.decorative is None else self.decorative,
            texts.longdesc if self.longdesc is None else self.longdesc,
        ).folded()


def cells(rows: Iterable[Described]) -> list[list[str]]:
    """The sheet: its heads, then a row for each picture."""
    sheet = [list(HEADS)]
    for row in rows:
        texts = row.texts.folded()
        sheet.append(
            [
                row.key, row.name, row.where, row.caption, texts.alt,
                "yes" if texts.decorative else "", texts.longdesc, "; ".join(row.faults),
            ]
        )  # fmt: skip
    return sheet


def answers(sheet: Sequence[Sequence[str]], spans: Sequence[Span]) -> list[Answer]:
    """What the rows of a sheet say; those without any text are passed over.

    Raises SheetError where it is not one of ours.
    """
    heads = [head.strip().casefold() for head in sheet[0]] if sheet else []
    if "key" not in heads or not {"alt", "decorative", "longdesc"} & set(heads):
        raise SheetError("is no sheet of descriptions: it has no columns key and alt")
    found: list[Answer] = []
    for row, span in zip(sheet[1:], spans[1:], strict=True):
        told = dict(zip(heads, row, strict=False))
        if not any(cell.strip() for cell in row):
            continue
        ticked = told.get("decorative")
        found.append(
            Answer(
                told.get("key", "").strip(),
                told.get("alt"),
                ticked.strip().casefold() in _YES if ticked is not None else None,
                told.get("longdesc"),
                span,
            )
        )
    return found


def as_text(name: str, sheet: Sequence[Sequence[str]]) -> tuple[SourceFile, list[Span]]:
    """A sheet that is no text shown as one, line by line, so that findings have a place in it."""
    lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in sheet]
    source = SourceFile(name, "\n".join(lines))
    spans: list[Span] = []
    start = 0
    for line in lines:
        spans.append(source.span(start, start + len(line)))
        start += len(line) + 1
    return source, spans
