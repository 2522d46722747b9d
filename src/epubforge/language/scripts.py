"""Which scripts a language is written in, and runs of other scripts in a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_RANGES = {
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f",
    "Armn": "\u0530-\u058f",
    "Hebr": "\u0590-\u05ff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Taml": "\u0b80-\u0bff",
    "Thai": "\u0e00-\u0e7f",
    "Geor": "\u10a0-\u10ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Kana": "\u3040-\u30ff",
    "Hani": "\u4e00-\u9fff\u3400-\u4dbf",
}
_NAMES = {
    "Grek": "Greek", "Cyrl": "Cyrillic", "Armn": "Armenian", "Hebr": "Hebrew", "Arab": "Arabic",
    "Deva": "Devanagari", "Beng": "Bengali", "Taml": "Tamil", "Thai": "Thai", "Geor": "Georgian",
    "Hang": "Korean", "Kana": "Japanese", "Hani": "Chinese or Japanese",
}  # fmt: skip
_EAST_ASIAN = frozenset({"Hang", "Kana", "Hani"})
_WRITTEN_IN = {
    "el grc": {"Grek"}, "ru uk be bg mk kk ky mn tg tt": {"Cyrl"}, "sr bs cnr": {"Cyrl", "Latn"},
    "hy": {"Armn"}, "he yi": {"Hebr"}, "ar fa ur ps ug ckb sd": {"Arab"}, "hi mr ne sa": {"Deva"},
    "bn as": {"Beng"}, "ta": {"Taml"}, "th": {"Thai"}, "ka": {"Geor"}, "ko": {"Hang", "Hani"},
    "ja": {"Kana", "Hani"}, "zh yue lzh": {"Hani"},
    """en de fr es it pt nl sv da nb nn no fi is pl cs sk hu ro hr sl sq et lv lt tr la ca eu gl
    eo ga cy gd mt af sw id ms vi az""": {"Latn"},
}  # fmt: skip


def has_other_script(text: str) -> bool:
    """Whether anything in a text is not in Latin letters, of the scripts that are known here."""
    return _any().search(text) is not None


@lru_cache(maxsize=64)
def scripts_of(tag: str) -> frozenset[str]:
    """The scripts that a language is written in, or the one that its tag names; empty: unknown."""
    language, *others = tag.lower().replace("_", "-").split("-")
    named = [part.title() for part in others if len(part) == 4 and part.isalpha()]
    if named:
        return frozenset(named) if named[0] in _RANGES or named[0] == "Latn" else frozenset()
    return next(
        (frozenset(found) for tags, found in _WRITTEN_IN.items() if language in tags.split()),
        frozenset(),
    )


def foreign_script(text: str, tag: str, least: int) -> tuple[str, str] | None:
    """A stretch of a text in a script that its language is not written in: what the script is
    called, and the stretch.

    At least so many letters of it must follow each other, with nothing but blanks and signs
    between them: names are shorter. In East Asian scripts a third of them is enough.
    """
    own = scripts_of(tag)
    if not own or not has_other_script(text):
        return None
    for name in _RANGES:
        is_own = name in own or (name in _EAST_ASIAN and own & _EAST_ASIAN)
        if is_own or not _letter(name).search(text):
            continue
        wanted = least // 3 if name in _EAST_ASIAN else least
        for stretch in _run(name).findall(text):
            if _letters(stretch) >= wanted:
                return _NAMES[name], stretch.strip()
    return None


# Compiled when they are first needed: most books are in Latin letters throughout.
@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_RANGES.values())}]")


@cache
def _letter(script: str) -> re.Pattern[str]:
    return re.compile(f"[{_RANGES[script]}]")


@cache
def _run(script: str) -> re.Pattern[str]:
    """A stretch of a script, with the blanks and signs in it; Korean and Japanese with Chinese
    letters."""
    letters = _RANGES[script] + (_RANGES["Hani"] if script in {"Hang", "Kana"} else "")
    return re.compile(rf"[{letters}](?:[{letters}]|[\W\d_])*")


def _letters(stretch: str) -> int:
    return sum(map(str.isalpha, stretch))
