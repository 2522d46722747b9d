"""C122: doctype external."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C122",
    "doctype-external",
    Severity.ERROR,
    page="""\
A file names a document type definition that EPUB does not allow for its kind.

Why it matters
    Reading systems do not fetch it, and need not know it.
Bad
    <!DOCTYPE package SYSTEM "http://example.org/opf.dtd">
Good
    The file without it.
Reference
    EPUB 3.3, allowed external identifiers: https://www.w3.org/TR/epub-33/#app-identifiers-allowed
""",
    equivalent="OPF-073",
)


ALLOWED = {
    "-//W3C//DTD SVG 1.1//EN": frozenset({"image/svg+xml"}),
    "-//W3C//DTD MathML 3.0//EN": frozenset(
        {
            "application/mathml+xml",
            "application/mathml-presentation+xml",
            "application/mathml-content+xml",
        }
    ),
    "-//NISO//DTD ncx 2005-1//EN": frozenset({"application/x-dtbncx+xml"}),
}


def doctype_external(page: Page) -> Iterator[Diagnostic]:
    """All XML files but XHTML pages, whose own rule it is."""
    doctype = page.document.doctype
    if doctype is None or page.is_html or page.package.is_epub2:
        return
    allowed = ALLOWED.get(doctype.public or "", frozenset())
    if (doctype.public or doctype.system) and page.kind not in allowed:
        said = (
            f"the document type {doctype.public or doctype.system} is not allowed for {page.kind}"
        )
        yield RULE.at(page.at_byte(doctype.at), said, "take it out")
