"""C089: guide target no page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C089",
    "guide-target-no-page",
    Severity.ERROR,
    page="""\
The guide names a file that is no content document.

Why it matters
    Reading systems have nothing to open there.
Bad
    <reference type="cover" href="cover.jpg"/>
Good
    <reference type="cover" href="cover.xhtml"/>
Reference
    OPF 2.0.1, guide: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.6
""",
    equivalent="OPF-032",
)


def guide_target_no_page(rendition: Rendition) -> Iterator[Diagnostic]:
    """For listed files."""
    package = rendition.package
    for element in package.elements("reference"):
        item = package.by_resource.get(resolve(package.path, element.get("href")).resource)
        if item is not None and not (package.is_content(item) or item.media_type == types.SVG):
            said = f"{element.get('href')} of the guide is {item.media_type} and no page"
            yield RULE.at(rendition.at(element), said, "name an XHTML page")
