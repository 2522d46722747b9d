"""C113: index link wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C113",
    "index-link-wrong",
    Severity.ERROR,
    page="""\
A collection for an index links to something that is no XHTML page.

Why it matters
    There is no index to show.
Bad
    <collection role="index"><link href="index.xml"/></collection>
Good
    <collection role="index"><link href="index.xhtml"/></collection>
Reference
    EPUB Indexes: https://idpf.org/epub/idx/
""",
    equivalent="OPF-071",
)


def index_link_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """The links in index collections and their groups."""
    package = rendition.package
    for link in package.elements("link"):
        roles = set(link.parent.tokens("role")) if link.parent is not None else set()
        if not roles & {"index", "index-group"}:
            continue
        item = package.by_resource.get(resolve(package.path, link.get("href")).resource)
        if item is None or item.media_type != types.XHTML:
            said = f"{link.get('href')} is no XHTML page of the book"
            yield RULE.at(rendition.at(link), said, "link a page of the index")
