"""R050: scripts, which some of a shop's devices do not run."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R050",
    "script-not-run",
    Severity.NOTE,
    page="""\
The book has scripts, and not all devices of a shop run them.

Why it matters
    Kindle strips them; Kobo's readers with electronic paper and its programs for computers do not
    run them. What only a script shows is not there for those readers.
Bad
    A quiz whose answers a script brings up
Good
    The answers on a page of their own
Reference
    Kindle Publishing Guidelines 6.2 (by a copy, read 2026-11-23)
    Kobo, github.com/kobolabs/epub-spec, "Support Grid" (read 2026-11-23, certain)
    Apple Books Asset Guide, itc1415cffcd, allows scripts (read 2026-11-23)
""",
)


def script_not_run(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first page with a script, with the number of the others."""
    lacking = those(rendition.book.shops, lambda shop: shop.book.scripts is False)
    documents = rendition.facts.documents.values() if lacking else ()
    pages = [facts.path for facts in documents if "script" in facts.elements]
    if pages:
        more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
        yield RULE.at(
            rendition.book.place(pages[0]),
            f"{pages[0]}{more} {'have' if more else 'has'} scripts; "
            f"{verb(lacking, 'does', 'do')} not run them everywhere",
            "see to it that nothing is lost without them",
        )
