"""C098: media type deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C098",
    "media-type-deprecated",
    Severity.WARNING,
    page="""\
An item has a media type that EPUB 2 has given up.

Why it matters
    New reading systems do not know it.
Bad
    <item href="one.html" media-type="text/x-oeb1-document" …/>
Good
    <item href="one.html" media-type="application/xhtml+xml" …/>
Reference
    OPF 2.0.1, deprecated types: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section1.3.2
""",
    equivalent="OPF-037",
)


def media_type_deprecated(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 2."""
    for item in rendition.package.items if not rendition.is_epub3 else ():
        if item.media_type in {"text/x-oeb1-document", "text/x-oeb1-css"}:
            said = f"{item.href} is said to be {item.media_type}"
            yield RULE.at(rendition.at(item.element), said, f"write {types.XHTML} or {types.CSS}")
