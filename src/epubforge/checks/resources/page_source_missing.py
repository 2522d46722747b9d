"""C243: page source missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C243",
    "page-source-missing",
    Severity.ERROR,
    page="""\
A textbook has the marks of printed pages and does not say of what edition.

Why it matters
    Nobody knows whose page 24 it is.
Bad
    <span epub:type="pagebreak" id="p24"/>, and no dc:source
Good
    <dc:source id="s">urn:isbn:…</dc:source> <meta refines="#s"
      property="source-of">pagination</meta>
Reference
    EPUB for Education: https://idpf.org/epub/profiles/edu/spec/
""",
    equivalent="OPF-066",
    ace=("epub-pagesource",),
)


def page_source_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Books of the type edupub."""
    package = rendition.package
    if "edupub" not in package.types:
        return
    marks = any("pagebreak" in d.semantics for d in rendition.facts.documents.values())
    said = any(m.get("property").strip() == "source-of" for m in package.metas)
    if marks and not (said and package.document.named.get(f"{DC} source")):
        yield RULE.at(
            rendition.root,
            "the dc:source of the page numbers is not named",
            "name the edition that has them",
        )
