"""A092: a book that is said to be harmless, and flashes."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claims import HAZARD, said
from epubforge.finished.moving import moving
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A092",
    "hazard-denied",
    Severity.WARNING,
    page="""\
The metadata say that nothing flashes, and a picture does.

Why it matters
    Somebody whom flashing light brings a seizure trusts the word.
Bad
    <meta property="schema:accessibilityHazard">none</meta>, and a GIF that flashes ten times a
      second
Good
    The picture taken out, or <meta property="schema:accessibilityHazard">flashing</meta>
Reference
    WCAG 2.2, 2.3.1 Three Flashes or Below Threshold:
    https://www.w3.org/TR/WCAG22/#three-flashes-or-below-threshold
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


_DENIALS = frozenset({"none", "noFlashingHazard"})


def hazard_denied(rendition: Rendition) -> Iterator[Diagnostic]:
    """As measured on the frames of GIF, PNG and WebP."""
    denied = [each for each in said(rendition.package, HAZARD) if each.text in _DENIALS]
    flashing = next((m for m in moving(rendition) if m.motion.flashes), None) if denied else None
    if flashing is not None:
        message = f"the hazards are {denied[0].text}, and {flashing.path} flashes"
        yield RULE.at(rendition.at(denied[0].element), message, "take it out, or write flashing")
