"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from epubforge.diagnostics import Place


class Outcome(Enum):
    """What an address turned out to be."""

    FOUND = "found"
    GONE = "gone"
    """The host says that there is nothing there."""
    NO_HOST = "no host"
    """There is no host of that name."""
    UNREACHABLE = "unreachable"
    """Nobody answered, or the host said that it is in trouble; another day it may."""
    REFUSED = "refused"
    """The host does not show it to programs, or to whoever is not signed in."""
    UNTRUSTED = "untrusted"
    """The host's certificate is not valid."""
    ENDLESS = "endless"
    """It is redirected again and again."""
    PRIVATE = "private"
    """It leads to this machine or to a network that is not public, and was not asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of an address."""

    outcome: Outcome
    said: str = ""
    """In a few words: `404 Not Found`."""
    moved_to: str | None = None
    """Where it has moved to for good."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address with every place of the book where it stands."""

    address: str
    places: tuple[Place, ...]
