"""Numbers of books: thirteen digits out of ten, check digits, and what is wrong with a number."""

from __future__ import annotations

import re

_HYPHENS = re.compile("[-\u2010-\u2015\u2212\\s]")


def thirteen_digits(written: str) -> str:
    """The thirteen digits of an ISBN that has ten or thirteen."""
    digits = _HYPHENS.sub("", written).upper()
    if len(digits) == 10:
        digits = "978" + digits[:9]
        digits += check_digit_13(digits)
    return digits


def with_plain_hyphens(written: str) -> str:
    """An ISBN of thirteen as it is written, with `-` for every hyphen; one of ten as thirteen."""
    hyphened = "-".join(_HYPHENS.sub(" ", written).split())
    digits = thirteen_digits(written)
    return hyphened if hyphened.replace("-", "") == digits else digits


def isbn_fault(written: str) -> tuple[str, str] | None:
    """What is wrong with a text that should be an ISBN, and what to do; None where nothing is."""
    digits = _HYPHENS.sub("", written).upper()
    stranger = re.search(r"[^0-9X]|X(?!\Z)", digits)
    if stranger:
        return (f"“{stranger[0]}” cannot stand in it", "only digits and hyphens, without “ISBN”")
    if len(digits) not in {10, 13}:
        digit = "digit" if len(digits) == 1 else "digits"
        return (f"it has {len(digits)} {digit}, not 13 (or 10)", "compare it with the imprint")
    if len(digits) == 13:
        return _fault_13(digits)
    return _check(digits[9], check_digit_10(digits[:9]))


def _fault_13(digits: str) -> tuple[str, str] | None:
    if digits.endswith("X"):
        return ("“X” cannot stand in thirteen digits", "only digits and hyphens")
    if digits.startswith("9790"):
        return ("979-0 begins the numbers of printed music", "books have 978, or 979-1 to 979-9")
    if not digits.startswith(("978", "979")):
        return (f"it begins with {digits[:3]}", "thirteen digits begin with 978 or 979")
    return _check(digits[12], check_digit_13(digits[:12]))


def _check(written: str, right: str) -> tuple[str, str] | None:
    if written == right:
        return None
    return (f"the check digit should be {right}", "compare it with the imprint, digit by digit")


def check_digit_10(nine: str) -> str:
    """The last sign of an ISBN of ten, from the nine before it."""
    total = sum((10 - place) * int(digit) for place, digit in enumerate(nine))
    return "0123456789X"[-total % 11]


def check_digit_13(twelve: str) -> str:
    """The last digit of an ISBN of thirteen, from the twelve before it."""
    total = sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(twelve))
    return str(-total % 10)
