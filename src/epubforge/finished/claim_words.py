"""The words that a package may use of its book's accessibility.

https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20241209/
"""

from __future__ import annotations

import re

from epubforge.finished.claims import FEATURE, HAZARD, MODE, SUFFICIENT

_MODES = frozenset({"auditory", "tactile", "textual", "visual"})
_DISPLAY = "font-size font-family line-height word-spacing letter-spacing color background-color"
WORDS = {
    MODE: _MODES
    | frozenset(
        """chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual
        textOnVisual""".split()
    ),
    SUFFICIENT: _MODES,
    FEATURE: frozenset(
        """ARIA index pageBreakMarkers pageNavigation readingOrder structuralNavigation
        tableOfContents taggedPDF alternativeText audioDescription closedCaptions describedMath
        longDescription openCaptions signLanguage transcript displayTransformability
        synchronizedAudioText timingControl unlocked ChemML latex latex-chemistry MathML
        MathML-chemistry ttsMarkup highContrastAudio highContrastAudio/noBackground
        highContrastAudio/reducedBackground highContrastAudio/switchableBackground
        highContrastDisplay largePrint braille tactileGraphic tactileObject fullRubyAnnotations
        horizontalWriting rubyAnnotations verticalWriting withAdditionalWordSegmentation
        withoutAdditionalWordSegmentation none unknown""".split()
    )
    | frozenset(f"displayTransformability/{each}" for each in _DISPLAY.split()),
    HAZARD: frozenset(
        """flashing motionSimulation sound none noFlashingHazard noMotionSimulationHazard
        noSoundHazard unknown unknownFlashingHazard unknownMotionSimulationHazard
        unknownSoundHazard""".split()
    ),
}
"""The vocabulary of each property."""
HEARD_OF = frozenset(
    "annotations bookmarks captions printPageNumbers unknownMotionSimultationHazard".split()
)
"""Words that were given up, or are misspelt everywhere: programs understand them."""
CONFORMANCE = re.compile(r"EPUB Accessibility 1\.[12] - WCAG 2\.[0-2] Level (?P<level>A{1,3})\Z")
"""What a claim looks like: https://www.w3.org/TR/epub-a11y-11/#sec-conf-reporting-pub"""
OLD_CONFORMANCE = frozenset(
    f"http{s}://{host}idpf.org/epub/a11y/accessibility-20170105.html#wcag-{level}"
    for s in ("", "s")
    for host in ("", "www.")
    for level in ("a", "aa", "aaa")
)
"""The same in version 1.0."""
EXEMPTIONS = frozenset(
    {"eaa-disproportionate-burden", "eaa-fundamental-alteration", "eaa-microenterprise"}
)
"""https://www.w3.org/TR/epub-a11y-exemption/"""
