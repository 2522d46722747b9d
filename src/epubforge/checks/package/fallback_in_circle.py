"""C068: fallback in circle."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.package import Item
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C068",
    "fallback-in-circle",
    Severity.ERROR,
    page="""\
Items are fallbacks of each other in a circle.

Why it matters
    Who can show none of them looks for ever.
Bad
    <item id="a" … fallback="b"/> <item id="b" … fallback="a"/>
Good
    <item id="a" … fallback="b"/> <item id="b" …/>
Reference
    EPUB 3.3, manifest fallbacks: https://www.w3.org/TR/epub-33/#sec-manifest-fallbacks
""",
    equivalent="OPF-045",
)


def fallback_in_circle(rendition: Rendition) -> Iterator[Diagnostic]:
    """One finding for the whole circle."""
    package = rendition.package
    done: set[str] = set()
    for start in package.items:
        seen: set[str] = set()
        step: Item | None = start
        while step is not None and step.id not in seen and step.id not in done:
            seen.add(step.id)
            step = package.by_id.get(step.fallback)
        if step is not None and step.id in seen:
            said = f"the fallbacks of {step.href} lead back to it"
            yield RULE.at(rendition.at(step.element), said, "let the last of them have no fallback")
        done.update(seen)
