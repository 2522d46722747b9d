"""How the text of a page is seen by day: its colour, its ground and its size.

Inherited from element to element by the page's own stylesheets, as far as they say anything of it.
https://www.w3.org/TR/css-cascade-4/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from epubforge.finished.page import Page
from epubforge.finished.url import resolve
from epubforge.styles.colours import BLACK, WHITE, Colour, read_colour
from epubforge.styles.rulesets import Declared, of_attribute, rulesets
from epubforge.styles.selectors import Selector, Weight, matches, read_selectors
from epubforge.styles.sheet import Screen, holds
from epubforge.styles.tree import Element as Styled
from epubforge.tree.document import Document, Element
from epubforge.tree.names import XHTML

_SCREEN = Screen(600, 800)
_NAMES = frozenset(
    {"color", "background", "background-color", "background-image", "font-size", "font-weight"}
)
_COLOURS = frozenset({"color", "background", "background-color"})
_LARGE = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "sub": 0.83, "sup": 0.83, "small": 0.83}
"""Sizes that reading systems give to elements."""
_BOLD = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"})
_EM = 16.0
_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_selectors = lru_cache(1 << 12)(read_selectors)
"""Each page has the same sheets."""
_LENGTH = re.compile(r"(\d*\.?\d+)(em|rem|%|px|pt|pc|in|cm|mm)", re.IGNORECASE)
_WORDS = re.compile(r"[#\w-]+(?:\([^)]*\))?")


@dataclass(frozen=True, slots=True)
class Said:
    """A declaration with its selectors and the sheet that it stands in."""

    declared: Declared
    selectors: str
    path: str | None
    """None: it stands in the page itself, in what begins at `start`."""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """How text is seen; None: the reading system's own colour."""

    colour: Colour | None = None
    ground: Colour | None = None
    hides_colour: bool = False
    """The colour is a link's, which reading systems choose, or cannot be worked out."""
    hides_ground: bool = False
    """It lies on a picture."""
    size: float = _EM
    """In CSS pixels where the reader has chosen the usual 16."""
    is_bold: bool = False
    by: Said | None = None
    """What gave it the colour, or else the ground."""

    @property
    def is_large(self) -> bool:
        """Whether WCAG calls it large: 18 point, or 14 point and bold."""
        return self.size >= 24 or (self.is_bold and self.size >= 14 * 4 / 3)

    @property
    def colours(self) -> tuple[Colour, Colour]:
        """Text and ground by day: black and white where the book says nothing."""
        ground = (self.ground or WHITE).over(WHITE)
        return (self.colour or BLACK).over(ground), ground


_Entry = tuple[int, Weight, int, Selector, Said]


class Styles:
    """The rules of a book's sheets that say something of colours; each sheet is read once."""

    def __init__(self) -> None:
        self._sheets: dict[str, list[tuple[str, Declared]]] = {}

    def of_sheet(self, page: Page, path: str) -> list[tuple[str, Declared]]:
        """Selectors and what they declare of our matters."""
        if path not in self._sheets:
            content = page.book.read(path) or b""
            self._sheets[path] = list(_of_text(content.decode("utf-8", "replace")))
        return self._sheets[path]


def looks(page: Page, styles: Styles) -> Iterator[tuple[Element, Look]]:
    """Each element with text of its own whose colours the book sets, and how it is seen."""
    rules = list(_rules(page, styles))
    if b"style=" in page.document.content or any(_sets_colour(said) for *_, said in rules):
        yield from _Walk(page.document, rules).looks()


def _sets_colour(said: Said) -> bool:
    words = _WORDS.findall(said.declared.value) if said.declared.name in _COLOURS else ()
    return any((colour := read_colour(word)) and colour.alpha for word in words)


class _Walk:
    """One walk over a page, from each element to what stands in it."""

    def __init__(self, document: Document, rules: list[_Entry]) -> None:
        self._elements = [each for each in document.elements if each.name.startswith(XHTML)]
        self._by_key: dict[str, list[_Entry]] = {}
        for entry in rules:
            self._by_key.setdefault(_key(entry[3]), []).append(entry)

    def looks(self) -> Iterator[tuple[Element, Look]]:
        """Each element with text whose colours are set."""
        looks: dict[int, Look] = {}
        styled = self._styled()
        for element in self._elements:
            parent = element.parent
            above = looks.get(parent.order, Look()) if parent is not None else Look()
            own = styled[element.order]
            look = looks[element.order] = _seen(own, self._said(element, own), above)
            if look.by is not None and _has_text(element):
                yield element, look

    def _styled(self) -> dict[int, Styled]:
        """The page as selectors ask about it."""
        made: dict[int, Styled] = {}
        for element in self._elements:
            parent = made.get(element.parent.order) if element.parent is not None else None
            attributes = {n.rpartition(" ")[2]: text for n, text in element.attributes.items()}
            place = 0 if parent is None else len(parent.children)
            own = made[element.order] = Styled(element.local, attributes, 0, parent, [], place)
            if parent is not None:
                parent.children.append(own)
        return made

    def _said(self, element: Element, own: Styled) -> list[Said]:
        keys = ["*", own.tag, *(f".{name}" for name in own.classes)]
        if "id" in own.attributes:
            keys.append(f"#{own.attributes['id']}")
        found = [
            entry for key in keys for entry in self._by_key.get(key, ()) if matches(entry[3], own)
        ]
        found.sort(key=lambda entry: entry[:3])
        said = [entry[4] for entry in found]
        if "style" in own.attributes:
            inline = of_attribute(own.attributes["style"]).declarations
            said += [Said(each, "", None, element.at) for each in inline if each.name in _NAMES]
        return sorted(said, key=lambda each: each.declared.is_important)


def _seen(own: Styled, said: list[Said], above: Look) -> Look:
    """How an element is seen by what is said of it, and by what is around it."""
    look, tag = above, own.tag
    if tag == "a" and "href" in own.attributes:
        look = replace(look, hides_colour=True)  # reading systems colour links, each in its own way
    if tag in _LARGE:
        look = replace(look, size=look.size * _LARGE[tag])
    if tag in _BOLD:
        look = replace(look, is_bold=True)
    for each in said:
        name, value = each.declared.name, each.declared.value.lower()
        match name:
            case "color":
                look = _coloured(look, above, value, each)
            case "background" | "background-color" | "background-image":
                look = _grounded(look, above, value, each)
            case "font-size":
                look = replace(look, size=_size(value, above.size))
            case _:
                is_bold = value in {"bold", "bolder", "700", "800", "900"}
                look = replace(look, is_bold=is_bold)
    return look


def _coloured(look: Look, above: Look, value: str, said: Said) -> Look:
    if value in {"inherit", "unset", "currentcolor"}:
        return replace(look, colour=above.colour, hides_colour=above.hides_colour, by=above.by)
    colour = read_colour(value)
    if colour is None:
        return replace(look, hides_colour=True)
    return replace(look, colour=colour, hides_colour=above.hides_colour, by=said)


def _grounded(look: Look, above: Look, value: str, said: Said) -> Look:
    if "url(" in value or "gradient(" in value:
        return replace(look, hides_ground=True)
    colours = (read_colour(word) for word in _WORDS.findall(value))
    colour = next((each for each in colours if each is not None), None)
    if colour is None or colour.alpha == 0:
        return look
    ground = colour if colour.alpha == 1 else colour.over((above.ground or WHITE).over(WHITE))
    return replace(look, ground=ground, hides_ground=False, by=look.by or said)


def _size(value: str, above: float) -> float:
    found = _LENGTH.fullmatch(value)
    if found is None:
        return {"smaller": above / 1.2, "larger": above * 1.2, "small": 13.0}.get(value, above)
    number, unit = float(found[1]), found[2].lower()
    match unit:
        case "em":
            return number * above
        case "%":
            return number * above / 100
        case "rem":
            return number * _EM
        case _:
            return number * _UNITS[unit]


def _has_text(element: Element) -> bool:
    return any(isinstance(each, str) and not each.isspace() for each in element.content)


def _rules(page: Page, styles: Styles) -> Iterator[_Entry]:
    order = 0
    for selectors, said in _applied(page, styles):
        for selector in _selectors(selectors):
            if not selector.pseudo_element:
                order += 1
                yield 1, selector.weight, order, selector, said


def _applied(page: Page, styles: Styles) -> Iterator[tuple[str, Said]]:
    """Selectors with what they say, from the page's sheets in order."""
    sheets = page.document.html("link", "style")
    for element in sorted(sheets, key=lambda each: each.order):
        if element.local == "style":
            for selectors, declared in _of_text(element.text()):
                yield selectors, Said(declared, selectors, None, element.at)
        elif "stylesheet" in element.tokens("rel") and "alternate" not in element.tokens("rel"):
            path = resolve(page.path, element.get("href")).path
            if path in page.book.entries and holds(element.get("media"), _SCREEN):
                for selectors, declared in styles.of_sheet(page, path or ""):
                    yield selectors, Said(declared, selectors, path)


def _of_text(text: str) -> Iterator[tuple[str, Declared]]:
    for ruleset in rulesets(text):
        queries = [condition for name, condition in ruleset.around if name == "media"]
        if ruleset.selectors.startswith("@") or not all(holds(q, _SCREEN) for q in queries):
            continue
        for declared in ruleset.declarations:
            if declared.name in _NAMES:
                yield ruleset.selectors, declared


def _key(selector: Selector) -> str:
    last = selector.compounds[-1]
    if last.id is not None:
        return f"#{last.id}"
    return f".{min(last.classes)}" if last.classes else last.tag
