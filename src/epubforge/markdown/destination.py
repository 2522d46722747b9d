"""Where links and pictures lead: inside the book, outside it, or somewhere unsafe."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OUTSIDE: Final = frozenset({"http", "https", "mailto", "tel"})
_UNSAFE: Final = frozenset({"javascript", "vbscript", "data", "file", "blob", "jar", "ws", "wss"})
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]+")
"""What browsers skip in a scheme, so that it cannot be hidden behind them."""


class Leads(Enum):
    """Where a destination leads."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNSAFE = "unsafe"
    NOWHERE = "nowhere"


def link_leads(destination: str) -> Leads:
    """Where a link leads; a scheme that no reader knows counts as inside, to be reported as dead."""
    bare = _IGNORED.sub("", destination)
    if not bare:
        return Leads.NOWHERE
    found = _SCHEME.match(bare)
    if found is None:
        return Leads.OUTSIDE if bare.startswith("//") else Leads.INSIDE
    scheme = found.group(1).lower()
    if scheme in _UNSAFE:
        return Leads.UNSAFE
    return Leads.OUTSIDE if scheme in _OUTSIDE else Leads.INSIDE


def picture_leads(destination: str) -> Leads:
    """Where a picture comes from; a letter and a colon may be a Windows path, inside at best."""
    leads = link_leads(destination)
    bare = _IGNORED.sub("", destination)
    if leads is Leads.UNSAFE and bare.lower().startswith(("data:", "file:")):
        return Leads.OUTSIDE
    if leads is Leads.INSIDE and re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", bare):
        return Leads.OUTSIDE
    return leads
