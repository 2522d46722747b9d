"""C075: record without type."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C075",
    "record-without-type",
    Severity.ERROR,
    page="""\
A link that is a record or a voice does not say its media type.

Why it matters
    Reading systems cannot know whether they understand it.
Bad
    <link rel="record" href="https://example.org/onix"/>
Good
    <link rel="record" href="https://example.org/onix" media-type="application/xml"/>
Reference
    EPUB 3.3, record: https://www.w3.org/TR/epub-33/#record
""",
    equivalent="OPF-094",
)


def record_without_type(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links elsewhere; those to files are another rule's."""
    package = rendition.package
    for link in package.elements("link"):
        kinds = {"record", "voicing"} & set(link.tokens("rel"))
        is_elsewhere = resolve(package.path, link.get("href")).path is None
        if kinds and is_elsewhere and not link.get("media-type") and rendition.is_epub3:
            said = f"the media-type of the {' '.join(sorted(kinds))} link is missing"
            yield RULE.at(rendition.at(link), said, "say it")
