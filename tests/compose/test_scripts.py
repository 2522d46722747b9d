"""Words of other languages and directions in made texts."""

from __future__ import annotations

import pytest

from epubforge.compose.scripts import isolated


@pytest.mark.parametrize(
    ("text", "language", "markup"),
    [
        ("A & B", "", "A &amp; B"),
        ("Küche", "de", '<span lang="de" xml:lang="de">Küche</span>'),
        ("מטבח", "", "<bdi>מטבח</bdi>"),
        ("فحم 102", "ar", '<bdi lang="ar" xml:lang="ar">فحم 102</bdi>'),
    ],
)
def test_words_are_marked_where_they_need_it(text: str, language: str, markup: str) -> None:
    """Another language is named; words from right to left do not move what stands around them."""
    assert isolated(text, language) == markup
