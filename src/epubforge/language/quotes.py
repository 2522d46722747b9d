"""The quotation marks of each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Quotes:
    """Marks of a quotation, and of one inside it; blanks that belong to a mark are no-break."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


def quotes(language: str) -> Quotes:
    """The marks of a language (a BCP 47 tag): by the tag, its first part, or English."""
    parts = language.casefold().replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        found = _MARKS.get("-".join(parts[:length]))
        if found is not None:
            return found
    return _ENGLISH


_ENGLISH: Final = Quotes("“", "”", "‘", "’")
_LOW: Final = Quotes("„", "“", "‚", "‘")
_LOW_HIGH: Final = Quotes("„", "”", "‚", "’")
_SWEDISH: Final = Quotes("”", "”", "’", "’")
_ANGLES: Final = Quotes("«", "»", "“", "”")
_RUSSIAN: Final = Quotes("«", "»", "„", "“")
_CORNERS: Final = Quotes("「", "」", "『", "』")

_MARKS: Final[dict[str, Quotes]] = {
    "be": _RUSSIAN,
    "bg": Quotes("„", "“", "’", "’"),
    "bs": _LOW_HIGH,
    "ca": _ANGLES,
    "cs": _LOW,
    "da": Quotes("»", "«", "›", "‹"),
    "de": _LOW,
    "de-ch": Quotes("«", "»", "‹", "›"),
    "el": _ANGLES,
    "es": _ANGLES,
    "et": Quotes("„", "“", "‚", "‘"),
    "eu": _ANGLES,
    "fi": _SWEDISH,
    "fr": Quotes("«\u00a0", "\u00a0»", "“", "”"),
    "fr-ch": Quotes("«\u202f", "\u202f»", "‹\u202f", "\u202f›"),
    "gl": _ANGLES,
    "hr": _LOW_HIGH,
    "hu": Quotes("„", "”", "»", "«"),
    "hy": Quotes("«", "»", "«", "»"),
    "is": _LOW,
    "it": _ANGLES,
    "ja": _CORNERS,
    "ka": _LOW,
    "kk": _RUSSIAN,
    "lt": _LOW,
    "lv": _ANGLES,
    "mk": _LOW,
    "nb": Quotes("«", "»", "‘", "’"),
    "nn": Quotes("«", "»", "‘", "’"),
    "no": Quotes("«", "»", "‘", "’"),
    "pl": Quotes("„", "”", "«", "»"),
    "pt": _ANGLES,
    "pt-br": _ENGLISH,
    "ro": Quotes("„", "”", "«", "»"),
    "ru": _RUSSIAN,
    "sk": _LOW,
    "sl": _LOW,
    "sq": _ANGLES,
    "sr": Quotes("„", "”", "’", "’"),
    "sv": _SWEDISH,
    "uk": Quotes("«", "»", "„", "“"),
    "zh-hant": _CORNERS,
    "zh-hk": _CORNERS,
    "zh-tw": _CORNERS,
}
