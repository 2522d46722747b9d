"""Boxes and lines of a page written as the elements that they are, every measure said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from epubforge.typeset.boxes import Box, Closed, Event, Opened, Sides, Slice, Unseen
from epubforge.typeset.lines import print_mark
from epubforge.typeset.paging import Range
from epubforge.typeset.xml import start_tag

_AS_BLOCK = frozenset("inline flex grid contents inline-block inline-flex inline-grid".split())


@dataclass(slots=True)
class Written:
    """A page's markup in pieces, each with the line of the body that it comes from."""

    pieces: list[tuple[str, int]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    pictures: int = 0
    has_words: bool = False

    @property
    def markup(self) -> str:
        """The page's markup."""
        return "".join(piece for piece, _ in self.pieces)

    @property
    def lines(self) -> tuple[int, ...]:
        """For each line of the markup, the line of the body."""
        found: list[int] = []
        is_new = True
        for piece, line in self.pieces:
            if is_new:
                found.append(line)
            found += [line] * piece.count("\n", 0, len(piece) - 1)
            is_new = piece.endswith("\n")
        return tuple(found)


@dataclass(slots=True)
class _Frame:
    box: Box
    is_again: bool
    top: float
    at: int
    """Which piece its start tag is."""
    line: int
    height: float = 0.0


def write(events: Sequence[Event], page: Range) -> Written:
    """The page's markup."""
    out = Written()
    frames: list[_Frame] = []
    for box in page.again:
        _open(out, frames, box, 0.0, True)
        if box.kind == "table":
            out.pieces.append((box.columns + box.head, box.element.line))
    is_first_margin = not page.keeps_margin
    for event in events[page.start : page.end]:
        match event:
            case Opened(box):
                top = box.top
                if is_first_margin and top != 0:
                    top, is_first_margin = 0.0, False
                if box.above > 0:
                    is_first_margin = False
                _open(out, frames, box, top, False)
            case Closed():
                _close(out, frames.pop(), False)
            case Slice():
                is_first_margin = False
                frames[-1].height += event.set.height
                if event.set.markup:
                    out.pieces.append((event.set.markup, event.set.line))
                out.ids += event.set.ids
                out.marks += event.set.marks
                out.pictures += event.is_picture
                out.has_words = out.has_words or event.has_words
            case Unseen():
                out.pieces.append((event.markup, event.line))
                out.ids += event.ids
                out.marks += event.marks
    while frames:
        _close(out, frames.pop(), True)
    return out


def _open(out: Written, frames: list[_Frame], box: Box, top: float, is_again: bool) -> None:
    line = box.element.line
    frames.append(_Frame(box, is_again, top, len(out.pieces), line))
    out.pieces.append(("", line))
    if not is_again:
        if "id" in box.element.attributes:
            out.ids.append(box.element.attributes["id"])
        mark = print_mark(box.element)
        if mark is not None:
            out.marks.append(mark)


def _close(out: Written, frame: _Frame, is_broken: bool) -> None:
    box = frame.box
    if box.kind == "picture":
        align = box.style.align
        left = {"center": "auto", "right": "auto"}.get(align, "0")
        right = "auto" if align == "center" else "0"
        auto = dict(box.style.box)
        if auto.get("margin-left") == "auto" and auto.get("margin-right") == "auto":
            left = right = "auto"
        style = f"display:block;margin:{frame.top:.2f}px {right} {box.bottom:.2f}px {left}"
        markup = box.extra
        at = markup.index(' style="') if ' style="' in markup.split(">", 1)[0] else -1
        if at >= 0:
            end = markup.index('"', at + 8)
            markup = f"{markup[:end]};{style}{markup[end:]}"
        else:
            head, rest = markup[: 1 + len(box.element.tag)], markup[1 + len(box.element.tag) :]
            markup = f'{head} style="{style}"{rest}'
        out.pieces[frame.at] = (markup + "\n", frame.line)
        return
    names = ["set-box"]
    if box.kind == "leaf" or (box.kind == "cell" and box.names == "set-lines"):
        names.append("set-lines")
    if box.style.white_space in ("pre", "pre-wrap", "break-spaces"):
        names.append("set-pre")
    names += [box.names] if box.names and box.names not in names else []
    names += ["set-again"] * frame.is_again + ["set-broken"] * is_broken
    style = ";".join(_declarations(frame, is_broken))
    changed = _numbering(box)
    tag = start_tag(box.element, style, " ".join(names), frame.is_again, changed)
    if box.kind == "whole":
        out.pieces[frame.at] = (f"{tag[:-1]}/>\n", frame.line)
        return
    holds_blocks = box.kind in ("block", "table", "rows")
    is_empty = len(out.pieces) == frame.at + 1
    out.pieces[frame.at] = (tag + ("\n" if holds_blocks and not is_empty else ""), frame.line)
    out.pieces.append((f"</{box.element.tag}>\n", out.pieces[-1][1]))


def _numbering(box: Box) -> dict[str, str]:
    """The number of a list's first item on this page: each item says its own."""
    if box.element.tag == "li" and box.item is not None:
        return {"value": str(box.item)}
    return {}


def _declarations(frame: _Frame, is_broken: bool) -> Iterator[str]:
    box, style = frame.box, frame.box.style
    padding, border = box.padding, box.border
    if frame.is_again:
        padding, border = _without(padding, "top"), _without(border, "top")
    if is_broken:
        padding, border = _without(padding, "bottom"), _without(border, "bottom")
    if box.kind in ("rows", "cell"):
        if box.kind == "cell":
            yield f"padding:{_sides(padding)}"
            yield f"vertical-align:{_vertical(style.vertical)}"
            yield from _text(box)
        return
    bottom = 0.0 if is_broken else box.bottom
    yield f"margin:{_px(frame.top, box.margin.right, bottom, box.margin.left)}"
    yield f"padding:{_sides(padding)}"
    if style.display in _AS_BLOCK or box.element.attributes.get("class") == "set-text":
        yield "display:block"
    if style.float_ != "none":
        yield "float:none"
    if box.kind == "table":
        yield box.extra
        return
    if any((box.border.top, box.border.right, box.border.bottom, box.border.left)):
        yield f"border-width:{_sides(border)}"
    if box.extra:
        yield box.extra
    yield "width:auto"
    if box.kind == "leaf":
        yield f"height:{frame.height + (0.0 if frame.is_again else box.before):.2f}px"
    elif box.kind == "whole":
        yield f"height:{frame.height:.2f}px"
    yield from _text(box)
    if frame.is_again and box.kind == "leaf":
        yield "text-indent:0"


def _text(box: Box) -> Iterator[str]:
    style = box.style
    yield f"font-size:{style.letters.size:.3f}px"
    if box.kind != "leaf" and box.names != "set-lines":
        return
    yield f"line-height:{style.leading:.3f}px"
    align = {"justify": "start", "start": "start"}.get(style.align, style.align)
    yield f"text-align:{align}"
    yield f"text-indent:{box.indent:.2f}px"


def _vertical(value: str) -> str:
    return value if value in ("middle", "bottom") else "top"


def _without(sides: Sides, which: str) -> Sides:
    top = 0.0 if which == "top" else sides.top
    bottom = 0.0 if which == "bottom" else sides.bottom
    return Sides(top, sides.right, bottom, sides.left)


def _sides(sides: Sides) -> str:
    return _px(sides.top, sides.right, sides.bottom, sides.left)


def _px(*lengths: float) -> str:
    return " ".join("0" if abs(length) < 0.005 else f"{length:.2f}px" for length in lengths)
