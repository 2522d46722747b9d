"""Values inside an SVG drawing: lengths in pixels, styles that do not reach out."""

from __future__ import annotations

import math
import re

_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([a-z]*)\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54,
           "in": 96.0, "em": 16.0, "ex": 8.0, "rem": 16.0}  # fmt: skip
"""CSS pixels in each unit: https://www.w3.org/TR/css-values-4/#absolute-lengths"""
_LARGEST = 100_000
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpeg|jpg|gif|webp);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(\s*([\"']?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
_IMPORT = re.compile(r"@import[^;]*;?", re.IGNORECASE)
_ACTIVE = re.compile(r"expression\s*\(|javascript:|-moz-binding|behavior\s*:", re.IGNORECASE)


def length(value: str | None) -> float | None:
    """A length in pixels; None for what is none, or is relative to a page, or impossible."""
    match = _LENGTH.fullmatch(value.lower()) if value else None
    if match is None or match[2] not in _PIXELS:
        return None
    pixels = float(match[1]) * _PIXELS[match[2]]
    return pixels if math.isfinite(pixels) and 0 < pixels <= _LARGEST else None


def embedded_picture(target: str) -> bool:
    """Whether a reference holds a picture of pixels itself."""
    return _EMBEDDED.match(target) is not None


def safe_style(style: str) -> str:
    """A style, or an attribute's value, without imports and references to the outside.

    A style that hides letters behind backslashes and names a reference, or runs, goes as a whole.
    """
    if "\\" in style and ("(" in style or "@" in style or ":" in style):
        return ""
    if _ACTIVE.search(style):
        return ""
    return _URL.sub(_inside, _IMPORT.sub("", style))


def _inside(match: re.Match[str]) -> str:
    target = match[2].strip()
    return match[0] if target.startswith("#") or embedded_picture(target) else "none"
