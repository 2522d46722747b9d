"""Names of people."""

from __future__ import annotations

import pytest

from epubforge.language.people import given_first


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Kosorukov, Gleb", "Gleb Kosorukov"),
        ("Ada King", "Ada King"),
        ("King, Ada, Countess of Lovelace", "King, Ada, Countess of Lovelace"),
        (" van Gogh , Vincent ", "Vincent van Gogh"),
        (",", ","),
    ],
)
def test_a_name_is_said_with_the_given_name_first(name: str, said: str) -> None:
    """Only a name with one comma is turned round."""
    assert given_first(name) == said
