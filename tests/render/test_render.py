"""The book as files: pages and the stylesheet."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compose.by_hand import (
    METADATA,
    composed,
    document,
    one,
    picture,
    picture_source,
    plates,
    project,
    settings_span,
    with_metadata,
    with_settings,
)
from epubforge.diagnostics import Outcome
from epubforge.model.book import Book, CaptionMarkup
from epubforge.model.document import Document, Header
from epubforge.model.metadata import Contributor, PrintEdition, Series
from epubforge.model.picture import Caption
from epubforge.model.project import Numbering, PlatesHere, ThemeChoice
from epubforge.model.publication import Resource
from epubforge.render.render import render
from epubforge.render.theme import CLASSIC
from epubforge.source import SourceFile

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")))


def printed(book: Book, *css: SourceFile, folder: Path = CLASSIC) -> Outcome[tuple[Resource, ...]]:
    """The files of the book."""
    return render(book, ThemeChoice(folder, css))


def source(book: Book, href: str) -> str:
    """The text of the file of that name."""
    found = next(resource for resource in printed(book).value if resource.href == href)
    assert isinstance(found.content, bytes)
    return found.content.decode()


def tree(book: Book, href: str) -> ElementTree.Element:
    """The file of that name, parsed."""
    return ElementTree.fromstring(source(book, href))


def section(book: Book, href: str) -> ElementTree.Element:
    """The one section that a page's body holds."""
    (found,) = tree(book, href).iterfind(f"{XHTML}body/*")
    return found


def words(element: ElementTree.Element) -> list[str]:
    """What a reader reads, block by block."""
    return [line.strip() for line in "".join(element.itertext()).split("\n") if line.strip()]


CHAPTER = document("manuscript/1-a.md", "# Up & down\n\n[x](2-b.md#c) [y](gone.md)\n")
OTHER = document("manuscript/2-b.md", "# C\n", Header(type="appendix", css_class="wide tall"))


def test_every_page_but_the_contents_and_one_stylesheet() -> None:
    """Files come in the pages' order; the contents are made elsewhere, with these styles."""
    files = printed(one(CHAPTER, OTHER).value).value
    assert [(file.href, file.media_type) for file in files] == [
        ("text/titlepage.xhtml", "application/xhtml+xml"),
        ("text/copyright.xhtml", "application/xhtml+xml"),
        ("text/a.xhtml", "application/xhtml+xml"),
        ("text/b.xhtml", "application/xhtml+xml"),
        ("styles/book.css", "text/css"),
    ]


def test_the_shell_of_a_page() -> None:
    """Language, direction, title, styles, matter, type, role and the heading that names it."""
    root = tree(one(CHAPTER, OTHER).value, "text/b.xhtml")
    assert (root.get("lang"), root.get(f"{XML}lang"), root.get("dir")) == ("en", "en", "ltr")
    assert root.findtext(f"{XHTML}head/{XHTML}title") == "C"
    link = root.find(f"{XHTML}head/{XHTML}link")
    body = root.find(f"{XHTML}body")
    assert link is not None
    assert body is not None
    assert (link.get("href"), body.get(f"{EPUB}type")) == ("../styles/book.css", "backmatter")
    assert body[0].attrib == {
        "class": "page-appendix wide tall",
        f"{EPUB}type": "appendix",
        "role": "doc-appendix",
        "aria-labelledby": "c",
    }


def test_slots_are_filled() -> None:
    """A link has its href or none; a picture has its name in the book and its size."""
    text = "# A\n\n[x](2-b.md) [y](gone.md)\n\n![Ada & I](../images/ada.jpg)\n"
    made = document("manuscript/1-a.md", text)
    book = composed(project([made, OTHER], ["images/ada.jpg"]), made, OTHER).value
    page = section(book, "text/a.xhtml")
    assert [link.attrib for link in page.iter(f"{XHTML}a")] == [{"href": "b.xhtml"}, {}]
    (shown,) = page.iter(f"{XHTML}img")
    assert (shown.get("src"), shown.get("width"), shown.get("height")) == (
        "../images/ada.jpg", "600", "800",
    )  # fmt: skip


def test_lines_lead_back_to_the_manuscript() -> None:
    """The map names, for the page's line on which a block begins, the manuscript's line."""
    text = "+++\n+++\n\n# A\n\n[x](gone.md)\n"
    made = replace(document("manuscript/1-a.md", text), lines=((0, 4), (1, 6)))
    files = printed(one(made).value).value
    page = next(file for file in files if file.href == "text/a.xhtml")
    assert isinstance(page.content, bytes)
    assert page.origin is not None
    lines = page.content.decode().split("\n")
    shown = [(lines[at - 1][:3], origin) for at, origin in page.origin.lines]
    assert shown == [("<?x", 1), ("<h1", 4), ("<p>", 6)]
    assert page.origin.source == made.source
    assert all(file.origin is None for file in files if file.href != "text/a.xhtml")


def test_a_title_from_the_header_opens_the_page() -> None:
    """Where the text lacks it, it is the heading, escaped; the map still fits."""
    made = replace(
        document("manuscript/1-a.md", "Text & [x](gone.md)\n", Header(title="<A> & B")),
        lines=((0, 1),),
    )
    book = one(made).value
    assert section(book, "text/a.xhtml").findtext(f"{XHTML}h1") == "<A> & B"
    assert section(book, "text/a.xhtml").get("aria-label") == "<A> & B"
    origin = printed(book).value[2].origin
    assert origin is not None
    line = origin.lines[-1][0]
    assert source(book, "text/a.xhtml").split("\n")[line - 1].startswith("<p>")


@pytest.mark.parametrize(
    ("body", "properties"),
    [
        ("<p>&lt;svg&gt; and &lt;math&gt;</p>", ()),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', ("svg",)),
        ('<p><math xmlns="http://www.w3.org/1998/Math/MathML"/></p><svg/>', ("mathml", "svg")),
    ],
)
def test_the_manifest_learns_what_a_page_holds(body: str, properties: tuple[str, ...]) -> None:
    """Drawings and formulas in a page have to be declared; words about them do not."""
    made = replace(OTHER, body=(body,))
    assert printed(one(made).value).value[2].properties == properties


def test_the_cover_page() -> None:
    """One picture with the label and the title as its words."""
    book = composed(project([CHAPTER, OTHER]), CHAPTER, OTHER, cover=picture()).value
    (cover,) = section(book, "text/cover.xhtml").iter(f"{XHTML}img")
    assert cover.attrib == {
        "src": "../images/cover.jpg",
        "width": "600",
        "height": "800",
        "alt": "Cover: A book",
        "role": "doc-cover",
    }


FULL = replace(
    METADATA,
    title="Heroes & <Labour>",
    subtitle="100 portraits",
    original_title="Герои",
    contributors=(
        Contributor("Ada One", ("pht", "bkd")),
        Contributor("Bo Two", ("trl",)),
        Contributor("Cy Three", ("zzz",)),
    ),
    publisher="A House",
    published="2012-06-01",
    edition="2nd edition",
    rights="© Ada One",
    isbn="9783869306896",
    isbn_shown="978-3-86930-689-6",
    series=Series("Books of Work", "2"),
    print=PrintEdition("978-3-86930-690-2", 160, "24.5 × 34 cm", "Hardback"),
)


def test_the_title_page_says_who_made_what() -> None:
    """Title, subtitle, creators, series, edition, publisher, in this order."""
    book = composed(with_metadata(project([CHAPTER, OTHER]), FULL), CHAPTER, OTHER).value
    page = section(book, "text/titlepage.xhtml")
    assert words(page) == [
        "Heroes & <Labour>",
        "100 portraits",
        "Ada One",
        "Books of Work, 2",
        "2nd edition",
        "A House",
    ]
    assert page.get(f"{EPUB}type") == "titlepage"


def test_the_copyright_page_says_what_the_metadata_hold() -> None:
    """Roles in words, numbers as they are written, and nothing that nobody said."""
    book = composed(with_metadata(project([CHAPTER, OTHER]), FULL), CHAPTER, OTHER).value
    assert words(section(book, "text/copyright.xhtml")) == [
        "Heroes & <Labour>",
        "100 portraits",
        "© Ada One",
        "Photographer, book design: Ada One",
        "Translator: Bo Two",
        "Cy Three",
        "Original title: Герои",
        "Series: Books of Work, 2",
        "Edition: 2nd edition",
        "Published by: A House",
        "Published: 2012-06-01",
        "ISBN: 978-3-86930-689-6",
        "Printed edition: ISBN 978-3-86930-690-2, 160 pages, 24.5 × 34 cm, Hardback",
    ]


def test_a_copyright_page_of_nothing_but_a_title() -> None:
    """A book that says only its title has a copyright page of its title."""
    assert words(section(one(CHAPTER, OTHER).value, "text/copyright.xhtml")) == ["A book"]


def plate_book(row: Caption | None, markup: CaptionMarkup) -> Book:
    """A book of one chapter and one plate."""
    rows = {"images/p.jpg": row} if row else {}
    made = replace(project([OTHER, PlatesHere()]), plates=plates("images/p.jpg", captions=rows))
    return composed(made, OTHER, captions=[markup]).value


def test_a_plate_has_its_caption_as_heading() -> None:
    """Picture, description, caption as h2, then place, date, rights and credit."""
    row = Caption(
        "p.jpg", settings_span("title"), alt="A face", place="Stakhanov", date="2009", rights="© A"
    )
    markup = CaptionMarkup("<em>Ada</em>", "Drawn by B", "Ada")
    page = section(plate_book(row, markup), "text/plate-001.xhtml")
    (shown,) = page.iter(f"{XHTML}img")
    assert shown.attrib == {
        "src": "../images/p.jpg", "width": "600", "height": "800", "alt": "A face",
    }  # fmt: skip
    assert words(page) == ["Ada", "Stakhanov · 2009 · © A", "Drawn by B"]
    heading = page.find(f".//{XHTML}h2")
    assert heading is not None
    assert (page.get("aria-labelledby"), heading.get("id"), heading[0].tag) == (
        "title", "title", f"{XHTML}em",
    )  # fmt: skip


def test_a_plate_with_a_long_caption_is_headed_by_its_number() -> None:
    """What is longer than a heading is read below it; what has no row has its number alone."""
    long = "word " * 30
    page = section(plate_book(None, CaptionMarkup(long, "", long)), "text/plate-001.xhtml")
    assert words(page) == ["Plate 1", long.strip()]
    bare = section(plate_book(None, CaptionMarkup()), "text/plate-001.xhtml")
    assert words(bare) == ["Plate 1"]


def test_a_decorative_plate_is_passed_over() -> None:
    """It has an empty description and the role that says so."""
    row = Caption("p.jpg", settings_span("title"), alt="not said", decorative=True)
    page = section(plate_book(row, CaptionMarkup()), "text/plate-001.xhtml")
    (shown,) = page.iter(f"{XHTML}img")
    assert (shown.get("alt"), shown.get("role")) == ("", "presentation")


def test_credits_stand_on_the_copyright_page_once() -> None:
    """Equal credits of several plates are one."""
    made = replace(project([OTHER, PlatesHere()]), plates=plates("p.jpg", "q.jpg", "r.jpg"))
    captions = [CaptionMarkup(credit=text) for text in ("A <em>B</em>", "A <em>B</em>", "C")]
    book = composed(made, OTHER, captions=captions).value
    assert words(section(book, "text/copyright.xhtml"))[-1] == "Picture credits: A B; C"


def test_a_part_has_its_title() -> None:
    """The page that opens the plates is a part with a heading."""
    page = section(plate_book(None, CaptionMarkup()), "text/plates.xhtml")
    assert (words(page), page.get("role")) == (["Plates"], "doc-part")


def test_a_page_in_another_script_runs_its_way() -> None:
    """An Arabic chapter in an English book runs from right to left; the book's own as it says."""
    arabic = document("manuscript/1-a.md", "# أ\n", Header(language="ar"))
    assert tree(one(arabic).value, "text/a.xhtml").get("dir") == "rtl"
    hebrew = with_metadata(project([OTHER]), replace(METADATA, languages=("he",), direction="rtl"))
    book = composed(hebrew, OTHER).value
    assert tree(book, "text/b.xhtml").get("dir") == "rtl"
    assert tree(book, "text/titlepage.xhtml").get("dir") == "rtl"


@settings(deadline=None)
@given(TEXT, TEXT, TEXT)
def test_pages_are_well_formed_whatever_the_metadata(title: str, name: str, rights: str) -> None:
    """No text of the metadata can spoil a page."""
    full = replace(FULL, title=title or "x", contributors=(Contributor(name),), rights=rights)
    book = composed(with_metadata(project([OTHER]), full), OTHER).value
    for href in ("text/titlepage.xhtml", "text/copyright.xhtml"):
        assert tree(book, href).tag == f"{XHTML}html"


def with_features(*features: str) -> Document:
    """A chapter that uses those constructs."""
    return replace(CHAPTER, outline=replace(CHAPTER.outline, features=frozenset(features)))


def css(book: Book, *own: SourceFile) -> str:
    """The stylesheet."""
    content = printed(book, *own).value[-1].content
    assert isinstance(content, bytes)
    return content.decode()


def test_only_styles_that_are_used() -> None:
    """A book without tables has no styles for tables; the contents always have theirs."""
    plain, tables = css(one(CHAPTER, OTHER).value), css(one(with_features("table"), OTHER).value)
    assert ("border-collapse" in plain, "border-collapse" in tables) == (False, True)
    assert "nav ol" in plain
    assert ".page-plate" not in plain


def test_raw_html_is_styled_too() -> None:
    """A table that came as HTML looks like any other; one that is only spoken of is none."""
    raw = replace(OTHER, body=("<table><tr><td>1</td></tr></table>",))
    spoken = replace(OTHER, body=("<p>&lt;table&gt;</p>",))
    assert "border-collapse" in css(one(raw).value)
    assert "border-collapse" not in css(one(spoken).value)


def test_ones_own_styles_come_last() -> None:
    """They can overrule the theme's."""
    own = SourceFile("extra.css", '@charset "utf-8";\nh1 { color: inherit }\n')
    assert css(one(CHAPTER, OTHER).value, own).endswith("\n\nh1 { color: inherit }\n")


@pytest.mark.parametrize("file", sorted(CLASSIC.glob("style/*.css")), ids=lambda file: file.stem)
def test_the_classic_theme_keeps_its_rules(file: Path) -> None:
    """No colours, no pixels, no flex, grid or position, and every page break in both spellings."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    banned = r"\d(?:px|pt|cm|mm|in)\b|\bflex|\bgrid|\bposition\s*:"
    assert re.findall(banned, text) == []
    if file.stem not in _COLOURED:
        colours = r"#[0-9a-f]{3}|\brgb|\bbackground|(?<!-)color:\s*(?!inherit)\S+"
        assert re.findall(colours, text) == []
    for kind in ("before", "after", "inside"):
        old, new = f"page-break-{kind}: avoid", f"(?<!-)break-{kind}: avoid"
        assert len(re.findall(old, text)) == len(re.findall(new, text))


_COLOURED = {"code_highlight", "highlight"}
"""Code has colours that can be read by day and by night; a marker's ground lets both through."""


def test_code_can_be_read_on_white_and_on_black() -> None:
    """Every colour has a contrast of 4.5 : 1 or better on both grounds."""
    text = (CLASSIC / "style" / "code_highlight.css").read_text("utf-8")
    colours = set(re.findall(r"color: #([0-9a-f]{6})", text))
    assert len(colours) > 3
    for colour in colours:
        light = _luminance(colour)
        assert (1.05 / (light + 0.05) >= 4.5, (light + 0.05) / 0.05 >= 4.5) == (True, True)


def _luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_only_the_colours_that_code_uses() -> None:
    """Of the rules for code there are those whose classes stand in the book."""
    code = (
        '<pre><code class="highlight language-python"><span class="kn">import</span></code></pre>'
    )
    made = css(one(replace(OTHER, body=(code,))).value)
    assert ".highlight .kn {" in made
    assert ".highlight .s1" not in made
    assert ".highlight" not in css(one(OTHER).value)


def test_a_thousand_chapters_take_no_time() -> None:
    """The template is compiled once, and each page is little more than its own text."""
    chapters = [document(f"manuscript/{n}-c.md", f"# C {n}\n") for n in range(1000)]
    book = one(*chapters).value
    began = time.perf_counter()
    assert len(printed(book).value) == 1003
    assert time.perf_counter() - began < 5


def test_pictures_elsewhere_count_as_used() -> None:
    """The cover's file is shown on its page."""
    made = replace(project([OTHER], ["images/c.png"]), cover=picture_source("images/c.png"))
    book = composed(made, OTHER, pictures={"images/c.png": picture(b"p", "image/png")}).value
    (cover,) = section(book, "text/cover.xhtml").iter(f"{XHTML}img")
    assert cover.get("src") == "../images/c.png"


NUMBERED = document("manuscript/1-a.md", "# The mine\n\nfigure: Ada & I {#fig-ada}\n")


def numbered(*chapters: Document) -> Book:
    """The book with its chapters numbered."""
    made = with_settings(project(chapters), Numbering(chapters=True))
    return composed(made, *chapters).value


def test_a_numbered_chapter_shows_its_number_in_its_heading() -> None:
    """The number is read before the title; a chapter without a title has it as its heading."""
    untitled = document("manuscript/2-b.md", "It was dark.\n")
    book = numbered(NUMBERED, untitled)
    heading = section(book, "text/a.xhtml")[0]
    assert (heading.get("id"), "".join(heading.itertext())) == ("the-mine", "Chapter 1 The mine")
    assert words(section(book, "text/b.xhtml"))[0] == "Chapter 2"
    assert "chapter-number" in css(book)
    assert "chapter-number" not in css(one(NUMBERED).value)


def test_a_title_from_the_header_has_the_number_too() -> None:
    """Where the page opens with the header's title, the number stands in it."""
    made = document("manuscript/1-a.md", "Text.\n", Header(title="The mine"))
    assert words(section(numbered(made), "text/a.xhtml"))[0] == "Chapter 1 The mine"


def test_a_label_stands_before_its_caption() -> None:
    """The label is a span of its own, and a blank parts it from the words."""
    text = source(one(NUMBERED).value, "text/a.xhtml")
    assert '<p id="fig-ada"><span class="label">Figure 1</span> Ada &amp; I</p>' in text


def test_the_notes_of_a_book_have_their_page() -> None:
    """A section for each chapter, numbers that run on, and ways there and back."""
    one_note = document("manuscript/1-a.md", "# A\n\nx^[First & best.]\n")
    other = document("manuscript/2-b.md", "# B\n\nx^[Second.] y^[Third.]\n")
    book = one(one_note, other).value
    page = section(book, "text/notes.xhtml")
    assert [element.text for element in page.iter(f"{XHTML}h2")] == ["A", "B"]
    assert [element.get("start") for element in page.iter(f"{XHTML}ol")] == ["1", "2"]
    notes = list(page.iter(f"{XHTML}li"))
    assert [(n.get("id"), n.get(f"{EPUB}type")) for n in notes] == [
        ("a.fn-1", "endnote"), ("b.fn-1", "endnote"), ("b.fn-2", "endnote"),
    ]  # fmt: skip
    assert words(notes[0]) == ["First & best. ↩"]
    backs = [link.get("href") for link in page.iter(f"{XHTML}a")]
    assert backs == ["a.xhtml#fnref-1", "b.xhtml#fnref-1", "b.xhtml#fnref-2"]
    calls = [(a.get("href"), a.text) for a in section(book, "text/b.xhtml").iter(f"{XHTML}a")]
    assert calls == [("notes.xhtml#b.fn-1", "2"), ("notes.xhtml#b.fn-2", "3")]


def test_notes_of_a_chapter_in_another_language() -> None:
    """They have its language and its direction."""
    hebrew = document("manuscript/1-a.md", "# א\n\nx^[ב.]\n", Header(language="he"))
    page = section(one(hebrew).value, "text/notes.xhtml")
    for name in ("h2", "ol"):
        (found,) = page.iter(f"{XHTML}{name}")
        assert (found.get("lang"), found.get(f"{XML}lang"), found.get("dir")) == ("he", "he", "rtl")


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("he", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("ku", "ltr"),
        ("ar-Latn", "ltr"), ("fr", "ltr"), ("lrc", "rtl"), ("iw", "rtl"), ("und-Samr", "rtl"),
    ],
)  # fmt: skip
def test_a_page_runs_as_its_script_does(language: str, direction: str) -> None:
    """The language decides, and the script where the tag names one."""
    made = document("manuscript/1-a.md", "# A\n", Header(language=language))
    assert tree(one(made).value, "text/a.xhtml").get("dir") == direction


def test_vertical_writing() -> None:
    """Every page is marked for the styles; its lines run from left to right for old readers."""
    made = document("manuscript/1-a.md", "# A\n")
    metadata = replace(METADATA, languages=("ja",), direction="rtl", writing_mode="vertical-rl")
    book = composed(with_metadata(project([made]), metadata), made).value
    root = tree(book, "text/a.xhtml")
    assert (root.get("class"), root.get("dir")) == ("vertical", "ltr")
    assert "-epub-writing-mode: vertical-rl" in css(book)
    assert "writing-mode" not in css(one(made).value)


def test_numbers_of_a_vertical_book_stand_upright() -> None:
    """In labels, a number of one or two digits is set across the line."""
    chapter = document("manuscript/1-a.md", "# 坑夫\n\nfigure: 松 {#fig}\n")
    metadata = replace(METADATA, languages=("ja",), writing_mode="vertical-rl")
    made = with_settings(with_metadata(project([chapter]), metadata), Numbering(chapters=True))
    text = source(composed(made, chapter).value, "text/a.xhtml")
    one_upright = '<span class="upright">1</span>'
    assert f'<span class="chapter-number">第{one_upright}章</span> 坑夫</h1>' in text
    assert f'<span class="label">図{one_upright}</span> 松</p>' in text
