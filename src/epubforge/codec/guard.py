"""Pillow's exceptions turned into ours, at the only place where they come out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from epubforge.codec.flaws import SAVE_AGAIN, Flaw, PictureError, truncated

_RAISED = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
    EOFError, AssertionError, RuntimeError, Warning, struct.error, zlib.error,
    Image.DecompressionBombError,
)  # fmt: skip
"""All that Pillow's readers were seen to raise on damaged files."""


@contextmanager
def reading() -> Iterator[None]:
    """Whatever Pillow raises over a damaged file comes out as PictureError."""
    try:
        yield
    except PictureError:
        raise
    except (MemoryError, Image.DecompressionBombError) as error:
        reason = "needs more memory than a picture may"
        raise PictureError(Flaw.TOO_LARGE, reason, "scale it down first") from error
    except _RAISED as error:
        raise _named(error) from error


def _named(error: BaseException) -> PictureError:
    detail = str(error) or type(error).__name__
    if "truncated" in detail.lower() or isinstance(error, EOFError):
        return truncated()
    if detail == "unknown pixel mode":
        reason = "has pixels of a kind that cannot be read"
        return PictureError(Flaw.UNSUPPORTED, reason, "save it with 8 or 16 bits for each colour")
    return PictureError(Flaw.UNREADABLE, f"cannot be decoded: {detail}", SAVE_AGAIN)
