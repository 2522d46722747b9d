"""C056: media value wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C056",
    "media-value-wrong",
    Severity.ERROR,
    page="""\
A property of the media overlays has a value that it may not have.

Why it matters
    Reading systems cannot show how long it takes, or which words are spoken.
Bad
    <meta property="media:duration">half an hour</meta>
Good
    <meta property="media:duration">0:32:29</meta>
Reference
    EPUB 3.3, media overlays vocabulary: https://www.w3.org/TR/epub-33/#app-overlays-vocab
""",
    equivalent="RSC-005",
)


_CLOCK = re.compile(
    r"\s*(\d+:[0-5]\d:[0-5]\d(\.\d+)?|[0-5]\d:[0-5]\d(\.\d+)?|\d+(\.\d+)?(h|min|s|ms)?)\s*\Z"
)


def media_value_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """Durations as SMIL's clocks, classes one word that is said of the whole book."""
    for meta in rendition.package.metas if rendition.is_epub3 else ():
        name = meta.get("property").strip()
        if not name.startswith("media:"):
            continue
        text, place = " ".join(meta.text().split()), rendition.at(meta)
        if name == "media:duration" and not _CLOCK.match(text):
            yield RULE.at(place, f"{text} is no duration", "write it as 0:32:29 or 1949.5s")
        elif name in {"media:active-class", "media:playback-active-class"}:
            if "refines" in meta.attributes:
                yield RULE.at(place, f"{name} is said of a part of the book", "take refines out")
            if " " in text:
                yield RULE.at(place, f"{name} is more than one class", "write one class name")
