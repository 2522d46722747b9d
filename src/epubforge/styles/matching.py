"""The rules that hold for an element, from the weakest to the strongest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from epubforge.styles.selectors import Selector, Weight, matches
from epubforge.styles.sheet import Declaration, StyleRule, read_declarations
from epubforge.styles.tree import Element

_Entry = tuple[int, Weight, int, Selector, tuple[Declaration, ...]]


class Cascade:
    """Stylesheets that follow each other, asked element by element."""

    def __init__(self, sheets: Sequence[Iterable[StyleRule]]) -> None:
        """The first sheet is the browser's own, which any other overrules."""
        self._by_key: dict[str, list[_Entry]] = defaultdict(list)
        order = 0
        for origin, sheet in enumerate(sheets):
            for rule in sheet:
                for selector in rule.selectors:
                    order += 1
                    level = min(origin, 1)
                    entry = (level, selector.weight, order, selector, rule.declarations)
                    self._by_key[_key(selector)].append(entry)

    def declared(self, element: Element, pseudo_element: str = "") -> tuple[Declaration, ...]:
        """What is declared for it or its pseudo-element; of two that clash the later one wins."""
        keys = ["*", element.tag, *(f".{name}" for name in sorted(element.classes))]
        if "id" in element.attributes:
            keys.append(f"#{element.attributes['id']}")
        found = [
            entry
            for key in keys
            for entry in self._by_key.get(key, ())
            if entry[3].pseudo_element == pseudo_element and matches(entry[3], element)
        ]
        if not found and "style" not in element.attributes:
            return ()
        found.sort(key=lambda entry: entry[:3])
        declared = [one for entry in found for one in entry[4]]
        if not pseudo_element and "style" in element.attributes:
            declared += read_declarations(element.attributes["style"])
        plain = [one for one in declared if not one.is_important]
        return (*plain, *(one for one in declared if one.is_important))


def _key(selector: Selector) -> str:
    last = selector.compounds[-1]
    if last.id is not None:
        return f"#{last.id}"
    if last.classes:
        return f".{min(last.classes)}"
    return last.tag
