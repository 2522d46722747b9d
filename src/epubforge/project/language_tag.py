"""A language tag as it is written turned into its standard form, or into what is wrong with it."""

from __future__ import annotations

from epubforge.diagnostics import Rule, Severity
from epubforge.project.node import Node
from epubforge.project.suggest import did_you_mean

INVALID_LANGUAGE_TAG = Rule(
    "P007",
    "invalid-language-tag",
    Severity.ERROR,
    """A language is not given as a tag of BCP 47.

Why it matters
    A reading system that speaks, breaks words or looks them up chooses its voice and its dictionary
    by the tag; with a wrong one it reads aloud in the wrong language.
Bad
    language = "english"
Good
    language = "en"
Reference
    WCAG 2.2, 3.1.1 https://www.w3.org/TR/WCAG22/#language-of-page
    BCP 47 https://www.rfc-editor.org/info/bcp47
""",
    blocking=True,
    configuration=True,
)

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


def read_language(node: Node) -> str:
    """The tag in its standard form: `EN-gb` is en-GB, `eng` is en.

    Raises:
        MistakeError: it is no text, or no tag of BCP 47.
    """
    written = node.text('a text: "en"')
    if written in _USUAL:
        return written
    import langcodes  # its tables cost more than a whole book.toml

    if _is_valid(written):
        return langcodes.standardize_tag(written)
    raise node.mistake(INVALID_LANGUAGE_TAG, *_said(written))


def _is_valid(written: str) -> bool:
    import langcodes

    if not written.isascii() or _has_stray_extension(written):
        return False
    try:
        return langcodes.tag_is_valid(written)
    except ValueError:
        return False


def _has_stray_extension(written: str) -> bool:
    """Whether three letters follow a language that has no extended ones: `en-GBR`."""
    language, *others = written.casefold().replace("_", "-").split("-")
    return (
        bool(others) and len(others[0]) == 3 and others[0].isalpha() and language not in _EXTENDED
    )


def _said(written: str) -> tuple[str, str]:
    code = _NAMES.get(written.casefold())
    meant = f"; did you mean {code}?" if code else did_you_mean(written, _USUAL)
    return (
        f'"{written}" is not a language tag{meant}',
        'a language has a short tag: "en", "de-CH", "uk", "sr-Latn"',
    )
