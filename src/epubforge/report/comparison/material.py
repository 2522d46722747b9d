"""What the books are made of: pictures, styles, fonts, other files, sizes."""

from __future__ import annotations

from collections.abc import Sequence

from epubforge.collation.collate import Collation
from epubforge.collation.files import FileChange
from epubforge.collation.pictures import PictureChange
from epubforge.report.comparison.signs import new, out
from epubforge.report.comparison.ways import listed
from epubforge.report.layout import Column, Layout, Line, Said
from epubforge.report.measures import became, counted, grown, size

_MOST_LINES = 6


def pictures(page: Layout, collation: Collation, whole: bool) -> None:
    """Which came and went, and whether anything is to be seen of a change."""
    if collation.pictures:
        page.heading("Pictures")
        same = sum(each.same_pixels is True for each in collation.pictures)
        if same:
            page.line(f"{counted(same, 'picture')} with other bytes but the same pixels", 2)
        listed(page, [_picture(each, collation.folder) for each in collation.pictures], whole)


def _picture(change: PictureChange, folder: str) -> Line:
    before, after = change.before.removeprefix(folder), change.after.removeprefix(folder)
    match change.kind:
        case "added":
            facts = f"{_pixels(change.size_after)}, {size(change.bytes_after)}"
            return [new(after), Said(f"  {facts}", "dim")]
        case "removed":
            facts = f"{_pixels(change.size_before)}, {size(change.bytes_before)}"
            return [out(before), Said(f"  {facts}", "dim")]
        case "renamed":
            return [before, Said(" → ", "dim"), after]
        case "changed":
            return [_named(before, after), f"  {_seen(change)}",
                    Said(f"  {_steps(change)}", "dim")]  # fmt: skip


def _seen(change: PictureChange) -> str:
    if change.same_pixels is None:
        return "other bytes"
    if change.same_pixels:
        return "other bytes, the same pixels"
    return "other pixels"


def _steps(change: PictureChange) -> str:
    told = []
    if change.format_before != change.format_after:
        told.append(f"{change.format_before or '?'} → {change.format_after or '?'}")
    if change.size_before != change.size_after:
        told.append(f"{_pixels(change.size_before)} → {_pixels(change.size_after)}")
    told.append(became(change.bytes_before, change.bytes_after))
    return ", ".join(told)


def _pixels(pixels: tuple[int, int]) -> str:
    return f"{pixels[0]} × {pixels[1]}" if pixels[0] else "size unknown"


def _named(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def styles(page: Layout, collation: Collation, whole: bool) -> None:
    """Stylesheets with the lines that came and went."""
    if not collation.styles:
        return
    page.heading("Styles")
    for each in collation.styles:
        counts = f"  {counted(each.lines_in, 'line')} in, {each.lines_out:,} out"
        page.line(
            [
                *_file(each.file, collation.folder),
                Said("" if each.file.kind == "renamed" else counts, "dim"),
            ],
            2,
        )
        if each.file.kind != "changed":
            continue
        shown = each.lines if whole else each.lines[:_MOST_LINES]
        for line in shown:
            page.line(out(line[1:]) if line.startswith("-") else new(line[1:]), 4)
        if len(shown) < each.lines_in + each.lines_out:
            left = each.lines_in + each.lines_out - len(shown)
            page.line(Said(f"… {counted(left, 'line')} more", "dim"), 4)


def fonts(page: Layout, collation: Collation) -> None:
    """Fonts by what they are."""
    if collation.fonts:
        page.heading("Fonts")
        for each in collation.fonts:
            told = each.font_after or each.font_before
            if each.font_before and each.font_after and each.font_before != each.font_after:
                told = f"{each.font_before} → {each.font_after}"
            page.line([*_file(each.file, collation.folder), Said(f"  {told}", "dim")], 2)


def files(page: Layout, collation: Collation, whole: bool) -> None:
    """Documents that only their markup changed in, and all other files."""
    if collation.markup:
        page.heading("Documents with other markup, the same text")
        listed(page, [_file(each, collation.folder) for each in collation.markup], whole)
    if collation.files:
        page.heading("Other files")
        listed(page, [_file(each, collation.folder) for each in collation.files], whole)


def _file(change: FileChange, folder: str) -> list[Said]:
    before, after = change.before.removeprefix(folder), change.after.removeprefix(folder)
    match change.kind:
        case "added":
            return [new(after), Said(f"  {size(change.bytes_after)}", "dim")]
        case "removed":
            return [out(before), Said(f"  {size(change.bytes_before)}", "dim")]
        case "renamed":
            return [Said(_named(before, after))]
        case "changed":
            steps = became(change.bytes_before, change.bytes_after)
            return [Said(_named(before, after)), Said(f"  {steps}", "dim")]


def sizes(page: Layout, collation: Collation) -> None:
    """What grew and what shrank."""
    told = collation.sizes
    if told is None:
        return
    page.heading("Sizes")
    rows: list[Sequence[Line]] = [
        ("book", size(told.before), size(told.after), grown(told.before, told.after))
    ]
    rows += [(e.kind, size(e.before), size(e.after), grown(e.before, e.after)) for e in told.kinds]
    columns = (Column(), Column("before", right=True), Column("after", right=True),
               Column("change", right=True))  # fmt: skip
    page.table(columns, rows)
    if told.heaviest:
        page.line("")
        page.table(
            (Column(right=True), Column(shrinks=True)),
            (
                (grown(each.before, each.after), each.path.removeprefix(collation.folder))
                for each in told.heaviest[:5]
            ),
        )


def unread(page: Layout, collation: Collation) -> None:
    """What could not be compared."""
    both = (("first", collation.unread_before), ("second", collation.unread_after))
    if any(those for _, those in both):
        page.heading("Not read, and so not compared")
        page.points(
            Said(f"{_unread(each.path, collation.folder)}, in the {which}: {each.reason}", "yellow")
            for which, those in both
            for each in those[:_MOST_LINES]
        )


def _unread(path: str, folder: str) -> str:
    return path.removeprefix(folder) or "a step of the reading order"
