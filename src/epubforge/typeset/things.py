"""What is set whole, wherever it stands: pictures, formulas, players, words with a reading."""

from __future__ import annotations

import re
from collections.abc import Callable

from epubforge.styles.tree import Element, Text
from epubforge.typeset.fonts import Measure
from epubforge.typeset.inline import Thing
from epubforge.typeset.looks import Looks
from epubforge.typeset.setting import Setting
from epubforge.typeset.style import Style
from epubforge.typeset.xml import all_text, whole

PICTURES = frozenset(("img", "svg", "picture", "canvas", "object", "iframe", "video", "audio"))
_AUDIO = 54.0
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Things:
    """Makes things of elements, none wider or higher than there is room for."""

    def __init__(self, setting: Setting, looks: Looks, measure: Measure) -> None:
        self._setting = setting
        self._looks = looks
        self._measure = measure
        self.highest = setting.height
        """How high a picture may be; less, where a caption has to stand below it."""

    @property
    def widest(self) -> float:
        """How wide anything may be."""
        return self._setting.width

    def maker(self, widest: float) -> Callable[[Element, Style], Thing | None]:
        """Makes things that are no wider than that; None of what is no thing."""

        def make(element: Element, style: Style) -> Thing | None:
            if style.float_ != "none" or style.position in ("absolute", "fixed"):
                markup = whole(element, f"line-height:{style.leading:.2f}px")
                return Thing(element, markup, 0.0, 0.0, "\u2060")
            if element.tag in PICTURES:
                return self.picture(element, style, widest)
            if element.tag == "math":
                return self._formula(element, style, widest)
            if element.tag == "ruby":
                return self._ruby(element, style)
            if style.display.startswith("inline-"):
                return self._inline_block(element, style)
            return None

        return make

    def picture(self, element: Element, style: Style, widest: float) -> Thing:
        """A picture, drawing or player, scaled down to the room that there is."""
        width, height = self._wanted(element, style, widest)
        length = self._looks.length
        sides = [length(style, f"margin-{side}", widest) or 0.0 for side in ("left", "right")]
        around = sum(max(side, 0.0) for side in sides)
        limit = max(min(widest - around, length(style, "max-width", widest) or widest), 1.0)
        top = max(self.highest - 0.35 * style.leading, 20.0)
        high = min(length(style, "max-height", self._setting.height) or top, top)
        scale = min(1.0, limit / width, high / height) if width > 0 and height > 0 else 1.0
        if element.tag == "audio":
            width, height = min(width, limit), height
        else:
            width, height = width * scale, height * scale
        fixed = f"width:{width:.2f}px;height:{height:.2f}px;max-width:none;max-height:none"
        markup = whole(element, fixed)
        return Thing(element, markup, width + around, height + 0.35 * style.leading)

    def _wanted(self, element: Element, style: Style, widest: float) -> tuple[float, float]:
        width = self._looks.length(style, "width", widest)
        height = self._looks.length(style, "height", self._setting.height)
        own = self._own(element, widest)
        if width is not None and height is not None:
            return width, height
        if width is not None:
            return width, width * own[1] / own[0]
        if height is not None:
            return height * own[0] / own[1], height
        return own

    def _own(self, element: Element, widest: float) -> tuple[float, float]:
        attributes = element.attributes
        known = self._setting.pictures.get(attributes.get("src", attributes.get("data", "")))
        if known is not None and known[0] > 0 and known[1] > 0:
            return known
        if element.tag == "audio":
            return widest, _AUDIO
        numbers = [_number(attributes.get(name)) for name in ("width", "height")]
        box = [float(n) for n in _NUMBER.findall(attributes.get("viewBox", ""))]
        ratio = box[3] / box[2] if len(box) == 4 and box[2] and box[3] else None
        width, height = numbers
        if width and height:
            return width, height
        if element.tag == "video":
            ratio = ratio or 9 / 16
        if ratio:
            width = width or (height / ratio if height else box[2] if box else widest)
            return width, width * ratio
        return width or 300.0, height or 150.0

    def _formula(self, element: Element, style: Style, widest: float) -> Thing:
        """A formula is drawn by the reading system; it gets more room than it should need."""
        size = style.letters.size
        width = (0.75 * _signs(element) + 0.5) * size
        height = (_rows(element) * 1.55 + 0.15) * size
        scale = min(1.0, widest / width, self._setting.height / height)
        if scale < 1.0:
            scale = max(scale, 0.35)
            markup = whole(element, f"font-size:{size * scale:.2f}px")
            return Thing(element, markup, min(width * scale, widest), height * scale, "x")
        return Thing(element, None, width, height, "x")

    def _ruby(self, element: Element, style: Style) -> Thing:
        base, reading, sign = 0.0, 0.0, "x"
        for child in element.children:
            if isinstance(child, Text):
                base += self._measure.width(child.text, style.letters)
            elif child.tag == "rt":
                own = self._looks.of(child).letters
                reading = max(reading, self._measure.width(all_text(child), own))
            elif child.tag != "rp":
                base += self._measure.width(all_text(child), self._looks.of(child).letters)
        text = all_text(element).strip()
        if text:
            sign = text[0]
        parts = sum(1 for child in element.elements if child.tag == "rt")
        width = max(base, reading * max(parts, 1))
        return Thing(element, None, width, 1.75 * style.letters.size, sign)

    def _inline_block(self, element: Element, style: Style) -> Thing:
        text = " ".join(all_text(element).split())
        own = self._measure.width(text, style.letters)
        width = self._looks.length(style, "width", self._setting.width)
        return Thing(element, None, own if width is None else width, 0.0, "x")


def _number(value: str | None) -> float | None:
    found = _NUMBER.match(value or "")
    return float(found[0]) if found is not None and float(found[0]) > 0 else None


def _signs(element: Element) -> float:
    """How many signs stand beside each other in a formula, small ones counted as smaller."""
    children = list(element.elements)
    inner = [_signs(child) for child in children]
    match element.tag:
        case "mfrac" | "munder" | "mover" | "munderover":
            return max(inner, default=0.0) + 0.4
        case "msub" | "msup" | "mmultiscripts":
            return sum(inner[:1]) + 0.8 * sum(inner[1:])
        case "msubsup":
            return sum(inner[:1]) + 0.8 * max(inner[1:], default=0.0)
        case "msqrt" | "mroot":
            return sum(inner) + 1.2
        case "mtable":
            return max(inner, default=0.0)
        case "mtd":
            return sum(inner) + 1.2
        case "mo":
            return len(all_text(element).strip()) + 0.8
        case "annotation" | "annotation-xml":
            return 0.0
        case "mspace":
            return 1.0
        case _:
            own = sum(len(c.text.strip()) for c in element.children if isinstance(c, Text))
            return own + sum(inner)


def _rows(element: Element) -> float:
    """How many lines high a formula is."""
    inner = [_rows(child) for child in element.elements if child.tag != "annotation"]
    highest = max(inner, default=1.0)
    match element.tag:
        case "mfrac":
            return sum(inner) + 0.15
        case "mtable":
            return sum(inner) + 0.25 * len(inner)
        case "munderover":
            return highest + 1.1
        case "munder" | "mover":
            return highest + 0.6
        case "msubsup":
            return highest + 0.7
        case "msub" | "msup":
            return highest + 0.45
        case "msqrt" | "mroot":
            return highest + 0.3
        case _:
            return highest
