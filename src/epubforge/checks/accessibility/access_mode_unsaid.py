"""A090: pictures or sounds that the metadata do not speak of."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claims import MODE, said
from epubforge.finished.reading_order import is_cover, pages
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A090",
    "access-mode-unsaid",
    Severity.WARNING,
    page="""\
The book holds something to see or to hear, and accessMode does not say so.

Why it matters
    Who cannot see, or cannot hear, is told that nothing is missed.
Bad
    <meta property="schema:accessMode">textual</meta>, in a book with photographs
Good
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessMode">visual</meta>
Reference
    DAISY knowledge base: https://kb.daisy.org/publishing/docs/metadata/schema.org/accessMode.html
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


_LEAST = 200
"""Letters of a book in which there is text."""


def access_mode_unsaid(rendition: Rendition) -> Iterator[Diagnostic]:
    """Where accessMode is said at all; the cover's picture is not counted."""
    found = [each for each in said(rendition.package, MODE) if each.text]
    if not found:
        return
    modes = {each.text for each in found}
    read = [(step, facts) for step, facts in pages(rendition)]
    shown = sum(f.heard.pictures for s, f in read if not is_cover(s, f, rendition))
    letters = sum(f.heard.letters for _, f in read)
    holds = {thing for _, f in read for thing in f.heard.holds}
    wanted = {
        "visual": (shown or "video" in holds, "pictures or films that tell something"),
        "auditory": (holds & {"audio", "video"}, "sounds or films"),
        "textual": (letters >= _LEAST, "text"),
    }
    is_seen = any(mode.endswith("OnVisual") or mode == "visual" for mode in modes)
    for mode, (is_there, what) in wanted.items():
        if is_there and mode not in modes and not (mode == "visual" and is_seen):
            message = f"there are {what}" if mode != "textual" else f"there is {what}"
            message += f", and schema:accessMode does not say {mode}"
            hint = f'add <meta property="schema:accessMode">{mode}</meta>'
            yield RULE.at(rendition.at(found[0].element), message, hint)
