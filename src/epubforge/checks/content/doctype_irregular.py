"""C120: doctype irregular."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C120",
    "doctype-irregular",
    Severity.ERROR,
    page="""\
A page begins with the document type of another HTML than that of EPUB 3.

Why it matters
    Reading systems may fetch it, or take the page for one of the old kind.
Bad
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"
      "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
Good
    <!DOCTYPE html>
Reference
    EPUB 3.3, XML conformance: https://www.w3.org/TR/epub-33/#sec-xml-constraints
    HTML, the doctype: https://html.spec.whatwg.org/multipage/syntax.html#the-doctype
""",
    equivalent="HTM-004",
)


_LEGACY = "about:legacy-compat"
_XHTML11 = ("-//W3C//DTD XHTML 1.1//EN", "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd")


def doctype_irregular(page: Page) -> Iterator[Diagnostic]:
    """XHTML pages; in EPUB 2 the one document type is that of XHTML 1.1."""
    doctype = page.document.doctype
    if doctype is None or not page.is_html:
        return
    if page.package.is_epub2:
        wrong = (doctype.public, doctype.system) != _XHTML11
    else:
        wrong = doctype.public is not None or doctype.system not in {None, _LEGACY}
    if wrong and doctype.name.lower() == "html":
        said = f"the document type {doctype.public or doctype.system or 'html'} is another's"
        yield RULE.at(page.at_byte(doctype.at), said, "write <!DOCTYPE html>, or none in EPUB 2")
