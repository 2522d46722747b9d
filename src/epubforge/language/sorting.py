"""The order of words in an index: by the alphabet of each language, as data."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from epubforge.language.latin import WHOLE_LETTERS

Weight = tuple[int, str, int]
"""Of a letter: which script, which letter of it, and how far behind that letter it stands."""
SortKey = tuple[tuple[Weight, ...], str, str]

_AFTER: Final[dict[str, str]] = {
    "be": "её иій уў",
    "bg": "ий",
    "cs": "cč rř sš zž",
    "da": "zæøå",
    "es": "nñ",
    "et": "sš zž wõäöü",
    "fi": "zåäö",
    "hr": "cčć dđ sš zž",
    "hu": "oö uü",
    "is": "aá dð eé ií oó uú yý zþæö",
    "lt": "cč sš zž",
    "lv": "cč gģ kķ lļ nņ sš zž",
    "mk": "ий",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "ru": "ий",
    "sk": "aä cč oô sš zž",
    "sl": "cč sš zž",
    "sr": "ий",
    "sv": "zåäö",
    "tr": "cç gğ hı oö sş uü",
    "uk": "гґ еє иіїй",
}
"""Letters of their own: each group begins with the letter that the others stand behind. Without
a row a marked letter counts as its base, and its mark only decides between equals."""

_PAIRS: Final[dict[str, dict[str, tuple[str, int]]]] = {
    "cs": {"ch": ("h", 1)},
    "sk": {"ch": ("h", 1)},
    "hr": {"dž": ("d", 2), "lj": ("l", 1), "nj": ("n", 1)},
    "hu": {"cs": ("c", 1), "gy": ("g", 1), "ly": ("l", 1), "ny": ("n", 1), "sz": ("s", 1),
           "ty": ("t", 1), "zs": ("z", 1)},
}  # fmt: skip
"""Two signs that are one letter."""

_NATIVE: Final = {
    "ar": "ARABIC", "be": "CYRILLIC", "bg": "CYRILLIC", "el": "GREEK", "fa": "ARABIC",
    "he": "HEBREW", "hy": "ARMENIAN", "ka": "GEORGIAN", "kk": "CYRILLIC", "mk": "CYRILLIC",
    "ru": "CYRILLIC", "sr": "CYRILLIC", "uk": "CYRILLIC", "ur": "ARABIC", "yi": "HEBREW",
}  # fmt: skip
"""A language's own script comes before the others."""
_BLANK, _DIGIT, _OWN_SCRIPT, _OTHER_SCRIPT, _IDEOGRAPH = range(5)

_PINYIN: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""The first ideograph of each Latin letter in GB 2312, whose first level goes by pinyin."""
_PINYIN_LETTERS: Final = "ABCDEFGHJKLMNOPQRSTWXYZ"
_FIRST_LEVEL_ENDS: Final = b"\xd7\xfa"


def sort_key(text: str, language: str) -> SortKey:
    """A key that puts texts in the order of a language (a BCP 47 tag).

    Word by word: a blank comes before every letter. Punctuation does not count. Marks that make
    no letter of their own, and capitals, only decide between texts that are equal without them.
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    return tuple(_weights(folded, language)), folded, text


def initial(text: str, language: str) -> str:
    """The capital that a text stands under in an index; empty before the first letter.

    For an ideograph it is the first letter of its pinyin, or nothing.
    """
    weights = sort_key(text, language)[0]
    first = next((weight for weight in weights if weight[0] != _BLANK), None)
    if first is None or first[0] == _DIGIT:
        return ""
    if first[0] == _IDEOGRAPH:
        return _pinyin_letter(first[1]) if _known(language) == "zh" else ""
    named = {weight: letter for letter, weight in _letters(_known(language)).items()}
    return named.get(first, first[1]).upper()


def _weights(folded: str, language: str) -> list[Weight]:
    known = _known(language)
    letters = _letters(known)
    found: list[Weight] = []
    at = 0
    while at < len(folded):
        size = 2 if folded[at : at + 2] in letters else 1
        sign = folded[at : at + size]
        found.extend([letters[sign]] if sign in letters else _plain(sign, known))
        at += size
    return found


def _plain(sign: str, language: str) -> list[Weight]:
    """The weights of a sign that is no letter of its own: of its base, without its marks."""
    taken_apart = unicodedata.normalize("NFKD", WHOLE_LETTERS.get(sign, sign))
    weights = (_weight(character, language) for character in taken_apart)
    return [weight for weight in weights if weight is not None]


def _weight(character: str, language: str) -> Weight | None:
    kind = unicodedata.category(character)[0]
    if kind == "Z":
        return _BLANK, "", 0
    if kind == "N":
        return _DIGIT, character, 0
    if kind != "L":
        return None
    name = unicodedata.name(character, "")
    if name.startswith("CJK"):
        return _IDEOGRAPH, _ideograph(character, language), 0
    if name.startswith("KATAKANA") and "ァ" <= character <= "ヶ":
        character = chr(ord(character) - 0x60)
    native = name.startswith(_NATIVE.get(language.partition("-")[0], "LATIN"))
    return (_OWN_SCRIPT if native else _OTHER_SCRIPT), character, 0


def _ideograph(character: str, language: str) -> str:
    """Simplified Chinese by pinyin, traditional by strokes, as their old encodings have it."""
    codec = {"zh": "gb2312", "zh-hant": "big5"}.get(language)
    if codec is None:
        return character
    try:
        return character.encode(codec).decode("latin-1")
    except UnicodeEncodeError:
        return "\u0100" + character


def _pinyin_letter(ideograph: str) -> str:
    if not ideograph.isascii() and len(ideograph) == 2 and max(ideograph) < "\u0100":
        code = ideograph.encode("latin-1")
        firsts = [sign.encode("gb2312") for sign in _PINYIN]
        if firsts[0] <= code < _FIRST_LEVEL_ENDS:
            return _PINYIN_LETTERS[bisect_right(firsts, code) - 1]
    return ""


@lru_cache(maxsize=64)
def _letters(language: str) -> dict[str, Weight]:
    found: dict[str, Weight] = {}
    for group in _AFTER.get(language, "").split():
        for place, letter in enumerate(group[1:], start=1):
            found[letter] = (_OWN_SCRIPT, group[0], place)
    for pair, (base, place) in _PAIRS.get(language, {}).items():
        found[pair] = (_OWN_SCRIPT, base, place)
    return found


def _known(language: str) -> str:
    """The row of a tag: its language, but traditional Chinese has one of its own."""
    parts = language.casefold().replace("_", "-").split("-")
    if parts[0] == "zh" and {"hant", "tw", "hk", "mo"} & set(parts):
        return "zh-hant"
    return parts[0]
