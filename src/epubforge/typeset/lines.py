"""Lines turned into markup: each a span that no reading system breaks, its spaces as measured.

A line ends by a generated line feed, not by a block or a `br`: the paragraph stays one run of text
for whoever searches, copies or listens, and a word parted by a hyphen stays one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from epubforge.styles.tree import Element
from epubforge.typeset.breaking import SHRINK, Line
from epubforge.typeset.inline import Close, Fragment, Open, Part, Thing, Words
from epubforge.typeset.xml import ids_of, start_tag, whole

LINE, HYPHENED, LAST, KEPT = "set-line", "set-hyphen", "set-last", "set-kept"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it stands on the page."""

    markup: str
    height: float
    natural: float
    """How wide it is, in CSS pixels, with its spaces as they were set."""
    line: int
    """The line of the body that it begins in."""
    ids: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    """Pages of the printed book that begin in it."""


@dataclass(slots=True)
class _Writer:
    """Writes fragments one after the other, closing and opening elements at the ends of lines."""

    open: list[Open] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.out, self.ids, self.marks = [], [], []
        for part in self.open:
            style = "margin-inline-start:0;padding-inline-start:0;border-inline-start:0"
            self.out.append(start_tag(part.element, style if part.edge else "", is_again=True))

    def finish(self) -> str:
        self.out += [f"</{part.element.tag}>" for part in reversed(self.open)]
        return "".join(self.out)

    def write(self, part: Part) -> None:
        match part:
            case Words():
                self.out.append(escape(part.text, quote=False))
            case Thing():
                self.out.append(whole(part.element) if part.markup is None else part.markup)
                self.ids += ids_of(part.element)
                self.marks += print_marks(part.element)
            case Open():
                self.out.append(start_tag(part.element))
                self.open.append(part)
                self.ids += [part.element.attributes[n] for n in ("id",)
                             if n in part.element.attributes]  # fmt: skip
                self._note(part.element)
            case Close():
                self.out.append(f"</{part.element.tag}>")
                self.open.pop()

    def _note(self, element: Element) -> None:
        mark = print_mark(element)
        if mark is not None:
            self.marks.append(mark)


def print_mark(element: Element) -> str | None:
    """The page of the printed book that begins at the element, as it is named there."""
    if element.attributes.get("role") != "doc-pagebreak":
        return None
    named = element.attributes.get("aria-label") or element.attributes.get("title")
    return named or "".join(c.text for c in element.children if not isinstance(c, Element))


def print_marks(element: Element) -> Iterator[str]:
    """The pages of the printed book that begin at an element or in it."""
    mark = print_mark(element)
    if mark is not None:
        yield mark
    for child in element.elements:
        yield from print_marks(child)


def set_lines(
    fragments: Sequence[Fragment],
    lines: Sequence[Line],
    leading: float,
    is_justified: bool,
    hanging: float = 0.0,
) -> list[SetLine]:
    """The lines as markup; spaces between two of them stand outside their spans."""
    writer = _Writer()
    made: list[SetLine] = []
    for line in lines:
        own = fragments[line.start : line.end]
        last = own[-1]
        writer.begin()
        height = leading
        for fragment in own:
            for part in fragment.parts:
                writer.write(part)
                if isinstance(part, Thing) and part.height > 0:
                    height = max(height, part.height)
            if fragment is not last:
                writer.out.append(fragment.gap)
        spacing = _spacing(line, is_justified, last.after)
        styles = [f"word-spacing:{spacing:.3f}px"] if abs(spacing) >= 0.0005 else []
        is_wrapped = bool(hanging) and line.start > 0
        if is_wrapped and fragments[line.start - 1].after != "newline":
            styles.append(f"padding-inline-start:{hanging:.2f}px")
        style = f' style="{";".join(styles)}"' if styles else ""
        names = _classes(last)
        gap = "\n" if last.after == "newline" else "" if last.after != "space" else _gap(last)
        markup = f'<span class="{names}"{style}>{writer.finish()}</span>{gap}'
        natural = line.natural + spacing * line.spaces
        ids, marks = tuple(writer.ids), tuple(writer.marks)
        made.append(SetLine(markup, height, natural, own[0].line, ids, marks))
    return made


def _gap(fragment: Fragment) -> str:
    """The space at which the line ends: here it may as well be a new line of the file."""
    return "\n" if fragment.gap == " " else fragment.gap


def _classes(last: Fragment) -> str:
    match last.after:
        case "hyphen" | "soft":
            return f"{LINE} {HYPHENED}"
        case "end" | "forced":
            return LAST
        case "newline":
            return KEPT
        case _:
            return LINE


def _spacing(line: Line, is_justified: bool, after: str) -> float:
    """What each space gets more, or less, than its own width."""
    free = line.width - line.natural
    if not line.spaces or (free >= 0 and (not is_justified or after in ("end", "forced"))):
        return 0.0
    if after == "newline" and free >= 0:
        return 0.0
    return max(free / line.spaces, -line.natural * SHRINK) if free else 0.0
