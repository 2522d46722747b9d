"""What may stand in an element, as patterns: equal patterns are one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

from epubforge.schema.datatypes import Datatype
from epubforge.schema.names import NameClass, written

Step = tuple["Pattern", "Pattern"]
"""A pattern to be followed inside, and the one that follows after it."""


class Kind(IntEnum):
    """How a pattern is made of others."""

    EMPTY = 0
    NOT_ALLOWED = 1
    TEXT = 2
    CHOICE = 3
    GROUP = 4
    INTERLEAVE = 5
    ONE_OR_MORE = 6
    ELEMENT = 7
    ATTRIBUTE = 8
    DATA = 9
    VALUE = 10
    LIST = 11


class Pattern:
    """One pattern, with what was found out about it: its derivatives by name and text."""

    __slots__ = (
        "accepted", "attribute_steps", "body_of", "closed", "datatype", "element_steps", "has_data",
        "kind", "literal", "loose", "names", "nullable", "only_attributes", "parts", "texted",
    )  # fmt: skip

    def __init__(self, kind: Kind, parts: tuple[Pattern, ...] = ()) -> None:
        self.kind = kind
        self.parts = parts
        self.nullable = _is_nullable(kind, parts)
        """Whether nothing at all follows it."""
        self.only_attributes = _holds_only_attributes(kind, parts)
        self.has_data = _has_data(kind, parts)
        """Whether its text is more than any text."""
        self.names: NameClass | None = None
        """Of an element or attribute."""
        self.body_of: Callable[[], Pattern] | None = None
        """What stands in an element; asked when it is met, for grammars go in circles."""
        self.datatype: Datatype | None = None
        self.literal = ""
        self.element_steps: dict[str, tuple[Step, ...]] = {}
        self.attribute_steps: dict[str, tuple[Step, ...]] = {}
        self.accepted: dict[str, bool] = {}
        self.closed: Pattern | None = None
        self.loose: Pattern | None = None
        self.texted: Pattern | None = None


def _is_nullable(kind: Kind, parts: tuple[Pattern, ...]) -> bool:
    match kind:
        case Kind.EMPTY | Kind.TEXT:
            return True
        case Kind.CHOICE:
            return any(part.nullable for part in parts)
        case Kind.GROUP | Kind.INTERLEAVE | Kind.ONE_OR_MORE:
            return all(part.nullable for part in parts)
        case _:
            return False


def _holds_only_attributes(kind: Kind, parts: tuple[Pattern, ...]) -> bool:
    if kind in {Kind.CHOICE, Kind.GROUP, Kind.INTERLEAVE, Kind.ONE_OR_MORE}:
        return all(part.only_attributes for part in parts)
    return kind in {Kind.EMPTY, Kind.ATTRIBUTE}


def _has_data(kind: Kind, parts: tuple[Pattern, ...]) -> bool:
    if kind in {Kind.DATA, Kind.VALUE, Kind.LIST}:
        return True
    return kind not in {Kind.ELEMENT, Kind.ATTRIBUTE} and any(part.has_data for part in parts)


EMPTY = Pattern(Kind.EMPTY)
NOT_ALLOWED = Pattern(Kind.NOT_ALLOWED)
TEXT = Pattern(Kind.TEXT)

_made: dict[tuple[int, ...], Pattern] = {}
KNOWN: set[str] = set()
"""The names and namespaces that elements and attributes of patterns are given by."""


def _one(kind: Kind, parts: tuple[Pattern, ...]) -> Pattern:
    key = (kind, *map(id, parts))
    pattern = _made.get(key)
    if pattern is None:
        pattern = _made[key] = Pattern(kind, parts)
    return pattern


def choice(patterns: Iterable[Pattern]) -> Pattern:
    """Any one of several."""
    found: dict[int, Pattern] = {}
    for pattern in patterns:
        if pattern.kind is Kind.CHOICE:
            found.update((id(part), part) for part in pattern.parts)
        elif pattern is not NOT_ALLOWED:
            found[id(pattern)] = pattern
    if len(found) > 1 and id(EMPTY) in found:
        others = (part for part in found.values() if part is not EMPTY)
        if any(part.nullable for part in others):
            del found[id(EMPTY)]
    if not found:
        return NOT_ALLOWED
    if len(found) == 1:
        return next(iter(found.values()))
    return _one(Kind.CHOICE, tuple(found[key] for key in sorted(found)))


def group(first: Pattern, second: Pattern) -> Pattern:
    """One, and then the other."""
    if first is NOT_ALLOWED or second is NOT_ALLOWED:
        return NOT_ALLOWED
    if first is EMPTY:
        return second
    return first if second is EMPTY else _one(Kind.GROUP, (first, second))


def interleave(first: Pattern, second: Pattern) -> Pattern:
    """Both, in any order and between each other."""
    if first.only_attributes or second.only_attributes:
        return group(first, second)  # attributes have no order: the cheaper pattern says the same
    if first is NOT_ALLOWED or second is NOT_ALLOWED:
        return NOT_ALLOWED
    if id(first) > id(second):
        first, second = second, first
    return _one(Kind.INTERLEAVE, (first, second))


def one_or_more(pattern: Pattern) -> Pattern:
    """One or several times."""
    if pattern in {NOT_ALLOWED, EMPTY} or pattern.kind is Kind.ONE_OR_MORE:
        return pattern
    return _one(Kind.ONE_OR_MORE, (pattern,))


def list_of(pattern: Pattern) -> Pattern:
    """Words between blanks that follow the pattern."""
    return _one(Kind.LIST, (pattern,))


def element(names: NameClass, body: Callable[[], Pattern]) -> Pattern:
    """An element; every call makes another pattern."""
    pattern = Pattern(Kind.ELEMENT)
    pattern.names, pattern.body_of = names, body
    written(names, KNOWN)
    return pattern


def attribute(names: NameClass, value: Pattern) -> Pattern:
    """An attribute; every call makes another pattern."""
    if value is NOT_ALLOWED:
        return NOT_ALLOWED
    pattern = Pattern(Kind.ATTRIBUTE, (value,))
    pattern.names = names
    written(names, KNOWN)
    return pattern


def data(datatype: Datatype) -> Pattern:
    """A text of a datatype; every call makes another pattern."""
    pattern = Pattern(Kind.DATA)
    pattern.datatype = datatype
    return pattern


_values: dict[str, Pattern] = {}


def value(literal: str) -> Pattern:
    """This very text, blanks at its ends and their number set aside."""
    literal = " ".join(literal.split())
    pattern = _values.get(literal)
    if pattern is None:
        pattern = _values[literal] = Pattern(Kind.VALUE)
        pattern.literal = literal
    return pattern
