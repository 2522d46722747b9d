"""Ways of reading: by eye with changed looks, by voice or braille, by recorded sound.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/#ways-of-reading
"""

from __future__ import annotations

from epubforge.inventory.statements import Statements

FEATURE = "schema:accessibilityFeature"
_MODE = "schema:accessMode"
_SUFFICIENT = "schema:accessModeSufficient"
_ALTERNATIVES = {"longDescription", "alternativeText", "describedMath", "transcript"}


def visual(said: Statements) -> str:
    """#visual-adjustments"""
    if "displayTransformability" in said.texts(FEATURE):
        return "Appearance can be modified"
    if "pre-paginated" in said.texts("rendition:layout"):
        return "Appearance cannot be modified"
    return "No information about appearance modifiability is available"


def nonvisual(said: Statements) -> tuple[str, ...]:
    """#supports-nonvisual-reading"""
    has_alternatives = bool(_ALTERNATIVES.intersection(said.texts(FEATURE)))
    alternatives = ("Has alternative text",) if has_alternatives else ()
    return (_by_voice(said, has_alternatives), *alternatives)


def _by_voice(said: Statements, has_alternatives: bool) -> str:
    modes, sufficient = said.texts(_MODE), said.texts(_SUFFICIENT)
    if modes == ["textual"] or "textual" in sufficient:
        return "Readable in read aloud or dynamic braille"
    if has_alternatives or any("textual" in each for each in (*modes, *sufficient)):
        return "Not fully readable in read aloud or dynamic braille"
    if modes in (["auditory"], ["visual"]):
        return "Not readable in read aloud or dynamic braille"
    return "No information about nonvisual reading is available"


def audio(said: Statements) -> tuple[str, ...]:
    """#prerecorded-audio; nothing where nothing is said."""
    if "synchronizedAudioText" in said.texts(FEATURE):
        return ("Prerecorded audio synchronized with text",)
    if "auditory" in said.texts(_SUFFICIENT):
        return ("Prerecorded audio only",)
    if "auditory" in said.texts(_MODE):
        return ("Prerecorded audio clips",)
    return ()
