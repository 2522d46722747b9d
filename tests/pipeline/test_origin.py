"""From places in a finished book back to the manuscript."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from epubforge.diagnostics import Diagnostic
from epubforge.epubcheck.messages import ERROR
from epubforge.model.publication import Publication
from epubforge.pipeline import Run, load, publish
from epubforge.pipeline.origin import to_manuscript
from epubforge.source import EntryPlace, Span
from package.books import CHAPTER, sample_publication

PUBLICATION = sample_publication()


def at(entry: str | None, line: int | None = None) -> Diagnostic:
    return to_manuscript(ERROR.at(EntryPlace("b.epub", entry, line, 5), "wrong"), PUBLICATION)


@pytest.mark.parametrize(
    ("line", "manuscript_line"),
    [(6, 1), (7, 1), (8, 3), (99, 3)],
    ids=["mapped", "between", "mapped later", "after the last"],
)
def test_a_line_of_a_page_leads_to_the_manuscripts(line: int, manuscript_line: int) -> None:
    """A line belongs to the last mapped line before it."""
    found = at("OEBPS/text/one.xhtml", line)
    assert found.place == CHAPTER.line_span(manuscript_line)
    assert found.page == "OEBPS/text/one.xhtml"


@pytest.mark.parametrize("line", [1, None])
def test_a_pages_head_leads_to_the_chapters_first_line(line: int | None) -> None:
    """What is wrong with the page as a whole is wrong with the chapter."""
    assert at("OEBPS/text/one.xhtml", line).place == CHAPTER.line_span(1)


@pytest.mark.parametrize("entry", ["OEBPS/package.opf", "OEBPS/text/cover.xhtml", "elsewhere"])
def test_what_no_chapter_made_keeps_its_place(entry: str) -> None:
    """Generated pages have no line in the manuscript."""
    found = at(entry, 4)
    assert found.place == EntryPlace("b.epub", entry, 4, 5)
    assert found.page == entry


def test_the_whole_book_keeps_its_place() -> None:
    """A finding on the container is at the container."""
    found = at(None)
    assert found.place == EntryPlace("b.epub", None, None, 5)
    assert found.page is None


def test_a_finding_in_the_manuscript_stays() -> None:
    """What has a place already is not moved."""
    span: Span = CHAPTER.span(2, 5)
    assert to_manuscript(ERROR.at(span, "wrong"), PUBLICATION).place == span


CHAPTER_TEXT = """# One

A paragraph
with a second line
and a [third](third.md).

{{include _part.md}}

{{include _part.md}}

A note.[^n]

[^n]: What it says.
"""
SETTINGS = """\
[book]
title = "T"
language = "en"
[markdown]
notes = "book"
[plates]
pictures = "images"
captions = "manuscript/plates.csv"
layout = "grid"
[editions.fixed]
layout = "fixed"
"""
PLATES = "file,caption,alt\nb.png,The second,two\na.png,The first,one\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A book with an included text, notes at its end, and plates."""
    return book(tmp_path_factory.mktemp("book"), Run(source_date_epoch="0"))


@pytest.fixture(scope="module")
def made_fixed(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The same on fixed pages."""
    return book(tmp_path_factory.mktemp("book"), Run(source_date_epoch="0", edition="fixed"))


def book(root: Path, run: Run) -> Publication:
    """What a build makes of a small project."""
    (root / "manuscript").mkdir()
    (root / "images").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (40, 40)).save(root / "images" / name)
    texts = {"book.toml": SETTINGS, "1.md": CHAPTER_TEXT, "plates.csv": PLATES,
             "_part.md": "First here.\n\nThen\nthis.\n"}  # fmt: skip
    for name, text in texts.items():
        (root / "manuscript" / name).write_text(text)
    project = load(root, run).value
    assert project is not None
    published = publish(project, root, run).value
    assert published is not None
    return published.publication


def led(book: Publication, said: str, which: int = 0) -> tuple[str, str]:
    """The text of the manuscript, and the line in it, that the line of a page which says something
    comes from."""
    places = [
        EntryPlace("b.epub", f"OEBPS/{resource.href}", number)
        for resource in book.resources
        if isinstance(resource.content, bytes) and resource.href.startswith("text/")
        for number, line in enumerate(resource.content.decode().split("\n"), 1)
        if said in line
    ]
    span = to_manuscript(ERROR.at(places[which], "wrong"), book).place
    assert isinstance(span, Span)
    return span.source.path, span.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("said", "path", "line"),
    [
        ("third", "manuscript/1.md", "and a [third](third.md)."),
        ("with a second", "manuscript/1.md", "with a second line"),
        ("First here", "manuscript/_part.md", "First here."),
        ("this.", "manuscript/_part.md", "this."),
        ("A note.", "manuscript/1.md", "A note.[^n]"),
        ("What it says", "manuscript/1.md", "[^n]: What it says."),
        ("The first", "manuscript/plates.csv", "a.png,The first,one"),
        ('alt="two"', "manuscript/plates.csv", "b.png,The second,two"),
    ],
)
def test_every_text_is_led_back_to(made: Publication, said: str, path: str, line: str) -> None:
    """Lines of paragraphs, of what is included, of notes at the end, and rows of captions."""
    assert led(made, said) == (path, line)


@pytest.mark.parametrize(
    ("said", "path", "line"),
    [
        ("with a second", "manuscript/1.md", "A paragraph"),
        ("First here", "manuscript/_part.md", "First here."),
        ("this.", "manuscript/_part.md", "Then"),
        ("What it says", "manuscript/1.md", "[^n]: What it says."),
        ("The first", "manuscript/plates.csv", "a.png,The first,one"),
    ],
)
def test_fixed_pages_are_led_back_too(
    made_fixed: Publication, said: str, path: str, line: str
) -> None:
    """Their lines are others than the manuscript's, so the block's first one is meant."""
    assert led(made_fixed, said) == (path, line)


def test_a_text_included_twice_is_one_text(made: Publication) -> None:
    """The second time, too, its own line is meant."""
    assert led(made, "First here", 1) == ("manuscript/_part.md", "First here.")
