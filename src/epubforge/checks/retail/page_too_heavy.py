"""R031: a page that brings in more bytes than a shop advises."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import megabytes, nothing, too_much
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.facts import DocumentFacts
from epubforge.finished.references import LINKS
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R031",
    "page-too-heavy",
    Severity.NOTE,
    page="""\
A page with its pictures, sounds and styles has more bytes than a shop advises.

Why it matters
    A reader loads the whole of a file before it shows its first line; small devices run out of
    memory, and jump back to the shelf.
Bad
    One file with forty photographs of 600 kB
Good
    The same photographs in four files
Reference
    Kobo, github.com/kobolabs/epub-spec, "Limitations": 10 MB (read 2026-11-23, advice)
""",
)


def page_too_heavy(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each page in the reading order; what lies in several places of it counts once."""
    shops, package = rendition.book.shops, rendition.package
    for resource in package.places if shops else ():
        facts = rendition.facts.documents.get(resource)
        if facts is None:
            continue
        size = _size(rendition, facts)
        verdict = too_much(shops, size, nothing, lambda shop: shop.book.page_bytes, megabytes)
        if verdict is not None:
            yield RULE.at(
                rendition.book.place(facts.path),
                f"{facts.path} brings in {megabytes(size)}; {verdict.words}",
                "divide it into several files, or make its pictures smaller",
            )


def _size(rendition: Rendition, facts: DocumentFacts) -> int:
    uses = (each.url.path for each in facts.references if each.use not in LINKS)
    entries = rendition.book.entries
    return sum(entries[path].size for path in {facts.path, *uses} if path and path in entries)
