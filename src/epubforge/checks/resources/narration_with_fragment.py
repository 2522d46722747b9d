"""I084: narration with fragment."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I084",
    "narration-with-fragment",
    Severity.ERROR,
    page="""\
The narration is named by a part of its file.

Why it matters
    Which part is spoken, clipBegin and clipEnd say.
Bad
    <audio src="one.mp3#t=5,10"/>
Good
    <audio src="one.mp3" clipBegin="5s" clipEnd="10s"/>
Reference
    EPUB 3.3, the audio element: https://www.w3.org/TR/epub-33/#sec-smil-audio-elem
""",
    equivalent="MED-014",
)


def narration_with_fragment(rendition: Rendition) -> Iterator[Diagnostic]:
    """In media overlays."""
    for reference in rendition.facts.references(Use.OVERLAY_AUDIO):
        if reference.url.fragment:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{reference.url.text} is a part of a sound", "use clipBegin and clipEnd"
            )
