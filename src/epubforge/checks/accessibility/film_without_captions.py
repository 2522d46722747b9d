"""A072: a film whose words are not written."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden
from epubforge.tree.document import Element

RULE = Rule(
    "A072",
    "film-without-captions",
    Severity.NOTE,
    page="""\
A film has no captions.

Why it matters
    Who cannot hear it sees lips move. Captions also help where no sound is wanted, or the language
    is foreign. A film without words needs none.
Bad
    <video src="mine.mp4" controls="controls"></video>
Good
    <video src="mine.mp4" controls="controls">
    <track kind="captions" src="mine.vtt" srclang="en"/></video>
Reference
    WCAG 2.2, 1.2.2 Captions (Prerecorded): https://www.w3.org/TR/WCAG22/#captions-prerecorded
""",
    ace=("video-caption",),
)


_KINDS = frozenset({"captions", "subtitles", ""})
"""The kinds of track that are shown; without a word it is subtitles."""


def film_without_captions(page: Page) -> Iterator[Diagnostic]:
    """Films without such a track; what is muted has no words."""
    for film in page.document.html("video"):
        if not _has_track(film) and "muted" not in film.attributes and not is_hidden(page, film):
            hint = (
                "if anybody speaks in it, write it in a track, in the picture itself, or beside it"
            )
            yield RULE.at(page.at(film), f"{film.local} has no track of captions", hint)


def _has_track(film: Element) -> bool:
    tracks = (each for each in film.children() if each.local == "track")
    return any(each.get("kind").strip().lower() in _KINDS for each in tracks)
