"""Reads XML as far as it is well-formed: its first fault, and elements that were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

_NAMESPACE_MARK = " "


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: its name without namespace, its attributes, and where it stands."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class XmlFault:
    """What makes a text no XML, and where it was noticed."""

    reason: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """The wanted elements up to the first fault."""

    elements: tuple[Element, ...]
    fault: XmlFault | None


def parse(content: bytes, wanted: frozenset[str] = frozenset()) -> Parsed:
    """Read XML without fetching anything from outside; expat bounds what entities may become."""
    parser = expat.ParserCreate(namespace_separator=_NAMESPACE_MARK)
    elements: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(_NAMESPACE_MARK)[2]
        if local in wanted:
            line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            elements.append(Element(local, attributes, line, column))

    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code) or "unknown fault"
        return Parsed(tuple(elements), XmlFault(reason, error.lineno, error.offset + 1))
    except (LookupError, ValueError) as error:  # an encoding that Python or expat does not know
        return Parsed(tuple(elements), XmlFault(f"its encoding: {error}", 1, 1))
    return Parsed(tuple(elements), None)
