"""A075: a picture that moves beside the text and cannot be stopped."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.moving import moving
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A075",
    "picture-never-rests",
    Severity.WARNING,
    page="""\
A picture moves for more than five seconds, or for ever.

Why it matters
    Some readers cannot follow a line while something moves beside it, and reading systems offer
    nothing to stop a GIF with. A film has controls.
Bad
    A GIF that is repeated for ever
Good
    A GIF that plays once and in less than five seconds, a film with controls, or a still picture
Reference
    WCAG 2.2, 2.2.2 Pause, Stop, Hide: https://www.w3.org/TR/WCAG22/#pause-stop-hide
""",
    criterion=Criterion("WCAG 2.2.2", "A"),
)


def picture_never_rests(rendition: Rendition) -> Iterator[Diagnostic]:
    """GIF, PNG and WebP with several frames, where each is shown first."""
    for each in moving(rendition):
        if each.motion.never_rests:
            seconds = each.motion.seconds * (each.motion.rounds or 1)
            how = "for ever" if each.motion.rounds is None else f"for {seconds:.0f} seconds"
            message = f"{each.path} moves {how}"
            hint = "let it play once, in less than five seconds; or show a still picture or a film"
            yield RULE.at(each.place, message, hint)
