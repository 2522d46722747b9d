"""Elements turned into their computed styles, each once."""

from __future__ import annotations

from epubforge.language.direction import direction_of
from epubforge.styles.matching import Cascade
from epubforge.styles.sheet import Screen, read_sheet
from epubforge.styles.tree import Element
from epubforge.typeset.setting import Setting
from epubforge.typeset.style import Letters, Style, browser_sheet, computed
from epubforge.typeset.values import Units, pixels

_BLOCKS = frozenset(
    "block list-item table flex grid flow-root table-caption table-row-group table-row table-cell"
    " inline-table".split()
)


class Looks:
    """The styles of the elements of one chapter."""

    def __init__(self, sheet: str, setting: Setting) -> None:
        wide, high = setting.viewport or (setting.width, setting.height)
        self._cascade = Cascade((browser_sheet(), read_sheet(sheet, Screen(wide, high))))
        self._setting = setting
        self._styles: dict[Element, Style] = {}
        self._blocks: dict[Element, bool] = {}

        families = tuple(face.family for face in setting.faces[:1])
        letters = Letters(families, setting.size, language=setting.language)
        self._initial = Style(letters, 1.3, is_rtl=setting.direction == "rtl")

    def of(self, element: Element) -> Style:
        """How the element looks."""
        style = self._styles.get(element)
        if style is None:
            parent = self.of(element.parent) if element.parent is not None else self._initial
            style = self._styles[element] = self._computed(element, parent, "")
        return style

    def pseudo(self, element: Element, name: str) -> Style | None:
        """How its `::before`, `::after` or `::first-line` looks; None where there is none."""
        if not self._cascade.declared(element, name):
            return None
        return self._computed(element, self.of(element), name)

    def within(self, element: Element, block: Element, style: Style) -> Style:
        """How the element would look if the block that it stands in had that style."""
        if element is block or element.parent is None:
            return style
        return self._computed(element, self.within(element.parent, block, style), "")

    def is_block(self, element: Element) -> bool:
        """Whether it is set as a block: by its style, or because blocks are in it."""
        found = self._blocks.get(element)
        if found is None:
            style = self.of(element)
            found = style.display.split()[0] in _BLOCKS
            if not found and style.display == "inline" and element.tag not in _ATOMS:
                found = any(self.is_block(child) for child in element.elements)
            self._blocks[element] = found
        return found

    def units(self, style: Style) -> Units:
        """What lengths of an element with that style are relative to."""
        setting = self._setting
        return Units(style.letters.size, setting.size, setting.width, setting.height)

    def length(self, style: Style, name: str, whole: float) -> float | None:
        """A length of its box; None where it is not declared, or no length."""
        for declared, value in style.box:
            if declared == name:
                return pixels(value, self.units(style), whole)
        return None

    def forget(self, element: Element) -> None:
        """Compute the styles of an element and of all in it anew."""
        self._styles.pop(element, None)
        for child in element.elements:
            self.forget(child)

    def _computed(self, element: Element, parent: Style, pseudo: str) -> Style:
        language = element.language or self._setting.language
        direction = element.attributes.get("dir")
        is_rtl = parent.is_rtl
        if direction in ("ltr", "rtl"):
            is_rtl = direction == "rtl"
        elif direction == "auto":
            is_rtl = direction_of(language) == "rtl"
        declared = self._cascade.declared(element, pseudo)
        return computed(declared, parent, self.units(parent), is_rtl, language)


_ATOMS = frozenset("math svg ruby img audio video object iframe canvas picture button".split())
"""What is set whole wherever it stands."""
