"""C242: page list missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C242",
    "page-list-missing",
    Severity.ERROR,
    page="""\
A textbook has the marks of printed pages and no page list.

Why it matters
    A class cannot go to page 24.
Bad
    <span epub:type="pagebreak" id="p24"/>, and no page-list nav
Good
    <nav epub:type="page-list">
Reference
    EPUB for Education: https://idpf.org/epub/profiles/edu/spec/
""",
    equivalent="NAV-003",
)


def page_list_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Books of the type edupub."""
    if "edupub" not in rendition.package.types:
        return
    marks = any("pagebreak" in d.semantics for d in rendition.facts.documents.values())
    navigation = rendition.package.navigation
    listed = (
        rendition.facts.documents.get(navigation.path or "") if navigation is not None else None
    )
    if marks and (listed is None or "page-list" not in listed.semantics):
        yield RULE.at(
            rendition.root, "the marks of pages have no page-list", "add it to the contents"
        )
