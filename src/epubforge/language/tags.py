"""A language tag as it is written turned into its standard form, or into the one that is meant."""

from __future__ import annotations

from functools import lru_cache

# Tags that need no look at the registry: reading it costs more than all the rest of the settings.
_TAGS = """
be bg ca cs cy da de de-AT de-CH de-DE el en en-AU en-CA en-GB en-IE en-US eo es es-ES es-MX
et eu fi fr fr-BE fr-CA fr-CH fr-FR ga gl he hi hr hu hy is it it-IT ja ka kk ko la lb lt lv mk
nb nl nl-BE nl-NL nn pl pt pt-BR pt-PT ro ru sk sl sq sr sv th tr uk vi zh zh-CN zh-TW
"""
_USUAL = frozenset(_TAGS.split())

# Languages that RFC 5646 extends by a second code; langcodes extends all of them.
_EXTENDED = frozenset({"ar", "i", "kok", "lv", "ms", "sgn", "sw", "uz", "x", "zh"})

_NAMES = {
    "arabic": "ar", "bulgarian": "bg", "chinese": "zh", "croatian": "hr", "czech": "cs",
    "danish": "da", "dansk": "da", "deutsch": "de", "dutch": "nl", "english": "en",
    "español": "es", "finnish": "fi", "français": "fr", "french": "fr", "german": "de",
    "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "italian": "it",
    "italiano": "it", "japanese": "ja", "korean": "ko", "latin": "la", "nederlands": "nl",
    "norsk": "nb", "norwegian": "no", "polish": "pl", "polski": "pl", "portuguese": "pt",
    "português": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "slovak": "sk",
    "slovene": "sl", "spanish": "es", "suomi": "fi", "svenska": "sv", "swedish": "sv",
    "turkish": "tr", "ukrainian": "uk", "русский": "ru", "українська": "uk",
}  # fmt: skip


@lru_cache(maxsize=256)
def standard_tag(written: str) -> str | None:
    """The tag in its standard form, `EN-gb` as en-GB and `eng` as en; None: it is none."""
    if written in _USUAL:
        return written
    import langcodes  # its tables cost more than a whole book.toml

    if not written.isascii() or _has_stray_extension(written):
        return None
    language, mark, _ = written.partition("-")
    if mark and language.lower() not in _EXTENDED and standard_tag(language) is None:
        return None  # the language is asked once, however many countries it is said with
    try:
        return langcodes.standardize_tag(written) if langcodes.tag_is_valid(written) else None
    except ValueError:
        return None


def _has_stray_extension(written: str) -> bool:
    """Whether three letters follow a language that has no extended ones: `en-GBR`."""
    language, *others = written.casefold().replace("_", "-").split("-")
    return (
        bool(others) and len(others[0]) == 3 and others[0].isalpha() and language not in _EXTENDED
    )


def meant_tag(written: str) -> str | None:
    """The tag of the language that is named in words, or the one that looks most like this."""
    named = _NAMES.get(written.casefold())
    if named is not None:
        return named
    import difflib  # only where something is wrong

    near = difflib.get_close_matches(written[:100], sorted(_USUAL), n=1, cutoff=0.6)
    return near[0] if near else None
