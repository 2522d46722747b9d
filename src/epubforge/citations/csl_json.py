"""CSL JSON turned into works, each fault with its place in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from epubforge.citations.csl_types import DATES, NAMES, TYPES
from epubforge.citations.entry import Date, Entry, Name
from epubforge.citations.faults import BROKEN, NO_KEY, UNKNOWN_TYPE, UNREADABLE_VALUE
from epubforge.diagnostics import Diagnostic, Reporter
from epubforge.source import SourceFile, Span

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
_BLANK = re.compile(r"[ \t\r\n]*")
_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SKIPPED = frozenset({"id", "citation-key", "custom", "categories", "keyword"})
_NAME_PARTS = "family given dropping-particle non-dropping-particle suffix literal".split()


def read_csl_json(source: SourceFile, reporter: Reporter) -> Iterator[Entry]:
    """The works of a list (or of one object's `references`, `items`), in order."""
    for written, span in _objects(source, reporter):
        if not isinstance(written, dict):
            reporter.add(
                BROKEN.at(span, "a work is wanted here", hint='write it as {"id": "…", …}')
            )
            continue
        key = written.get("id", written.get("citation-key"))
        if not isinstance(key, str | int) or isinstance(key, bool) or not str(key).strip():
            reporter.add(NO_KEY.at(span, "this work has no id", hint='add "id": "…" to it'))
            continue
        yield _entry(str(key).strip(), written, source, span, reporter)


def _objects(source: SourceFile, reporter: Reporter) -> Iterator[tuple[Json, Span]]:
    """Each element of the list by itself: so it has a place, and one broken one stops no other."""
    text = source.text
    decoder = json.JSONDecoder(parse_int=_integer, parse_constant=str)
    at = _past_blank(text, 0)
    if text.startswith("{", at):
        listed = re.compile(r'\s*\{\s*"(?:references|items)"\s*:\s*\[').match(text, at)
        at = listed.end() - 1 if listed is not None else at
    many = text.startswith("[", at)
    at = _past_blank(text, at + 1 if many else at)
    while not (many and text.startswith("]", at)):
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            fault = f"the JSON breaks off here: {error.msg[:1].lower()}{error.msg[1:]}"
            reporter.add(BROKEN.at(source.span(error.pos), fault, hint="look at the sign here"))
            return
        except RecursionError:
            fault = "the work that begins here is nested too deep"
            reporter.add(
                BROKEN.at(source.span(at), fault, hint="look whether a bracket is missing")
            )
            return
        yield value, source.span(at, end)
        at = _past_blank(text, end)
        if not many:
            return
        if text.startswith(",", at):
            at = _past_blank(text, at + 1)
        elif not text.startswith("]", at):
            reporter.add(
                BROKEN.at(source.span(end), "there is no comma after this work", hint="write one")
            )
            if at >= len(text):
                return


def _entry(
    key: str, written: dict[str, Json], source: SourceFile, span: Span, reporter: Reporter
) -> Entry:
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for name, value in written.items():
        if name in _SKIPPED:
            continue
        if name in NAMES:
            place = _place(source, span, name)
            names[name] = tuple(_names(key, name, value, place, reporter))
        elif name in DATES:
            dates[name] = _date(key, name, value, _place(source, span, name), reporter)
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            texts[name] = str(value)
        elif value is not None:
            reporter.add(_unreadable(key, name, "a text", _place(source, span, name)))
    kind = texts.pop("type", "")
    if kind not in TYPES:
        known = f"{kind} is not a type that is known" if kind else f"{key} has no type"
        reporter.add(
            UNKNOWN_TYPE.at(
                _place(source, span, "type"), known, hint="write book, article-journal, …"
            )
        )
        kind = "document"
    return Entry(key, kind, texts, names, dates, _place(source, span, "id"))


def _names(key: str, role: str, value: Json, place: Span, reporter: Reporter) -> Iterator[Name]:
    if not isinstance(value, list):
        reporter.add(_unreadable(key, role, "a list of names", place))
        return
    for person in value:
        if not isinstance(person, dict):
            reporter.add(_unreadable(key, role, "a list of names", place))
            continue
        family, given, dropping, non_dropping, suffix, literal = (
            text if isinstance(text := person.get(part, ""), str) else "" for part in _NAME_PARTS
        )
        if family or literal or given:
            others = literal.casefold() == "others"
            yield Name(family, given, dropping, non_dropping, suffix, literal, others)


def _date(key: str, name: str, value: Json, place: Span, reporter: Reporter) -> Date:
    date = _date_value(value)
    if date is None:
        reporter.add(
            UNREADABLE_VALUE.at(
                place,
                f"{name} of {key} is no date",
                hint=f'write "{name}": {{"date-parts": [[1843, 9, 5]]}}',
            )
        )
    return date or Date()


def _date_value(value: Json) -> Date | None:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return _edtf(str(value))
    if not isinstance(value, dict):
        return None
    circa = bool(value.get("circa"))
    literal = value.get("literal", value.get("raw"))
    if isinstance(literal, str):
        return _edtf(literal) or Date(literal=literal, circa=circa)
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts:
        return None
    ends = [_numbers(part) for part in parts[:2]]
    if not all(ends):
        return None
    start, end = ends[0], ends[1] if len(ends) > 1 else ()
    season = value.get("season")
    if len(start) == 1 and isinstance(season, str | int) and str(season) in "1234":
        start = (*start, 20 + int(season))
    return Date(start, end, circa)


def _edtf(text: str) -> Date | None:
    first, _, second = text.partition("/")
    start, end = _ISO.fullmatch(first.strip(" ~?")), _ISO.fullmatch(second.strip(" ~?"))
    if start is None:
        return None
    begun, ended = _numbers(start.groups()), _numbers(end.groups()) if end is not None else ()
    return Date(begun, ended, circa="~" in text) if begun else None


def _numbers(value: object) -> tuple[int, ...]:
    """Year, month, day as far as they are sound; nothing where there is no year."""
    if not isinstance(value, list | tuple):
        return ()
    numbers: list[int] = []
    for part, limit in zip(value, (9999, 24, 31), strict=False):
        if isinstance(part, bool) or not re.fullmatch(r"-?\d{1,4}", str(part)):
            break
        number = int(str(part))
        if (numbers and not 1 <= number <= limit) or number > limit:
            break
        numbers.append(number)
    return tuple(numbers)


def _unreadable(key: str, name: str, wanted: str, place: Span) -> Diagnostic:
    return UNREADABLE_VALUE.at(
        place, f"{name} of {key} is not {wanted}", hint=f"write {wanted} here"
    )


def _place(source: SourceFile, span: Span, name: str) -> Span:
    """The value's name inside its work, else the whole work's first character."""
    at = source.text.find(json.dumps(name), span.start, span.end)
    return source.span(at, at + len(name) + 2) if at >= 0 else source.span(span.start)


def _past_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match is not None else at


def _integer(text: str) -> int:
    return int(text[:18])
