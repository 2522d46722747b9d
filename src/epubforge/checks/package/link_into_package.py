"""C079: link into package."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C079",
    "link-into-package",
    Severity.ERROR,
    page="""\
A link or an item of the package leads into the package document itself.

Why it matters
    Only files can be linked and listed.
Bad
    <link rel="record" href="#meta" …/>
Good
    <link rel="record" href="onix.xml" …/>
Reference
    EPUB 3.3, link: https://www.w3.org/TR/epub-33/#sec-link-elem
""",
    equivalent="OPF-098",
)


def link_into_package(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links and references, wherever they stand in the package."""
    package = rendition.package
    for name in ("link", "item") if rendition.is_epub3 else ():
        for element in package.elements(name):
            url = resolve(package.path, element.get("href"))
            if url.path == package.path and url.fragment:
                said = f"{element.get('href')} is a part of the package document"
                yield RULE.at(rendition.at(element), said, "name a file")
