"""Media types: which a reading system must know, which are for what.

https://www.w3.org/TR/epub-33/#sec-core-media-types
"""

from __future__ import annotations

XHTML = "application/xhtml+xml"
SVG = "image/svg+xml"
NCX = "application/x-dtbncx+xml"
SMIL = "application/smil+xml"
CSS = "text/css"
PACKAGE = "application/oebps-package+xml"
SEARCH_KEY_MAP = "application/vnd.epub.search-key-map+xml"
DTBOOK = "application/x-dtbook+xml"
PLS = "application/pls+xml"

CORE_IMAGES = frozenset({"image/gif", "image/jpeg", "image/png", SVG, "image/webp"})
CORE_AUDIO = frozenset({"audio/mpeg", "audio/mp4", "audio/ogg", "audio/ogg; codecs=opus"})
CORE_FONTS = frozenset(
    {
        "font/ttf", "font/otf", "font/woff", "font/woff2", "application/font-sfnt",
        "application/vnd.ms-opentype", "application/font-woff", "application/x-font-ttf",
    }
)  # fmt: skip
CORE_SCRIPTS = frozenset(
    {"application/javascript", "application/ecmascript", "text/javascript", "text/ecmascript"}
)
CORE = CORE_IMAGES | CORE_AUDIO | CORE_FONTS | CORE_SCRIPTS | {CSS, XHTML, NCX, SMIL, PLS}
PREFERRED = {
    "application/font-sfnt": "font/ttf",
    "application/x-font-ttf": "font/ttf",
    "application/vnd.ms-opentype": "font/otf",
    "application/font-woff": "font/woff",
    "application/ecmascript": "text/javascript",
    "application/javascript": "text/javascript",
    "text/ecmascript": "text/javascript",
}
"""The older name of a core media type, and the one that is advised today."""

CONTENT_2 = frozenset({XHTML, DTBOOK})
"""EPUB 2's content documents: http://idpf.org/epub/20/spec/OPS_2.0.1_draft.htm#Section1.3.7"""
DEPRECATED_2 = frozenset({"text/x-oeb1-document", "text/html"})
CORE_IMAGES_2 = frozenset({"image/gif", "image/jpeg", "image/png", SVG})


_FLASH = "application/x-shockwave-flash"


def plain(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_core(media_type: str) -> bool:
    """Whether every reading system of EPUB 3 must know it."""
    kind = plain(media_type)
    if kind == "audio/ogg":
        return "opus" in media_type.lower()
    return kind in CORE


def is_audio(media_type: str) -> bool:
    """Whether it is sound."""
    return plain(media_type).startswith("audio/")


def is_video(media_type: str) -> bool:
    """Whether it is film, for which no type must be known."""
    return plain(media_type).startswith("video/") or plain(media_type) == _FLASH


def is_font(media_type: str) -> bool:
    """Whether it is a font of any kind."""
    kind = plain(media_type)
    return kind in CORE_FONTS or kind.startswith(
        ("font/", "application/font-", "application/x-font")
    )


def is_image(media_type: str) -> bool:
    """Whether it is a picture."""
    return plain(media_type).startswith("image/")


def needs_no_fallback(media_type: str) -> bool:
    """Whether a resource of this type may stand alone where it is used.

    https://www.w3.org/TR/epub-33/#sec-exempt-resources
    """
    return is_core(media_type) or is_video(media_type) or is_font(media_type)
