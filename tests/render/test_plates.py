"""What the templates are told of plates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.by_hand import composed, document, picture, plates, project, settings_span
from epubforge.model.book import Book, CaptionMarkup, PlatePage
from epubforge.model.picture import Caption
from epubforge.model.project import PlatesHere
from epubforge.render.plates import PlatePress

CHAPTER = document("manuscript/1-a.md", "# A\n")
PATH = "images/p.jpg"


def book(row: Caption, markup: CaptionMarkup, size: tuple[int, int] = (600, 800)) -> Book:
    """A book of one chapter and one plate."""
    made = replace(project([CHAPTER, PlatesHere()]), plates=plates(PATH, captions={PATH: row}))
    prepared = replace(picture(b"p"), width=size[0], height=size[1])
    return composed(made, CHAPTER, pictures={PATH: prepared}, captions=[markup]).value


def told(made: Book) -> dict[str, object]:
    """What the page of the plate shows."""
    page = made.pages[-1]
    assert isinstance(page.content, PlatePage)
    return dict(PlatePress(made).page(page, page.content))


ROW = Caption(
    PATH, settings_span("title"), "Ada King at work", people=("King, Ada", "Zorn, Anders")
)


def test_people_whom_the_caption_names_are_not_named_again() -> None:
    """The others are, given name first."""
    assert told(book(ROW, CaptionMarkup("Ada King at work")))["people"] == ["Anders Zorn"]


def test_rights_that_the_credit_says_are_said_once() -> None:
    """Equal texts are one."""
    same = told(book(ROW, CaptionMarkup(credit="© A", rights="© A")))
    other = told(book(ROW, CaptionMarkup(credit="By B", rights="© A")))
    assert (same["rights"], other["rights"]) == ("", "© A")


@pytest.mark.parametrize(
    ("size", "shape"),
    [((600, 800), "tall"), ((640, 640), "tall"), ((900, 600), "wide"), ((1500, 300), "panorama")],
)
def test_shapes(size: tuple[int, int], shape: str) -> None:
    """Upright and square ones may stand side by side; very wide ones take the page's width."""
    assert told(book(ROW, CaptionMarkup(), size))["shape"] == shape


def test_a_caption_in_paragraphs_is_headed_by_the_first() -> None:
    """The rest is the plate's text."""
    said = told(book(ROW, CaptionMarkup("Head", text="Head", more=("One", "Two"))))
    assert (said["heading"], said["caption"], said["more"]) == ("Head", "", ["One", "Two"])
