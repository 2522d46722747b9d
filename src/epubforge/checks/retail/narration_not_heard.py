"""R052: text read aloud, which some of a shop's devices do not do."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R052",
    "narration-not-heard",
    Severity.NOTE,
    page="""\
The book is read aloud (media overlays), and not all devices of a shop can do it.

Why it matters
    On Kobo the voice is heard in the apps for Android and iOS alone. The description of the book
    should say so, or buyers are disappointed.
Bad
    "Hear the author read" without a word on where it works
Good
    "… in the apps for telephones and tablets"
Reference
    Kobo, github.com/kobolabs/epub-spec, "Support Grid" (read 2026-11-23, certain)
""",
)


def narration_not_heard(rendition: Rendition) -> Iterator[Diagnostic]:
    """At the first media overlay."""
    lacking = those(rendition.book.shops, lambda shop: shop.book.narration is False)
    overlay = next((i for i in rendition.package.items if i.media_type == types.SMIL), None)
    if lacking and overlay is not None:
        yield RULE.at(
            rendition.at(overlay.element),
            f"the book is read aloud; {verb(lacking, 'does', 'do')} not do it on all devices",
            "say in the book's description where it works",
        )
