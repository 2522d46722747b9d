"""A chapter's body set into pages: `flow`."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.styles.tree import Element, read_tree
from epubforge.typeset.blocks import Blocks
from epubforge.typeset.faults import Problem, upright
from epubforge.typeset.fonts import Measure
from epubforge.typeset.looks import Looks
from epubforge.typeset.pages import write
from epubforge.typeset.paging import ranges
from epubforge.typeset.placing import placed
from epubforge.typeset.setting import Setting

__all__ = ["Flow", "FlowPage", "Problem", "Setting", "flow"]


@dataclass(frozen=True, slots=True)
class FlowPage:
    """One page of the chapter: what stands inside its section."""

    markup: str
    """Well-formed XHTML."""
    lines: tuple[int, ...]
    """For each line of the markup the line of the body that it comes from, from 1."""
    ids: tuple[str, ...]
    """The ids on the page; each id of the body is on one page."""
    print_marks: tuple[str, ...]
    """The pages of the printed book that begin on it, as they are named."""
    is_picture_only: bool
    """Whether there is nothing on it but pictures."""

    @property
    def first_line(self) -> int:
        """The line of the body that the page begins with."""
        return self.lines[0] if self.lines else 1


@dataclass(frozen=True, slots=True)
class Flow:
    """The pages of a chapter, and what was found on the way."""

    pages: tuple[FlowPage, ...]
    found: tuple[Problem, ...] = ()
    height: float = 0.0
    """Of all of it in one column, in CSS pixels."""


def flow(body: str, sheet: str, setting: Setting) -> Flow:
    """The body on as many pages as it needs, none of its words lost, none outside the frame.

    The body is well-formed XHTML, what stands in the page's section; the sheet is the book's own.
    Each line ends where it was measured to end, for any reading system that has the fonts; the
    pages need `typeset.sheet.SHEET` behind the book's stylesheet.
    """
    section = _section(body, setting)
    found: list[Problem] = []
    if setting.html.get("class", "").split().count("vertical"):
        found.append(upright())

    looks = Looks(sheet, setting)
    blocks = Blocks(setting, looks, Measure(setting.faces), found.append)
    events = list(blocks.children(section, looks.of(section), setting.width))
    column = placed(events)
    written = (write(events, page) for page in ranges(events, column, setting.height))
    pages = tuple(
        FlowPage(
            page.markup,
            page.lines,
            tuple(page.ids),
            tuple(page.marks),
            bool(page.pictures) and not page.has_words,
        )
        for page in written
    )
    return Flow(pages, tuple(dict.fromkeys(found)), column.height)


def _section(body: str, setting: Setting) -> Element:
    """The section that the body stands in, within `html` and `body`, as selectors see it."""
    html = Element("html", {"lang": setting.language, **setting.html}, 1)
    outer = Element("body", dict(setting.body), 1, html)
    section = Element("section", dict(setting.section), 1, outer)
    html.children.append(outer)
    outer.children.append(section)
    section.children = read_tree(body).children
    for child in section.elements:
        child.parent = section
    return section
