"""Numbers as works have them: ranges of pages, ordinals, Roman numerals, one or several."""

from __future__ import annotations

import re

from epubforge.citations.terms import Terms

_NUMERIC = re.compile(
    r"[A-Za-z]{0,3}\.?\d+[A-Za-z]{0,3}(?:\s*[-–—,&/]+\s*[A-Za-z]{0,3}\d+[A-Za-z]{0,3})*"
    r"|[IVXLCDMivxlcdm]+(?:\s*[-–—,&]+\s*[IVXLCDMivxlcdm]+)*"
)
_RANGE = re.compile(r"(?<![\w.:])(\d+)\s*[-–—]+\s*(\d+)(?![\w:])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def is_numeric(value: str) -> bool:
    """Whether a value is a number, or several of them."""
    return _NUMERIC.fullmatch(value.strip()) is not None


def is_plural(value: str) -> bool:
    """Whether a value names more than one."""
    return re.search(r"\w\s*(?:[-–—,&]|\band\b)\s*\w", value) is not None and (
        is_numeric(value) or re.search(r"\d\s*[-–—,&]", value) is not None
    )


def ranged(value: str, style: str, terms: Terms) -> str:
    """Page ranges with the dash of the language, the second number as short as the style has it."""
    dash = terms.term("page-range-delimiter") or "–"
    value = _RANGE.sub(lambda m: m[1] + dash + _second(m[1], m[2], style), value)
    return re.sub(r"(?<=\w)\s*(?:--|-)\s*(?=\w)", dash, value)


def written(value: str, form: str, terms: Terms, gender: str = "") -> str:
    """A number in a form of CSL; what is no number stays as it is."""
    match form:
        case "ordinal" | "long-ordinal" if value.isdecimal() and len(value) < 6:
            long = terms.term(f"long-ordinal-{int(value):02d}") if form == "long-ordinal" else ""
            return long or terms.ordinal(int(value), gender)
        case "roman" if value.isdecimal() and len(value) < 6 and 0 < int(value) < 4000:
            return roman(int(value))
    return re.sub(r"(?<=\d)\s*-+\s*(?=\d)", "–", value)


def roman(number: int) -> str:
    """A number from 1 to 3999 in small Roman numerals."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _second(first: str, second: str, style: str) -> str:
    if len(second) > len(first) or not style:
        return second
    full = first[: len(first) - len(second)] + second
    if len(full) != len(first) or full <= first:
        return full
    shortest = next(i for i in range(len(full)) if full[i] != first[i])
    match style:
        case "minimal":
            return full[shortest:]
        case "minimal-two":
            return full[min(shortest, max(len(full) - 2, 0)) :]
        case "chicago" | "chicago-15" | "chicago-16":
            return _chicago(first, full, shortest, style)
    return full


def _chicago(first: str, full: str, shortest: int, style: str) -> str:
    """CMOS 9.61: whole after multiples of 100, changed digit after x01–x09, else two digits."""
    if len(first) < 3 or first.endswith("00"):
        return full
    if style != "chicago-16" and len(first) == 4 and len(full) - shortest >= 3:
        return full
    if first[-2] == "0":
        return full[shortest:]
    return full[min(shortest, len(full) - 2) :]
