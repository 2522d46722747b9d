"""R053: sound and film, which some of a shop's devices do not play."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R053",
    "media-not-played",
    Severity.NOTE,
    page="""\
The book holds sound or film, and not all devices of a shop play them.

Why it matters
    Kobo's readers with electronic paper and its programs for computers show what stands inside
    <audio> and <video> in their place: without it there is a gap. Whether Kindle plays them
    depends on the device and on how the book was sent in; no source says it for all.
Bad
    <audio src="song.mp3" controls="controls"/>
Good
    <audio src="song.mp3" controls="controls"><p>The song can be heard on a telephone.</p></audio>
Reference
    Kobo, github.com/kobolabs/epub-spec, "Support Grid" and "Fallback Statements"
    (read 2026-11-23, certain)
""",
)


def media_not_played(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first one, with the number of the others."""
    lacking = those(rendition.book.shops, lambda shop: shop.book.media is False)
    references = rendition.facts.references() if lacking else []
    media = [each for each in references if each.use in {Use.AUDIO, Use.VIDEO}]
    if media:
        first = media[0]
        others = len({each.url.resource for each in media} - {first.url.resource})
        more = f" and {others} more" if others else ""
        yield RULE.at(
            rendition.book.at_byte(first.source, first.at),
            f"{first.url.resource}{more} {'are' if others else 'is'} not heard or seen everywhere; "
            f"{verb(lacking, 'has', 'have')} devices without it",
            "say inside of <audio> or <video> what is missed, and where it can be played",
        )
