"""A language tag turned into the direction that its lines run in."""

from __future__ import annotations

from typing import Literal

Direction = Literal["ltr", "rtl"]

_SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())
_LANGUAGES = frozenset("ar arc azb ckb dv fa he iw ks lrc mzn nqo pnb ps sd syr ug ur yi".split())
"""Those that are written from right to left where the tag names no script."""


def direction_of(tag: str) -> Direction:
    """`rtl` for Arabic, Hebrew and their kin, by the script where the tag names one; else `ltr`."""
    language, *others = tag.lower().replace("_", "-").split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), None)
    is_right_to_left = script in _SCRIPTS if script else language in _LANGUAGES
    return "rtl" if is_right_to_left else "ltr"
