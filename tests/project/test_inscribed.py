"""Captions from the picture files, where no table says them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codec.inscription.packets_by_hand import alternatives, with_xmp, xmp
from conftest import WriteProject
from epubforge.codec.inscription.read import Inscription
from epubforge.constructs import CONSTRUCTS
from epubforge.diagnostics import Outcome
from epubforge.markdown.read import read_inline
from epubforge.model.document import MarkdownSettings
from epubforge.model.picture import Caption
from epubforge.model.project import Project
from epubforge.project.inscribed import inscribed
from epubforge.project.plain_markdown import as_markdown
from epubforge.source import SourceFile

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]

PICTURE = with_xmp(
    xmp(
        alternatives("dc:description", x_default="A *caption*", de="Ein *Wort*")
        + alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="A man"),
        'photoshop:Credit="Agency" photoshop:City="Kyiv"',
    )
)
HERE = SourceFile("x", "").span()


def book(table: str, name: str = "c.toml", language: str = "en") -> dict[str, str | bytes]:
    key = f'captions = "manuscript/{name}"\n' if table else ""
    text = f'[book]\ntitle = "T"\nlanguage = "{language}"\n[plates]\npictures = "images/p"\n{key}'
    files: dict[str, str | bytes] = {"manuscript/book.toml": text, "images/p/1.jpg": PICTURE}
    if table:
        files[f"manuscript/{name}"] = table
    return files


def caption(outcome: Outcome[Project | None]) -> Caption:
    assert outcome.value is not None
    assert outcome.value.plates is not None
    (plate,) = outcome.value.plates.plates
    assert plate.caption is not None
    return plate.caption


@pytest.mark.parametrize(
    ("language", "text"), [("en", "A \\*caption\\*"), ("de", "Ein \\*Wort\\*")]
)
def test_without_a_table_the_files_speak(
    language: str, text: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """In the book's language; what looks like Markdown in them is none."""
    outcome = opened(project(book("", language=language)))
    assert lines(outcome) == []
    row = caption(outcome)
    assert (row.caption, row.alt, row.credit, row.place) == (text, "A man", "Agency", "Kyiv")
    assert row.inscribed


@pytest.mark.parametrize(
    ("name", "table", "expected"),
    [
        ("c.toml", '[[picture]]\nfile = "1"\ncaption = "Mine"\n', ("Mine", "A man", "Agency")),
        ("c.toml", '[[picture]]\nfile = "1"\ncaption = ""\nalt = ""\ncredit = ""\n',
         ("", "A man", "")),
        ("c.toml", '[[picture]]\nfile = "1"\ndecorative = true\n',
         ("A \\*caption\\*", "", "Agency")),
        ("c.csv", "file,caption,alt,credit\n1,,Mine,\n", ("A \\*caption\\*", "Mine", "Agency")),
    ],
    ids=["some", "empty", "decorative", "csv"],
)  # fmt: skip
def test_a_table_counts_field_by_field(
    name: str,
    table: str,
    expected: tuple[str, str, str],
    project: WriteProject,
    opened: Load,
    lines: Lines,
) -> None:
    """An empty text in TOML is an answer, but for alt; an empty cell of CSV says nothing."""
    outcome = opened(project(book(table, name)))
    assert lines(outcome) == []
    row = caption(outcome)
    assert (row.caption, row.alt, row.credit) == expected


def test_a_broken_packet_is_a_note_at_the_plates(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """The picture is named; the book goes on."""
    files = {**book(""), "images/p/1.jpg": with_xmp(b"<x")}
    assert lines(opened(project(files))) == [
        "manuscript/book.toml:4:1-4:9 P070 images/p/1.jpg has an XMP packet that cannot be read:"
        " it is not well-formed: unclosed token"
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Inscription(title="One", caption="Two"), "One. Two"),
        (Inscription(title="One!", caption="Two"), "One! Two"),
        (Inscription(title="Two", caption="Two words"), "Two words"),
        (Inscription(title="a", caption="Two"), "Two"),
        (Inscription(title="DSC_0001.NEF", caption="Two"), "Two"),
        (Inscription(headline="Head"), "Head"),
        (Inscription(title="One", headline="Head"), "One"),
    ],
)
def test_title_and_description(said: Inscription, expected: str) -> None:
    """Both are told, once, and never the file's name."""
    assert inscribed(said, "images/a.jpg", HERE).caption == expected


@pytest.mark.parametrize(
    ("creators", "credit", "expected"),
    [(("Ann",), "", "Ann"), ((), "Agency", "Agency"), (("Ann",), "Ann/Agency", "Ann/Agency"),
     (("Ann", "Bob"), "Agency", "Ann, Bob / Agency")],
)  # fmt: skip
def test_credit(creators: tuple[str, ...], credit: str, expected: str) -> None:
    """The line as it is wished, and nobody is left out."""
    said = Inscription(creators=creators, credit=credit)
    assert inscribed(said, "a.jpg", HERE).credit == expected


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab 1*_`~^$=+[](){}<>&;#\\!\"'|:@./-", max_size=30))
def test_a_plain_text_is_read_as_itself(text: str) -> None:
    """Whatever a file says, no sign of it becomes markup."""
    plain = MarkdownSettings("en", smart=False)
    read = read_inline(as_markdown(text), HERE, plain, CONSTRUCTS)
    assert read.value.text == " ".join(text.split())
