"""A block of text turned into its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from epubforge.styles.tree import Element, Text
from epubforge.typeset.boxes import Box
from epubforge.typeset.breaking import Line, Measures, break_lines
from epubforge.typeset.fonts import Measure
from epubforge.typeset.inline import Collector, Fragment, Known, Look, Thing
from epubforge.typeset.lines import SetLine, set_lines
from epubforge.typeset.looks import Looks
from epubforge.typeset.style import Style
from epubforge.typeset.things import Things
from epubforge.typeset.values import pixels

Child = Element | Text
_WRAPPED = 2.0
"""How far in a line of a listing goes on that is too long for the page, in em."""


class Leaves:
    """Sets the text of blocks."""

    def __init__(self, looks: Looks, measure: Measure, things: Things) -> None:
        self._looks = looks
        self._measure = measure
        self._things = things
        self._known: dict[float, Known] = {}

    def lines(self, box: Box, children: Sequence[Child]) -> list[SetLine]:
        """The lines of a block with that content."""
        style = box.style
        indent = pixels(style.indent, self._looks.units(style), box.width) or 0.0
        box.indent = indent
        is_kept = style.white_space in ("pre", "pre-wrap", "break-spaces")
        is_justified = style.align == "justify" and not is_kept
        hanging = _WRAPPED * style.letters.size if is_kept else 0.0
        hanging = min(hanging, 0.2 * box.width)
        fragments = self._fragments(box, children, style, self._looks.of, indent, hanging)
        measures = Measures(
            box.width,
            indent,
            hanging,
            is_justified,
            is_balanced=style.wrap == "balance" and style.align == "center",
            ragged=2.5 * style.letters.size,
        )
        opening = self._looks.pseudo(box.element, "first-line")
        if opening is None or is_kept:
            found = break_lines(fragments, measures)
        else:
            fragments, found = self._opened(box, children, opening, fragments, measures)
            box.names = "set-opening"
        return set_lines(fragments, found, style.leading, is_justified, hanging)

    def widths(self, element: Element, children: Sequence[Child]) -> tuple[float, float]:
        """The narrowest and the widest that the text can be without a word parted."""
        style = self._looks.of(element)
        huge = 1e6
        collector = Collector(
            self._measure,
            self._looks.of,
            self._things.maker(self._things.widest),
            self._edges,
            huge,
            self._known.setdefault(huge, {}),
        )
        narrow = wide = line = 0.0
        for fragment in collector.collect(children, style):
            if fragment.after == "hyphen":
                line += fragment.width
                narrow = max(narrow, fragment.width + fragment.hyphen)
                continue
            narrow = max(narrow, fragment.width)
            line += fragment.width
            wide = max(wide, line)
            line = 0.0 if fragment.after in ("forced", "newline") else line + fragment.gap_width
        return narrow, wide

    def _fragments(
        self,
        box: Box,
        children: Sequence[Child],
        style: Style,
        look: Look,
        indent: float,
        hanging: float,
    ) -> list[Fragment]:
        widest = max(box.width - max(indent, 0.0, hanging), style.letters.size)
        known = self._known.setdefault(round(widest, 3), {})
        maker = self._things.maker(widest)
        collector = Collector(self._measure, look, maker, self._edges, widest, known)
        fragments = collector.collect(children, style)
        for name, fragment in (("before", fragments[0]), ("after", fragments[-1])):
            thing = self._generated(box.element, name)
            if thing is not None:
                at = 0 if name == "before" else len(fragment.parts)
                fragment.parts.insert(at, thing)
                fragment.width += thing.width
        return fragments

    def _generated(self, element: Element, name: str) -> Thing | None:
        """What the stylesheet writes before or after the text, in the line."""
        style = self._looks.pseudo(element, name)
        if style is None or style.display != "inline":
            return None
        words = style.content.strip("\"'")
        if style.content in ("none", "normal", "") or not words:
            return None
        return Thing(element, "", self._measure.width(words, style.letters), 0.0, "\u2060")

    def _opened(
        self,
        box: Box,
        children: Sequence[Child],
        opening: Style,
        fragments: list[Fragment],
        measures: Measures,
    ) -> tuple[list[Fragment], list[Line]]:
        """The lines where the first one looks different: it takes what goes into it."""

        def look(element: Element) -> Style:
            return self._looks.within(element, box.element, opening)

        first = self._fragments(box, children, opening, look, measures.indent, 0.0)
        if len(first) != len(fragments):
            return fragments, break_lines(fragments, measures)
        width, spaces, end, natural, inner = measures.indent, 0, 0, 0.0, 0
        for at, fragment in enumerate(first):
            reached = width + fragment.width + fragment.hyphen
            if reached > measures.width and end:
                break
            if fragment.after != "hyphen":
                end, natural, inner = at + 1, reached, spaces + fragment.spaces
            if fragment.after in ("forced", "newline", "end"):
                break
            width += fragment.width + fragment.gap_width
            spaces += fragment.spaces + len(fragment.gap)
        own_width = measures.width - measures.indent
        line = Line(0, end, natural - measures.indent, own_width, inner)
        rest = fragments[end:]
        others = break_lines(rest, replace(measures, indent=0.0)) if rest else []
        moved = [replace(o, start=o.start + end, end=o.end + end) for o in others]
        return [*first[:end], *rest], [line, *moved]

    def _edges(self, element: Element) -> tuple[float, float]:
        """What the sides of an element in the line take: margin, border, padding."""
        style = self._looks.of(element)
        if not style.box:
            return 0.0, 0.0
        declared = dict(style.box)
        taken = []
        for side in ("left", "right"):
            total = 0.0
            for name in (f"margin-{side}", f"padding-{side}"):
                total += self._looks.length(style, name, self._things.widest) or 0.0
            if declared.get(f"border-{side}-style", "none") not in ("none", "hidden"):
                total += self._looks.length(style, f"border-{side}-width", 0.0) or 0.0
            taken.append(total)
        return (taken[1], taken[0]) if style.is_rtl else (taken[0], taken[1])
