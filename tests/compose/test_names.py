"""Names inside the book."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.compose.names import Names, slug, stem


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("manuscript/02-the-mine.md", "the-mine"),
        ("02_the mine.md", "the mine"),
        ("2. The mine.md", "The mine"),
        ("1.2-deeper.md", "deeper"),
        ("01-1984.md", "1984"),
        ("3d-prints.md", "3d-prints"),
        ("01.md", ""),
        ("plain.md", "plain"),
    ],
)
def test_a_stem_has_no_folder_ending_or_order_number(path: str, expected: str) -> None:
    """The order number goes with the sign behind it; a number that is the name's own stays."""
    assert stem(path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mine", "the-mine"),
        ("Été à Paris", "ete-a-paris"),
        ("Straße & Łódź", "strasse-lodz"),
        ("Ħal Għaxaq", "hal-ghaxaq"),
        ("  a--b__c  ", "a-b-c"),
        ("100%25", "100-25"),
        ("Глава", ""),
        ("😀", ""),
    ],
)
def test_a_slug_is_lower_case_ascii(text: str, expected: str) -> None:
    """Accents are stripped, signs become hyphens, other scripts leave nothing."""
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_safe_on_every_disk(text: str) -> None:
    """Whatever the text, only letters, digits and single hyphens are left, and not too many."""
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert len(slug(text)) <= 60


def test_a_taken_name_gets_a_counter() -> None:
    """The second of a name is -2, and a name that was counted up to is not given again."""
    names = Names()
    given_names = [names.give(name, "chapter") for name in ("foo", "foo", "foo-2", "foo")]
    assert given_names == ["foo", "foo-2", "foo-2-2", "foo-3"]


def test_an_empty_name_is_counted() -> None:
    """What has no name of its own is called by its kind and a counter from 1."""
    names = Names()
    assert [names.give("", "chapter") for _ in range(2)] == ["chapter-1", "chapter-2"]


@pytest.mark.parametrize("device", ["con", "nul", "aux", "com1", "lpt9"])
def test_devices_of_windows_are_no_names(device: str) -> None:
    """A file of such a name cannot be unpacked on Windows."""
    assert Names().give(device, "chapter") == f"{device}-2"
