"""R024: single pages that are laid out otherwise than the book."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.package import Itemref, Package
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R024",
    "layouts-mixed",
    Severity.WARNING,
    page="""\
Single pages say that they are laid out otherwise than the book as a whole.

Why it matters
    Kobo reads the layout and the spread at the book's level alone: a fixed plate in a flowing book
    is poured into columns there, and a flowing chapter in a fixed one has no page to stand on.
Bad
    <itemref idref="plate-1" properties="rendition:layout-pre-paginated"/> in a flowing book
Good
    Two books of one source: one that flows, and one of fixed pages
Reference
    Kobo, github.com/kobolabs/epub-spec, "Fixed Layout" (read 2026-11-23, certain)
""",
)


def layouts_mixed(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first such step of the reading order, with the number of the others."""
    ignoring = those(rendition.book.shops, lambda shop: shop.fixed.mixed is False)
    package = rendition.package
    steps = [s for s in package.spine if _differs(s, package)] if ignoring else []
    if steps:
        more = f", and {len(steps) - 1} more do" if len(steps) > 1 else ""
        yield RULE.at(
            rendition.at(steps[0].element),
            f"{steps[0].idref} has a layout or spread of its own{more}; "
            f"{verb(ignoring, 'passes', 'pass')} over it",
            "give all pages one layout; make two editions where the book needs both",
        )


def _differs(step: Itemref, package: Package) -> bool:
    if package.is_fixed_page(step) != package.is_fixed:
        return True
    spread = (package.meta_values("rendition:spread") or ["auto"])[0]
    own = [p.rpartition("-")[2] for p in step.properties if p.startswith("rendition:spread-")]
    return any(value != spread for value in own)
