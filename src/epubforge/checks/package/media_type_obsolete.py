"""C097: media type obsolete."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C097",
    "media-type-obsolete",
    Severity.WARNING,
    page="""\
A page is said to be HTML of the web and not XHTML.

Why it matters
    Reading systems of EPUB 2 need not show it.
Bad
    <item href="one.html" media-type="text/html" …/>
Good
    <item href="one.html" media-type="application/xhtml+xml" …/>
Reference
    OPS 2.0.1, core media types: http://idpf.org/epub/20/spec/OPS_2.0.1_draft.htm#Section1.3.7
""",
    equivalent="OPF-035",
)


def media_type_obsolete(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 2."""
    for item in rendition.package.items if not rendition.is_epub3 else ():
        if item.media_type == "text/html":
            said = f"{item.href} is said to be text/html"
            yield RULE.at(rendition.at(item.element), said, f"write {types.XHTML}")
