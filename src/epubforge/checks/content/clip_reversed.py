"""C185: clip reversed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.clock import seconds
from epubforge.finished.page import Page
from epubforge.tree.names import SMIL

RULE = Rule(
    "C185",
    "clip-reversed",
    Severity.ERROR,
    page="""\
A clip of the narration ends before it begins.

Why it matters
    Nothing is spoken, or the wrong words.
Bad
    <audio src="one.mp3" clipBegin="10s" clipEnd="5s"/>
Good
    <audio src="one.mp3" clipBegin="5s" clipEnd="10s"/>
Reference
    EPUB 3.3, the audio element: https://www.w3.org/TR/epub-33/#sec-smil-audio-elem
""",
    equivalent="MED-008",
)


def clip_reversed(page: Page) -> Iterator[Diagnostic]:
    """In media overlays."""
    for audio in page.document.named.get(f"{SMIL} audio", ()):
        begin, end = seconds(audio.get("clipBegin")), seconds(audio.get("clipEnd"))
        if begin is not None and end is not None and begin > end:
            times = f"{audio.get('clipBegin')}, and ends before, at {audio.get('clipEnd')}"
            said = f"the clip of {audio.get('src')} begins at {times}"
            yield RULE.at(page.at(audio), said, "mend clipBegin or clipEnd")
