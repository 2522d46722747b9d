"""What a language does with the signs of a typewriter: its marks, dashes and blanks, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Typography:
    """The habits of one language."""

    source: str
    """Who has it so."""
    marks: str
    """Four marks: of a quotation, and of one inside it."""
    nests: bool = False
    """The outermost quotation has the first marks, whichever sign it is typed with."""
    inside: str = ""
    """The blank between angle marks and what they hold."""
    dash: str = "—"
    """What three hyphens are; two are always an en dash."""
    is_spaced: bool = False
    """A dash between words stands between blanks, and gets them where three hyphens had none."""
    tied_dash: bool = False
    """No line begins with a dash: the blank before it does not break."""
    before: tuple[tuple[str, str], ...] = ()
    """Punctuation with a blank before it, and that blank."""
    short: str = ""
    """Words of one letter that no line ends with."""
    has_units: bool = False
    """A number and its unit stand apart, on one line: `50 %`."""
    elided: str = ""
    """What an apostrophe stands for at the beginning of a word, as a regular expression."""
    joins: str = ""
    """The two signs that stand inside a word or behind it, typed as marks."""


@lru_cache(maxsize=32)
def typography(language: str) -> Typography:
    """The habits of a language (a BCP 47 tag): by the tag, its first parts, or English."""
    parts = language.casefold().replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        found = _ROWS.get("-".join(parts[:length]))
        if found is not None:
            return found
    return _ROWS["en"]


_CLDR: Final = "Unicode CLDR, delimiters"
_FRENCH: Final = "Lexique des règles typographiques, Imprimerie nationale"
_DUDEN: Final = "Duden, Die deutsche Rechtschreibung; DIN 5008"
_ENGLISH: Final = r"tis|twas|twere|twill|tween|em|til|cause|bout|n"
_GERMAN: Final = r"s|n|ne|nen|ner|nem|ran|raus|rein"
_ITALIAN: Final = r"ndr\w+|st[aeio]"
_HIGH: Final = ((";!?", NARROW), (":", NO_BREAK))

_ROWS: Final[dict[str, Typography]] = {
    "be": Typography(_CLDR, "«»„“", is_spaced=True, tied_dash=True),
    "bg": Typography(_CLDR, "„“’’", dash="–", is_spaced=True),
    "bs": Typography(_CLDR, "„”‚’", dash="–", is_spaced=True),
    "ca": Typography(_CLDR, "«»“”"),
    "cs": Typography(
        "Internetová jazyková příručka, Ústav pro jazyk český AV ČR",
        "„“‚‘",
        dash="–",
        is_spaced=True,
        tied_dash=True,
        short="AaIiKkOoSsUuVvZz",
        has_units=True,
    ),
    "da": Typography("Dansk Sprognævn, Retskrivningsordbogen", "»«›‹", dash="–", is_spaced=True),
    "de": Typography(_DUDEN, "„“‚‘", dash="–", is_spaced=True, has_units=True, elided=_GERMAN),
    "de-ch": Typography(
        "Schweizerische Bundeskanzlei, Schreibweisungen",
        "«»‹›",
        dash="–",
        is_spaced=True,
        has_units=True,
        elided=_GERMAN,
    ),
    "de-li": Typography(_CLDR, "«»‹›", dash="–", is_spaced=True, has_units=True, elided=_GERMAN),
    "el": Typography(_CLDR, "«»“”"),
    "en": Typography("The Chicago Manual of Style, 6.82 and 13.30", "“”‘’", elided=_ENGLISH),
    "en-gb": Typography("New Hart's Rules, 4.11 and 9.2", "‘’“”", nests=True, elided=_ENGLISH),
    "es": Typography("Real Academia Española, Ortografía de la lengua española", "«»“”"),
    "es-419": Typography("Academia Mexicana de la Lengua", "“”‘’"),
    "es-mx": Typography("Academia Mexicana de la Lengua", "“”‘’"),
    "es-us": Typography(_CLDR, "“”‘’"),
    "et": Typography(_CLDR, "„“‚‘", dash="–", is_spaced=True),
    "eu": Typography(_CLDR, "«»“”"),
    "fi": Typography("Kielitoimiston ohjepankki", "””’’", dash="–", is_spaced=True),
    "fr": Typography(_FRENCH, "«»“”", inside=NARROW, before=_HIGH, has_units=True),
    "fr-ca": Typography(
        "Office québécois de la langue française",
        "«»“”",
        inside=NO_BREAK,
        before=((":", NO_BREAK),),
        has_units=True,
    ),
    "fr-ch": Typography(
        "Guide du typographe, Groupe de Lausanne",
        "«»‹›",
        inside=NARROW,
        before=((";!?:", NARROW),),
        has_units=True,
    ),
    "gl": Typography(_CLDR, "«»“”"),
    "he": Typography("האקדמיה ללשון העברית, כללי הפיסוק", "””’’", dash="–", joins="׳״"),
    "hr": Typography("Hrvatski pravopis", "„”‚’", dash="–", is_spaced=True),
    "hu": Typography("A magyar helyesírás szabályai", "„”»«", dash="–", is_spaced=True),
    "hy": Typography(_CLDR, "«»«»"),
    "is": Typography(_CLDR, "„“‚‘", dash="–", is_spaced=True),
    "it": Typography("Accademia della Crusca, le virgolette", "«»“”", elided=_ITALIAN),
    "it-ch": Typography("Cancelleria federale svizzera, Istruzioni", "«»‹›"),
    "ja": Typography("JIS X 4051", "「」『』", dash="——"),
    "ka": Typography(_CLDR, "„“‚‘"),
    "kk": Typography(_CLDR, "«»„“", is_spaced=True, tied_dash=True),
    "lt": Typography(_CLDR, "„“‚‘", dash="–", is_spaced=True),
    "lv": Typography(_CLDR, "«»“”", dash="–", is_spaced=True),
    "mk": Typography(_CLDR, "„“‚‘"),
    "nb": Typography("Språkrådet, anførselstegn", "«»‘’", dash="–", is_spaced=True),
    "nl": Typography(
        "Nederlandse Taalunie, Taaladvies", "“”‘’", dash="–", is_spaced=True, elided="s|t|n|k|m"
    ),
    "nn": Typography("Språkrådet, hermeteikn", "«»‘’", dash="–", is_spaced=True),
    "no": Typography("Språkrådet, anførselstegn", "«»‘’", dash="–", is_spaced=True),
    "pl": Typography(
        "Wielki słownik ortograficzny PWN, zasady pisowni",
        "„”«»",
        is_spaced=True,
        tied_dash=True,
        short="AaIiOoUuWwZz",
        has_units=True,
    ),
    "pt": Typography("Código de Redação Interinstitucional da União Europeia", "«»“”"),
    "pt-br": Typography("Manual de Redação da Presidência da República", "“”‘’"),
    "ro": Typography("Academia Română, DOOM", "„”«»"),
    "ru": Typography(
        "Мильчин, Чельцова: Справочник издателя и автора",
        "«»„“",
        is_spaced=True,
        tied_dash=True,
        short="АаВвИиКкОоСсУуЯя",
        has_units=True,
    ),
    "sk": Typography(
        "Pravidlá slovenského pravopisu",
        "„“‚‘",
        dash="–",
        is_spaced=True,
        tied_dash=True,
        short="AaIiKkOoSsUuVvZz",
        has_units=True,
    ),
    "sl": Typography(_CLDR, "„“‚‘", dash="–", is_spaced=True),
    "sq": Typography(_CLDR, "«»“”"),
    "sr": Typography(_CLDR, "„”’’", dash="–", is_spaced=True),
    "sv": Typography("Svenska skrivregler, Språkrådet", "””’’", dash="–", is_spaced=True),
    "tr": Typography("Türk Dil Kurumu, Yazım Kılavuzu", "“”‘’"),
    "uk": Typography(
        "Український правопис, 2019",
        "«»„“",
        is_spaced=True,
        tied_dash=True,
        short="АаВвЗзІіЙйОоУуЯя",
        has_units=True,
    ),
    "zh": Typography("GB/T 15834", "“”‘’", dash="——"),
    "zh-hant": Typography("重訂標點符號手冊", "「」『』", dash="——"),
    "zh-hk": Typography("重訂標點符號手冊", "「」『』", dash="——"),
    "zh-tw": Typography("重訂標點符號手冊", "「」『』", dash="——"),
}
