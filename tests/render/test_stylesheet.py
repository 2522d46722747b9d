"""The one stylesheet of a book."""

from __future__ import annotations

from checks.by_hand import book
from epubforge.render.stylesheet import own_place, stylesheet
from epubforge.render.theme import CLASSIC, read_theme
from epubforge.source import SourceFile


def test_own_place() -> None:
    """A line of the finished stylesheet is found again in one's own styles."""
    first = SourceFile("a.css", '@charset "utf-8";\n\n/* mine */\np { margin: 0 }\n\n')
    empty = SourceFile("none.css", "\n")
    last = SourceFile("b.css", "h1 {\n  margin: 0\n}\n")
    sheet = stylesheet(book(), read_theme(CLASSIC), (first, empty, last))
    lines = sheet.splitlines()
    for text, source, line in (
        ("/* mine */", first, 3),
        ("p { margin: 0 }", first, 4),
        ("h1 {", last, 1),
        ("  margin: 0", last, 2),
    ):
        number = len(lines) - lines[::-1].index(text)
        span = own_place(sheet, (first, empty, last), number)
        assert span == source.line_span(line)
    assert own_place(sheet, (first, empty, last), 3) is None
