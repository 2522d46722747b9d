"""A date as book.toml has it turned into the form that the package has it in."""

from __future__ import annotations

import datetime
import re

from epubforge.diagnostics import Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.node import Node

IMPOSSIBLE_DATE = Rule(
    "P008",
    "impossible-date",
    Severity.ERROR,
    """A date that no calendar has, or that is written in another way than year-month-day.

Why it matters
    Shops sort by date and refuse one that they cannot read.
Bad
    published = "1.6.2012"
Good
    published = 2012-06-01
Reference
    https://www.w3.org/TR/epub-33/#sec-opf-dcdate
""",
    blocking=True,
    configuration=True,
)

_SHORT = re.compile(r"(\d{4})(?:-(\d\d))?")


def read_published(node: Node) -> str:
    """`CCYY`, `CCYY-MM` or `CCYY-MM-DD`.

    Raises:
        MistakeError: it is neither a date nor a year.
    """
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1000 <= value <= 9999:
            raise _impossible(
                node, str(value) if abs(value) < 10**9 else "it", "a year has 4 digits"
            )
        return str(value)
    if isinstance(value, str) and (short := _SHORT.fullmatch(value.strip())):
        if short[1] < "1000" or (short[2] and not "01" <= short[2] <= "12"):
            raise _impossible(node, value, "write 2012, 2012-06 or 2012-06-01")
        return short[0]
    return _date(node).strftime("%Y-%m-%d")


def read_modified(node: Node) -> str:
    """`CCYY-MM-DDThh:mm:ssZ`; a time without a zone is taken as UTC, a day as its first second.

    Raises:
        MistakeError: it is no date.
    """
    moment = _date(node)
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(datetime.UTC)
        except OverflowError:
            raise _impossible(node, str(node.value), "write 2026-01-31T12:00:00Z") from None
    return stamp(moment)


def stamp(moment: datetime.datetime) -> str:
    """A moment, given in UTC, as `CCYY-MM-DDThh:mm:ssZ`."""
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _date(node: Node) -> datetime.datetime:
    value = node.value
    if isinstance(value, str):
        value = _written(node, value.strip())
    if isinstance(value, datetime.datetime):
        day = value
    elif isinstance(value, datetime.date):
        day = datetime.datetime(value.year, value.month, value.day)
    else:
        raise node.wrong_type("a date", f"{node.path[-1]} = 2012-06-01, without quotes")
    if day.year < 1000:
        raise _impossible(node, str(value), "a year has 4 digits")
    return day


def _written(node: Node, text: str) -> datetime.date:
    # The pattern first: fromisoformat also takes week dates and others that no author means.
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return datetime.date.fromisoformat(text)
        if re.match(r"\d{4}-\d\d-\d\d[Tt ]\d\d:", text):
            return datetime.datetime.fromisoformat(text.upper())
    except ValueError:
        raise _impossible(node, text, "no calendar has this day") from None
    raise _impossible(node, text, "write it as year-month-day: 2012-06-01")


def _impossible(node: Node, text: str, hint: str) -> MistakeError:
    return node.mistake(IMPOSSIBLE_DATE, f"{node.name}: {text} is not a date", hint)
