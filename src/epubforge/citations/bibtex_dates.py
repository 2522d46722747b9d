"""The dates of BibTeX (`year`, `month`) and biblatex (`date`) turned into dates of CSL."""

from __future__ import annotations

import re

from epubforge.citations.bibtex_scan import MONTHS, Written
from epubforge.citations.entry import Date
from epubforge.citations.faults import UNREADABLE_VALUE
from epubforge.citations.tex import untex
from epubforge.diagnostics import Reporter

_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T\S*)?([?~%]?)")
_YEAR = re.compile(r"\[?(c(?:irca|a)?\.?\s*)?(-?\d{1,4})(?:\s*[-–/]\s*(\d{1,4}))?\]?\??")
_FIELDS = {"date": "issued", "urldate": "accessed", "origdate": "original-date",
           "eventdate": "event-date"}  # fmt: skip


def dates(key: str, fields: dict[str, Written], reporter: Reporter) -> dict[str, Date]:
    """The dates of a work; a date that is none is kept in words, an impossible month reported."""
    found: dict[str, Date] = {}
    for name, variable in _FIELDS.items():
        if name in fields:
            found[variable] = _iso(key, name, fields[name], reporter)
    if "issued" not in found and "year" in fields:
        found["issued"] = _year(key, fields, reporter)
    return found


def _iso(key: str, name: str, written: Written, reporter: Reporter) -> Date:
    text = untex(written.text).replace("–", "/")
    first, _, second = text.partition("/")
    start, end = _ISO.fullmatch(first.strip()), _ISO.fullmatch(second.strip())
    if start is None or _impossible(start) or (end is not None and _impossible(end)):
        reporter.add(
            UNREADABLE_VALUE.at(
                written.span,
                f"{name} of {key} is no date: {text or 'nothing'}",
                hint="write 1843, 1843-09 or 1843-09-05",
            )
        )
        return Date(literal=text)
    return Date(_parts(start), _parts(end) if end is not None else (), circa=bool(start[4]))


def _year(key: str, fields: dict[str, Written], reporter: Reporter) -> Date:
    text = untex(fields["year"].text)
    match = _YEAR.fullmatch(text)
    if match is None:
        return Date(literal=text)
    month = _month(key, fields["month"], reporter) if "month" in fields else ()
    day = fields["day"].text.strip() if "day" in fields else ""
    days = (int(day),) if month and re.fullmatch(r"[1-9]|[12]\d|3[01]", day) else ()
    last = match[3]
    if last is not None and len(last) < len(match[2]):
        last = match[2][: len(match[2]) - len(last)] + last
    return Date((int(match[2]), *month, *days), (int(last),) if last else (), bool(match[1]))


def _month(key: str, written: Written, reporter: Reporter) -> tuple[int, ...]:
    text = untex(written.text).casefold().strip(". ")
    if text.isdecimal() and len(text) < 5 and 1 <= int(text) <= 12:
        return (int(text),)
    if text[:3] in MONTHS:
        return (MONTHS.index(text[:3]) + 1,)
    reporter.add(
        UNREADABLE_VALUE.at(
            written.span,
            f"month of {key} is no month: {text or 'nothing'}",
            hint="write its number, or jan, feb, … without braces",
        )
    )
    return ()


def _impossible(match: re.Match[str]) -> bool:
    month, day = int(match[2] or 1), int(match[3] or 1)
    return not (1 <= month <= 12 or 21 <= month <= 24) or not 1 <= day <= 31


def _parts(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(part) for part in match.group(1, 2, 3) if part is not None)
