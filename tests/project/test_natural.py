"""Natural order of names, and names that are the same after normalisation."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from epubforge.project.natural import matching, natural, nfc


def test_two_comes_before_ten() -> None:
    """Numbers count by their value, wherever they stand; case does not count."""
    names = ["10", "b2", "B10", "2", "a", "02-x", "1000000000000000000000000", "2-a"]
    assert sorted(names, key=natural) == [
        "2", "2-a", "02-x", "10", "1000000000000000000000000", "a", "b2", "B10",
    ]  # fmt: skip


def test_names_match_after_normalisation() -> None:
    """A decomposed accent is the composed one; a byte that is no UTF-8 becomes U+FFFD."""
    assert nfc("e\u0301.md") == "é.md"
    assert nfc("a\udce9") == "a\ufffd"
    assert matching("E\u0301.JPG") == matching("é.jpg")


@given(st.lists(st.text("aA102-é\u0301٣²", max_size=6)))
def test_the_order_is_the_same_from_any_start(names: list[str]) -> None:
    """The order is total: it does not depend on the order of the disk."""
    backwards = names[::-1]
    assert sorted(names, key=natural) == sorted(backwards, key=natural)


@given(st.text("éàñ12a", max_size=6))
def test_the_order_does_not_depend_on_normalisation(name: str) -> None:
    """Composed and decomposed names sort to the same place."""
    assert natural(unicodedata.normalize("NFD", name))[0] == natural(name)[0]
