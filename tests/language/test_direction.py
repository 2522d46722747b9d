"""Which way a language is written."""

from __future__ import annotations

import pytest

from epubforge.language.direction import direction_of


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"), ("ar-EG", "rtl"), ("HE", "rtl"), ("fa_IR", "rtl"), ("yi", "rtl"),
        ("en", "ltr"), ("ja", "ltr"), ("az-Arab", "rtl"), ("az", "ltr"), ("ar-Latn", "ltr"),
        ("pa-Arab-PK", "rtl"), ("zh-Hant", "ltr"), ("", "ltr"), ("ar-1994", "rtl"),
    ],
)  # fmt: skip
def test_direction(tag: str, direction: str) -> None:
    """By the script where the tag names one, else by the language."""
    assert direction_of(tag) == direction
