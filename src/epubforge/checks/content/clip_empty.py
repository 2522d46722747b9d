"""C186: clip empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.clock import seconds
from epubforge.finished.page import Page
from epubforge.tree.names import SMIL

RULE = Rule(
    "C186",
    "clip-empty",
    Severity.ERROR,
    page="""\
A clip of the narration ends where it begins.

Why it matters
    Nothing is spoken.
Bad
    <audio src="one.mp3" clipBegin="5s" clipEnd="5s"/>
Good
    <audio src="one.mp3" clipBegin="5s" clipEnd="10s"/>
Reference
    EPUB 3.3, the audio element: https://www.w3.org/TR/epub-33/#sec-smil-audio-elem
""",
    equivalent="MED-009",
)


def clip_empty(page: Page) -> Iterator[Diagnostic]:
    """In media overlays."""
    for audio in page.document.named.get(f"{SMIL} audio", ()):
        begin, end = seconds(audio.get("clipBegin")), seconds(audio.get("clipEnd"))
        if begin is not None and begin == end:
            said = f"the clip of {audio.get('src')} begins and ends at {audio.get('clipEnd')}"
            yield RULE.at(page.at(audio), said, "mend clipBegin or clipEnd")
