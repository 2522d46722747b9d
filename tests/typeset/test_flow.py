"""What `flow` promises, page by page, without a browser."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epubforge.typeset.flow import Flow, flow
from typeset.by_hand import FIXED, all_words, setting, words

WORD = "the miner went down into the shaft and came up again with "
THEME = FIXED + "p { margin: 0; } p + p { text-indent: 1.25em; } body { hyphens: auto; }"


def paragraph(count: int) -> str:
    return f"<p>{WORD * count}coal.</p>"


def lines(page: str) -> list[str]:
    return re.findall(r'<span class="set-(?:line|last|kept)[^>]*>', page)


def well_formed(flown: Flow) -> bool:
    for page in flown.pages:
        ElementTree.fromstring(
            f'<section xmlns:epub="http://www.idpf.org/2007/ops">{page.markup}</section>'
        )
    return True


def test_a_long_paragraph_goes_over_pages() -> None:
    """A paragraph on several pages is several, the later ones without an indent or the id."""
    flown = flow(f'<p id="a">{WORD * 60}coal.</p>', THEME, setting())
    first, last = flown.pages[0], flown.pages[-1]
    assert 'class="set-box set-lines set-broken"' in first.markup
    assert 'class="set-box set-lines set-again"' in last.markup
    assert [page.ids for page in flown.pages] == [("a",), *[()] * (len(flown.pages) - 1)]
    assert "text-indent:0" in last.markup
    assert well_formed(flown)


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_no_line_is_left_alone(before: int) -> None:
    """Neither the first nor the last line of a paragraph stands alone on a page."""
    flown = flow(paragraph(before) + paragraph(10), THEME, setting())
    for page in flown.pages:
        parts = page.markup.split("</p>")
        counts = [len(lines(part)) for part in parts if "set-again" in part or "set-broken" in part]
        assert all(count >= 2 for count in counts)


@pytest.mark.parametrize("before", range(1, 60, 2))
def test_a_heading_stays_with_its_text(before: int) -> None:
    """A heading is never the last thing on a page."""
    sheet = THEME + "h2 { break-after: avoid; }"
    flown = flow(paragraph(before) + "<h2>Coal</h2>" + paragraph(9), sheet, setting())
    for page in flown.pages:
        assert not page.markup.rstrip().endswith("</h2>")


def test_a_hyphen_is_no_part_of_the_text() -> None:
    """A word parted at the end of a line stays one word for ears, search and copying."""
    narrow = replace(setting(), width=120.0)
    flown = flow("<p>Typographical considerations notwithstanding.</p>", THEME, narrow)
    assert "set-hyphen" in flown.pages[0].markup
    text = re.sub(r"<[^>]*>", "", flown.pages[0].markup).split()
    assert text == ["Typographical", "considerations", "notwithstanding."]


def test_a_page_break_breaks() -> None:
    """What asks for a new page gets one."""
    body = '<p>One.</p><div class="page-break"></div><p>Two.</p>'
    flown = flow(body, ".page-break { break-after: page; }", setting())
    assert [words(page.markup) for page in flown.pages] == ["One.", "Two."]


def test_pages_of_the_printed_book_are_told() -> None:
    """Each page says which pages of the printed book begin on it, and where they stand."""
    mark = '<span id="page-{0}" epub:type="pagebreak" role="doc-pagebreak" aria-label="{0}"></span>'
    body = f"<p>{mark.format(1)}{WORD * 60}{mark.format(2)}coal.</p>"
    flown = flow(body, THEME, setting())
    assert flown.pages[0].print_marks == ("1",)
    assert flown.pages[-1].print_marks == ("2",)
    assert "page-2" in flown.pages[-1].ids


def test_lines_lead_back_to_the_body() -> None:
    """Each line of a page's markup says which line of the body it comes from."""
    body = "<h1>One</h1>\n" + "\n".join(f"<p>Paragraph {n}</p>" for n in range(2, 80))
    flown = flow(body, THEME, setting())
    for page in flown.pages:
        shown = page.markup.split("\n")
        for text, line in zip(shown, page.lines, strict=False):
            number = re.search(r"Paragraph (\d+)", text)
            assert number is None or line == int(number[1])


def test_a_picture_shrinks_to_stay_with_its_caption() -> None:
    """A figure that is higher than the page comes out whole, on one page."""
    figure = '<figure><img src="a.png" alt="A" width="900" height="3000"/>{}</figure>'
    caption = f"<figcaption>{WORD * 4}</figcaption>"
    sheet = "figure { margin: 0; break-inside: avoid; }"
    flown = flow(figure.format(caption), sheet, setting())
    assert len(flown.pages) == 1
    assert "<img" in flown.pages[0].markup


def test_a_page_of_pictures_alone_is_known() -> None:
    """A page without a word says so; one with a caption does not."""
    image = '<img src="a.png" alt="A" width="90" height="90"/>'
    assert flow(f"<p>{image}</p>", "", setting()).pages[0].is_picture_only
    captioned = f"<figure>{image}<figcaption>A</figcaption></figure>"
    assert not flow(captioned, "", setting()).pages[0].is_picture_only


def test_a_long_table_says_its_head_again() -> None:
    """Each page of a table begins with its head; all rows are there once."""
    rows = "".join(f"<tr><td>Row {n}</td><td>{n}</td></tr>" for n in range(100))
    head = '<thead><tr><th id="h">Name</th><th>Number</th></tr></thead>'
    flown = flow(f"<table>{head}<tbody>{rows}</tbody></table>", "", setting())
    assert len(flown.pages) > 2
    assert all(page.markup.count("<thead") == 1 for page in flown.pages)
    assert sum(page.markup.count('id="h"') for page in flown.pages) == 1
    assert [n for page in flown.pages for n in re.findall(r"Row (\d+)", page.markup)] == [
        str(n) for n in range(100)
    ]
    assert well_formed(flown)


def test_a_row_higher_than_the_page_is_parted() -> None:
    """A cell with more text than a page goes on in further rows, nothing cut off."""
    body = f"<table><tbody><tr><td>A</td><td>{WORD * 150}</td></tr></tbody></table>"
    flown = flow(body, "", setting())
    assert len(flown.pages) > 1
    assert all_words(flown) == words(body)


def test_a_table_too_wide_is_set_smaller_and_told() -> None:
    """Letters grow smaller until the words fit; the author is told where."""
    cells = "".join(f"<td>Extraordinary{n}</td>" for n in range(6))
    flown = flow(f"<p>A</p>\n<table><tbody><tr>{cells}</tr></tbody></table>", "", setting())
    assert [(problem.rule.code, problem.line) for problem in flown.found] == [("B080", 2)]


def test_vertical_lines_are_set_from_left_to_right_and_told() -> None:
    """A chapter whose lines run downwards is set whole, and the author hears of it."""
    flown = flow("<p>縦書き</p>", "", replace(setting(), html={"class": "vertical"}))
    assert [problem.rule.code for problem in flown.found] == ["B081"]
    assert all_words(flown) == "縦書き"


def test_ordered_lists_count_on() -> None:
    """Each item says its own number, so that a list goes on where the page before ended."""
    items = "".join(f"<li>Item {n}</li>" for n in range(5, 65))
    flown = flow(f'<ol start="5">{items}</ol>', "", setting())
    found = [v for page in flown.pages for v in re.findall(r'<li value="(\d+)"', page.markup)]
    assert found == [str(n) for n in range(5, 65)]


def test_a_long_chapter_takes_seconds() -> None:
    """A hundred thousand words are set within seconds, and twice as many in twice the time."""
    body = paragraph(12) * 800  # about 106,000 words
    start = time.monotonic()
    flown = flow(body, THEME, setting())
    assert time.monotonic() - start < 25
    assert len(flown.pages) > 200


TEXT = st.text(
    st.sampled_from(
        "abc DEF ,.-—“”\u00ad\u00a0\u200b漢字かな。「」שלום مرحبا éöß &<>'\"/0123456789\n\t"
    ),
    min_size=1,
    max_size=60,
)
INLINE = st.sampled_from(["em", "strong", "code", "span", "a", "sup", "mark", "small"])
BLOCK = st.sampled_from(
    ["p", "div", "blockquote", "h2", "pre", "aside", "figure", "section", "center"]
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


RUNS = st.recursive(
    TEXT.map(_escaped),
    lambda inner: st.one_of(
        st.tuples(INLINE, st.lists(inner, max_size=3)).map(
            lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>"
        ),
        st.sampled_from(
            [
                "<br/>",
                '<img src="x.png" alt=""/>',
                "<ruby>漢<rt>かん</rt></ruby>",
                "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>",
                '<span id="q" role="doc-pagebreak"></span>',
            ]
        ),
    ),
    max_leaves=6,
)
BLOCKS = st.recursive(
    st.tuples(BLOCK, st.lists(RUNS, max_size=4)).map(lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>"),
    lambda inner: st.one_of(
        st.tuples(BLOCK, st.lists(st.one_of(inner, RUNS), max_size=4)).map(
            lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>"
        ),
        st.lists(inner, min_size=1, max_size=4).map(
            lambda t: "<ol>" + "".join(f"<li>{one}</li>" for one in t) + "</ol>"
        ),
        st.lists(st.one_of(inner, RUNS), min_size=1, max_size=6).map(
            lambda t: (
                "<table><tbody>"
                + "".join(f"<tr><td>{one}</td><th>x</th></tr>" for one in t)
                + "</tbody></table>"
            )
        ),
    ),
    max_leaves=10,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(BLOCKS, RUNS), max_size=6), st.sampled_from([60.0, 200.0, 420.0]))
def test_any_body_is_set_whole(parts: list[str], width: float) -> None:
    """Whatever stands in a chapter, its text is on the pages once, in order, well-formed.

    Only where a row is higher than the page do its cells go on side by side.
    """
    body = "".join(parts)
    flown = flow(body, THEME, replace(setting(), width=width, height=300.0))
    found, wanted = all_words(flown), words(body)
    if any("<tr" in page.markup for page in flown.pages):
        found, wanted = "".join(sorted(found)), "".join(sorted(wanted))
    assert found == wanted
    assert well_formed(flown)
