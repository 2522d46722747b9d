"""What kind of picture a file is, told by its first bytes."""

from __future__ import annotations

import pytest

from epubforge.codec.flaws import Flaw, PictureError
from epubforge.codec.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n\0\0", Kind.PNG),
        (b"GIF89a", Kind.GIF),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Kind.WEBP),
        (b"II*\0\x08\0\0\0", Kind.TIFF),
        (b"MM\0*\0\0\0\x08", Kind.TIFF),
        (b"BM\x10\0", Kind.BMP),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1", Kind.AVIF),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", Kind.AVIF),
        (b"<svg/>", Kind.SVG),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<s:svg xmlns:s="x">', Kind.SVG),
        ("<svg>".encode("utf-16"), Kind.SVG),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Kind.HEIF),
    ],
)
def test_the_first_bytes_tell(head: bytes, kind: Kind) -> None:
    """Each kind has its mark."""
    assert kind_of(head, ".jpg") is kind


@pytest.mark.parametrize(
    ("head", "ending", "flaw", "reason"),
    [
        (b"", ".jpg", Flaw.EMPTY, "is empty: it has no bytes"),
        (b"8BPS\0\1", ".psd", Flaw.UNSUPPORTED, "is a Photoshop document, which cannot be read"),
        (b"%PDF-1.7", ".jpg", Flaw.UNSUPPORTED, "is a PDF, which cannot be read"),
        (b"\0\0\0\x18ftypmp42", ".jpg", Flaw.UNSUPPORTED,
         "is a film or another kind of media file, which cannot be read"),
        (b"II*\0\x10\0\0\0CR\2\0", ".tif", Flaw.UNSUPPORTED,
         "is a camera's raw file, which cannot be read"),
        (b"<html><body>", ".jpg", Flaw.NOT_A_PICTURE, "is no picture but a web page"),
        (b"\x7fELF\2\1", ".jpg", Flaw.NOT_A_PICTURE,
         "is no picture but something else, whatever its name says"),
    ],
)  # fmt: skip
def test_what_is_none_is_named(head: bytes, ending: str, flaw: Flaw, reason: str) -> None:
    """The reason says what it is instead."""
    with pytest.raises(PictureError) as raised:
        kind_of(head, ending)
    assert (raised.value.flaw, raised.value.reason) == (flaw, reason)
