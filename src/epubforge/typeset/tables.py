"""Tables: columns as wide as their contents ask, rows that stay whole, heads on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from epubforge.styles.tree import Element, Text
from epubforge.typeset.boxes import Box, Closed, Event, Opened, Sides, Slice, Unseen
from epubforge.typeset.columns import shares, span_of
from epubforge.typeset.faults import smaller_table
from epubforge.typeset.lines import SetLine
from epubforge.typeset.pages import write
from epubforge.typeset.paging import Range, ranges
from epubforge.typeset.placing import placed
from epubforge.typeset.style import Style
from epubforge.typeset.xml import start_tag

if TYPE_CHECKING:
    from epubforge.typeset.blocks import Blocks

_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)
_SPARE = 1.0
"""Of a row, for what collapsed borders are rounded to, in CSS pixels."""


@dataclass(slots=True)
class _Cell:
    element: Element
    column: int
    span: int
    rows: int
    events: list[Event] = field(default_factory=list)
    height: float = 0.0


@dataclass(slots=True)
class _Row:
    element: Element
    cells: list[_Cell]


def table(blocks: Blocks, element: Element, style: Style, width: float) -> Iterator[Event]:
    """A table in a column of that width."""
    box = blocks.box(element, replace(style, box=_without_width(style)), width)
    room = box.width
    columns, rows = _fitted(blocks, element, room)
    style = blocks.looks.of(element)
    wide = sum(columns)
    left_over = room - wide
    is_centred = dict(style.box).get("margin-left") == "auto"
    share = 0.5 if is_centred else 1.0 if style.is_rtl else 0.0
    margin = Sides(
        box.margin.top,
        box.margin.right + left_over * (1 - share),
        box.margin.bottom,
        box.margin.left + left_over * share,
    )
    frame = box.border
    box = Box(element, style, margin, Sides(), Sides(), wide)
    box.kind = "table"
    box.extra = f"width:{wide:.2f}px;table-layout:fixed;border-spacing:0"
    box.extra += f";font-size:{style.letters.size:.3f}px;line-height:{style.leading:.3f}px"
    box.columns = "<colgroup>{}</colgroup>".format(
        "".join(f'<col style="width:{one:.2f}px"/>' for one in columns)
    )
    yield Opened(box)
    for caption in (child for child in element.elements if child.tag == "caption"):
        yield from _caption(blocks, caption, wide)
    yield Unseen(box.columns, element.line)
    yield from _sections(blocks, box, rows, columns, frame)
    yield Closed(box)


def _without_width(style: Style) -> tuple[tuple[str, str], ...]:
    apart = ("width", "min-width", "max-width")
    return tuple(pair for pair in style.box if pair[0] not in apart)


def _fitted(blocks: Blocks, element: Element, room: float) -> tuple[list[float], list[_Row]]:
    """Columns and rows; letters grow smaller where not even single words fit."""
    rows = _rows(element)
    own = blocks.looks.of(element).letters.size
    before = element.attributes.get("style")
    narrow, wide = [0.0], [0.0]
    for factor in _SMALLER:
        if factor < 1.0:
            smaller = f"font-size:{own * factor:.3f}px"
            element.attributes["style"] = f"{before.rstrip('; ')};{smaller}" if before else smaller
            blocks.looks.forget(element)
        narrow, wide = _content(blocks, rows)
        if sum(narrow) <= room:
            break
    if sum(narrow) > room or factor < 1.0:
        blocks.note(smaller_table(element.line, factor))
    style = blocks.looks.of(element)
    wanted = blocks.looks.length(style, "width", room)
    least = blocks.looks.length(style, "min-width", room)
    whole = min(max(wanted or 0.0, least or 0.0), room)
    return shares(narrow, wide, whole, room), rows


def _rows(element: Element) -> list[_Row]:
    """The rows with their cells in the grid."""
    found: list[_Row] = []
    taken: dict[int, int] = {}
    for row in _row_elements(element):
        cells: list[_Cell] = []
        column = 0
        for cell in row.elements:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > 0:
                column += 1
            span, deep = span_of(cell, "colspan"), span_of(cell, "rowspan")
            cells.append(_Cell(cell, column, span, deep))
            for one in range(column, column + span):
                taken[one] = deep
            column += span
        found.append(_Row(row, cells))
        taken = {one: left - 1 for one, left in taken.items() if left > 1}
    return found


def _row_elements(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child.elements if row.tag == "tr")


def _content(blocks: Blocks, rows: Sequence[_Row]) -> tuple[list[float], list[float]]:
    count = max((cell.column + cell.span for row in rows for cell in row.cells), default=1)
    narrow, wide = [0.0] * count, [0.0] * count
    cells = sorted((c for row in rows for c in row.cells), key=lambda c: c.span)
    for cell in cells:
        least, most = _widths(blocks, cell.element)
        style = blocks.looks.of(cell.element)
        box = blocks.box(cell.element, style, blocks.setting.width)
        around = box.padding.across + box.border.across + 1.0
        own = slice(cell.column, cell.column + cell.span)
        for sums, needed in ((narrow, least + around), (wide, most + around)):
            missing = needed - sum(sums[own])
            if missing > 0:
                sums[own] = [one + missing / cell.span for one in sums[own]]
    return narrow, wide


def _widths(blocks: Blocks, element: Element) -> tuple[float, float]:
    """The least and the most that a cell's content may ask for."""
    run: list[Element | Text] = []
    narrow = wide = 0.0
    for child in element.children:
        if isinstance(child, Element) and blocks.looks.is_block(child):
            style = blocks.looks.of(child)
            box = blocks.box(child, style, blocks.setting.width)
            around = box.margin.across + box.padding.across + box.border.across
            around = min(max(around, 0.0), blocks.setting.width / 3)
            least, most = _widths(blocks, child)
            narrow, wide = max(narrow, least + around), max(wide, most + around)
        else:
            run.append(child)
    least, most = blocks.leaves.widths(element, run)
    return max(narrow, least), max(wide, most)


def _caption(blocks: Blocks, element: Element, width: float) -> Iterator[Event]:
    style = replace(blocks.looks.of(element), break_after="avoid", display="block")
    events = list(blocks.flowed(element, style, width))
    for event in events:
        if isinstance(event, (Opened, Closed)) and event.box.element is element:
            event.box.extra = "display:table-caption"
    yield from events


def _sections(
    blocks: Blocks, box: Box, rows: Sequence[_Row], columns: Sequence[float], frame: Sides
) -> Iterator[Event]:
    parent: Element | None = None
    opened: Box | None = None
    groups = list(_groups(rows))
    for number, group in enumerate(groups):
        first = group[0].element
        if first.parent is not parent:
            if opened is not None:
                yield Closed(opened)
            parent, opened = first.parent, None
            if parent is not None and parent is not box.element:
                opened = _section(blocks, parent)
                yield Opened(opened)
        last = number == len(groups) - 1
        spare = (frame.top if number == 0 else 0.0) + (frame.bottom if last else 0.0)
        holder = opened or box
        room = blocks.setting.height - box.head_height - 2 * _SPARE - spare
        made = list(_set(blocks, group, columns, holder, spare, room))
        yield from made
        if parent is not None and parent.tag == "thead":
            box.head_height += sum(s.set.height for s in made)
            box.head += "".join(s.set.markup for s in made)
        next_parent = None if last else groups[number + 1][0].element.parent
        if parent is not None and parent.tag == "thead" and next_parent is not parent:
            if box.head_height > blocks.setting.height / 3:
                box.head, box.head_height = "", 0.0
            elif box.head:
                box.head = f'<thead class="set-again">\n{_once(box.head)}</thead>\n'
    if opened is not None:
        yield Closed(opened)


def _section(blocks: Blocks, element: Element) -> Box:
    style = blocks.looks.of(element)
    if element.tag == "thead":
        style = replace(style, break_after="avoid", break_inside="avoid")
    opened = Box(element, style, Sides(), Sides(), Sides(), 0.0)
    opened.kind = "rows"
    return opened


def _once(markup: str) -> str:
    import re

    return re.sub(r' (?:id|aria-labelledby|aria-describedby)="[^"]*"', "", markup)


def _groups(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows that a cell holds together."""
    group: list[_Row] = []
    left = 0
    for row in rows:
        if group and group[0].element.parent is not row.element.parent:
            yield group
            group, left = [], 0
        group.append(row)
        left = max([left - 1, *(cell.rows - 1 for cell in row.cells)])
        if left <= 0:
            yield group
            group, left = [], 0
    if group:
        yield group


def _set(
    blocks: Blocks,
    group: Sequence[_Row],
    columns: Sequence[float],
    holder: Box,
    spare: float,
    room: float,
) -> Iterator[Slice]:
    """The rows as slices: one for the group, or several where no page holds it."""
    heights: list[float] = []
    for row in group:
        tallest = 0.0
        for cell in row.cells:
            width = sum(columns[cell.column : cell.column + cell.span])
            cell.events = list(_cell(blocks, cell.element, width))
            cell.height = placed(cell.events).height
            tallest = max(tallest, cell.height if cell.rows == 1 else 0.0)
        heights.append(tallest + _SPARE + _thickest(blocks, row))
    for at, row in enumerate(group):
        for cell in row.cells:
            own = sum(heights[at : at + cell.rows])
            end = min(at + cell.rows, len(heights)) - 1
            heights[end] += max(cell.height + _SPARE - own, 0.0)
    heights[-1] += spare
    whole = sum(heights)
    if whole <= room or len(group) > 1:
        markup = "".join(
            _row(row, [_all(c) for c in row.cells], height)
            for row, height in zip(group, heights, strict=True)
        )
        yield _slice(blocks, group, holder, markup, whole, 0)
        return
    yield from _parted(blocks, group[0], holder, room)


def _parted(blocks: Blocks, row: _Row, holder: Box, room: float) -> Iterator[Slice]:
    """A row that is higher than the page, in several."""
    parts = [list(ranges(cell.events, placed(cell.events), room - _SPARE)) for cell in row.cells]
    count = max(len(part) for part in parts)
    for number in range(count):
        texts: list[str] = []
        tallest = 0.0
        for cell, own in zip(row.cells, parts, strict=True):
            if number < len(own):
                texts.append(write(cell.events, own[number]).markup)
                slices = [
                    e for e in cell.events[own[number].start : own[number].end]
                    if isinstance(e, Slice)
                ]  # fmt: skip
                tall = slices[-1].end - slices[0].start if slices else 0.0
                tallest = max(tallest, tall)
            else:
                texts.append(start_tag(cell.element, is_again=True) + f"</{cell.element.tag}>\n")
        markup = _row(row, texts, min(tallest + _SPARE, room), number > 0)
        yield _slice(blocks, [row], holder, markup, min(tallest + _SPARE, room), number)


def _all(cell: _Cell) -> str:
    return write(cell.events, Range(0, len(cell.events), (), True)).markup


def _row(row: _Row, cells: Sequence[str], height: float, is_again: bool = False) -> str:
    tag = start_tag(row.element, f"height:{height:.2f}px", is_again=is_again)
    return f"{tag}\n{''.join(cells)}</tr>\n"


def _slice(
    blocks: Blocks, group: Sequence[_Row], holder: Box, markup: str, height: float, number: int
) -> Slice:
    from epubforge.typeset.lines import print_marks
    from epubforge.typeset.xml import ids_of

    ids = [i for row in group for i in ids_of(row.element)] if number == 0 else []
    marks = [m for row in group for m in print_marks(row.element)] if number == 0 else []
    line = SetLine(markup, height, 0.0, group[0].element.line, tuple(ids), tuple(marks))
    return Slice(line, holder, number)


def _cell(blocks: Blocks, element: Element, width: float) -> Iterator[Event]:
    style = blocks.looks.of(element)
    own = blocks.box(element, replace(style, box=_without_width(style)), width)
    inside = max(width - own.padding.across - own.border.across, 1.0)
    box = Box(element, style, Sides(), own.padding, Sides(), inside)
    box.kind = "cell"
    yield from blocks.content(box)


def _thickest(blocks: Blocks, row: _Row) -> float:
    """What the borders of a row's cells, of the row and of its section add to its height."""
    thickest = 0.0
    for element in (*(cell.element for cell in row.cells), row.element, row.element.parent):
        if element is not None and element.tag != "table":
            box = blocks.box(element, blocks.looks.of(element), blocks.setting.width)
            thickest = max(thickest, box.border.top + box.border.bottom)
    return thickest
