"""C035: content missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import Held, tag
from epubforge.schema.validate import Fault

RULE = Rule(
    "C035",
    "content-missing",
    Severity.ERROR,
    page="""\
An element lacks another that must stand in it.

Why it matters
    A list without items or a package without a spine means nothing to a reading system.
Bad
    <nav epub:type="toc"><h1>Contents</h1></nav>
Good
    <nav epub:type="toc"><h1>Contents</h1><ol><li><a href="one.xhtml">One</a></li></ol></nav>
Reference
    HTML, content models: https://html.spec.whatwg.org/multipage/dom.html#content-models
    EPUB 3.3, package document: https://www.w3.org/TR/epub-33/#sec-package-doc
""",
    equivalent="RSC-005",
)


def content_missing(held: Held) -> Iterator[Diagnostic]:
    """Such elements, in the order of the text."""
    for each in held.of(Fault.INCOMPLETE):
        said = f"{tag(each.element)} lacks an element that must stand in it"
        yield RULE.at(held.at(each.element), said, "look in its specification which one")
