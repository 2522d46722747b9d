"""What a picture tells beside what it shows: found, named, and in no byte of the book."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from epubforge.images.prepare import prepare
from epubforge.model.picture import Picture, PicturePolicy, PictureSettings, PictureSource

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:aux="http://'
    b'ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="XMP-SERIAL"><dc:creator><rdf:Seq><rdf:li>XMP-'
    b"NAME</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
SECRETS = (
    b"ARTIST-NAME", b"CAMERA-MAKER", b"CAMERA-MODEL", b"SOME-SOFTWARE", b"A-DESCRIPTION", b"SERIAL",
    b"OWNER-NAME", b"MAKER-NOTE", b"USER-COMMENT", b"XMP-NAME", b"xmpmeta", b"2019:05:05",
    b"PLAIN-COMMENT", b"IPTC-CAPTION", b"C2PA-RECORD", b"TEXT-CHUNK",
)  # fmt: skip
EXACT_PLACE = struct.pack(">II", 4807, 100), struct.pack("<II", 4807, 100)


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x8298], made[0x013B] = "(c) KEPT", "ARTIST-NAME"
    made[0x010F], made[0x0110], made[0x0131] = "CAMERA-MAKER", "CAMERA-MODEL", "SOME-SOFTWARE"
    made[0x010E], made[0x0132] = "A-DESCRIPTION", "2019:05:05 10:10:10"
    made.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 48.07), 3: "E", 4: (2.0, 17.0, 40.2)})
    made.get_ifd(0x8769).update({0xA431: "SERIAL-4711", 0xA430: "OWNER-NAME",
                                 0x927C: b"MAKER-NOTE", 0x9286: b"ASCII\0\0\0USER-COMMENT",
                                 0x9003: "2019:05:05 10:10:10"})  # fmt: skip
    return made


def file_of(kind: str, scene: Image.Image, encode: Encode) -> bytes:
    """A file of that kind with all the secrets that such files can hold."""
    match kind:
        case "JPEG":
            data = encode(scene, "JPEG", exif=exif(), xmp=XMP, comment=b"PLAIN-COMMENT")
            irb = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0cIPTC-CAPTION"
            jumbf = b"JP\0\1C2PA-RECORD"
            extra = b"".join(
                struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
                for marker, body in ((0xED, irb), (0xEB, jumbf))
            )
            return data[:2] + extra + data[2:] + b"TEXT-CHUNK behind the end"
        case "PNG":
            texts = PngInfo()
            texts.add_text("Author", "TEXT-CHUNK")
            texts.add_text("Comment", "PLAIN-COMMENT" * 20, zip=True)
            texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
            texts.add(b"caBX", b"C2PA-RECORD")
            return encode(scene, "PNG", exif=exif(), pnginfo=texts)
        case "GIF":
            return encode(scene, "GIF", comment=b"PLAIN-COMMENT")
        case "TIFF":
            return encode(scene, "TIFF", exif=exif())
        case _:
            from pillow_heif import register_heif_opener

            register_heif_opener()
            return encode(scene, kind, exif=exif(), xmp=XMP)


@pytest.mark.parametrize("keep", [False, True], ids=["", "kept"])
@pytest.mark.parametrize("most", [3_800_000, 5000])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_no_secret_is_in_the_book(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path, kind: str, most: int, keep: bool
) -> None:
    """Whether the pixels stay, are drawn anew, or are kept by the author's wish."""
    source = put(f"a.{kind.lower()}", file_of(kind, scene, encode))
    source = replace(source, settings=PictureSettings(keep=keep))
    prepared = prepare(source, PicturePolicy(max_pixels=most), workshop)
    assert isinstance(prepared, Picture), prepared
    assert isinstance(prepared.content, Path)
    data = prepared.content.read_bytes()
    assert [secret for secret in (*SECRETS, *EXACT_PLACE) if secret in data] == []
    assert "I016" in [remark.rule.code for remark in prepared.remarks]


def test_the_note_names_what_was_found(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path
) -> None:
    """Each kind in words that people know."""
    source = put("ada.jpg", file_of("JPEG", scene, encode))
    prepared = prepare(source, PicturePolicy(), workshop)
    assert isinstance(prepared, Picture)
    (note,) = (remark for remark in prepared.remarks if remark.rule.code == "I016")
    assert note.message == (
        "images/ada.jpg tells a comment, a record of its making, names of people, notes of the"
        " camera's maker, serial numbers, texts about the picture, where it was taken; that was"
        " left out of the book"
    )


def test_a_small_copy_inside_is_found(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path
) -> None:
    """A thumbnail may show what was cropped away since."""
    small = encode(scene.resize((32, 20)), "JPEG")
    first = struct.pack(">HHHII", 1, 0x0112, 3, 1, 1 << 16) + struct.pack(">I", 26)
    entries = struct.pack(">HHII", 0x0201, 4, 1, 26 + 30) + struct.pack(
        ">HHII", 0x0202, 4, 1, len(small)
    )
    block = b"MM\0*" + struct.pack(">I", 8) + first + struct.pack(">H", 2) + entries + bytes(4)
    source = put("ada.jpg", encode(scene, "JPEG", exif=b"Exif\0\0" + block + small))
    prepared = prepare(source, PicturePolicy(), workshop)
    assert isinstance(prepared, Picture)
    assert isinstance(prepared.content, Path)
    assert prepared.content.read_bytes().count(b"\xff\xd8\xff") == 1
    assert "a small copy of the picture" in prepared.remarks[0].message
