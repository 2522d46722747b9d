"""L036: target unlisted."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L036",
    "target-unlisted",
    Severity.ERROR,
    page="""\
A file is used that the manifest does not list; sound, film and fonts from elsewhere too.

Why it matters
    Reading systems load what is listed.
Bad
    <img src="ada.jpg" alt=""/>, and no item for ada.jpg
Good
    <item id="ada" href="ada.jpg" media-type="image/jpeg"/>
Reference
    EPUB 3.3, manifest: https://www.w3.org/TR/epub-33/#sec-manifest-elem
""",
    equivalent="RSC-008",
)


_MAY_BE_REMOTE = frozenset({Use.AUDIO, Use.VIDEO, Use.FONT, Use.OVERLAY_AUDIO})


def target_unlisted(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each place where it is used."""
    book, package = rendition.book, rendition.package
    for reference in rendition.facts.references():
        url = reference.url
        if url.resource in package.by_resource or url.path in {"", package.path}:
            continue
        is_remote = url.is_remote and reference.use in _MAY_BE_REMOTE
        if is_remote or (url.path is not None and url.path in book.entries):
            said = f"{url.resource} is not in the manifest"
            place = book.at_byte(reference.source, reference.at)
            yield RULE.at(place, said, "list it")
