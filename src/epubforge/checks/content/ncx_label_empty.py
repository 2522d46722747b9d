"""C173: ncx label empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page
from epubforge.tree.names import NCX

RULE = Rule(
    "C173",
    "ncx-label-empty",
    Severity.NOTE,
    page="""\
An entry of the NCX has no text.

Why it matters
    The reader sees an empty line that leads somewhere.
Bad
    <navLabel><text/></navLabel>
Good
    <navLabel><text>One</text></navLabel>
Reference
    OPF 2.0.1, NCX: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1
""",
    equivalent="NCX-006",
)


def ncx_label_empty(page: Page) -> Iterator[Diagnostic]:
    """Every such text."""
    for element in page.document.named.get(f"{NCX} text", ()) if page.kind == types.NCX else ():
        if not element.text().strip():
            entry = next((e for e in element.ancestors() if e.get("id")), element)
            said = f"the label of {entry.get('id') or 'an entry'} is empty"
            yield RULE.at(page.at(element), said, "say where the entry leads")
