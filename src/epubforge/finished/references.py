"""What the files of a book point to: each reference with what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from epubforge.finished.url import Url


class Use(Enum):
    """What a reference is for, which decides what it may lead to."""

    LINK = "link"
    NAV_TOC = "link of the contents"
    NAV_PAGES = "link of the page list"
    CITE = "source of a quotation"
    IMAGE = "picture"
    SOURCE = "picture to choose from"
    AUDIO = "sound"
    VIDEO = "film"
    TRACK = "text track"
    SCRIPT = "script"
    STYLESHEET = "stylesheet"
    FONT = "font"
    EMBEDDED = "embedded document"
    SYMBOL = "reused drawing"
    PAINT = "paint"
    CLIP = "clip path"
    OVERLAY_TEXT = "spoken text"
    OVERLAY_AUDIO = "narration"
    SEARCH_KEY = "target of a search key"
    REGION = "region"
    GUIDE = "place that the guide names"

    __hash__ = object.__hash__
    """There is one of each, and rules ask of every reference whether its use is one of theirs."""


LINKS = frozenset(
    {
        Use.LINK,
        Use.NAV_TOC,
        Use.NAV_PAGES,
        Use.CITE,
        Use.OVERLAY_TEXT,
        Use.SEARCH_KEY,
        Use.REGION,
        Use.GUIDE,
    }
)
"""Those that lead to another place; all others are part of the page itself."""
HYPERLINKS = frozenset({Use.LINK, Use.NAV_TOC, Use.NAV_PAGES, Use.REGION})


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference."""

    source: str
    """The path of the file that it stands in."""
    at: int
    """Where in it, in bytes."""
    url: Url
    use: Use
    element: str = ""
    """The local name of the element that has it."""
    type: str = ""
    """The media type that it says its target has."""
    has_fallback: bool = False
    """The element offers something else where the target is not understood."""
    in_picture: bool = False
