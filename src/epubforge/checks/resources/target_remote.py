"""L037: target remote."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import LINKS, Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L037",
    "target-remote",
    Severity.ERROR,
    page="""\
A page needs something from elsewhere that must lie in the book.

Why it matters
    Offline, and in most reading systems always, it is missing. Only sound, film and fonts may lie
    elsewhere.
Bad
    <img src="https://example.org/a.jpg" alt=""/>
Good
    <img src="a.jpg" alt=""/>
Reference
    EPUB 3.3, resource locations: https://www.w3.org/TR/epub-33/#sec-resource-locations
""",
    equivalent="RSC-006",
)


_MAY_BE_REMOTE = frozenset({Use.AUDIO, Use.VIDEO, Use.FONT, Use.OVERLAY_AUDIO}) | LINKS


def target_remote(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each place where it is used."""
    for reference in rendition.facts.references():
        item = rendition.package.by_resource.get(reference.url.resource)
        is_media = item is not None and (
            types.is_audio(item.media_type) or types.is_video(item.media_type)
        )
        if reference.url.is_remote and reference.use not in _MAY_BE_REMOTE and not is_media:
            said = f"the {reference.use.value} {reference.url.text} must lie in the book"
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(place, said, "put the file in, and name it by its path")
