"""The words of each language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import epubforge.language.labels
from epubforge.language.labels import labels, words
from epubforge.model.page_type import PAGE_TYPES

FOLDER = Path(epubforge.language.labels.__file__).parent / "words"
FILES = sorted(FOLDER.glob("*.toml"))
ENGLISH = tomllib.loads((FOLDER / "en.toml").read_text("utf-8"))


def test_the_languages_that_books_are_promised_in() -> None:
    """Twelve languages, traditional Chinese, and two that run from right to left."""
    expected = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "ru", "uk", "zh",
                "zh-hant"]  # fmt: skip
    assert sorted(file.stem for file in FILES) == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_every_language_says_every_label(file: Path) -> None:
    """No label is missing, none is unknown, and numbers have their place in the same ones."""
    table = tomllib.loads(file.read_text("utf-8"))
    assert set(table["labels"]) == set(ENGLISH["labels"])
    for key, label in table["labels"].items():
        assert label.strip() == label != ""
        assert label.count("{}") == ENGLISH["labels"][key].count("{}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_roles_and_pages_are_known_ones(file: Path) -> None:
    """Roles are those that English has, pages are types, and a heading means one type only."""
    table = tomllib.loads(file.read_text("utf-8"))
    assert set(table["roles"]) <= set(ENGLISH["roles"])
    assert set(table["pages"]) <= set(PAGE_TYPES)
    headings = [name.casefold() for names in table["pages"].values() for name in names]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "Contents"),
        ("en-GB", "Contents"),
        ("de-CH-1996", "Inhalt"),
        ("PT-br", "Índice"),
        ("zh", "目录"),
        ("zh-Hans-CN", "目录"),
        ("zh-Hant-HK", "目錄"),
        ("zh-TW", "目錄"),
        ("eo", "Contents"),
        ("", "Contents"),
        ("../../x", "Contents"),
    ],
)
def test_a_tag_finds_its_language(tag: str, expected: str) -> None:
    """By the whole tag, else by what it begins with, else English."""
    assert labels(tag)["contents"] == expected


def test_english_stands_in_for_labels_not_for_headings() -> None:
    """A language without a file has English labels, but no heading of its own is taken for one."""
    assert (words("eo").labels, words("eo").pages) == (words("en").labels, {})


def test_a_label_may_be_changed_without_harm() -> None:
    """Each caller has labels of his own."""
    labels("en")["contents"] = "spoilt"
    assert labels("en")["contents"] == "Contents"
