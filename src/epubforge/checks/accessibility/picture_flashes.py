"""A076: a picture that may bring on a seizure."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.moving import moving
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A076",
    "picture-flashes",
    Severity.ERROR,
    page="""\
A picture flashes more than three times in a second, over an area that fills a good part of the eye.

Why it matters
    Flashing light, and red flashing most of all, brings on seizures in people with photosensitive
    epilepsy, some of whom do not know that they have it.
    The frames are measured: relative luminance and red, on a picture shown at its own size, at most
    1024 by 768.
Bad
    A GIF that changes between black and white ten times a second
Good
    A still picture, or a change from one to the other once in a second
Reference
    WCAG 2.2, 2.3.1 Three Flashes or Below Threshold:
    https://www.w3.org/TR/WCAG22/#three-flashes-or-below-threshold
""",
    criterion=Criterion("WCAG 2.3.1", "A"),
)


def picture_flashes(rendition: Rendition) -> Iterator[Diagnostic]:
    """GIF, PNG and WebP with several frames, where each is shown first."""
    for each in moving(rendition):
        if each.motion.flashes:
            message = f"{each.path} flashes more than three times in a second"
            hint = "take it out, or make the change slower or fainter"
            yield RULE.at(each.place, message, hint)
