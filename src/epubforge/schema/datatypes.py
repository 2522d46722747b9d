"""The datatypes of XML Schema that the grammars name, and their facets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

_NAME_START = "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"  # noqa: E501
_NAME = _NAME_START + "0-9.\u00b7\u0300-\u036f\u203f\u2040-"
_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"


def _names(start: str, more: str) -> dict[str, str]:
    name = f"[{start}][{more}]*"
    tokens = {"NMTOKEN": f"[:{more}]+", "NMTOKENS": f"[:{more}]+(?: [:{more}]+)*"}
    return {"NCName": name, "ID": name, "IDREF": name, **tokens}


_ASCII = _names("A-Za-z_", "A-Za-z_0-9.-")
"""Names as they nearly always are; these are compiled in a tenth of the time of the full ones."""
_FORMS = _names(_NAME_START, _NAME) | {
    "language": r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "integer": r"[+-]?\d+",
    "nonNegativeInteger": r"\+?\d+|-0+",
    "positiveInteger": r"\+?0*[1-9]\d*",
    "float": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN",
    "decimal": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)",
    "boolean": "true|false|1|0",
    "base64Binary": r"[A-Za-z0-9+/= ]*",
    "date": rf"-?\d{{4,}}-\d\d-\d\d{_ZONE}",
    "dateTime": rf"-?\d{{4,}}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?{_ZONE}",
}
_FREE = frozenset({"string", "token", "normalizedString", "anyURI"})
"""Any text; what an address must look like is the rules' business, which name the fault better."""


@dataclass(frozen=True, slots=True)
class Datatype:
    """A type of text, and the facets that narrow it."""

    name: str
    pattern: re.Pattern[str] | None = None
    shortest: int = 0
    lowest: float | None = None
    is_above_lowest: bool = field(default=False)
    """The lowest value itself is not among them."""
    but: Datatype | None = None

    @property
    def is_free(self) -> bool:
        """Whether any word is one."""
        narrowed = self.pattern or self.shortest > 1 or self.lowest is not None or self.but
        return self.name in _FREE and not narrowed


def accepts(datatype: Datatype, text: str) -> bool:
    """Whether a text is one of a datatype."""
    if datatype.name != "string":
        text = " ".join(text.split())
    if datatype.name not in _FREE and not _form(datatype.name, text.isascii()).fullmatch(text):
        return False
    if datatype.pattern is not None and not datatype.pattern.fullmatch(text):
        return False
    if len(text) < datatype.shortest or (datatype.but and accepts(datatype.but, text)):
        return False
    return datatype.lowest is None or _is_high_enough(datatype, text)


@cache
def _form(name: str, is_ascii: bool) -> re.Pattern[str]:
    """What a text of a datatype looks like."""
    return re.compile(_ASCII.get(name, _FORMS[name]) if is_ascii else _FORMS[name], re.S)


def is_known(name: str) -> bool:
    """Whether a grammar may name it."""
    return name in _FREE or name in _FORMS


def _is_high_enough(datatype: Datatype, text: str) -> bool:
    lowest = datatype.lowest or 0.0
    try:
        number = float(text)
    except ValueError:
        return False
    return number > lowest if datatype.is_above_lowest else number >= lowest
