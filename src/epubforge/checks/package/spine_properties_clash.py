"""C051: spine properties clash."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C051",
    "spine-properties-clash",
    Severity.ERROR,
    page="""\
A page has two properties that exclude each other.

Why it matters
    Reading systems take one of them, and not all the same one.
Bad
    <itemref idref="one" properties="page-spread-left page-spread-right"/>
Good
    <itemref idref="one" properties="page-spread-left"/>
Reference
    EPUB 3.3, spine overrides: https://www.w3.org/TR/epub-33/#layout-overrides
""",
    equivalent="RSC-005",
)


_SETS = [
    frozenset(f"rendition:{kind}-{value}" for value in values.split())
    for kind, values in (
        ("flow", "paginated scrolled-continuous scrolled-doc auto"),
        ("layout", "reflowable pre-paginated"),
        ("orientation", "landscape portrait auto"),
        ("spread", "none landscape portrait both auto"),
    )
]
_SETS.append(frozenset({"page-spread-left", "page-spread-right", "rendition:page-spread-center"}))


def spine_properties_clash(rendition: Rendition) -> Iterator[Diagnostic]:
    """For each step of the reading order and each set of such properties."""
    for step in rendition.package.spine if rendition.is_epub3 else ():
        for options in _SETS:
            found = [each for each in step.properties if each in options]
            if len(found) > 1:
                said = f"{' and '.join(found)} exclude each other"
                yield RULE.at(rendition.at(step.element), said, "leave one of them")
