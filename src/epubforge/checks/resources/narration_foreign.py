"""I083: narration foreign."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "I083",
    "narration-foreign",
    Severity.ERROR,
    page="""\
The narration is a sound that reading systems need not know.

Why it matters
    Nothing is spoken.
Bad
    <audio src="one.flac"/>
Good
    <audio src="one.mp3"/>
Reference
    EPUB 3.3, the audio element: https://www.w3.org/TR/epub-33/#sec-smil-audio-elem
""",
    equivalent="MED-005",
)


def narration_foreign(rendition: Rendition) -> Iterator[Diagnostic]:
    """Listed sounds of media overlays."""
    for reference in rendition.facts.references(Use.OVERLAY_AUDIO):
        item = rendition.package.by_resource.get(reference.url.resource)
        if item is None:
            continue
        if not (types.is_core(item.media_type) and types.is_audio(item.media_type)):
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(place, f"{item.href} is {item.media_type}", "use MP3, AAC in MP4 or Opus")
