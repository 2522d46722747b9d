"""ISBNs: digits, prefixes, check digits, and what is said of those that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.model.isbn import (
    check_digit_10,
    check_digit_13,
    isbn_fault,
    thirteen_digits,
    with_plain_hyphens,
)


@pytest.mark.parametrize(
    "written",
    ["978-3-86930-689-6", "9783869306896", "978 3 86930 689 6", "3-86930-689-0", "0-8044-2957-X",
     "080442957x", "979-10-90636-07-1", "978\u20113\u201186930\u2011689\u20116"],
)  # fmt: skip
def test_an_isbn_is_one_with_and_without_hyphens(written: str) -> None:
    """Ten and thirteen digits, any hyphens, blanks, a small x."""
    assert isbn_fault(written) is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("978-3-86930-689-5", "the check digit should be 6"),
        ("3-86930-689-1", "the check digit should be 0"),
        ("0-8044-2957-1", "the check digit should be X"),
        ("978-3-86930-689", "it has 12 digits, not 13 (or 10)"),
        ("", "it has 0 digits, not 13 (or 10)"),
        ("977-3-86930-689-6", "it begins with 977"),
        ("979-0-2600-0043-8", "979-0 begins the numbers of printed music"),
        ("978-3-8693O-689-6", "“O” cannot stand in it"),
        ("ISBN 978-3-86930-689-6", "“I” cannot stand in it"),
        ("978386930689X", "“X” cannot stand in thirteen digits"),
        ("97838693068٩6", "“٩” cannot stand in it"),
    ],
)
def test_what_is_wrong_is_said(written: str, why: str) -> None:
    """The reason names the sign, the length, the prefix or the right check digit."""
    fault = isbn_fault(written)
    assert fault is not None
    assert fault[0] == why


def test_ten_digits_become_thirteen() -> None:
    """The prefix 978 and a new check digit; hyphens go."""
    assert thirteen_digits("3-86930-689-0") == "9783869306896"
    assert thirteen_digits("978-3-86930-689-6") == "9783869306896"


def test_hyphens_become_plain() -> None:
    """Thirteen digits keep their groups; ten become thirteen without groups."""
    assert with_plain_hyphens("978\u20113\u201186930 689\u20116") == "978-3-86930-689-6"
    assert with_plain_hyphens("3-86930-689-0") == "9783869306896"


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(1, 9), st.integers(0, 12))
def test_one_wrong_digit_is_always_found(tail: str, more: int, place: int) -> None:
    """The check digit of thirteen tells every single wrong digit from the right one."""
    digits = "978" + tail[3:]
    digits += check_digit_13(digits)
    wrong = f"{digits[:place]}{(int(digits[place]) + more) % 10}{digits[place + 1 :]}"
    assert isbn_fault(wrong) is not None
    assert (isbn_fault(digits) is None) != digits.startswith("9790")


@given(st.text("0123456789", min_size=9, max_size=9))
def test_the_check_digit_of_ten_makes_an_isbn(nine: str) -> None:
    """Nine digits and their check digit are an ISBN, and so are the thirteen made of them."""
    ten = nine + check_digit_10(nine)
    assert isbn_fault(ten) is None
    assert isbn_fault(thirteen_digits(ten)) is None
