"""Sounds and films of the book."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from compose.by_hand import chapter, composed, document, lines, project
from epubforge.diagnostics import Outcome
from epubforge.model.book import Book
from epubforge.model.project import MediaSource


def playing(*uses: str, files: tuple[str, ...] = (), refused: str = "") -> Outcome[Book]:
    """The book of a chapter that plays those, from a project with those files."""
    made = document("manuscript/1-a.md", "# A\n\n" + "\n".join(uses) + "\n")
    media = {path: MediaSource(path, Path("/project") / path, 1, 1) for path in files}
    reasons = {refused: "is a link out of the project"} if refused else {}
    return composed(replace(project([made]), media=media, refused=reasons), made)


def test_a_file_stands_in_the_book_once() -> None:
    """However often it is played; its type is that of its ending."""
    book = playing("audio: ../media/Bell.MP3", "audio: media/Bell.MP3", "video: ../media/mine.mp4",
                   files=("media/Bell.MP3", "media/mine.mp4"))  # fmt: skip
    assert book.found == ()
    assert [(m.href, m.media_type, m.location) for m in book.value.media] == [
        ("media/bell.mp3", "audio/mpeg", Path("/project/media/Bell.MP3")),
        ("media/mine.mp4", "video/mp4", Path("/project/media/mine.mp4")),
    ]
    assert chapter(book.value, "text/a.xhtml").media == (
        "../media/bell.mp3", "../media/bell.mp3", "../media/mine.mp4",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("target", "finding", "hint"),
    [
        (
            "../media/bel.mp3",
            "L004 there is no sound ../media/bel.mp3",
            "did you mean ../media/bell.mp3?",
        ),
        (
            "x.mp3",
            "L004 there is no sound x.mp3",
            "put the file there, or mend its name; it counts from the chapter's folder",
        ),
        (
            "/home/ada/x.mp3",
            "L005 /home/ada/x.mp3 lies outside the project",
            "copy the file into the project, and name it from the chapter's folder",
        ),
        (
            "../media/far.mp3",
            "L005 media/far.mp3 is a link out of the project",
            "copy the file into the project, and name it from the chapter's folder",
        ),
        (
            "../media/bell.wav",
            "L006 media/bell.wav is no sound that every reading system plays",
            "turn it into MP3, AAC in .m4a, or Opus",
        ),
    ],
)
def test_what_cannot_be_played_withholds_the_book(target: str, finding: str, hint: str) -> None:
    """The finding stands where the file is named."""
    files = ("media/bell.mp3", "media/bell.wav")
    book = playing(f"audio: {target}", files=files, refused="media/far.mp3")
    assert lines(book.found) == [f"manuscript/1-a.md:3:1 {finding}"]
    assert (book.found[0].hint, book.found[0].rule.blocking) == (hint, True)
    assert chapter(book.value, "text/a.xhtml").media == (None,)


def test_other_capitals_are_found() -> None:
    """The file is used all the same."""
    book = playing("audio: ../media/BELL.mp3", files=("media/bell.mp3",))
    assert lines(book.found) == [
        "manuscript/1-a.md:3:1 L003 ../media/BELL.mp3 is ../media/bell.mp3 on the disk"
    ]
    assert chapter(book.value, "text/a.xhtml").media == ("../media/bell.mp3",)
