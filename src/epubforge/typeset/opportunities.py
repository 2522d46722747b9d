"""Where a word may be parted: by Unicode's line breaking classes, and by hyphenation.

A word is what stands between two spaces. The classes are those of UAX #14
(https://www.unicode.org/reports/tr14/), read from uniseg; the pairs that books meet are told here,
as a whole pass over all its rules takes a tenth of a millisecond for every letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from uniseg.linebreak import line_break

Kind = Literal["zero", "hyphen", "soft"]
"""Nothing is seen; a hyphen is added; a soft hyphen of the author's shows itself."""

_PLAIN = re.compile(r"[\w.,;:!?'’‘“”„\"()…«»‹›&%\u00a0\u202f]*\Z")
_WIDE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_CLOSING = frozenset("CL CP EX IS SY NS BA HH IN GL WJ ZWJ CM HY SP BK LF CR NL ZW PO QU".split())
_OPENING = frozenset("OP GL WJ ZWJ QU PR".split())
_IDEOGRAPHIC = frozenset("ID CJ H2 H3 JL JV JT EB EM RI".split())
_LETTERS = frozenset("AL HL NU AK AP AS VI VF SA XX AI".split())


@lru_cache(maxsize=50_000)
def opportunities(word: str) -> tuple[tuple[int, Kind], ...]:
    """Offsets inside the word at which a line may end, but for hyphenation."""
    found: list[tuple[int, Kind]] = []
    if _PLAIN.match(word) and not _WIDE.search(word):
        return ()
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        if before == "\u00ad":
            found.append((at, "soft"))
        elif before == "\u200b" or _may_part(word, at, _class(before), _class(after)):
            found.append((at, "zero"))
    return tuple(found)


def _may_part(word: str, at: int, before: str, after: str) -> bool:
    if after in ("CM", "ZWJ") or before in ("ZWJ", "WJ", "GL") or after in ("WJ", "GL"):
        return False
    if word[at - 1] in "—–" and after in _LETTERS | _IDEOGRAPHIC:
        return at > 1 and not (word[at].isdigit() and word[at - 2].isdigit())
    if before in ("BA", "HY", "HH"):
        if word[at - 1] in "-‐" and (at < 2 or not word[at - 2].isalnum()):
            return False
        return after not in _CLOSING and after not in ("NU",)
    if before == "SY":
        return after in _LETTERS and after != "NU" and "/" in word[at - 1]
    if before in _IDEOGRAPHIC or after in _IDEOGRAPHIC:
        if before in ("QU",) or after in ("QU",):
            return False
        return before not in _OPENING and after not in _CLOSING
    if before in ("CL", "EX", "IS", "NS") and _WIDE.match(word[at - 1]):
        return after not in _CLOSING
    return bool(_WIDE.match(word[at - 1])) and after == "OP"


@lru_cache(maxsize=4096)
def _class(sign: str) -> str:
    found = line_break(sign)
    return str(getattr(found, "value", found)).rpartition(".")[2]


def anywhere(word: str) -> tuple[int, ...]:
    """Offsets between any two letters as readers count them: the last resort."""
    return tuple(at for at in range(1, len(word)) if _class(word[at]) not in ("CM", "ZWJ"))
