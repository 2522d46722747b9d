"""A074: a sound or a film that nobody can start."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.features import features
from epubforge.finished.page import Page

RULE = Rule(
    "A074",
    "media-without-controls",
    Severity.WARNING,
    page="""\
A sound or a film has no controls.

Why it matters
    Without controls there is nothing to tap, and nothing that a keyboard or a switch could reach:
    a sound is not even to be seen.
Bad
    <audio src="rain.mp3"></audio>
Good
    <audio src="rain.mp3" controls="controls"></audio>
Reference
    WCAG 2.2, 2.1.1 Keyboard: https://www.w3.org/TR/WCAG22/#keyboard
""",
    criterion=Criterion("WCAG 2.1.1", "A"),
)


def media_without_controls(page: Page) -> Iterator[Diagnostic]:
    """On pages without scripts and triggers, which may start them in other ways."""
    media = page.document.html("audio", "video")
    if not media or "scripted" in features(page) or b"trigger" in page.document.content:
        return
    for each in media:
        if "controls" not in each.attributes:
            what = "sound" if each.local == "audio" else "film"
            message = f"the {what} has no controls"
            yield RULE.at(page.at(each), message, 'write controls="controls"')
