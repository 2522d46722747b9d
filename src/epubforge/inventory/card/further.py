"""Legal considerations, and what else is told.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/#legal-considerations
"""

from __future__ import annotations

from epubforge.inventory.card.reading import FEATURE
from epubforge.inventory.statements import Statements

_EXEMPTIONS = {
    "eaa-disproportionate-burden",
    "eaa-fundamental-alteration",
    "eaa-microenterprise",
}
"""https://www.w3.org/TR/epub-a11y-exemption/#exemption-values"""
_FURTHER = (
    ("Page breaks included", {"pageBreakMarkers", "printPageNumbers"}),
    # The guide looks for "aria"; the vocabulary has "ARIA", and so have books:
    # https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary/#ARIA
    ("ARIA roles included", {"aria", "ARIA"}),
    ("Audio descriptions", {"audioDescription"}),
    ("Braille", {"braille"}),
    ("Full ruby annotations", {"fullRubyAnnotations"}),
    ("High contrast between foreground and background audio", {"highContrastAudio"}),
    ("High contrast between foreground text and background", {"highContrastDisplay"}),
    ("Large print", {"largePrint"}),
    ("Some ruby annotations", {"rubyAnnotations"}),
    ("Sign language", {"signLanguage"}),
    ("Tactile graphics included", {"tactileGraphic"}),
    ("Tactile 3D objects", {"tactileObject"}),
    ("Text-to-speech hinting provided", {"ttsMarkup"}),
)
"""#additional-accessibility-information"""


def legal(said: Statements) -> tuple[str, ...]:
    """Whether an exemption is claimed."""
    if _EXEMPTIONS.intersection(said.texts("a11y:exemption")):
        return ("Claims an accessibility exemption in some jurisdictions",)
    return ()


def additional(said: Statements) -> tuple[str, ...]:
    """What is there, in the guide's order."""
    features = set(said.texts(FEATURE))
    return tuple(words for words, values in _FURTHER if values & features)
