"""C172: ncx identifier blank."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page
from epubforge.tree.names import NCX

RULE = Rule(
    "C172",
    "ncx-identifier-blank",
    Severity.NOTE,
    page="""\
The identifier in the NCX has blanks at its ends.

Why it matters
    Programs that compare it letter by letter find no match.
Bad
    <meta name="dtb:uid" content=" urn:isbn:… "/>
Good
    <meta name="dtb:uid" content="urn:isbn:…"/>
Reference
    OPF 2.0.1, NCX: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1.2
""",
    equivalent="NCX-004",
)


def ncx_identifier_blank(page: Page) -> Iterator[Diagnostic]:
    """The element dtb:uid."""
    for meta in page.document.named.get(f"{NCX} meta", ()) if page.kind == types.NCX else ():
        content = meta.get("content")
        if meta.get("name") == "dtb:uid" and content != content.strip():
            yield RULE.at(
                page.at(meta),
                f"dtb:uid, {content.strip()}, has blanks at its ends",
                "take them out",
            )
