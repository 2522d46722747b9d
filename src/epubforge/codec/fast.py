"""The one door to libvips: a JPEG scaled in less time, with other bytes than Pillow's."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image

from epubforge.diagnostics import ExtraMissing

if TYPE_CHECKING:
    from types import ModuleType

INSTALL = "pip install 'epubforge[fast]'"
_BANDS = {1: "L", 3: "RGB"}


def demand() -> None:
    """Raise ExtraMissing unless libvips is here."""
    _vips()


def scaled(data: bytes, reduction: int, size: tuple[int, int]) -> Image.Image | None:
    """A grey or coloured JPEG in a new size; None where libvips has anything to say against it.

    What it objects to is for the careful reader, which knows what a flaw is and names it. Nothing
    but its JPEG reader is used: whatever else libvips can open stays shut.
    """
    vips = _vips()
    try:
        image = vips.Image.jpegload_buffer(
            data, shrink=reduction, access="sequential", fail_on="warning"
        )
        width, height = size
        image = image.resize(width / image.width, vscale=height / image.height, kernel="lanczos3")
        if (image.width, image.height) != size or image.bands not in _BANDS:
            return None
        pixels: bytes = image.write_to_memory()
    except vips.Error:
        return None
    return Image.frombytes(_BANDS[image.bands], size, pixels)


@cache
def _vips() -> ModuleType:
    # Pictures are worked on side by side already; and what was loaded once is not asked for again.
    os.environ.setdefault("VIPS_CONCURRENCY", "1")
    try:
        import pyvips
    except (ImportError, OSError) as absent:
        raise ExtraMissing(f"[images] fast needs libvips; install it with: {INSTALL}") from absent
    pyvips.block_untrusted_set(True)
    pyvips.cache_set_max(0)
    module: ModuleType = pyvips
    return module
