"""C046: refines in circle."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C046",
    "refines-in-circle",
    Severity.ERROR,
    page="""\
Metadata expressions refine each other in a circle.

Why it matters
    None of them says anything about the book.
Bad
    <meta id="a" refines="#b" …/> <meta id="b" refines="#a" …/>
Good
    <meta id="a" refines="#title" …/> <meta id="b" refines="#a" …/>
Reference
    EPUB 3.3, the refines attribute: https://www.w3.org/TR/epub-33/#attrdef-refines
""",
    equivalent="OPF-065",
)


def refines_in_circle(rendition: Rendition) -> Iterator[Diagnostic]:
    """One finding for the whole circle."""
    refines = {
        meta.get("id").strip(): (meta.get("refines").strip().removeprefix("#"), meta)
        for meta in rendition.package.metas
        if meta.get("id") and meta.get("refines")
    }
    done: set[str] = set()
    for start in refines:
        seen: set[str] = set()
        step = start
        while step in refines and step not in done and step not in seen:
            seen.add(step)
            step = refines[step][0]
        if step in seen:
            said = f"what {step} refines leads back to itself"
            yield RULE.at(
                rendition.at(refines[step][1]), said, "let one of them refine what is meant"
            )
        done.update(seen)
