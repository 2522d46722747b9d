"""What kind of picture a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import Enum

from epubforge.codec.flaws import Flaw, PictureError

HEAD = 4096
"""As many bytes as tell every kind; an SVG may begin with long comments."""


class Kind(Enum):
    """The kinds that can be read; the value is the name that people use."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WebP"
    TIFF = "TIFF"
    BMP = "BMP"
    AVIF = "AVIF"
    HEIF = "HEIC"
    SVG = "SVG"


ENDINGS = {
    Kind.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    Kind.PNG: (".png", ".apng"),
    Kind.GIF: (".gif",),
    Kind.WEBP: (".webp",),
    Kind.TIFF: (".tif", ".tiff"),
    Kind.BMP: (".bmp", ".dib"),
    Kind.AVIF: (".avif", ".avifs"),
    Kind.HEIF: (".heic", ".heif", ".hif", ".heics", ".heifs"),
    Kind.SVG: (".svg",),
}
"""The endings that belong to each kind; the first is the usual one."""

_SIGNATURES = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"II+\0", Kind.TIFF),
    (b"MM\0+", Kind.TIFF),
    (b"BM", Kind.BMP),
)
_FOREIGN = (
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"8BPS", "a Photoshop document"),
    (b"gimp xcf", "a GIMP document"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "an EPS or PostScript file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"\0\0\x01\0", "an icon file"),
    (b"\x1f\x8b", "a compressed file, perhaps an SVGZ"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"FUJIFILMCCD-RAW", "a camera's raw file"),
    (b"IIU\0", "a camera's raw file"),
    (b"IIRO", "a camera's raw file"),
)
_RAW_ENDINGS = frozenset({".nef", ".nrw", ".cr2", ".arw", ".srf", ".dng", ".orf", ".rw2", ".pef"})
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_SVG_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")
_EXPORT = "export it as JPEG, PNG or TIFF"


def kind_of(head: bytes, ending: str) -> Kind:
    """The kind of the picture that begins with these bytes.

    Raises PictureError for files that hold no picture, or one that cannot be read. The ending
    (with its dot) only tells a camera's raw file from a TIFF, which it is in disguise.
    """
    if not head:
        raise PictureError(Flaw.EMPTY, "is empty: it has no bytes", "copy it again")
    kind = _by_signature(head)
    if kind is Kind.TIFF and (ending.lower() in _RAW_ENDINGS or head[8:10] == b"CR"):
        raise _unsupported("a camera's raw file")
    if kind is not None:
        return kind
    for signature, name in _FOREIGN:
        if head.startswith(signature):
            raise _unsupported(name)
    raise _no_picture(head)


def _by_signature(head: bytes) -> Kind | None:
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    return Kind.SVG if _is_svg(head) else None


def _by_brand(head: bytes) -> Kind:
    """AVIF and HEIC share a container: ISO/IEC 23008-12, brands in its first box."""
    length = int.from_bytes(head[:4], "big")
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(length, len(head)), 4))}
    if brands & {b"avif", b"avis"}:
        return Kind.AVIF
    if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}:
        return Kind.HEIF
    raise _unsupported("a film or another kind of media file")


def _is_svg(head: bytes) -> bool:
    text = head.replace(b"\0", b"")  # UTF-16 looks like ASCII with holes
    start = text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _SVG_ROOT.search(text) is not None and not _is_html(start)


def _is_html(start: bytes) -> bool:
    return start[:64].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def _unsupported(name: str) -> PictureError:
    return PictureError(Flaw.UNSUPPORTED, f"is {name}, which cannot be read", _EXPORT)


def _no_picture(head: bytes) -> PictureError:
    if head.startswith(_LFS_POINTER):
        reason = "is a Git LFS pointer: the picture itself was not fetched"
        return PictureError(Flaw.NOT_A_PICTURE, reason, "run: git lfs pull")
    if not head.strip(b"\0"):
        return PictureError(
            Flaw.NOT_A_PICTURE, "holds nothing but zero bytes", "copy it again: the copy broke off"
        )
    if _is_html(head.lstrip()):
        reason = "is no picture but a web page"
        return PictureError(Flaw.NOT_A_PICTURE, reason, "download the picture itself")
    sort = "a text" if _is_text(head) else "something else"
    return PictureError(
        Flaw.NOT_A_PICTURE,
        f"is no picture but {sort}, whatever its name says",
        "put the picture itself there: JPEG, PNG, SVG, TIFF, WebP, AVIF, GIF or BMP",
    )


def _is_text(head: bytes) -> bool:
    return all(byte >= 32 or byte in b"\t\n\f\r\x1b" for byte in head)
