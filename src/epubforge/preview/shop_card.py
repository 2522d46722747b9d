"""What shops and libraries will say of a book's accessibility, by the W3C's guide to its display.

https://w3c.github.io/publ-a11y/a11y-meta-display-guide/2.0/guidelines/ – the words are the guide's,
in their compact form. What the guide leaves out where nothing is known is left out here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from epubforge.model.publication import AccessibilityMetadata

_ALTERNATIVES = {"alternativeText", "longDescription", "describedMath", "transcript"}
_NAVIGATION = {
    "tableOfContents": "Table of contents",
    "index": "Index",
    "structuralNavigation": "Headings",
    "pageNavigation": "Go to page",
}
_RICH = {
    "MathML": "Math as MathML",
    "latex": "Math as LaTeX",
    "longDescription": "Information-rich images are described by extended descriptions",
    "closedCaptions": "Videos have closed captions",
    "openCaptions": "Videos have open captions",
    "transcript": "Has transcript",
}
_HAZARDS = {
    "none": "No hazards",
    "flashing": "Flashing content",
    "motionSimulation": "Motion simulation",
    "sound": "Sounds",
    "unknown": "The presence of hazards is unknown",
}
_ALL_THREE = {"noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"}
_MORE = {
    "pageBreakMarkers": "Page breaks included",
    "ARIA": "ARIA roles included",
    "audioDescription": "Audio descriptions",
    "highContrastDisplay": "High contrast between text and background",
    "rubyAnnotations": "Some Ruby annotations",
    "fullRubyAnnotations": "Full Ruby annotations",
    "signLanguage": "Sign language",
    "largePrint": "Large print",
    "braille": "Braille",
    "ttsMarkup": "Text-to-speech hinting provided",
}
_LEVELS = {
    "AAA": "This publication exceeds accepted accessibility standards",
    "AA": "This publication meets accepted accessibility standards",
    "A": "This publication meets minimum accessibility standards",
}
_NOTHING = "No information is available"


def shop_card(
    told: AccessibilityMetadata, conforms_to: Sequence[str], is_fixed: bool
) -> Mapping[str, object]:
    """The card, section by section."""
    features = set(told.features)
    return {
        "ways": [*_ways(told, is_fixed), *_audio(told)],
        "conformance": [_conformance(conforms_to)],
        "navigation": _said(_NAVIGATION, features) or [_NOTHING],
        "rich": _said(_RICH, features),
        "hazards": _hazards(set(told.hazards)),
        "more": _said(_MORE, features),
        "summary": told.summary,
    }


def _said(words: Mapping[str, str], features: set[str]) -> list[str]:
    return [sentence for feature, sentence in words.items() if feature in features]


def _ways(told: AccessibilityMetadata, is_fixed: bool) -> list[str]:
    sets = [{mode.strip() for mode in each.split(",")} for each in told.sufficient]
    features, modes = set(told.features), set(told.modes)
    if is_fixed:
        look = "Appearance cannot be modified"
    elif "displayTransformability" in features:
        look = "Appearance can be modified"
    else:
        look = "No information about appearance modifiability is available"
    if {"textual"} in sets or modes == {"textual"}:
        aloud = "Readable in read aloud or dynamic braille"
    elif any("textual" in each for each in sets) or "textual" in modes or features & _ALTERNATIVES:
        aloud = "Not fully readable in read aloud or dynamic braille"
    elif modes and "textual" not in modes:
        aloud = "Not readable in read aloud or dynamic braille"
    else:
        aloud = "No information about nonvisual reading is available"
    return [look, aloud, *(["Has alternative text"] if features & _ALTERNATIVES else [])]


def _audio(told: AccessibilityMetadata) -> list[str]:
    if "synchronizedAudioText" in told.features:
        return ["Prerecorded audio synchronized with text"]
    if {each.strip() for each in told.sufficient} == {"auditory"}:
        return ["Prerecorded audio only"]
    return ["Prerecorded audio clips"] if "auditory" in told.modes else []


def _conformance(conforms_to: Sequence[str]) -> str:
    level = max((each.rpartition("Level ")[2].strip() for each in conforms_to), default="", key=len)
    return _LEVELS.get(level, _NOTHING)


def _hazards(hazards: set[str]) -> list[str]:
    if hazards >= _ALL_THREE:
        return [_HAZARDS["none"]]
    return _said(_HAZARDS, hazards) or [_NOTHING]
