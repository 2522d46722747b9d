"""Text as it is typed turned into text as the language sets it: marks, dashes, dots and blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from epubforge.language.typography import NO_BREAK, Typography, typography

Edit = tuple[int, int, str]
"""From where to where, and what stands there instead."""

_KINDS: Final = {'"': "quote", "'": "quote", "-": "dash", ".": "dots"}
_BLANKS: Final = " \N{NO-BREAK SPACE}"
_OPENERS: Final = frozenset(" \t\n\xa0\u2009\u202f([{<-–—/=«„“‘‚‹¿¡\"'…")
"""What stands before a mark that opens; a quotation may open inside another."""
_BETWEEN: Final = frozenset("-–—/…")
_ENDS: Final = frozenset(",;:.!?)]}")
_WORDS_END: Final = frozenset(")]»”’\"'…%°")
"""What punctuation with a blank before it may stand behind, beside letters and digits."""
_MARKS_TOGETHER: Final = 8
_APOSTROPHE: Final = "’"
_SINGLE_OPENING: Final = re.compile(r"(?<![^\s(\[{<\-–—/=«„“‘‚‹¿¡\"…])'(?=\S)")
_SINGLE_CLOSING: Final = re.compile(r"(?<=\S)'(?!\w)")
_DECADE: Final = r"\d\d\d?(?:s|er)?\b(?!')"
_ABBREVIATED: Final = re.compile(r"(?<=[א-ת])\"[א-ת]{1,3}(?![\"א-ת])")
_FEET: Final = re.compile(r"\d['’′] ?\d+(?:\.\d+)?\Z")


@dataclass(frozen=True, slots=True, eq=False)
class Typesetter:
    """Sets texts by the habits of one language."""

    habits: Typography
    marks: re.Pattern[str]
    """All that may have to be set otherwise than it is typed."""
    elided: re.Pattern[str]

    def edits(self, text: str) -> list[Edit]:
        """What is to be changed in a paragraph, in its order."""
        made: list[Edit] = []
        quotations: _Quotations | None = None
        for found in self.marks.finditer(text):
            typed = found[0]
            kind = found.lastgroup or _KINDS[typed[0]]
            if kind == "quote":
                quotations = quotations or _Quotations(self, text)
                mark = quotations.set(typed, found.start())
            elif kind == "dash":
                mark = self._dash(found, text)
            elif kind == "dots":
                mark = "…" + typed[3:] if len(typed) < 5 else typed
            else:
                mark = self._blank(found, text)
            if mark != typed:
                made.append((found.start(), found.end(), mark))
        return made

    def set(self, text: str) -> str:
        """A text that stands for itself."""
        edits = self.edits(text)
        if not edits:
            return text
        done = 0
        parts: list[str] = []
        for start, end, mark in edits:
            parts += text[done:start], mark
            done = end
        return "".join(parts) + text[done:]

    def _dash(self, found: re.Match[str], text: str) -> str:
        typed = found[0].lstrip(_BLANKS)
        if len(typed) > 3:
            return found[0]
        dash = self.habits.dash if len(typed) == 3 else "–"
        has_blank = len(typed) < len(found[0])
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        blank = NO_BREAK if self.habits.tied_dash and before.strip() else " "
        if has_blank:
            return (blank if found[0][0] == " " else found[0][0]) + dash
        if len(typed) < 3 or not self.habits.is_spaced:
            return dash
        before = blank if before.isalnum() or before in _WORDS_END | _ENDS else ""
        return f"{before}{dash}{' ' if after.isalnum() else ''}"

    def _blank(self, found: re.Match[str], text: str) -> str:
        """A blank that does not break, or a mark with one."""
        match found.lastgroup:
            case "point":
                return self._point(found, text)
            case "angle":
                return "«" + self.habits.inside if "«" in found[0] else self.habits.inside + "»"
            case _:
                return NO_BREAK

    def _point(self, found: re.Match[str], text: str) -> str:
        """Punctuation with the blank before it that the language has there."""
        signs = found[0].lstrip(_BLANKS)
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        stands_alone = not before or not (before.isalnum() or before in _WORDS_END)
        if after.isalnum() or (len(signs) == len(found[0]) and stands_alone):
            return found[0]
        if signs == ":" and after and not after.isspace() and after not in _ENDS | _WORDS_END:
            return found[0]
        return next(b for points, b in self.habits.before if signs[0] in points) + signs


@dataclass(slots=True)
class _Quotations:
    """The quotations of one paragraph, as they open and close."""

    setter: Typesetter
    text: str
    open: list[str] = field(default_factory=list)
    """The signs that the open ones were typed with."""
    first_opening: int = -1
    last_closing: int = -1

    def set(self, mark: str, at: int) -> str:
        """The mark of the language for a typed one."""
        if self.setter.habits.joins and (sign := self._inside_a_word(mark, at)):
            return sign
        if mark == "'" and self.first_opening < 0:
            self._look_ahead()
        if self._opens(at):
            # Without a mark that closes after it, it is an apostrophe too.
            if mark == "'" and (
                at > self.last_closing or self.setter.elided.match(self.text, at + 1)
            ):
                return _APOSTROPHE
            self.open.append(mark)
            return self._mark(mark, 0, len(self.open) - 1)
        if self._is_prime(mark, at):
            return mark
        if mark == "'" and (self._after(at).isalnum() or self.first_opening >= at):
            return _APOSTROPHE
        return self._closing(mark)

    def _look_ahead(self) -> None:
        """Where the first single mark is that may open, and the last one that may close."""
        first = _SINGLE_OPENING.search(self.text)
        self.first_opening = first.start() if first else len(self.text)
        for found in _SINGLE_CLOSING.finditer(self.text):
            self.last_closing = found.start()

    def _closing(self, mark: str) -> str:
        if mark not in self.open:
            return _APOSTROPHE if mark == "'" else self._mark(mark, 1)
        while self.open.pop() != mark:
            pass
        return self._mark(mark, 1, len(self.open))

    def _mark(self, typed: str, end: int, depth: int = 0) -> str:
        habits = self.setter.habits
        is_inner = depth % 2 == 1 if habits.nests else typed == "'"
        mark = habits.marks[2 * is_inner + end]
        if habits.inside and mark in "«»‹›":
            return f"{habits.inside}{mark}" if end else f"{mark}{habits.inside}"
        return mark

    def _opens(self, at: int) -> bool:
        """Whether a mark opens: something follows it, and nothing that it could close is before."""
        after = self._after(at)
        ends = after in _ENDS and not self.text.startswith("...", at + 1)
        at -= 1
        if at > 0 and self.text[at] in "'’" and self.text[at - 1].isalnum() and after.isalnum():
            return '"' not in self.open
        lowest = max(0, at - _MARKS_TOGETHER)
        while at > lowest and self.text[at] in "\"'":
            at -= 1
        before = self.text[at] if at >= 0 else " "
        if after.isspace():
            return False
        if before not in _OPENERS:
            return after.isalpha() and self._opens_behind_a_letter(at + 1)
        return not (before in _BETWEEN and ends)

    def _opens_behind_a_letter(self, at: int) -> bool:
        """Where words stand without blanks, or begin with a short one: `と"x"`, `و"x"`."""
        before = self.text[at - 1]
        return self.text[at] == '"' not in self.open and not before.isascii()

    def _inside_a_word(self, mark: str, at: int) -> str:
        """The sign of an abbreviation or a sound in Hebrew letters: `צה"ל`, `עמ'`."""
        signs = self.setter.habits.joins
        if mark == "'":
            return signs[0] if "א" <= self.text[at - 1 : at] <= "ת" and "'" not in self.open else ""
        return signs[1] if _ABBREVIATED.match(self.text, at) else ""

    def _is_prime(self, mark: str, at: int) -> bool:
        """Feet and inches, minutes and seconds: a sign behind a number that closes nothing."""
        if not self.text[at - 1 : at].isdecimal():
            return False
        if mark == '"':
            return '"' not in self.open or bool(_FEET.search(self.text[max(0, at - 9) : at]))
        after = self._after(at)
        return after.isdecimal() or not (after.isalpha() or self.first_opening < at)

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < len(self.text) else " "


@lru_cache(maxsize=32)
def typesetter(language: str) -> Typesetter:
    """The one for a language (a BCP 47 tag)."""
    habits = typography(language)
    elided = "|".join(filter(None, (rf"(?:{habits.elided})\b" if habits.elided else "", _DECADE)))
    return Typesetter(habits, _marks(habits), re.compile(elided, re.IGNORECASE))


def _marks(habits: Typography) -> re.Pattern[str]:
    # Each alternative of English begins with a character of its own: so the search is fast.
    found = ['"', "'", "--+", r"\.\.\.+"]
    if habits.tied_dash:
        found += f"(?P<dash>[{_BLANKS}]--+)", r"(?P<turn>(?<=\A--) |(?<=\A---) )"
    if habits.inside:
        found.append(f"(?P<angle>«[{_BLANKS}\u202f]?|[{_BLANKS}\u202f]?»)")
    if habits.before:
        signs = "".join(points for points, _ in habits.before).replace(":", "")
        found.append(f"(?P<point>[{_BLANKS}]?(?::(?!:){f'|[{signs}]+' if signs else ''}))")
    if habits.short:
        letters = habits.short
        found.append(rf"(?P<short>(?<![\w’'-][{letters}])(?<=[{letters}])[ \n](?=\S))")
    if habits.has_units:
        found.append(r"(?P<unit>(?<=\d) (?=[%‰€°]))")
    return re.compile("|".join(found))
