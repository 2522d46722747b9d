"""What keeps a picture file from being used, as one exception with a reason for people."""

from __future__ import annotations

from enum import Enum


class Flaw(Enum):
    """The ways in which a file is no usable picture."""

    UNREADABLE = "unreadable"
    TRUNCATED = "truncated"
    EMPTY = "empty"
    NOT_A_PICTURE = "not a picture"
    TOO_LARGE = "too large"
    UNSUPPORTED = "unsupported"
    UNSAFE = "unsafe"
    WITHOUT_SIZE = "without size"
    EXTRA_MISSING = "extra missing"


class PictureError(Exception):
    """A picture file cannot be used; the reason continues a sentence that begins with its name."""

    def __init__(self, flaw: Flaw, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.flaw = flaw
        self.reason = reason
        self.hint = hint


SAVE_AGAIN = "open it in an image editor and save it again, or take it from its source once more"


def truncated() -> PictureError:
    """The flaw of a file that ends too early."""
    return PictureError(
        Flaw.TRUNCATED,
        "ends before its picture does: the file is cut off",
        "copy it again from where it came from",
    )


def damaged(detail: str) -> PictureError:
    """The flaw of a file whose inside is broken; the detail says where."""
    return PictureError(Flaw.UNREADABLE, f"is damaged: {detail}", SAVE_AGAIN)
