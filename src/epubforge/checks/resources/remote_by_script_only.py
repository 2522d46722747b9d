"""L038: remote by script only."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L038",
    "remote-by-script-only",
    Severity.NOTE,
    page="""\
The manifest lists something elsewhere that no page uses but, perhaps, by a script.

Why it matters
    It is right only if a script fetches it.
Bad
    An item with a remote address that nothing uses
Good
    The manifest without it.
Reference
    EPUB 3.3, resource locations: https://www.w3.org/TR/epub-33/#sec-resource-locations
""",
    equivalent="RSC-006b",
)


def remote_by_script_only(rendition: Rendition) -> Iterator[Diagnostic]:
    """In a book with scripts."""
    if not any("scripted" in item.properties for item in rendition.package.items):
        return
    used = {r.url.resource for r in rendition.facts.references() if r.url.path is None}
    for item in rendition.package.items:
        kind = item.media_type
        free = types.is_audio(kind) or types.is_video(kind) or types.is_font(kind)
        if item.url.is_remote and item.resource not in used and not free:
            yield RULE.at(
                rendition.at(item.element), f"{item.href} is used by no page", "look at the scripts"
            )
