"""Pictures: which are wanted, what they are called, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.by_hand import (
    TRUNCATED,
    chapter,
    composed,
    document,
    lines,
    one,
    part,
    picture,
    picture_source,
    plates,
    project,
    settings_span,
)
from epubforge.compose.pictures import wanted
from epubforge.diagnostics import Rule, Severity
from epubforge.model.document import Header
from epubforge.model.picture import BrokenPicture, Remark
from epubforge.model.project import PlatesHere

PRIVATE = Rule("I998", "private", Severity.NOTE, "")


def test_wanted_are_cover_text_and_plates_each_once() -> None:
    """What a draft shows, and what nothing shows, is not opened."""
    text = "# A\n\n![a](../images/a.jpg) ![b](images/b.jpg) ![a](../images/a.jpg)\n"
    first = document("manuscript/1.md", text)
    draft = document("manuscript/2.md", "![c](../images/c.jpg)\n", Header(draft=True))
    paths = [f"images/{name}.jpg" for name in ("a", "b", "c", "cover", "p1", "unused")]
    made = replace(
        project([first, draft, PlatesHere()], paths),
        cover=picture_source("images/cover.jpg"),
        plates=plates("images/p1.jpg", "images/a.jpg"),
    )
    names = [source.path for source in wanted(made, [first, draft])]
    assert names == [f"images/{name}.jpg" for name in ("cover", "a", "b", "p1")]


def test_plates_that_have_no_place_are_not_wanted() -> None:
    """A picture section that the contents leave out is not in the book."""
    made = document("manuscript/1.md", "# A\n")
    without = replace(project([made]), plates=plates("images/p.jpg"))
    inside = replace(project([made, part("P")]), plates=plates("images/p.jpg"))
    assert wanted(without, [made]) == ()
    assert wanted(inside, [made]) == ()


def test_pictures_get_names_of_their_own() -> None:
    """Names are made from the files' names, with a counter where two are alike."""
    text = "# A\n\n![1](a/Übung 1.JPG) ![2](b/ubung-1.jpg) ![3](фото.png)\n"
    made = document("manuscript/1-a.md", text)
    paths = ["manuscript/a/Übung 1.JPG", "manuscript/b/ubung-1.jpg", "manuscript/фото.png"]
    book = composed(project([made], paths), made, pictures={paths[2]: picture(b"png", "image/png")})
    assert [placed.href for placed in book.value.pictures] == [
        "images/ubung-1.jpg",
        "images/ubung-1-2.jpg",
        "images/picture-1.png",
    ]


def test_equal_pictures_are_in_the_book_once() -> None:
    """Two files of the same bytes become one picture; each use tells which file it named."""
    made = document("manuscript/1-a.md", "# A\n\n![1](../images/x.jpg) ![2](../images/y.jpg)\n")
    same = picture(b"same")
    paths = ["images/x.jpg", "images/y.jpg"]
    book = composed(project([made], paths), made, pictures=dict.fromkeys(paths, same))
    assert [placed.href for placed in book.value.pictures] == ["images/x.jpg"]
    first, second = chapter(book.value, "text/a.xhtml").pictures
    assert first is not None
    assert second is not None
    assert (first.href, first.source_path) == ("images/x.jpg", "images/x.jpg")
    assert (second.href, second.source_path) == ("images/x.jpg", "images/y.jpg")
    assert book.value.unused_pictures == ()


@pytest.mark.parametrize(
    ("target", "code", "message", "hint"),
    [
        (
            "../images/adda.jpg",
            "I001",
            "there is no picture ../images/adda.jpg",
            "did you mean ../images/ada.jpg?",
        ),
        (
            "nothing/like-it.png",
            "I001",
            "there is no picture nothing/like-it.png",
            "put the picture there, or mend its name; it counts from the chapter's folder",
        ),
        (
            "../../secret.png",
            "I002",
            "../../secret.png lies outside the project",
            "copy the picture into the project, and name it from the chapter's folder",
        ),
        (
            "/images/ada.jpg",
            "I002",
            "/images/ada.jpg lies outside the project",
            "did you mean ../images/ada.jpg?",
        ),
        (
            "../images/out.jpg",
            "I002",
            "images/out.jpg is a link out of the project",
            "copy the picture into the project, and name it from the chapter's folder",
        ),
    ],
)
def test_a_picture_that_is_not_there(target: str, code: str, message: str, hint: str) -> None:
    """The finding stands at the use, names the picture as it is written, and forbids the book."""
    made = document("manuscript/1-a.md", f"# A\n\nText ![x]({target})\n")
    here = replace(
        project([made], ["images/ada.jpg"]),
        refused={"images/out.jpg": "is a link out of the project"},
    )
    book = composed(here, made)
    assert lines(book.found) == [f"manuscript/1-a.md:3:6 {code} {message}"]
    assert (book.found[0].hint, book.found[0].rule.blocking) == (hint, True)
    assert chapter(book.value, "text/a.xhtml").pictures == (None,)


def test_other_capitals_are_mended_and_said() -> None:
    """A picture whose name differs in capitals is shown, and its right name said."""
    book = one(
        document("manuscript/1-a.md", "![x](../Images/ADA.jpg)\n"), pictures=["images/ada.jpg"]
    )
    assert lines(book.found)[-1] == (
        "manuscript/1-a.md:1:1 L003 ../Images/ADA.jpg is ../images/ada.jpg on the disk"
    )
    assert [placed.href for placed in book.value.pictures] == ["images/ada.jpg"]


def test_a_broken_picture_is_told_at_every_use() -> None:
    """Each place that shows it has a finding, and a hole in the page."""
    made = document("manuscript/1-a.md", "# A\n\n![x](../images/x.jpg)\n\n![x](../images/x.jpg)\n")
    broken = BrokenPicture(Remark(TRUNCATED, "images/x.jpg is cut short", "copy it again"))
    book = composed(project([made], ["images/x.jpg"]), made, pictures={"images/x.jpg": broken})
    assert lines(book.found) == [
        "manuscript/1-a.md:3:1 I999 images/x.jpg is cut short",
        "manuscript/1-a.md:5:1 I999 images/x.jpg is cut short",
    ]
    assert book.value.pictures == ()


def test_a_remark_is_told_once() -> None:
    """What is to be said of a good picture is said where it is used first: here, as the cover."""
    made = document("manuscript/1-a.md", "# A\n\n![x](../images/x.jpg)\n")
    noted = replace(picture(), remarks=(Remark(PRIVATE, "images/x.jpg held a place"),))
    here = replace(
        project([made], ["images/x.jpg"]),
        cover=picture_source("images/x.jpg"),
        cover_span=settings_span("title"),
    )
    book = composed(here, made, pictures={"images/x.jpg": noted})
    assert lines(book.found) == ["manuscript/book.toml:2:1 I998 images/x.jpg held a place"]


def test_unused_pictures_are_listed() -> None:
    """What no chapter, plate or cover shows; what a draft shows is waiting, not unused."""
    made = document("manuscript/1-a.md", "# A\n\n![x](../images/x.jpg)\n")
    draft = document("manuscript/2.md", "![d](../images/d.jpg)\n", Header(draft=True))
    paths = ["images/x.jpg", "images/d.jpg", "images/spare.jpg"]
    here = replace(
        project([made, draft], paths), elsewhere={"docs/y.jpg": picture_source("docs/y.jpg")}
    )
    book = composed(here, made, draft)
    assert book.value.unused_pictures == ("images/spare.jpg",)


def test_pictures_of_other_folders_may_be_used() -> None:
    """A picture that lies elsewhere in the project is found, and is no unused one."""
    made = document("manuscript/1-a.md", "# A\n\n![y](../docs/y.jpg)\n")
    here = replace(project([made]), elsewhere={"docs/y.jpg": picture_source("docs/y.jpg")})
    book = composed(here, made)
    assert ([placed.href for placed in book.value.pictures], book.found) == (["images/y.jpg"], ())
