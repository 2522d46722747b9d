"""Why a font cannot be used."""

from __future__ import annotations


class FontError(Exception):
    """A file that is no usable font, or one that may not be embedded.

    `reason` goes on after the file's name: `is no font`; `hint` says what to do.
    """

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
