"""A well-formed fragment of XHTML turned into a tree that selectors can be asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.parsers import expat

_ROOT = "body-fragment"


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text that lies within one line of the source."""

    text: str
    line: int


@dataclass(eq=False)
class Element:
    """An element with its place in the source and among its siblings."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = None
    children: list[Element | Text] = field(default_factory=list)
    place: int = 0
    """Which of its parent's elements it is, from 0."""

    @property
    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    @cached_property
    def siblings(self) -> tuple[Element, ...]:
        """The elements that share its parent, itself among them; asked when the tree is whole."""
        return self.parent.family if self.parent is not None else (self,)

    @cached_property
    def family(self) -> tuple[Element, ...]:
        """Its children that are elements; asked when the tree is whole."""
        return tuple(self.elements)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The words of its class."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text in it."""
        parts = (c.text for c in self.children)
        return "".join(parts)

    @cached_property
    def language(self) -> str:
        """The language that holds for it; empty where nothing says it."""
        own = self.attributes.get("lang") or self.attributes.get("xml:lang")
        if own is not None:
            return own
        return self.parent.language if self.parent is not None else ""


def read_tree(fragment: str) -> Element:
    """A nameless element that holds the fragment; lines are the fragment's, from 1.

    Raises expat.ExpatError where the fragment is not well-formed.
    """
    root = Element(_ROOT, {}, 1)
    current = root
    parser = expat.ParserCreate()
    parser.buffer_text = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal current
        if tag == _ROOT:
            return
        last = next((c for c in reversed(current.children) if isinstance(c, Element)), None)
        place = last.place + 1 if last is not None else 0
        element = Element(tag, attributes, parser.CurrentLineNumber, current, [], place)
        current.children.append(element)
        current = element

    def end(tag: str) -> None:
        nonlocal current
        if tag != _ROOT and current.parent is not None:
            current = current.parent

    def text(words: str) -> None:
        current.children.append(Text(words, parser.CurrentLineNumber))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(f"<{_ROOT}>{fragment}</{_ROOT}>", True)
    return root
