"""What is read of a page: paragraphs, pictures with their words, and what is counted."""

from __future__ import annotations

import pytest

from epubforge.inventory.page_text import PageText, Paragraph, PictureUse, read_page
from epubforge.inventory.words import Length, length
from epubforge.tree.parse import parse

PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title>A title</title><style>p {}</style></head><body>%s</body></html>"
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"%s>%s</svg>'
)


def read(body: str) -> PageText:
    """What is read of a page in the folder `text`."""
    return read_page(parse("text/one.xhtml", (PAGE % body).encode()))


def paragraphs(body: str) -> list[tuple[str, str]]:
    return [(each.element, each.text) for each in read(body).paragraphs]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>One <em>and</em>\n two</p><p>three</p>", [("p", "One and two"), ("p", "three")]),
        ("loose <p>in it</p> again", [("body", "loose"), ("p", "in it"), ("body", "again")]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", [("li", "a"), ("li", "b"), ("li", "c")]),
        ("<table><tr><th>a</th><td>b</td></tr></table>", [("th", "a"), ("td", "b")]),
        ("<p>line<br/>line</p>", [("p", "line line")]),
        ("<p>a <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>", [("p", "a 漢字")]),
        ("<p>shown</p><p hidden='hidden'>not</p><script>x()</script>", [("p", "shown")]),
        ("<p>\u00a0</p>", []),
    ],
)
def test_paragraphs(body: str, found: list[tuple[str, str]]) -> None:
    """Text between two breaks, its blanks as one, with the element that it stands in."""
    assert paragraphs(body) == found


def test_heading_and_title() -> None:
    """The first heading, and the head's title."""
    found = read("<p>before</p><h2>The <b>word</b></h2><h1>Later</h1>")
    assert (found.heading, found.title) == ("The word", "A title")


@pytest.mark.parametrize(
    ("body", "uses"),
    [
        ('<img src="../a.jpg" alt="Ada  at\nher desk"/>', [PictureUse("a.jpg", "Ada at her desk")]),
        ('<img src="a%20b.png" alt=""/>', [PictureUse("text/a b.png", "")]),
        ('<img src="a.png"/>', [PictureUse("text/a.png", None)]),
        ('<img src="http://x.org/a.png"/>', [PictureUse("http://x.org/a.png", None)]),
        (SVG % ("", "<title>A wheel</title><path/>"), [PictureUse("", "A wheel")]),
        (SVG % (' aria-hidden="true"', "<path/>"), [PictureUse("", "")]),
        (
            SVG % (' aria-label="Cover"', '<g><image xlink:href="a.png"/></g>'),
            [PictureUse("text/a.png", "Cover")],
        ),
        (SVG % ("", f"{SVG % ('', '<path/>')}<path/>"), [PictureUse("", None)]),
    ],
)
def test_pictures(body: str, uses: list[PictureUse]) -> None:
    """Files by their paths in the book, drawings without; what is said, or that nothing is."""
    assert read(body).pictures == uses


def test_counts() -> None:
    """Tables, formulas, notes (marked twice, counted once), sounds and films."""
    found = read(
        "<table><tr><td>1</td></tr></table>"
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
        '<aside epub:type="footnote" role="doc-footnote"><p>a</p></aside>'
        '<aside role="doc-endnote"><p>b</p></aside>'
        "<audio/><video/><video/>"
    )
    assert (found.tables, found.formulas, found.notes) == (1, 1, 2)
    assert (found.audio, found.video) == (1, 2)


def test_a_page_that_breaks_off() -> None:
    """What stands before the fault is read."""
    found = read_page(parse("a", b"<html xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>Tw"))
    assert found.paragraphs[0] == Paragraph("p", "One")


@pytest.mark.parametrize("gap", [" ", "\n\n", " " * 70_000, "\u2003 "])
def test_a_very_long_paragraph(gap: str) -> None:
    """It is read in pieces, and comes out as if it had been read in one."""
    words = [f"word{n}" for n in range(400_000 // (4 + len(gap)))]
    (paragraph,) = read(f"<p>{gap.join(words)}</p>").paragraphs
    assert paragraph.text == " ".join(words)
    assert length(paragraph.text).words == len(words)


def test_words_of_a_long_text() -> None:
    """The count does not depend on where it is cut."""
    text = " ".join(f"it’s-{n}" for n in range(300_000))
    assert len(text) > 3_000_000
    assert length(text).words == 300_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Length(0, 0, 0)),
        ("It’s a well-known word, no. 7.", Length(6, 30, 0)),
        ("русские слова", Length(2, 13, 0)),
        ("私は book", Length(3, 7, 2)),
    ],
)
def test_length(text: str, expected: Length) -> None:
    """Words with apostrophes and hyphens are one; Chinese characters and kana are one each."""
    assert length(text) == expected


@pytest.mark.parametrize(
    ("told", "minutes"),
    [(Length(), 0), (Length(1, 5), 1), (Length(2380, 9000), 10), (Length(400, 400, 400), 1),
     (Length(2380 + 4000, 9000, 4000), 20)],
)  # fmt: skip
def test_minutes(told: Length, minutes: int) -> None:
    """238 words or 400 characters a minute; a short text takes one."""
    assert told.minutes == minutes
