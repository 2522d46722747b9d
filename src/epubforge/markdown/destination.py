"""Where links and pictures lead: inside the book, outside it, or somewhere unsafe."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.markup import clean
from epubforge.source import Span

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OUTSIDE: Final = frozenset({"http", "https", "mailto", "tel"})
_UNSAFE: Final = frozenset({"javascript", "vbscript", "data", "file", "blob", "jar", "ws", "wss"})
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]+")
"""What browsers skip in a scheme, so that it cannot be hidden behind them."""

_LABEL = r"[^\s/?#@:.\[\]<>\"%\\^|{}`]+"
_ADDRESS: Final = re.compile(
    rf"(?:https?:)?//(?:[^\s/?#@]*@)?(?:(?:{_LABEL}\.)*{_LABEL}\.?|\[[0-9a-f:.]+\])"
    r"(?::\d{1,4}|:[1-5]\d{4})?(?:[/?#]|\Z)"
    r"|(?:mailto|tel):.",
    re.IGNORECASE,
)
"""An address outside the book that can be one: https://url.spec.whatwg.org/#host-parsing"""


class Leads(Enum):
    """Where a destination leads."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNSAFE = "unsafe"
    NOWHERE = "nowhere"


def link_leads(destination: str) -> Leads:
    """Where a link leads; one of an unknown scheme, or to an address that cannot be one, leads
    inside, and will be found dead there."""
    bare = _IGNORED.sub("", destination)
    if not bare:
        return Leads.NOWHERE
    found = _SCHEME.match(bare)
    scheme = found.group(1).lower() if found else ""
    if scheme in _UNSAFE:
        return Leads.UNSAFE
    is_outside = scheme in _OUTSIDE or bare.startswith("//")
    is_address = is_outside and _ADDRESS.match(destination.strip())
    return Leads.OUTSIDE if is_address else Leads.INSIDE


def picture_leads(destination: str) -> Leads:
    """Where a picture comes from; a letter and a colon may be a Windows path, inside at best."""
    leads = link_leads(destination)
    bare = _IGNORED.sub("", destination)
    if leads is Leads.UNSAFE and bare.lower().startswith(("data:", "file:")):
        return Leads.OUTSIDE
    if leads is Leads.INSIDE and re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", bare):
        return Leads.OUTSIDE
    return leads


LINK_UNSAFE = Rule(
    "M044",
    "link-unsafe",
    Severity.ERROR,
    """A link runs a program or opens a file of the reader's device.

    Why it matters
        Shops refuse books with such links, and a reader must be able to trust a book.
    Bad
        [more](javascript:alert(1))
    Good
        [more](https://example.org/more)
    """,
    blocking=True,
)
LINK_EMPTY = Rule(
    "M045",
    "link-without-destination",
    Severity.WARNING,
    """A link leads nowhere: its destination is empty.

    Why it matters
        The reader sees plain text where the author meant a link.
    Bad
        [the record]()
    Good
        [the record](03-the-record.md)
    """,
)
PICTURE_REMOTE = Rule(
    "M046",
    "picture-remote",
    Severity.ERROR,
    """A picture lies outside the project: on a server, or inside its own address.

    Why it matters
        A book is read without a network, and shops refuse pictures that are not in it.
    Bad
        ![Ada at her desk](https://example.org/ada.jpg)
    Good
        ![Ada at her desk](images/ada.jpg)
    Reference
        EPUB 3.3, 3.6 https://www.w3.org/TR/epub-33/#sec-resource-locations
    """,
    blocking=True,
    equivalent="RSC-006",
)
PICTURE_EMPTY = Rule(
    "M047",
    "picture-without-file",
    Severity.ERROR,
    """A picture names no file.

    Why it matters
        The book would have a hole where the picture should be.
    Bad
        ![Ada at her desk]()
    Good
        ![Ada at her desk](images/ada.jpg)
    """,
    blocking=True,
)
CAPTION_INSIDE = Rule(
    "M048",
    "caption-needs-the-book",
    Severity.WARNING,
    """A text of the caption table holds what only a chapter can hold: a picture, a note, or a link
    into the book.

    Why it matters
        Captions also stand in lists and in the contents, where such a thing would be dead.
    Bad
        caption = "Ada, see [her life](02-life.md)"
    Good
        caption = "Ada, see [her life](https://example.org/ada)"
    """,
)


def unsafe_link(place: Span, target: str) -> Diagnostic:
    """A link that must not be in a book."""
    return LINK_UNSAFE.at(
        place,
        f"the link to {_short(target)} is unsafe",
        "link to a chapter or to an https: address",
    )


def empty_link(place: Span, text: str) -> Diagnostic:
    """A link that has no destination."""
    name = f"the link “{_short(text)}”" if text else "the link"
    return LINK_EMPTY.at(place, f"{name} has no destination", "write one between the brackets ( )")


def remote_picture(place: Span, target: str) -> Diagnostic:
    """A picture that is not in the project."""
    return PICTURE_REMOTE.at(
        place,
        f"the picture {_short(target)} is not in the project",
        "save it in images/ and name it there",
    )


def empty_picture(place: Span, alt: str) -> Diagnostic:
    """A picture that names no file."""
    name = f"the picture “{_short(alt)}”" if alt else "a picture"
    return PICTURE_EMPTY.at(
        place, f"{name} names no file", "write its path between the brackets ( )"
    )


def inside_caption(place: Span, thing: str) -> Diagnostic:
    """What a text of the caption table cannot hold."""
    return CAPTION_INSIDE.at(
        place, f"{thing} cannot stand in a caption table", "keep the text, or link outside the book"
    )


def _short(text: str) -> str:
    text = " ".join(clean(text).split())
    return text if len(text) <= 80 else f"{text[:79]}…"
