"""C076: voicing not audio."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C076",
    "voicing-not-audio",
    Severity.ERROR,
    page="""\
The spoken form of a title or name is no sound.

Why it matters
    Nothing is spoken.
Bad
    <link rel="voicing" refines="#title" href="title.txt" media-type="text/plain"/>
Good
    <link rel="voicing" refines="#title" href="title.mp3" media-type="audio/mpeg"/>
Reference
    EPUB 3.3, voicing: https://www.w3.org/TR/epub-33/#voicing
""",
    equivalent="OPF-095",
)


def voicing_not_audio(rendition: Rendition) -> Iterator[Diagnostic]:
    """By the media type that the link says."""
    for link in rendition.package.elements("link"):
        kind = link.get("media-type").strip()
        if "voicing" in link.tokens("rel") and kind and not types.is_audio(kind):
            yield RULE.at(rendition.at(link), f"{kind} is no sound", "link a sound file")
