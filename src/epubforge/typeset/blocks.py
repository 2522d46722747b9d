"""A tree of elements turned into one long column of boxes and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from epubforge.styles.tree import Element, Text
from epubforge.typeset.boxes import Box, Closed, Event, Opened, Sides, Slice, Unseen
from epubforge.typeset.faults import Problem
from epubforge.typeset.fonts import Measure
from epubforge.typeset.leaves import Leaves
from epubforge.typeset.lines import SetLine, print_marks
from epubforge.typeset.looks import Looks
from epubforge.typeset.setting import Setting
from epubforge.typeset.style import Style
from epubforge.typeset.things import PICTURES, Things
from epubforge.typeset.xml import all_text, ids_of, whole

Child = Element | Text
Note = Callable[[Problem], None]


class Blocks:
    """Lays out the blocks of one chapter."""

    def __init__(self, setting: Setting, looks: Looks, measure: Measure, note: Note) -> None:
        self.setting = setting
        self.looks = looks
        self.things = Things(setting, looks, measure)
        self.leaves = Leaves(looks, measure, self.things)
        self.note = note
        """Told what could not be set as it is meant."""

    def children(self, element: Element, style: Style, width: float) -> Iterator[Event]:
        """The content of a box of that width: blocks, and lines where text stands between them."""
        run: list[Child] = []
        for child in element.children:
            if isinstance(child, Text) or not self._is_apart(child):
                run.append(child)
                continue
            yield from self._anonymous(element, run, style, width)
            run = []
            yield from self.block(child, width)
        yield from self._anonymous(element, run, style, width)

    def block(self, element: Element, width: float) -> Iterator[Event]:
        """A block in a column of that width."""
        style = self.looks.of(element)
        if style.display == "none" or self._hangs(element, style, width):
            yield unseen(element)
        elif element.tag == "hr":
            yield from self._rule(element, style, width)
        elif element.tag in PICTURES or element.tag == "math":
            yield from self._thing(element, style, width)
        elif style.display == "table" or element.tag == "table":
            from epubforge.typeset.tables import table

            yield from table(self, element, style, width)
        else:
            yield from self._fitting(element, style, width)

    def box(self, element: Element, style: Style, width: float) -> Box:
        """The box of a block in a column of that width; never so narrow that no word fits."""
        length = self.looks.length

        def sides(name: str, part: str = "") -> list[float | None]:
            names = (f"{name}-{side}{part}" for side in ("top", "right", "bottom", "left"))
            return [length(style, one, width) for one in names]

        borders = self._borders(style, sides("border", "-width"))
        padding = [max(value or 0.0, 0.0) for value in sides("padding")]
        margins = sides("margin")
        autos = [dict(style.box).get(f"margin-{s}") == "auto" for s in ("right", "left")]
        margin = [value or 0.0 for value in margins]
        around = padding[1] + padding[3] + borders[1] + borders[3]
        content = width - margin[1] - margin[3] - around
        least = min(4 * style.letters.size, width)
        if content < least:
            margin[1] = margin[3] = 0.0
            if width - around < least:
                padding[1] = padding[3] = 0.0
                around = borders[1] + borders[3]
            content = width - around
        wanted = length(style, "width", width)
        limit = length(style, "max-width", width)
        narrower = min((v for v in (wanted, limit) if v is not None), default=content)
        if least <= narrower < content:
            left_over = content - narrower
            share = {(True, True): 0.5, (True, False): 0.0, (False, True): 1.0}
            on_left = share.get((autos[0], autos[1]), 1.0 if style.is_rtl else 0.0)
            margin[3] += left_over * on_left
            margin[1] += left_over * (1 - on_left)
            content = narrower
        return Box(
            element,
            style,
            Sides(*margin),
            Sides(*padding),
            Sides(*borders),
            content,
        )

    def _borders(self, style: Style, widths: Sequence[float | None]) -> list[float]:
        declared = dict(style.box)
        shown = [
            declared.get(f"border-{side}-style", "none") not in ("none", "hidden")
            for side in ("top", "right", "bottom", "left")
        ]
        return [(3.0 if w is None else w) if s else 0.0 for w, s in zip(widths, shown, strict=True)]

    def _is_apart(self, child: Element) -> bool:
        style = self.looks.of(child)
        if style.display == "none":
            return False
        if style.float_ == "none" and style.position not in ("absolute", "fixed"):
            return self.looks.is_block(child)
        # What takes no room stays in the line beside which it stands.
        parent = child.parent
        beside = parent.elements if parent is not None else ()
        others = [one for one in beside if one is not child and not self._floats(one)]
        is_alone = not others and not (parent and "".join(_own_text(parent)).strip())
        is_beside_blocks = any(self.looks.is_block(one) for one in others)
        return not self._hangs(child, style, self.setting.width) or is_alone or is_beside_blocks

    def _floats(self, element: Element) -> bool:
        style = self.looks.of(element)
        return style.float_ != "none" or style.position in ("absolute", "fixed")

    def _hangs(self, element: Element, style: Style, width: float) -> bool:
        """Whether it takes no room: out of the flow, or a float that stands in the margin."""
        if style.position in ("absolute", "fixed"):
            return True
        if style.float_ == "none":
            return False
        if "equation-number" in element.classes:
            return True
        across = self.looks.length(style, "width", width)
        margins = (self.looks.length(style, f"margin-{side}", width) for side in ("left", "right"))
        return across is not None and across + sum(m or 0.0 for m in margins) <= 0.5

    def _fitting(self, element: Element, style: Style, width: float) -> Iterator[Event]:
        """The block; where it is to stay whole and does not fit, with smaller pictures."""
        events = list(self.flowed(element, style, width))
        if style.break_inside not in ("avoid", "avoid-page") and element.tag != "figure":
            yield from events
            return
        highest = self.things.highest
        for _ in range(3):
            excess = _height(events) - self.setting.height
            pictures = [e for e in events if isinstance(e, Slice) and e.is_picture]
            if excess <= 0 or not pictures:
                break
            tallest = max(picture.set.height for picture in pictures)
            share = excess / len(pictures)
            least = 0.25 * self.setting.height
            self.things.highest = max(min(tallest, self.things.highest) - share - 1, least)
            events = list(self.flowed(element, style, width))
        self.things.highest = highest
        yield from events

    def flowed(self, element: Element, style: Style, width: float) -> Iterator[Event]:
        """A block with that style."""
        box = self.box(element, style, width)
        if element.tag == "li":
            box.item = _item(element)
        yield from self.content(box)

    def content(self, box: Box) -> Iterator[Event]:
        """A box with what is in its element."""
        element = box.element
        if any(self._is_apart(child) for child in element.elements):
            box.before = self._generated(element, "before", box.width)
            yield Opened(box)
            yield from self.children(element, box.style, box.width)
            yield Closed(box)
            return
        yield from self._leaf(box, element.children)

    def _leaf(self, box: Box, children: Sequence[Child]) -> Iterator[Event]:
        if not self._is_seen(children):
            box.before = self._generated(box.element, "before", box.width)
            yield Opened(box)
            yield from self._unseen(children)
            yield Closed(box)
            return
        if box.kind == "cell":
            box.names = "set-lines"
        else:
            box.kind = "leaf"
        box.before = self._generated(box.element, "before", box.width)
        lines = self.leaves.lines(box, children)
        yield Opened(box)
        yield from slices(box, lines, self._holds_picture(children), bool(_words(children)))
        yield Closed(box)

    def _anonymous(
        self, element: Element, run: Sequence[Child], style: Style, width: float
    ) -> Iterator[Event]:
        if not self._is_seen(run):
            yield from self._unseen(run)
            return
        first = next((c for c in run if isinstance(c, Element) or c.text.strip()), run[0])
        inner = Element("span", {"class": "set-text"}, first.line, element, list(run))
        plain = replace(style, display="block", box=(), break_before="auto", break_after="auto",
                        break_inside="auto", float_="none")  # fmt: skip
        box = Box(inner, plain, Sides(), Sides(), Sides(), width)
        yield from self._leaf(box, run)

    def _unseen(self, run: Sequence[Child]) -> Iterator[Event]:
        for child in run:
            if isinstance(child, Element):
                yield unseen(child)

    def _is_seen(self, children: Sequence[Child]) -> bool:
        for child in children:
            if isinstance(child, Text):
                if child.text.strip(" \t\n\r\f"):
                    return True
            elif self.looks.of(child).display != "none" and (
                child.tag in PICTURES
                or child.tag in ("math", "br")
                or self._is_seen(child.children)
            ):
                return True
        return False

    def _holds_picture(self, children: Sequence[Child]) -> bool:
        return any(
            child.tag in PICTURES or self._holds_picture(child.children)
            for child in children
            if isinstance(child, Element)
        )

    def _rule(self, element: Element, style: Style, width: float) -> Iterator[Event]:
        """A thematic break: as high as its sign, or as its line is thick."""
        box = self.box(element, style, width)
        box.kind = "whole"
        sign = self.looks.pseudo(element, "before")
        has_sign = sign is not None and sign.content.strip("\"'") not in ("", "none", "normal")
        own = self.looks.length(style, "height", width) or 0.0
        height = max(own, style.leading if has_sign else 0.0)
        yield Opened(box)
        yield from slices(box, [SetLine("", height, 0.0, element.line)], False, False)
        yield Closed(box)

    def _thing(self, element: Element, style: Style, width: float) -> Iterator[Event]:
        """A picture, a player or a formula that is a block by itself, its margins its own."""
        box = self.box(element, style, width)
        inner = replace(style, box=tuple(p for p in style.box if not p[0].startswith("margin")))
        thing = self.things.maker(width)(element, inner)
        if thing is None:
            return
        box.kind = "picture"
        box.extra = thing.markup if thing.markup is not None else whole(element)
        line = SetLine("", thing.height, thing.width, element.line)
        yield Opened(box)
        yield from slices(box, [line], element.tag in PICTURES, False)
        yield Closed(box)

    def _generated(self, element: Element, name: str, width: float) -> float:
        """The height of a `::before` that is a block."""
        style = self.looks.pseudo(element, name)
        if style is None or style.content in ("", "none", "normal") or style.display != "block":
            return 0.0
        box = self.box(element, style, width)
        words = style.content.strip("\"'")
        return (max(box.margin.top, 0.0) + max(box.margin.bottom, 0.0) + box.above + box.below) + (
            style.leading if words else 0.0
        )


def unseen(element: Element) -> Unseen:
    """An element that takes no room, whole."""
    marks = tuple(print_marks(element))
    return Unseen(whole(element), element.line, tuple(ids_of(element)), marks)


def slices(
    box: Box, lines: Sequence[SetLine], is_picture: bool, has_words: bool
) -> Iterator[Slice]:
    """The lines of a box as what no page end cuts."""
    for number, line in enumerate(lines):
        yield Slice(line, box, number, is_picture, has_words, of=len(lines))


def _height(events: Sequence[Event]) -> float:
    from epubforge.typeset.placing import placed

    return placed(events).height


def _words(children: Sequence[Child]) -> str:
    texts = (c.text if isinstance(c, Text) else all_text(c) for c in children)
    return "".join(texts).strip()


def _own_text(element: Element) -> Iterator[str]:
    return (child.text for child in element.children if isinstance(child, Text))


def _item(element: Element) -> int | None:
    """The number that a list begins with, or that of an item."""
    if element.tag == "ol":
        start = element.attributes.get("start", "1")
        return int(start) if start.lstrip("-").isdigit() else 1
    value = element.attributes.get("value", "")
    if value.lstrip("-").isdigit() and value.strip("-"):
        return int(value)
    parent = element.parent
    if parent is None or parent.tag != "ol":
        return None
    number = _item(parent) or 0
    for sibling in parent.elements:
        if sibling is element:
            return number
        own = sibling.attributes.get("value", "")
        number = (int(own) if own.isdigit() else number) + 1
    return number
