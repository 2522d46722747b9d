"""Holds a tree against a grammar, and goes on after each fault."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from epubforge.schema.derivatives import (
    attribute_steps,
    closed,
    element_steps,
    loose,
    takes,
    texted,
)  # fmt: skip
from epubforge.schema.grammar import Grammar
from epubforge.schema.patterns import NOT_ALLOWED, TEXT, Pattern, choice
from epubforge.tree.document import Element

Links = list[tuple[int, Pattern]]
"""For each way to read an element: which way of the element around it belongs to, and what may
follow there after it."""


class Fault(Enum):
    """What can be wrong with an element."""

    ELEMENT = "element not allowed here"
    ATTRIBUTE = "attribute not allowed here"
    VALUE = "attribute with a wrong value"
    MISSING_ATTRIBUTE = "without an attribute that it must have"
    TEXT = "text not allowed here"
    WRONG_TEXT = "with a wrong text"
    INCOMPLETE = "without an element that must stand in it"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An element that does not follow the grammar."""

    fault: Fault
    element: Element
    attribute: str = ""
    """Its full name, where it is about one."""
    expected: Pattern | None = None
    """What would have been right."""


def validate(root: Element, grammar: Grammar) -> list[Mismatch]:
    """All faults of an element and what stands in it, in the order of the text."""
    found: list[Mismatch] = []
    _Walk(grammar, found).over(root)
    found.sort(key=lambda each: each.element.order)
    return found


class _Walk:
    """One walk over a tree. An element may be read in several ways, as long as they end well."""

    def __init__(self, grammar: Grammar, found: list[Mismatch]) -> None:
        self._grammar = grammar
        self._found = found

    def over(self, root: Element) -> None:
        """Iterative: documents may be deep."""
        after = self._open(root, [self._grammar.start])
        if after is None:
            return
        # For each open element: its ways, the way of the element around each belongs to, the
        # element, and the place in its content.
        stack: list[tuple[list[Pattern], Links, Element, int]] = []
        ways, links = after
        element, at = root, 0
        while True:
            content = element.content
            entered = False
            while at < len(content):
                piece = content[at]
                at += 1
                if isinstance(piece, str):
                    ways = self._text(element, ways, links, piece)
                    continue
                step = self._open(piece, ways)
                if step is None:
                    continue
                stack.append((ways, links, element, at))
                ways, links = step
                element, at, entered = piece, 0, True
                break
            if entered:
                continue
            rests = self._leave(element, ways, links)
            if not stack:
                return
            outer, outer_links, element, at = stack.pop()
            ways, links = _resumed(outer, outer_links, rests)

    def _open(self, element: Element, ways: list[Pattern]) -> tuple[list[Pattern], Links] | None:
        """The ways to read an element; None: it is unknown, and what stands in it is passed by."""
        if len(ways) == 1:
            steps = element_steps(ways[0], element.name)
            if len(steps) == 1:
                body, rest = steps[0]
                return self._attributes(element, [body], [(0, rest)])
            found = [(0, step) for step in steps]
        else:
            found = [
                (number, step)
                for number, way in enumerate(ways)
                for step in element_steps(way, element.name)
            ]
        if not found:
            self._found.append(Mismatch(Fault.ELEMENT, element, "", choice(ways)))
            known = self._grammar.elements.get(element.name)
            if known is None:
                return None
            bodies = [pattern.body_of() for pattern in known if pattern.body_of is not None]
            body = bodies[0] if len(bodies) == 1 else choice(bodies)
            # Whatever it is, the element around goes on as if it had not been there.
            return self._attributes(element, [body] * len(ways), list(enumerate(ways)))
        return self._attributes(
            element,
            [body for _, (body, _) in found],
            [(number, rest) for number, (_, rest) in found],
        )

    def _attributes(
        self, element: Element, ways: list[Pattern], links: Links
    ) -> tuple[list[Pattern], Links]:
        for name, value in element.attributes.items():
            ways, links = self._attribute(element, name, value, ways, links)
        if len(ways) == 1:
            way = closed(ways[0])
            if way is not NOT_ALLOWED:
                return [way], links
        done = [closed(way) for way in ways]
        kept = [number for number, way in enumerate(done) if way is not NOT_ALLOWED]
        if len(kept) == len(done):
            return done, links
        if kept:
            return [done[number] for number in kept], [links[number] for number in kept]
        self._found.append(Mismatch(Fault.MISSING_ATTRIBUTE, element, "", ways[0]))
        return [loose(way) for way in ways], links

    def _attribute(
        self,
        element: Element,
        name: str,
        value: str,
        ways: list[Pattern],
        links: Links,
    ) -> tuple[list[Pattern], Links]:
        if len(ways) == 1:
            steps = attribute_steps(ways[0], name)
            if len(steps) == 1 and (steps[0][0] is TEXT or takes(steps[0][0], value)):
                return [steps[0][1]], links
        kept: list[Pattern] = []
        kept_links: Links = []
        wrong: list[tuple[Pattern, Pattern, tuple[int, Pattern]]] = []
        for way, link in zip(ways, links, strict=True):
            for allowed, rest in attribute_steps(way, name):
                if allowed is TEXT or takes(allowed, value):
                    kept.append(rest)
                    kept_links.append(link)
                else:
                    wrong.append((allowed, rest, link))
        if kept:
            return _joined(kept, kept_links)
        if wrong:
            expected = choice(allowed for allowed, _, _ in wrong)
            self._found.append(Mismatch(Fault.VALUE, element, name, expected))
            return _joined([rest for _, rest, _ in wrong], [link for _, _, link in wrong])
        self._found.append(Mismatch(Fault.ATTRIBUTE, element, name))
        return ways, links

    def _text(
        self, element: Element, ways: list[Pattern], links: Links, text: str
    ) -> list[Pattern]:
        """Blanks may stand anywhere; the text of data is looked at when its element ends."""
        if text.isspace():
            return ways
        if len(ways) == 1:
            if ways[0].has_data or texted(ways[0]) is ways[0]:
                return ways
        elif any(way.has_data for way in ways):
            return ways
        after = [texted(way) for way in ways]
        if all(way is NOT_ALLOWED for way in after):
            self._found.append(Mismatch(Fault.TEXT, element))
            return ways
        return after

    def _leave(self, element: Element, ways: list[Pattern], links: Links) -> Links:
        """What follows in the element around, for each of its ways that is still possible."""
        if len(ways) == 1 and ways[0].nullable and not ways[0].has_data:
            return links
        ended = [link for way, link in zip(ways, links, strict=True) if way.nullable]
        if any(way.has_data for way in ways):
            text = "".join(piece for piece in element.content if isinstance(piece, str))
            ended = [link for way, link in zip(ways, links, strict=True) if takes(way, text)]
        if ended:
            return ended
        fault = Fault.WRONG_TEXT if any(way.has_data for way in ways) else Fault.INCOMPLETE
        self._found.append(Mismatch(fault, element, "", choice(ways)))
        return links


def _joined(ways: list[Pattern], links: Links) -> tuple[list[Pattern], Links]:
    """Ways that go on alike are one."""
    if len(ways) == 1:
        return ways, links
    found: dict[tuple[int, int, int], int] = {}
    for at, (way, link) in enumerate(zip(ways, links, strict=True)):
        found.setdefault((id(way), link[0], id(link[1])), at)
    return [ways[at] for at in found.values()], [links[at] for at in found.values()]


def _resumed(outer: list[Pattern], outer_links: Links, rests: Links) -> tuple[list[Pattern], Links]:
    """The ways of the element around, after an element in it has ended."""
    if len(outer) == 1:
        return [rests[0][1] if len(rests) == 1 else choice(rest for _, rest in rests)], outer_links
    by_way: dict[int, list[Pattern]] = {}
    for number, rest in rests:
        by_way.setdefault(number, []).append(rest)
    ways = [choice(found) for found in by_way.values()]
    return ways, [outer_links[number] for number in by_way]
