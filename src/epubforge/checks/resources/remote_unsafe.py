"""L039: remote unsafe."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L039",
    "remote-unsafe",
    Severity.WARNING,
    page="""\
Something is fetched from elsewhere over an open line.

Why it matters
    Anybody on the way can see and change it, and some reading systems refuse it.
Bad
    <audio src="http://example.org/a.mp3"/>
Good
    <audio src="https://example.org/a.mp3"/>
Reference
    EPUB 3.3, network access: https://www.w3.org/TR/epub-33/#sec-epub-rs-network-access
""",
    equivalent="RSC-031",
)


_USES = frozenset({Use.AUDIO, Use.VIDEO, Use.FONT, Use.OVERLAY_AUDIO, Use.CITE})


def remote_unsafe(rendition: Rendition) -> Iterator[Diagnostic]:
    """What may be remote, and the sources of quotations."""
    for reference in rendition.facts.references() if rendition.is_epub3 else ():
        if reference.url.scheme == "http" and reference.use in _USES:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place,
                f"{reference.url.text} is fetched over an open line",
                "write https instead of http",
            )
