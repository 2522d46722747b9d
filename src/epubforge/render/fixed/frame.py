"""The page and the frame of its text: margins, size of letters, and the rules that set them."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.model.fixed import Side
from epubforge.model.profile import Viewport

_INNER, _OUTER, _TOP, _BOTTOM = 0.115, 0.145, 0.085, 0.115
"""Of the page's width, and of its height: the text stands a little to the gutter and above."""
_LETTERS_IN_LINE = 31
"""Half the letters of a line: a line holds about 62, which the eye takes in easily."""
_LINES_ON_PAGE = 44
_LEAST_SIZE = 18
"""CSS pixels; smaller letters are unreadable on a tablet."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page stands; all in CSS pixels."""

    viewport: Viewport

    @property
    def width(self) -> int:
        """Of the text."""
        return self.viewport.width - self.inner - self.outer

    @property
    def height(self) -> int:
        """Of the text."""
        return self.viewport.height - self.top - round(_BOTTOM * self.viewport.height)

    @property
    def inner(self) -> int:
        """The margin at the gutter."""
        return round(_INNER * self.viewport.width)

    @property
    def outer(self) -> int:
        """The margin at the outer edge."""
        return round(_OUTER * self.viewport.width)

    @property
    def top(self) -> int:
        """The margin above."""
        return round(_TOP * self.viewport.height)

    @property
    def size(self) -> int:
        """Of the text's letters."""
        by_width = self.width / _LETTERS_IN_LINE
        by_height = self.viewport.height / _LINES_ON_PAGE
        return max(_LEAST_SIZE, round(min(by_width, by_height)))

    def left(self, side: Side) -> int:
        """The margin at the page's left edge."""
        return self.inner if side == "right" else self.outer

    def rules(self, paper: str) -> str:
        """The style of every page: its size, its paper, and the place of its text."""
        view = self.viewport
        folio = round(view.height - 0.62 * _BOTTOM * view.height)
        return f"""\
html {{
  font-size: {self.size}px;
}}
html,
body.fixed {{
  width: {view.width}px;
  height: {view.height}px;
  margin: 0;
  padding: 0;
  background: {paper};
  color: #000000;
}}
body.fixed {{
  position: relative;
}}
body.fixed > .leaf {{
  position: absolute;
  top: {self.top}px;
  width: {self.width}px;
  max-width: none;
  height: {self.height}px;
  margin: 0;
  padding: 0;
}}
body.right > .leaf {{
  left: {self.left("right")}px;
}}
body.left > .leaf {{
  left: {self.left("left")}px;
}}
body.fixed > .folio {{
  position: absolute;
  top: {folio}px;
  left: {self.left("right")}px;
  width: {self.width}px;
  margin: 0;
  text-indent: 0;
  text-align: right;
  line-height: 1;
}}
body.left > .folio {{
  left: {self.left("left")}px;
  text-align: left;
}}
"""
