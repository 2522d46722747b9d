"""C111: preview link wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C111",
    "preview-link-wrong",
    Severity.ERROR,
    page="""\
A preview links to something that is no page.

Why it matters
    The preview shows nothing.
Bad
    <collection role="preview"> … <link href="cover.jpg"/></collection>
Good
    <collection role="preview"> … <link href="one.xhtml"/></collection>
Reference
    EPUB Previews: https://idpf.org/epub/previews/
""",
    equivalent="OPF-075",
)


def preview_link_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """The links directly in a preview."""
    package = rendition.package
    for link in package.elements("link"):
        if link.parent is None or "preview" not in link.parent.tokens("role"):
            continue
        item = package.by_resource.get(resolve(package.path, link.get("href")).resource)
        if item is None or not package.is_content(item):
            said = f"{link.get('href')} is no page of the book"
            yield RULE.at(rendition.at(link), said, "link an XHTML or SVG page")
