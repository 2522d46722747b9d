"""Lists that the book makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.by_hand import (
    composed,
    document,
    lines,
    one,
    plates,
    project,
    settings_span,
    text_of,
)
from epubforge.model.book import CaptionMarkup
from epubforge.model.document import Document, Header, SlotKind
from epubforge.model.picture import Caption
from epubforge.model.project import PlatesHere

FIGURES = document(
    "manuscript/1-a.md", "# A\n\nfigure: Ada & I {#ada}\n\n## B {#b}\n\ntable: Sums {#sums}\n"
)


def asking(kind: str, language: str | None = None) -> Document:
    """A chapter that asks for a list."""
    return document("manuscript/9-l.md", f"# L\n\n{{{{{kind}}}}}\n", Header(language=language))


def made(kind: str, language: str | None = None) -> list[str]:
    """The lists of a book with a figure and a table."""
    return text_of(one(FIGURES, asking(kind, language)).value, "text/l.xhtml", SlotKind.LIST)


def test_contents() -> None:
    """The same lines as in the navigation, nested in the same way."""
    assert made("contents") == [
        '<ol class="made-list list-of-contents"><li><a href="a.xhtml">A</a><ol>'
        '<li><a href="a.xhtml#b">B</a></li></ol></li><li><a href="l.xhtml">L</a></li></ol>'
    ]


@pytest.mark.parametrize(
    ("kind", "language", "line"),
    [
        (
            "figures",
            None,
            '<a href="a.xhtml#ada"><span class="label">Figure 1</span> Ada &amp; I</a>',
        ),
        ("tables", None, '<a href="a.xhtml#sums"><span class="label">Table 1</span> Sums</a>'),
        (
            "tables",
            "ja",
            '<a href="a.xhtml#sums"><span class="label">表1</span> '
            '<span lang="en" xml:lang="en">Sums</span></a>',
        ),
    ],
)
def test_figures_and_tables(kind: str, language: str | None, line: str) -> None:
    """Label and caption, in the language of the page that shows the list."""
    assert made(kind, language) == [f'<ol class="made-list list-of-{kind}"><li>{line}</li></ol>']


def test_plates_and_credits() -> None:
    """Plates with their captions; each credit once, with the plates that it is due to."""
    paths = ("images/1.jpg", "images/2.jpg", "images/3.jpg")
    rows = {path: Caption(path, settings_span("[plates]")) for path in paths}
    asked = document("manuscript/9-l.md", "# L\n\n{{plates}}\n\n{{credits}}\n")
    shown = replace(project([PlatesHere(), asked]), plates=plates(*paths, captions=rows))
    captions = [
        CaptionMarkup("A <em>lamp</em>", "© Ada", "A lamp"),
        CaptionMarkup("", "© Bob"),
        CaptionMarkup("A pick", "© Ada", "A pick"),
    ]
    book = composed(shown, asked, captions=captions)
    assert text_of(book.value, "text/l.xhtml", SlotKind.LIST) == [
        '<ol class="made-list list-of-plates">'
        '<li><a href="plate-001.xhtml"><span class="label">Plate 1</span> A lamp</a></li>'
        '<li><a href="plate-002.xhtml"><span class="label">Plate 2</span></a></li>'
        '<li><a href="plate-003.xhtml"><span class="label">Plate 3</span> A pick</a></li></ol>',
        '<ol class="made-list list-of-credits">'
        '<li><span class="credit">© Ada</span>: <a href="plate-001.xhtml">Plate 1</a>, '
        '<a href="plate-003.xhtml">Plate 3</a></li>'
        '<li><span class="credit">© Bob</span>: <a href="plate-002.xhtml">Plate 2</a></li></ol>',
    ]


@pytest.mark.parametrize(
    "kind", ["figures", "tables", "plates", "credits", "index", "bibliography"]
)
def test_an_empty_list_is_found_where_it_is_asked_for(kind: str) -> None:
    """There is nothing to show, and the finding says what is lacking."""
    asked = document("manuscript/9-l.md", f"# L\n\n{{{{{kind}}}}}\n")
    book = one(asked)
    assert text_of(book.value, "text/l.xhtml", SlotKind.LIST) == [""]
    (line,) = lines(book.found)
    assert line.startswith(f"manuscript/9-l.md:3:1 B016 {{{{{kind}}}}} has nothing to show: ")


def test_contents_are_never_empty() -> None:
    """A book always has a line of contents."""
    hidden = document("manuscript/9-l.md", "# L\n\n{{contents}}\n", Header(toc=False))
    book = one(hidden)
    assert book.found == ()
    assert '<a href="l.xhtml">L</a>' in text_of(book.value, "text/l.xhtml", SlotKind.LIST)[0]
