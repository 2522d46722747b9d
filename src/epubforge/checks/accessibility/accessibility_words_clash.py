"""A088: accessibility metadata that contradict themselves."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claims import FEATURE, HAZARD, said
from epubforge.finished.rendition import Rendition
from epubforge.tree.document import Element

RULE = Rule(
    "A088",
    "accessibility-words-clash",
    Severity.WARNING,
    page="""\
Two values of the accessibility metadata exclude each other.

Why it matters
    "No hazards" and "flashing" cannot both be true, and nobody can know which is. For those whom
    flashing harms it is the word that counts.
Bad
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilityHazard">flashing</meta>
Good
    <meta property="schema:accessibilityHazard">flashing</meta>
    <meta property="schema:accessibilityHazard">noSoundHazard</meta>
Reference
    DAISY knowledge base: https://kb.daisy.org/publishing/docs/metadata/schema.org/accessibilityHazard.html
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


_ALONE = ("none", "unknown")
_KINDS = (
    ("flashing", "noFlashingHazard", "unknownFlashingHazard"),
    ("motionSimulation", "noMotionSimulationHazard", "unknownMotionSimulationHazard",
     "unknownMotionSimultationHazard"),
    ("sound", "noSoundHazard", "unknownSoundHazard"),
)  # fmt: skip
"""Of each one may be said; the last of motion is a misspelling that is in use."""


def accessibility_words_clash(rendition: Rendition) -> Iterator[Diagnostic]:
    """none and unknown beside others, and two words of one hazard; at the later of the two."""
    for name in (FEATURE, HAZARD):
        found = said(rendition.package, name)
        words: dict[str, Element] = {}
        for each in found:
            if each.text:
                words.setdefault(each.text, each.element)
        for one, other in _clashes(list(words)):
            message = f"{name} says {one}, and {other} as well"
            yield RULE.at(rendition.at(words[other]), message, "keep the one that is true")


def _clashes(words: list[str]) -> Iterator[tuple[str, str]]:
    for place, word in enumerate(words):
        for earlier in words[: min(place, 9)]:
            alone = word in _ALONE or earlier in _ALONE
            if alone or any(word in kind and earlier in kind for kind in _KINDS):
                yield earlier, word
                break
