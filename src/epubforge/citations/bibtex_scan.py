"""The surface of a BibTeX file: entries with their fields as written, and where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from epubforge.citations.faults import BROKEN, NO_KEY
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.source import SourceFile, Span

UNKNOWN_STRING = Rule(
    "P066",
    "unknown-bibliography-string",
    Severity.WARNING,
    """A field of the bibliography file uses an abbreviation that no @string defines.

Why it matters
    The field is left empty, so that the reader lacks a name or a title.
Bad
    journal = jmines
Good
    @string{jmines = {Journal of Mines}} and then journal = jmines
    journal = {Journal of Mines}
""",
)
DUPLICATE_FIELD = Rule(
    "P067",
    "duplicate-bibliography-field",
    Severity.WARNING,
    """A work in the bibliography file has the same field twice; the first one is used.

Why it matters
    One of the two is lost, and nobody said which one was meant.
Bad
    @book{ada, year = 1842, year = 1843}
Good
    @book{ada, year = 1843}
""",
)

_START = re.compile(r"@[ \t\n]*([A-Za-z][\w-]*)[ \t\n]*([{(])")
_STRAY = re.compile(r"^[ \t]*@[A-Za-z]*", re.MULTILINE)
_NEXT_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r"[ \t\n]*([^\s,={}()\"#\\%]*)[ \t\n]*")
_FIELD = re.compile(r"[ \t\n,]*([A-Za-z_][\w:.+/-]*)[ \t\n]*(=?)[ \t\n]*")
_BLANK = re.compile(r"[ \t\n]*")
_WORD = re.compile(r"[^\s,={}()\"#%]+")
_COMMENT = re.compile(r"[ \t]*@[ \t]*comment\b[^\n{]*", re.IGNORECASE)
_BRACKET = re.compile(r'[{}")]')
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class Written:
    """A field's value: as written, without its delimiters, and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as written; field names are in small letters."""

    type: str
    key: str
    span: Span
    type_span: Span
    fields: dict[str, Written] = field(default_factory=dict)


def scan(source: SourceFile, reporter: Reporter) -> tuple[RawEntry, ...]:
    """All entries that can be made out, in order; every fault is reported at its place."""
    return tuple(_Scanner(source, reporter).entries())


class _Scanner:
    def __init__(self, source: SourceFile, reporter: Reporter) -> None:
        self._source = source
        self._text = source.text
        self._reporter = reporter
        self._strings = {month: str(number) for number, month in enumerate(MONTHS, 1)}
        self._at = 0
        self._lost = -1
        self._searched = 0
        self._next_entry = 0

    def entries(self) -> list[RawEntry]:
        found: list[RawEntry] = []
        while (start := self._text.find("@", self._at)) >= 0:
            match = _START.match(self._text, start)
            comment = _COMMENT.match(self._text, start)
            if comment is not None:
                self._comment(comment.end())
            elif match is None:
                self._stray(start)
            else:
                self._at = match.end()
                entry = self._entry(match)
                if entry is not None:
                    found.append(entry)
        return found

    def _comment(self, end: int) -> None:
        """Up to its closing brace where it has one, else to the end of its line."""
        self._at = end
        if self._text.startswith("{", end):
            close = self._close(end, "}")
            self._at = self._limit(end) if close is None else close + 1

    def _stray(self, start: int) -> None:
        line = self._text.rfind("\n", 0, start) + 1
        stray = _STRAY.match(self._text, line)
        self._at = start + 1
        if stray is not None and stray.end() > start:
            self._broken(start, stray.end(), "@ opens no entry", "write @book{key, title = {…}}")

    def _entry(self, match: re.Match[str]) -> RawEntry | None:
        kind, closer = match[1].casefold(), "}" if match[2] == "{" else ")"
        if kind == "preamble":
            close = self._close(match.end() - 1, closer)
            self._at = self._limit(self._at) if close is None else close + 1
            return None
        if kind == "string":
            self._strings |= {n: v.text for n, v in self._fields("@string", match, closer).items()}
            return None
        key = _KEY.match(self._text, self._at)
        name = key[1] if key is not None else ""
        after = key.end() if key is not None else self._at
        if not name or self._text.startswith("=", after):
            name, after = "", self._at
        entry = RawEntry(
            kind,
            name,
            self._source.span(match.start(), match.end())
            if key is None or not name
            else self._source.span(key.start(1), key.end(1)),
            self._source.span(match.start(), match.end(1)),
        )
        self._at = after
        fields = self._fields(name or f"this @{match[1]}", match, closer)
        if not name:
            self._reporter.add(
                NO_KEY.at(
                    entry.span,
                    f"this @{match[1]} has no key",
                    hint=f"write @{match[1]}{match[2]}key, with a key of your own",
                )
            )
            return None
        return replace(entry, fields=fields)

    def _fields(self, owner: str, opening: re.Match[str], closer: str) -> dict[str, Written]:
        fields: dict[str, Written] = {}
        while True:
            self._blanks()
            if self._text.startswith(closer, self._at):
                self._at += 1
                return fields
            match = _FIELD.match(self._text, self._at)
            if self._at >= len(self._text) or _NEXT_ENTRY.match(self._text, self._at):
                if self._at != self._lost:
                    self._broken(
                        opening.start(),
                        opening.end(),
                        f"{owner} is not closed",
                        f"close it: {closer}",
                    )
                return fields
            if match is None or not match[2]:
                self._confused(owner, fields)
                return fields
            self._field(owner, match, fields)

    def _field(self, owner: str, match: re.Match[str], fields: dict[str, Written]) -> None:
        name, start = match[1].casefold(), match.end()
        self._at = start
        value = self._value(owner, name)
        written = Written(value, self._source.span(start, max(start, self._at)))
        if name in fields:
            self._reporter.add(
                DUPLICATE_FIELD.at(
                    self._source.span(match.start(1), match.end(1)),
                    f"{owner} has {name} twice; the first one is used",
                    hint="delete one of them",
                )
            )
        fields.setdefault(name, written)
        after = _BLANK.match(self._text, self._at)
        end = after.end() if after is not None else self._at
        following = _FIELD.match(self._text, end)
        if following is not None and following[2] and following.start(1) == end:
            self._broken(
                self._at, self._at, f"there is no comma after {name} of {owner}", "write a comma"
            )

    def _value(self, owner: str, name: str) -> str:
        parts: list[str] = []
        while True:
            part = self._part(owner, name)
            if part is None:
                return "".join(parts)
            parts.append(part)
            blank = _BLANK.match(self._text, self._at)
            end = blank.end() if blank is not None else self._at
            if not self._text.startswith("#", end):
                return "".join(parts)
            self._at = end + 1
            self._blanks(commas=False)

    def _part(self, owner: str, name: str) -> str | None:
        start = self._at
        opener = self._text[start : start + 1]
        if opener and opener in '{"':
            close = self._close(start, "}" if opener == "{" else '"')
            if close is not None:
                self._at = close + 1
                return self._text[start + 1 : close]
            self._at = self._lost = self._limit(start)
            self._broken(start, start + 1, f"{name} of {owner} is not closed", "close it")
            return None
        word = _WORD.match(self._text, start)
        if word is None:
            self._broken(start, start, f"{name} of {owner} has no value", "write it in braces")
            return None
        self._at = word.end()
        if word[0].isdecimal() or word[0].casefold() in self._strings:
            return self._strings.get(word[0].casefold(), word[0])
        self._reporter.add(
            UNKNOWN_STRING.at(
                self._source.span(start, word.end()),
                f"no @string defines {word[0]}",
                hint=f"write it in braces: {{{word[0]}}}, or define it with @string",
            )
        )
        return ""

    def _close(self, start: int, closer: str) -> int | None:
        """Where what opens at start closes; None where the next entry, or the end, comes first."""
        depth = 0
        for match in _BRACKET.finditer(self._text, start + 1, self._limit(start)):
            if match[0] == closer and depth == 0:
                return match.start()
            if match[0] == "{":
                depth += 1
            elif match[0] == "}":
                depth -= 1
        return None

    def _limit(self, start: int) -> int:
        """Where the next entry begins; looked for once between two entries, not once a field."""
        if not self._searched <= start < self._next_entry:
            following = _NEXT_ENTRY.search(self._text, start + 1)
            self._searched = start
            self._next_entry = following.start() if following is not None else len(self._text)
        return self._next_entry

    def _confused(self, owner: str, fields: dict[str, Written]) -> None:
        """What stands here is no field: the rest of the entry is passed over."""
        start = self._at
        word = _WORD.match(self._text, start)
        end = word.end() if word is not None else start + 1
        last = next(reversed(fields), None)
        where = f"after {last} of {owner}" if last else f"in {owner}"
        self._broken(
            start,
            end,
            f"{self._text[start:end]!r} {where} is no field",
            "write a field as name = {value}, with a comma after it",
        )
        self._at = self._limit(start)

    def _blanks(self, commas: bool = True) -> None:
        signs = " \t\n," if commas else " \t\n"
        while self._at < len(self._text) and self._text[self._at] in signs:
            self._at += 1

    def _broken(self, start: int, end: int, message: str, hint: str) -> None:
        self._reporter.add(BROKEN.at(self._source.span(start, end), message, hint=hint))
