"""What is said of a book's accessibility."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from epubforge.model.book import (
    Book,
    Content,
    PageMark,
    PlacedMedia,
    PlacedPicture,
)
from epubforge.model.document import MadeList
from epubforge.model.metadata import AccessibilityStatement
from epubforge.model.picture import Caption
from epubforge.package.accessibility import accessibility
from package.books import (
    SETTINGS,
    chapter,
    jpeg,
    page,
    placed,
    plate,
    plate_page,
    sample_book,
    use,
)

ADA = placed("images/ada.jpg")
STRUCTURE = ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability")


def book(*contents: Content, pictures: tuple[PlacedPicture, ...] = (ADA,)) -> Book:
    """A book of these pages, without the roles that are said by themselves."""
    pages = tuple(
        replace(page(f"text/{n}.xhtml", "A page", chapter()), content=content, role=None)
        for n, content in enumerate(contents)
    )
    return replace(sample_book(), pages=pages, pictures=pictures)


def test_text_alone_needs_nothing_else() -> None:
    """A book without pictures is textual and promises no descriptions."""
    said = accessibility(book(chapter(), pictures=()))
    assert said.modes == ("textual",)
    assert said.sufficient == ("textual",)
    assert said.features == (*STRUCTURE, "unlocked")
    assert said.hazards == ("none",)
    assert said.summary.endswith("There are no pictures that carry meaning.")


def test_described_pictures_make_text_sufficient() -> None:
    """When every picture is described, text alone is enough, and it is said."""
    said = accessibility(book(chapter(use("Ada"), pictures=(ADA,)), plate(1, ADA, "A miner")))
    assert said.modes == ("textual", "visual")
    assert said.sufficient == ("textual,visual", "textual")
    assert said.features == (*STRUCTURE, "alternativeText", "unlocked")
    assert said.summary.endswith("All 2 pictures have descriptions.")


@pytest.mark.parametrize(
    "content",
    [
        chapter(use(" "), pictures=(ADA,)),
        plate(1, ADA, ""),
        plate_page(1, ADA, None),
    ],
    ids=["in the text", "plate", "plate without a row"],
)
def test_one_picture_without_description_is_admitted(content: Content) -> None:
    """One picture that is not told in words, and text is not sufficient, nor alternativeText."""
    said = accessibility(book(chapter(use("Ada"), pictures=(ADA,)), content))
    assert said.sufficient == ("textual,visual",)
    assert "alternativeText" not in said.features
    assert said.summary.endswith("Of 2 pictures 1 has a description.")


def test_decoration_needs_no_description() -> None:
    """Ornaments say nothing, so a book with nothing else is textual."""
    caption = Caption("x.jpg", SETTINGS.span(), decorative=True)
    ornaments = (
        chapter(use("", decorative=True), pictures=(ADA,)),
        plate_page(1, ADA, caption),
    )
    said = accessibility(book(*ornaments))
    assert (said.modes, said.sufficient) == (("textual",), ("textual",))


def test_a_picture_that_is_not_in_the_book_does_not_count() -> None:
    """A use whose picture could not be found shows nothing."""
    assert accessibility(book(chapter(use(""), pictures=(None,)))).modes == ("textual",)


def test_roles_are_said_only_where_there_are_some() -> None:
    """ARIA is a feature of a book that has roles."""
    assert "ARIA" in accessibility(sample_book()).features
    assert "ARIA" not in accessibility(book(chapter())).features


@pytest.mark.parametrize(
    ("media_type", "content", "hazards"),
    [
        ("image/jpeg", jpeg(), ("none",)),
        ("image/png", b"\x89PNG\r\n\x1a\n....IDAT", ("none",)),
        ("image/png", b"\x89PNG\r\n\x1a\n....acTL....IDAT", ("unknown",)),
        ("image/gif", b"GIF89a", ("unknown",)),
    ],
    ids=["jpeg", "png", "animated png", "gif"],
)
def test_only_still_pictures_are_without_hazard(
    media_type: str, content: bytes, hazards: tuple[str, ...]
) -> None:
    """What may move may flash; then nothing is promised."""
    picture = placed("images/x", content, media_type)
    assert accessibility(book(chapter(), pictures=(picture,))).hazards == hazards


def test_the_publisher_is_believed() -> None:
    """Hazards and summary that the settings give are taken as they are."""
    stated = AccessibilityStatement("Our own words.", ("flashing",))
    given = book(chapter())
    said = accessibility(replace(given, metadata=replace(given.metadata, accessibility=stated)))
    assert (said.hazards, said.summary) == (("flashing",), "Our own words.")


def test_sound_and_film_are_admitted() -> None:
    """They are heard and seen, text alone is not said to be enough, and hazards are unknown."""
    sound = PlacedMedia("media/a.mp3", "audio/mpeg", Path("a.mp3"), "a.mp3")
    film = PlacedMedia("media/b.mp4", "video/mp4", Path("b.mp4"), "b.mp4")
    heard = accessibility(replace(book(chapter(), pictures=()), media=(sound,)))
    assert (heard.modes, heard.sufficient) == (("textual", "auditory"), ("textual,auditory",))
    assert heard.hazards == ("unknown",)
    seen = accessibility(replace(book(chapter(), pictures=()), media=(film,)))
    assert seen.modes == ("textual", "visual", "auditory")


def test_what_constructs_give_to_readers() -> None:
    """Formulas, readings, descriptions, an index and print pages are said to be there."""
    made = chapter()
    kinds = frozenset({"math", "ruby", "description", "table"})
    index = MadeList("index", SETTINGS.span())
    outline = replace(made.document.outline, features=kinds, lists=(index,))
    content = replace(made, document=replace(made.document, outline=outline))
    marked = replace(book(content, pictures=()), page_marks=(PageMark("1", "text/0.xhtml#p"),))
    assert accessibility(marked).features == (
        *STRUCTURE, "longDescription", "index", "MathML", "rubyAnnotations", "pageNavigation",
        "pageBreakMarkers", "unlocked",
    )  # fmt: skip
