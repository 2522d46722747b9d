"""C074: link without type."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C074",
    "link-without-type",
    Severity.ERROR,
    page="""\
A link of the metadata to a file in the book does not say its media type.

Why it matters
    Reading systems cannot know whether they understand the record.
Bad
    <link rel="record" href="onix.xml"/>
Good
    <link rel="record" href="onix.xml" media-type="application/xml"/>
Reference
    EPUB 3.3, link: https://www.w3.org/TR/epub-33/#sec-link-elem
""",
    equivalent="OPF-093",
)


def link_without_type(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links of the book's metadata to files."""
    package = rendition.package
    for link in package.elements("link"):
        url = resolve(package.path, link.get("href"))
        is_file = link.parent is package.metadata and url.path is not None
        if (
            is_file
            and url.path != package.path
            and not link.get("media-type")
            and rendition.is_epub3
        ):
            said = f"the media-type of {link.get('href')} is missing"
            yield RULE.at(rendition.at(link), said, "say it")
