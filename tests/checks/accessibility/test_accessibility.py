"""The accessibility rules on books made by hand: every branch, hits and clean ones."""

from __future__ import annotations

import pytest

from checks.by_hand import PUBLICATION, at, book, chapter, lines, placed, plate, text
from epubforge.checks.accessibility.alt_announces_picture import alt_announces_picture
from epubforge.checks.accessibility.alt_is_file_name import alt_is_file_name
from epubforge.checks.accessibility.alt_repeats_caption import alt_repeats_caption
from epubforge.checks.accessibility.alt_used_twice import alt_used_twice
from epubforge.checks.accessibility.decoration_with_alt import decoration_with_alt
from epubforge.checks.accessibility.heading_level_skipped import heading_level_skipped
from epubforge.checks.accessibility.image_without_alt import image_without_alt
from epubforge.checks.accessibility.link_without_text import link_without_text
from epubforge.model.book import Page
from epubforge.model.document import Heading, LinkUse, PictureUse

A = placed("images/a.jpg")
B = placed("images/b.jpg")


def picture(alt: str, name: str = "images/a.jpg", language: str = "en") -> Page:
    """A chapter that is one picture with that description."""
    source = text(f"![{alt}]({name})\n")
    use = PictureUse(name, alt, False, source.span(0, len(source.text) - 1))
    return chapter(source, pictures=[(use, placed(name))], language=language)


def test_picture_in_text_without_alt() -> None:
    """A picture in the text is found at its first character, under its name in the project."""
    source = text("# One\n\nSee ![](../images/a.jpg) here.\n")
    use = PictureUse("../images/a.jpg", "", False, at(source, "![](../images/a.jpg)"))
    found = image_without_alt(book(chapter(source, pictures=[(use, A)])), PUBLICATION)
    assert lines(found) == [
        "manuscript/1.md:3:5 error A001 image-without-alt: images/a.jpg has no description"
    ]


def test_missing_picture_without_alt() -> None:
    """A picture that is not there is named as the manuscript names it."""
    source = text("![ ](gone.jpg)\n")
    use = PictureUse("gone.jpg", " ", False, at(source, "![ ](gone.jpg)"))
    found = image_without_alt(book(chapter(source, pictures=[(use, None)])), PUBLICATION)
    assert lines(found) == [
        "manuscript/1.md:1:1 error A001 image-without-alt: gone.jpg has no description"
    ]


def test_plates_without_alt() -> None:
    """A plate is found at its row, one without row at the settings; a caption is no alt."""
    pages = [plate(A, 1, caption="Anna, 2004"), plate(B, 2, has_row=False)]
    assert lines(image_without_alt(book(*pages), PUBLICATION)) == [
        "manuscript/plates.toml:1:1 error A001 image-without-alt: images/a.jpg has no description",
        "manuscript/book.toml:1:1 error A001 image-without-alt: images/b.jpg has no description",
    ]


def test_described_and_decorative_pictures() -> None:
    """A description, or the mark of decoration, is enough."""
    source = text("![](a.png){.decorative}\n")
    use = PictureUse("a.png", "", True, source.span())
    pages = [
        chapter(source, pictures=[(use, A)]),
        plate(A, 1, alt="A woman"),
        plate(B, 2, decorative=True),
    ]
    assert lines(image_without_alt(book(*pages), PUBLICATION)) == []


@pytest.mark.parametrize(
    ("use", "hint"),
    [
        (
            PictureUse("a.jpg", "", False, text("x").span()),
            "say what is to be seen, between the brackets; or mark it {.decorative}",
        ),
        (
            PictureUse("a.jpg", "", False, text("x").span(), from_html=True),
            'say what is to be seen, as alt="…"; or write alt="" if it is decoration',
        ),
    ],
)
def test_hint_speaks_the_language_of_the_place(use: PictureUse, hint: str) -> None:
    """The hint shows the syntax that the picture was written in."""
    page = chapter(text("x"), pictures=[(use, A)])
    assert [found.hint for found in image_without_alt(book(page), PUBLICATION)] == [hint]


def heads(*levels: int) -> Page:
    """A chapter with headings of these levels, one a line."""
    source = text("".join(f"{'#' * level} H{at}\n" for at, level in enumerate(levels)))
    found = [
        Heading(level, f"h{at}", f"H{at}", source.line_span(at + 1))
        for at, level in enumerate(levels)
    ]
    return chapter(source, headings=found)


def test_skipped_levels() -> None:
    """Each jump down by two or more is found at the lower heading; the hint mends it."""
    found = list(heading_level_skipped(book(heads(1, 3, 3, 2, 5)), PUBLICATION))
    assert lines(found) == [
        'manuscript/1.md:2:1 warning A002 heading-level-skipped: "H1" is a heading of level 3 '
        "directly below one of level 1",
        'manuscript/1.md:5:1 warning A002 heading-level-skipped: "H4" is a heading of level 5 '
        "directly below one of level 2",
    ]
    assert [finding.hint for finding in found] == [
        "make it level 2: ## H1",
        "make it level 3: ### H4",
    ]


@pytest.mark.parametrize("levels", [(), (1,), (3,), (1, 2, 3), (1, 2, 3, 1, 2), (2, 3, 2, 1)])
def test_orderly_levels(levels: tuple[int, ...]) -> None:
    """One level down, any number up, and any first level are in order."""
    assert lines(heading_level_skipped(book(heads(*levels)), PUBLICATION)) == []


def test_levels_begin_anew_in_each_chapter() -> None:
    """The last heading of one chapter says nothing of the first of the next."""
    assert lines(heading_level_skipped(book(heads(1), heads(3)), PUBLICATION)) == []


@pytest.mark.parametrize(
    ("alt", "name"),
    [
        ("ada.jpg", "images/ada.jpg"),
        ("other.PNG", "images/ada.jpg"),
        ("IMG_2041", "images/ada.jpg"),
        ("DSC01234", "images/ada.jpg"),
        ("PXL_20240101_120000", "images/ada.jpg"),
        ("fig_02-final", "images/fig_02-final.png"),
        ("portrait7", "images/portrait7.jpg"),
    ],
)
def test_alt_is_file_name(alt: str, name: str) -> None:
    """File names, with an ending, from a camera, or the picture's own with figures in it."""
    assert lines(alt_is_file_name(book(picture(alt, name)), PUBLICATION)) == [
        "manuscript/1.md:1:1 warning A004 alt-is-file-name: "
        f'{name} is described by a file name, "{alt}"'
    ]


@pytest.mark.parametrize(
    ("alt", "name"),
    [
        ("", "images/ada.jpg"),
        ("map", "images/map.png"),
        ("Ada at her desk", "images/ada.jpg"),
        ("Screenshot of the file ada.jpg", "images/ada.jpg"),
        ("Sam 1", "images/x.jpg"),
        ("1935", "images/record.jpg"),
    ],
)
def test_alt_is_words(alt: str, name: str) -> None:
    """Words are let pass, even one that is the file's name too."""
    assert lines(alt_is_file_name(book(picture(alt, name)), PUBLICATION)) == []


def test_alt_repeats_caption() -> None:
    """Same words up to case, blanks and the full stop; other words and no alt are let pass."""
    pages = [
        plate(A, 1, alt="anna  petrova.", caption="Anna Petrova"),
        plate(B, 2, alt="A woman", caption="Anna Petrova"),
        plate(B, 3, alt="", caption=""),
    ]
    assert lines(alt_repeats_caption(book(*pages), PUBLICATION)) == [
        "manuscript/plates.toml:1:1 warning A005 alt-repeats-caption: "
        "images/a.jpg is described by its caption's words"
    ]


def test_decoration_with_alt() -> None:
    """Both marks at once are found, each alone is not."""
    pages = [
        plate(A, 1, alt="A garden", decorative=True),
        plate(A, 2, alt="A garden"),
        plate(A, 3, decorative=True),
    ]
    assert lines(decoration_with_alt(book(*pages), PUBLICATION)) == [
        "manuscript/plates.toml:1:1 warning A006 decoration-with-alt: "
        'images/a.jpg is marked as decoration, but described as "A garden"'
    ]


@pytest.mark.parametrize(
    ("alt", "opening"),
    [
        ("Image of a mine", "Image of"),
        ("A picture of Ada", "A picture of"),
        ("the image of the saint", "the image of"),
    ],
)
def test_alt_announces_picture(alt: str, opening: str) -> None:
    """The opening words are named."""
    assert lines(alt_announces_picture(book(picture(alt)), PUBLICATION)) == [
        "manuscript/1.md:1:1 note A007 alt-announces-picture: "
        f'the description of images/a.jpg begins with "{opening}"'
    ]


@pytest.mark.parametrize(
    ("alt", "language"),
    [
        ("A mine", "en"),
        ("Photograph of a mine", "en-GB"),
        ("Pictures often fade", "en"),
        ("Image of words", "enm"),
        ("Image of x", "fr"),
        ("Фотограф смотрит в окно", "ru"),
        ("Bildhauer an der Arbeit", "de"),
    ],
)
def test_alt_does_not_announce(alt: str, language: str) -> None:
    """Other openings, the kinds of picture, and other languages are let pass."""
    assert lines(alt_announces_picture(book(picture(alt, language=language)), PUBLICATION)) == []


def test_alt_used_twice() -> None:
    """The second of two different pictures is found; the same picture twice is not."""
    pages = [plate(A, 1, alt="A miner"), plate(A, 2, alt="A miner"), plate(B, 3, alt="a miner")]
    assert lines(alt_used_twice(book(*pages), PUBLICATION)) == [
        "manuscript/plates.toml:3:1 note A008 alt-used-twice: "
        'images/b.jpg has the description of images/a.jpg, "a miner"'
    ]


def test_link_without_text() -> None:
    """An empty link is found; one around a described picture is not."""
    source = text("[](2.md) [![A map](m.png)](3.md) [Two](2.md)\n")
    use = PictureUse("m.png", "A map", False, at(source, "![A map](m.png)"))
    links = [
        (LinkUse("2.md", "", at(source, "[](2.md)")), None),
        (LinkUse("3.md", "", at(source, "[![A map](m.png)](3.md)")), None),
        (LinkUse("2.md", "Two", at(source, "[Two](2.md)")), None),
    ]
    page = chapter(source, links=links, pictures=[(use, A)])
    assert lines(link_without_text(book(page), PUBLICATION)) == [
        "manuscript/1.md:1:1 warning A009 link-without-text: the link to 2.md has no text"
    ]


@pytest.mark.parametrize(
    ("alt", "language"),
    [
        ("Bild von einer Grube", "de"), ("Photo d’une mine", "fr-CA"), ("Foto de una mina", "es"),
        ("Foto di una miniera", "it"), ("Foto van een mijn", "nl"), ("Фото шахты", "ru"),
        ("Фото шахти", "uk"), ("Zdjęcie kopalni", "pl"), ("鉱山の写真", "ja"),
        ("photo of a mine", "en"),
    ],
)  # fmt: skip
def test_alt_announces_picture_in_other_languages(alt: str, language: str) -> None:
    """The words are those of the page's language."""
    found = list(alt_announces_picture(book(picture(alt, language=language)), PUBLICATION))
    assert [each.rule.code for each in found] == ["A007"]
