"""C138: role deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import XHTML

RULE = Rule(
    "C138",
    "role-deprecated",
    Severity.WARNING,
    page="""\
An element has a role that DPUB-ARIA has given up.

Why it matters
    Programs that read aloud pass it over.
Bad
    <li role="doc-endnote">
Good
    <li> in a <section role="doc-endnotes">
Reference
    DPUB-ARIA, deprecated roles: https://www.w3.org/TR/dpub-aria-1.1/#doc-endnote
""",
    equivalent="RSC-017",
)


def role_deprecated(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for element in page.document.elements if page.is_content3 else ():
        if "role" in element.attributes and element.name.startswith(XHTML):
            for role in element.tokens("role"):
                if role in {"doc-endnote", "doc-biblioentry"}:
                    yield RULE.at(page.at(element), f"the role {role} is given up", "take it out")
