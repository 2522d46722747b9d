"""Language tags and dates, as far as they can be told well-formed."""

from __future__ import annotations

import re
from datetime import date

_LANGUAGE = re.compile(
    r"""(?: (?: [a-z]{2,3}(?:-[a-z]{3}){0,3} | [a-z]{4} | [a-z]{5,8} )
        (?:-[a-z]{4})? (?:-(?:[a-z]{2}|\d{3}))? (?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*
        (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)* (?:-x(?:-[a-z0-9]{1,8})+)?
      | x(?:-[a-z0-9]{1,8})+ )\Z""",
    re.I | re.X,
)
_IRREGULAR = frozenset(
    """art-lojban cel-gaulish en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux
    i-mingo i-navajo i-pwn i-tao i-tay i-tsu no-bok no-nyn sgn-be-fr sgn-be-nl sgn-ch-de zh-guoyu
    zh-hakka zh-min zh-min-nan zh-xiang""".split()
)
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?\Z"
)


def is_well_formed(tag: str) -> bool:
    """Whether a text is a language tag. https://www.rfc-editor.org/rfc/rfc5646#section-2.1"""
    return bool(_LANGUAGE.match(tag)) or tag.lower() in _IRREGULAR


def date_fault(text: str) -> bool:
    """Whether a text is no date. https://www.w3.org/TR/NOTE-datetime"""
    found = _DATE.match(text)
    if found is None:
        return True
    year, month, day, hour, minute, second = (int(each or "0") for each in found.groups())
    try:
        date(max(year, 1), month or 1, day or 1)
    except ValueError:
        return True
    return hour > 23 or minute > 59 or second > 59
