"""What the two ways of running EPUBCheck have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from epubforge.epubcheck.messages import Message


class CheckFailed(Exception):  # noqa: N818  it says what is the case
    """EPUBCheck gave no verdict on a book; the message says why in a few words."""


class CheckTooSlow(Exception):  # noqa: N818  it says what is the case
    """EPUBCheck was stopped because it took too long over a book."""


class Engine(Protocol):
    """Something that runs EPUBCheck."""

    def check(self, book: Path, timeout: float) -> tuple[Message, ...]:
        """All messages on a book.

        Raises CheckFailed, or CheckTooSlow after `timeout` seconds; the next book can be checked
        all the same.
        """

    def stop(self) -> None:
        """End whatever still runs."""
