"""What the book is made of: sizes, pictures, fonts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from epubforge.inventory.pictures import Picture
from epubforge.inventory.take import Inventory
from epubforge.inventory.typefaces import Typeface
from epubforge.report.inspection.ways import MORE
from epubforge.report.layout import Column, Layout, Line, Said
from epubforge.report.measures import counted, share, size

_MOST_SORTS = 8
_MOST_FONTS = 40


def sizes(page: Layout, inventory: Inventory, folder: str) -> None:
    """The whole, kind by kind, and what is heaviest."""
    told = inventory.sizes
    page.heading("Sizes")
    page.line(f"{size(told.bytes)} in {counted(told.files, 'file')}", 2)
    whole = sum(each.packed for each in told.kinds)
    columns = (
        Column("kind"), Column("files", right=True), Column("in the book", right=True),
        Column("unpacked", right=True), Column("share", right=True),
    )  # fmt: skip
    page.table(
        columns,
        (
            (each.kind, f"{each.files:,}", size(each.packed), size(each.bytes),
             share(each.packed, whole))
            for each in told.kinds
        ),
    )  # fmt: skip
    page.line("")
    page.line(Said("heaviest", "dim"), 2)
    page.table(
        (Column(right=True), Column(shrinks=True), Column()),
        (
            (size(each.packed), each.path.removeprefix(folder),
             Said("" if each.is_stored else f"from {size(each.bytes)}", "dim"))
            for each in told.heaviest[:5]
        ),
    )  # fmt: skip


def pictures(page: Layout, inventory: Inventory, folder: str, whole: bool) -> None:
    """Sort by sort, or one by one; the cover apart."""
    if not inventory.pictures:
        return
    page.heading("Pictures")
    cover = next((each for each in inventory.pictures if each.is_cover), None)
    if cover is None:
        page.line(Said("No picture is named as the cover.", "yellow"), 2)
    else:
        page.line(f"cover: {cover.path.removeprefix(folder)}, {_dimensions(cover)}", 2)
    if whole:
        _one_by_one(page, inventory.pictures, folder)
    else:
        _by_sort(page, inventory.pictures)


def _by_sort(page: Layout, pictures: Sequence[Picture]) -> None:
    sorts = Counter((each.format, _dimensions(each), each.colour) for each in pictures)
    weights: Counter[tuple[str, str, str]] = Counter()
    for each in pictures:
        weights[each.format, _dimensions(each), each.colour] += each.bytes
    rows: list[Sequence[Line]] = [
        (f"{count:,}", sort[0] or Said("unknown", "yellow"), sort[1], sort[2], size(weights[sort]))
        for sort, count in sorts.most_common(_MOST_SORTS)
    ]
    left = len(pictures) - sum(count for _, count in sorts.most_common(_MOST_SORTS))
    if left:
        rows.append((f"{left:,}", Said("others", "dim"), Said(MORE, "dim"), "", ""))
    columns = (Column(right=True), Column(), Column(), Column(), Column(right=True))
    page.table(columns, rows)


def _one_by_one(page: Layout, pictures: Sequence[Picture], folder: str) -> None:
    columns = (
        Column("file", shrinks=True), Column("kind"), Column("pixels"), Column("colour"),
        Column("size", right=True), Column("in its place", shrinks=True),
    )  # fmt: skip
    page.table(
        columns,
        (
            (each.path.removeprefix(folder), each.format or Said("unknown", "yellow"),
             _dimensions(each), each.colour, size(each.bytes), _alt(each))
            for each in pictures
        ),
    )  # fmt: skip


def _alt(picture: Picture) -> Line:
    if picture.undescribed:
        return Said("nothing", "yellow")
    if picture.alts:
        return Said(picture.alts[0], "dim")
    return Said("decoration" if picture.uses else "not shown", "dim")


def _dimensions(picture: Picture) -> str:
    return f"{picture.width} × {picture.height}" if picture.width else "size unknown"


def fonts(page: Layout, inventory: Inventory, folder: str) -> None:
    """Each font with what its maker allows."""
    if not inventory.fonts:
        return
    page.heading("Fonts")
    columns = (
        Column("family", shrinks=True), Column("weight", right=True), Column("style", shrinks=True),
        Column("format"),
        Column("glyphs", right=True), Column("size", right=True), Column("embedding"),
    )  # fmt: skip
    page.table(columns, (_font(each, folder) for each in inventory.fonts[:_MOST_FONTS]))
    left = len(inventory.fonts) - _MOST_FONTS
    if left > 0:
        page.line(Said(f"… {left:,} more", "dim"), 2)


def _font(font: Typeface, folder: str) -> tuple[Line, ...]:
    facts = font.facts
    if facts.fault:
        return (
            font.path.removeprefix(folder), "", "", facts.format, "", size(font.bytes),
            Said(facts.fault, "yellow"),
        )  # fmt: skip
    rights = facts.embedding or "not said"
    if facts.may_be_subset is False:
        rights += ", whole only"
    if font.obfuscation:
        rights += f", scrambled ({font.obfuscation})"
    style = facts.style + (" variable" if facts.variable else "")
    return (
        facts.family or font.path.removeprefix(folder), str(facts.weight or ""), style,
        facts.format,
        f"{facts.glyphs:,}" if facts.glyphs is not None else "", size(font.bytes),
        Said(rights, "yellow" if facts.embedding == "restricted" else ""),
    )  # fmt: skip
