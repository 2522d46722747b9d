"""C136: only one allowed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C136",
    "only-one-allowed",
    Severity.ERROR,
    page="""\
More is said than one: several choices of a list that allows one, several default tracks.

Why it matters
    Reading systems take one of them, and not all the same.
Bad
    <select><option selected="selected">1</option><option selected="selected">2</option></select>
Good
    <select multiple="multiple">…</select>
Reference
    HTML, the select element:
    https://html.spec.whatwg.org/multipage/form-elements.html#the-select-element
    HTML, the track element: https://html.spec.whatwg.org/multipage/media.html#the-track-element
""",
    equivalent="RSC-005",
)


def only_one_allowed(page: Page) -> Iterator[Diagnostic]:
    """Lists of choices, and tracks, in EPUB 3."""
    if not page.is_content3:
        return
    for select in page.document.html("select"):
        chosen = [
            e for e in select.descendants() if e.local == "option" and "selected" in e.attributes
        ]
        if "multiple" not in select.attributes and len(chosen) > 1:
            yield RULE.at(page.at(select), f"{len(chosen)} options are selected", "select one")
    defaults: set[int] = set()
    for track in page.document.html("track"):
        if "label" in track.attributes and not track.get("label").strip():
            yield RULE.at(
                page.at(track),
                f"the label of the track {track.get('src')} is empty",
                "fill it, or take it out",
            )
        if "default" in track.attributes:
            if id(track.parent) in defaults:
                yield RULE.at(
                    page.at(track), f"{track.get('src')} is a second default track", "leave one"
                )
            defaults.add(id(track.parent))
