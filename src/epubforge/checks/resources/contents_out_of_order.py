"""C210: contents out of order."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C210",
    "contents-out-of-order",
    Severity.WARNING,
    page="""\
The table of contents or the page list goes back in the text.

Why it matters
    A reader who follows it reads chapters in the wrong order.
Bad
    Chapter 2 before chapter 1
Good
    The order of the reading.
Reference
    EPUB 3.3, toc nav: https://www.w3.org/TR/epub-33/#sec-nav-toc
""",
    equivalent="NAV-011",
    ace=("epub-toc-order",),
)


def contents_out_of_order(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each step back, in the reading order or in a page."""
    package, facts = rendition.package, rendition.facts
    navigation = package.navigation
    document = facts.documents.get(navigation.path or "") if navigation is not None else None
    for use in (Use.NAV_TOC,):
        before = (-1, -1)
        for reference in document.references if document is not None else ():
            path = reference.url.path
            if reference.use is not use or path is None or path not in package.places:
                continue
            target = facts.documents.get(path)
            ids = target.ids if target is not None else {}
            here = (package.places[path], ids.get(reference.url.fragment or "", (0, ""))[0])
            if here < before:
                place = rendition.book.at_byte(reference.source, reference.at)
                yield RULE.at(
                    place, f"{reference.url.text} comes too late", "keep the order of the reading"
                )
            before = here
