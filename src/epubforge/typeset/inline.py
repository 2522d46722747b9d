"""The inline content of a block turned into fragments, between which a line may end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from epubforge.styles.tree import Element, Text
from epubforge.typeset.fonts import Measure
from epubforge.typeset.hyphenation import hyphens
from epubforge.typeset.opportunities import anywhere, opportunities
from epubforge.typeset.style import Letters, Style

After = Literal["space", "zero", "hyphen", "soft", "forced", "newline", "end"]

_PIECES = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_KEPT = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Words:
    """Letters of one look."""

    text: str
    letters: Letters
    hyphens: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Open:
    """An element begins; what its edge takes from the line."""

    element: Element
    edge: float


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost element ends."""

    element: Element
    edge: float


@dataclass(frozen=True, slots=True)
class Thing:
    """What is set whole: a picture, a formula, a word with its reading."""

    element: Element
    markup: str | None
    """None: the element as it is; an empty text for what the stylesheet draws."""
    width: float
    height: float
    sign: str = _OBJECT
    """The letter that it is like where lines are parted."""


Part = Words | Open | Close | Thing


@dataclass(slots=True)
class Fragment:
    """Parts that stay together."""

    parts: list[Part]
    width: float
    after: After
    gap: str
    """Spaces that stand after it unless the line ends there."""
    gap_width: float
    hyphen: float
    """Width of the hyphen that is added where a line ends here."""
    spaces: int
    line: int
    penalty: float = 0.0


Look = Callable[[Element], Style]
AsThing = Callable[[Element, Style], Thing | None]


Known = dict[tuple[str, int, "tuple[int, int, int] | None", After, str, int], tuple[Fragment, ...]]
"""Words that have been parted and measured for lines of one length."""


@dataclass(slots=True)
class Collector:
    """Gathers the fragments of one block."""

    measure: Measure
    look: Look
    as_thing: AsThing
    edges: Callable[[Element], tuple[float, float]]
    widest: float
    """No fragment may be wider than this."""
    known: Known
    fragments: list[Fragment] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)
    _line: int = 0
    _column: float = 0.0
    _has_content: bool = False

    def collect(self, children: Sequence[Element | Text], style: Style) -> list[Fragment]:
        """The fragments; the last one ends the paragraph."""
        self._walk(children, style)
        if self._has_content or not self.fragments:
            self._finish("end", "", style)
        else:
            last = self.fragments[-1]
            last.parts += self._parts
            last.after, last.gap, last.gap_width = "end", "", 0.0
        return self.fragments

    def _walk(self, children: Sequence[Element | Text], style: Style) -> None:
        for child in children:
            if isinstance(child, Text):
                if not self._has_content:
                    self._line = child.line
                if style.white_space in ("pre", "pre-wrap", "break-spaces"):
                    self._keep(child, style)
                else:
                    self._flow(child, style)
                continue
            self._element(child)

    def _element(self, element: Element) -> None:
        style = self.look(element)
        if style.display == "none":
            if element.tag != "br":
                self._parts.append(Thing(element, None, 0.0, 0.0, "\u2060"))
            return
        if not self._has_content:
            self._line = element.line
        if element.tag == "br":
            self._add(Thing(element, "<br/>", 0.0, 0.0, "\u2060"))
            self._finish("forced", "", style)
            return
        if element.tag == "wbr":
            self._add(Thing(element, "<wbr/>", 0.0, 0.0, "\u200b"))
            return
        thing = self.as_thing(element, style)
        if thing is not None:
            self._add(thing)
            return
        start, end = self.edges(element)
        self._parts.append(Open(element, start))
        self._walk(element.children, style)
        self._parts.append(Close(element, end))

    def _add(self, part: Part) -> None:
        self._parts.append(part)
        self._has_content = True

    def _flow(self, text: Text, style: Style) -> None:
        for piece in _PIECES.findall(text.text):
            if piece[0] not in " \t\n\r\f":
                self._add(_words(piece, style))
            elif not self._has_content:
                continue
            elif style.white_space == "nowrap":
                if not self._ends_in_space():
                    self._add(_words(" ", style))
            elif style.white_space == "pre-line" and "\n" in piece:
                self._finish("newline", "", style)
            else:
                self._finish("space", " ", style)

    def _ends_in_space(self) -> bool:
        last = self._parts[-1] if self._parts else None
        return isinstance(last, Words) and last.text.endswith(" ")

    def _keep(self, text: Text, style: Style) -> None:
        """Spaces and ends of lines as they are; a line that begins with spaces keeps them."""
        for piece in _KEPT.findall(text.text):
            if piece == "\n":
                self._finish("newline", "", style)
            elif piece[0] not in " \t" or not self._has_content:
                self._add(_words(piece, style))
            else:
                self._finish("space", piece, style)

    def _finish(self, after: After, gap: str, style: Style) -> None:
        kept: list[Part] = []
        while after == "space" and self._parts and isinstance(self._parts[-1], Open):
            kept.insert(0, self._parts.pop())
        parts = self._parts
        self._parts, self._has_content = kept, False
        first = parts[0] if len(parts) == 1 else None
        if not isinstance(first, Words):
            self.fragments += self._made(parts, after, gap, style)
            return
        # Words come again and again: each is parted and measured once.
        key = (first.text, id(first.letters), first.hyphens, after, gap, id(style.letters))
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = tuple(self._made(parts, after, gap, style))
        self.fragments += [replace(f, parts=list(f.parts), line=self._line) for f in known]

    def _made(self, parts: list[Part], after: After, gap: str, style: Style) -> list[Fragment]:
        pieces = list(self._parted(parts))
        last = len(pieces) - 1
        return [
            self._fragment(part, after, gap, style)
            if number == last
            else self._fragment(part, kind, "", style)
            for number, (part, kind) in enumerate(pieces)
        ]

    def _fragment(self, parts: list[Part], after: After, gap: str, style: Style) -> Fragment:
        hyphen = 0.0
        if after in ("hyphen", "soft"):
            letters = next((p.letters for p in reversed(parts) if isinstance(p, Words)), None)
            hyphen = self.measure.width("-", letters or style.letters)
        gap_width = 0.0
        if gap:
            tabs = gap.count("\t")
            one = self.measure.width(" ", style.letters)
            gap_width = one * (len(gap) - tabs + tabs * style.tab)
        width = sum(self._width(part) for part in parts)
        spaces = sum(_spaces(part.text) for part in parts if isinstance(part, Words))
        return Fragment(parts, width, after, gap, gap_width, hyphen, spaces, self._line)

    def _width(self, part: Part) -> float:
        match part:
            case Words():
                tabs = part.text.count("\t")
                if tabs:
                    one = self.measure.width(" ", part.letters)
                    rest = part.text.replace("\t", "")
                    return self.measure.width(rest, part.letters) + one * 8 * tabs
                return self.measure.width(part.text, part.letters)
            case Thing():
                return part.width
            case _:
                return part.edge

    def _parted(self, parts: list[Part]) -> Iterator[tuple[list[Part], After]]:
        """The parts of a word between the places where a line may end."""
        text = "".join(_sign(part) for part in parts)
        places: dict[int, After] = dict(opportunities(text)) if len(text) > 1 else {}
        at = 0
        for part in parts:
            if isinstance(part, Words) and part.hyphens is not None:
                language = part.letters.language
                for place in hyphens(part.text, language, part.hyphens):
                    places.setdefault(at + place, "hyphen")
            at += len(_sign(part))
        nowrap = [p for p in parts if isinstance(p, Words) and " " in p.text.strip(" ")]
        width = sum(self._width(part) for part in parts)
        if width > self.widest or nowrap:
            self._force(text, parts, places)
        yield from _split(parts, places)

    def _force(self, text: str, parts: Sequence[Part], places: dict[int, After]) -> None:
        """A word that is wider than the line may end anywhere where it has to."""
        start, width = 0, 0.0
        at = 0
        allowed = set(anywhere(text))
        for part in parts:
            if not isinstance(part, Words):
                width += self._width(part)
                at += len(_sign(part))
                continue
            for sign in part.text:
                if at in places:
                    start, width = at, 0.0
                one = self.measure.width(sign, part.letters)
                if width + one > self.widest and at > start and at in allowed:
                    places[at] = "zero"
                    start, width = at, 0.0
                width += one
                at += 1


def _words(text: str, style: Style) -> Words:
    limits = style.hyphen_limits if style.hyphens == "auto" else None
    return Words(text, style.letters, limits)


def _sign(part: Part) -> str:
    match part:
        case Words():
            return part.text
        case Thing():
            return part.sign
        case _:
            return ""


def _spaces(text: str) -> int:
    return text.count(" ") + text.count("\u00a0")


def _split(parts: list[Part], places: dict[int, After]) -> Iterator[tuple[list[Part], After]]:
    if not places:
        yield parts, "end"
        return
    current: list[Part] = []
    at = 0
    for part in parts:
        text = _sign(part)
        if at in places and text and current and not isinstance(part, Close):
            held: list[Part] = []
            while current and isinstance(current[-1], Open):
                held.insert(0, current.pop())
            if current:
                yield current, places[at]
            current = held
        if isinstance(part, Words):
            start = 0
            for cut in range(1, len(text)):
                if at + cut in places:
                    current.append(Words(text[start:cut], part.letters, part.hyphens))
                    yield current, places[at + cut]
                    current, start = [], cut
            part = Words(text[start:], part.letters, part.hyphens)
        current.append(part)
        at += len(text)
    yield current, "end"
