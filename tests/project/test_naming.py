"""The name of the book's file, from its title."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.model.metadata import Metadata
from epubforge.model.project import Project, Settings, ThemeChoice
from epubforge.project.naming import LONGEST, book_file_name, slug
from epubforge.source import SourceFile


def named(title: str, folder: str, edition: str = "") -> str:
    return book_file_name(
        Project(
            root=Path("/x"),
            name=folder,
            settings_file=SourceFile("book.toml", ""),
            settings=Settings(),
            metadata=Metadata(title, ("en",), "urn:x"),
            theme=ThemeChoice(Path("/x")),
            entries=(),
            edition=edition,
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heroes of Labour", "heroes-of-labour"),
        ("Crème brûlée", "creme-brulee"),
        ("Straße, Ærø & Łódź", "strasse-aero-lodz"),
        ("Don’t / stop: 100 %", "dont-stop-100"),
        ("ﬁne", "fine"),
        ("Ёлка", ""),
    ],
)
def test_a_slug_is_plain_ascii(text: str, expected: str) -> None:
    """Accents go, signs become hyphens, letters without Latin counterpart vanish."""
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("title", "folder", "expected"),
    [
        ("Heroes of Labour", "x", "heroes-of-labour.epub"),
        ("1984", "x", "1984.epub"),
        ("Ёлка 2", "tree", "tree.epub"),
        ("本", "書", "book.epub"),
        ("Con", "x", "con-book.epub"),
        ("…", "!", "book.epub"),
    ],
)
def test_the_file_is_named_by_title_else_folder(title: str, folder: str, expected: str) -> None:
    """A title in another script gives way to the folder's name, that to `book`."""
    assert named(title, folder) == expected


@given(st.text(max_size=300))
def test_any_title_gives_a_file_name(title: str) -> None:
    """Lower-case ASCII letters, digits and single hyphens; never too long."""
    name = slug(title)
    assert name == "-".join(part for part in name.split("-") if part)
    assert name.replace("-", "a").isalnum() or name == ""
    assert name.isascii()
    assert name == name.lower()
    assert len(name) <= LONGEST
    assert named(title, "x").endswith(".epub")


def test_an_edition_has_a_file_of_its_own() -> None:
    """The edition's name stands behind the title's, as the settings write it."""
    assert named("Heroes", "x", "large_Print") == "heroes-large_Print.epub"
