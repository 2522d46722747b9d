"""C073: link also item."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C073",
    "link-also-item",
    Severity.ERROR,
    page="""\
A file is listed in the manifest and linked from the metadata as a record of its own.

Why it matters
    A linked record is none of the book's resources.
Bad
    <link rel="record" href="onix.xml" …/> and <item href="onix.xml" …/>
Good
    <link rel="record" href="onix.xml" …/>
Reference
    EPUB 3.3, link: https://www.w3.org/TR/epub-33/#sec-link-elem
""",
    equivalent="OPF-067",
)


def link_also_item(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links of the book's metadata; such as are shown in the text may be both."""
    package = rendition.package
    for link in package.elements("link"):
        if link.parent is not package.metadata or "voicing" in link.tokens("rel"):
            continue
        item = package.by_resource.get(resolve(package.path, link.get("href")).resource)
        if item is not None and item.path not in package.places and rendition.is_epub3:
            said = f"{link.get('href')} is linked, and listed in the manifest too"
            yield RULE.at(rendition.at(link), said, "take it out of the manifest")
