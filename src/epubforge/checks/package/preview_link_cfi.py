"""C112: preview link cfi."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C112",
    "preview-link-cfi",
    Severity.ERROR,
    page="""\
A preview links to a place by a canonical fragment identifier.

Why it matters
    Previews are made of whole files.
Bad
    <link href="one.xhtml#epubcfi(/4/2)"/>
Good
    <link href="one.xhtml"/>
Reference
    EPUB Previews: https://idpf.org/epub/previews/
""",
    equivalent="OPF-076",
)


def preview_link_cfi(rendition: Rendition) -> Iterator[Diagnostic]:
    """The links directly in a preview."""
    for link in rendition.package.elements("link"):
        is_preview = link.parent is not None and "preview" in link.parent.tokens("role")
        if is_preview and "#epubcfi(" in link.get("href"):
            said = f"{link.get('href')} is a place and no file"
            yield RULE.at(rendition.at(link), said, "take out what follows after #")
