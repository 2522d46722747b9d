"""A073: a sound that begins without being asked."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A073",
    "media-plays-by-itself",
    Severity.WARNING,
    page="""\
A sound or a film begins to play by itself.

Why it matters
    It drowns the voice that reads the book to somebody, who then cannot hear how to stop it.
    Sudden noise frightens, and motion beside a text takes the sense of it from some readers.
Bad
    <audio src="rain.mp3" autoplay="autoplay"></audio>
Good
    <audio src="rain.mp3" controls="controls"></audio>
Reference
    WCAG 2.2, 1.4.2 Audio Control: https://www.w3.org/TR/WCAG22/#audio-control
""",
    ace=("no-autoplay-audio",),
    criterion=Criterion("WCAG 1.4.2", "A"),
)


def media_plays_by_itself(page: Page) -> Iterator[Diagnostic]:
    """Audio and video with autoplay, unless it is muted and has controls."""
    for media in page.document.html("audio", "video"):
        attributes = media.attributes
        if "autoplay" in attributes and not ("muted" in attributes and "controls" in attributes):
            what = "sound" if media.local == "audio" else "film"
            message = f"the {what} begins to play by itself"
            yield RULE.at(page.at(media), message, "take autoplay away, and give it controls")
