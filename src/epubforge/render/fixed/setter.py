"""Sets texts in the frame of one edition's pages, and reports what could not be set as meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.fonts.face import Face
from epubforge.model.book import Page
from epubforge.render.fixed.frame import Frame
from epubforge.render.fixed.leaf import Leaf
from epubforge.render.fixed.opened import Opened
from epubforge.source import Span
from epubforge.typeset.flow import Flow, Setting, flow

SET_OTHERWISE = Rule(
    "B060",
    "set-otherwise",
    Severity.WARNING,
    """Something could not be set on fixed pages as it is meant.

Why it matters
    Fixed pages are measured before they are written. What cannot be measured for certain is set
    in the nearest way that keeps all of it on the page: look at it.
Bad
    A table of twenty columns
Good
    Two tables of ten columns
""",
)

LEAF = "leaf"
FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Setter:
    """What all texts of an edition are set with."""

    frame: Frame
    sheet: str
    """The stylesheet that the pages will have."""
    faces: tuple[Face, ...]
    settings: Span
    """The place of what has no better one."""
    pictures: Mapping[str, tuple[float, float]]
    """Sizes by the `src` that pages name them by."""
    out: Reporter = field(repr=False)

    def leaves(self, page: Page, parts: Opened) -> tuple[Leaf, ...]:
        """The page on as many leaves as it needs."""
        set_pages = self.flow(page, parts, self.frame.width, self.frame.height).pages
        return tuple(
            Leaf(
                page,
                each.markup,
                parts.section,
                ids=each.ids,
                first=number == 0,
                lines=tuple(map(parts.origin_of, each.lines)),
                origin=parts.origin,
                is_picture_only=each.is_picture_only,
            )
            for number, each in enumerate(set_pages)
        )

    def flow(self, page: Page, parts: Opened, width: float, height: float) -> Flow:
        """The inner text of a page set in a frame of that size."""
        view = self.frame.viewport
        result = flow(parts.inner, self.sheet, Setting(
            width, height, self.frame.size, page.language, self.faces,
            direction="rtl" if parts.html.get("dir") == "rtl" else "ltr",
            pictures=self.pictures,
            viewport=(view.width, view.height),
            html=_fixed(parts.html, FIXED),
            body=_fixed(parts.body, FIXED),
            section=_fixed(parts.section, LEAF),
        ))  # fmt: skip
        for problem in result.found:
            self.out.add(self._told(parts, problem.message, problem.line))
        return result

    def _told(self, parts: Opened, message: str, line: int) -> Diagnostic:
        hint = (
            "look at the page in the fixed edition; `::: except` and `::: only` can part editions"
        )
        return SET_OTHERWISE.at(self._place(parts, line), message, hint)

    def _place(self, parts: Opened, line: int) -> Span:
        """The line of the manuscript that a line of the inner text comes from."""
        if parts.origin is None:
            return self.settings
        return parts.origin.span(parts.origin_of(line))


def _fixed(attributes: Mapping[str, str], name: str) -> Mapping[str, str]:
    return {**attributes, "class": f"{attributes.get('class', '')} {name}".strip()}
