"""C171: ncx identifier differs."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page
from epubforge.tree.names import DC, NCX

RULE = Rule(
    "C171",
    "ncx-identifier-differs",
    Severity.ERROR,
    page="""\
The NCX names another identifier than the package.

Why it matters
    Old reading systems take the two for different books, and lose the reader's place.
Bad
    <meta name="dtb:uid" content="1234"/> in a book with <dc:identifier>urn:isbn:…</dc:identifier>
Good
    The same in both.
Reference
    OPF 2.0.1, NCX: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1.2
""",
    equivalent="NCX-001",
)


def ncx_identifier_differs(page: Page) -> Iterator[Diagnostic]:
    """Blanks at the ends set aside."""
    package = page.package
    root = package.document.root
    name = root.get("unique-identifier").strip() if root is not None else ""
    own = [
        e.text().strip()
        for e in package.document.named.get(f"{DC} identifier", ())
        if e.get("id").strip() == name
    ]
    for meta in page.document.named.get(f"{NCX} meta", ()) if page.kind == types.NCX else ():
        said_id = meta.get("content").strip()
        if meta.get("name") == "dtb:uid" and own and said_id != own[0]:
            said = f"the NCX says {said_id}, the package {own[0]}"
            yield RULE.at(page.at(meta), said, "write the package's into the NCX")
