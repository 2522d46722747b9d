"""C205: durations do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.clock import seconds
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C205",
    "durations-do-not-add-up",
    Severity.WARNING,
    page="""\
The durations of the media overlays do not add up to the book's.

Why it matters
    Readers see a wrong time.
Bad
    10 s and 20 s, and 25 s for the book
Good
    30 s for the book
Reference
    EPUB 3.3, media:duration: https://www.w3.org/TR/epub-33/#duration
""",
    equivalent="MED-016",
)


def durations_do_not_add_up(rendition: Rendition) -> Iterator[Diagnostic]:
    """Within a second."""
    whole, parts = None, 0.0
    for meta in rendition.package.metas:
        if meta.get("property").strip() == "media:duration":
            value = seconds(meta.text())
            if meta.get("refines"):
                parts += value or 0.0
            elif value is not None:
                whole = (meta, value)
    if whole is not None and parts and abs(whole[1] - parts) > 1:
        said = f"the overlays take {parts:g} s, the book says {whole[1]:g} s"
        yield RULE.at(rendition.at(whole[0]), said, "say the sum")
