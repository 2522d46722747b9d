"""C247: index malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.indexes import index_faults, is_index
from epubforge.finished.page import Page

RULE = Rule(
    "C247",
    "index-malformed",
    Severity.ERROR,
    page="""\
An index is not made as the book says that it is.

Why it matters
    Reading systems cannot offer its entries.
Bad
    <section epub:type="index"><p>Irmino, 24</p></section>
Good
    <section epub:type="index"><ul><li><span epub:type="index-term">Irmino</span> <a
      epub:type="index-locator" href="…">24</a></li></ul></section>
Reference
    EPUB Indexes: https://idpf.org/epub/idx/
""",
    equivalent="RSC-005",
)


def index_malformed(page: Page) -> Iterator[Diagnostic]:
    """Pages that the package says are indexes."""
    if page.is_content3 and page.is_html and is_index(page):
        for element, said in index_faults(page):
            message = f"{element.local}: {said}"
            yield RULE.at(page.at(element), message, "look in the specification of indexes")
