"""C058: spine toc not ncx."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C058",
    "spine-toc-not-ncx",
    Severity.ERROR,
    page="""\
The spine names something as its table of contents that is no NCX.

Why it matters
    Reading systems of EPUB 2 have no other table of contents.
Bad
    <spine toc="contents"> and <item id="contents" href="contents.html" …/>
Good
    <spine toc="ncx"> and <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
Reference
    OPF 2.0.1, spine: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4
""",
    equivalent="OPF-050",
)


def spine_toc_not_ncx(rendition: Rendition) -> Iterator[Diagnostic]:
    """In both versions, for an item that is there."""
    package = rendition.package
    for spine in package.elements("spine")[:1]:
        named = package.by_id.get(spine.get("toc").strip())
        if named is not None and named.media_type != types.NCX:
            said = f"the spine's toc {named.href} is {named.media_type} and no {types.NCX}"
            yield RULE.at(rendition.at(spine), said, "name the item of the NCX")
