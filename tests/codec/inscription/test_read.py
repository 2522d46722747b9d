"""What a picture file says of itself, from files written byte by byte."""

from __future__ import annotations

import hashlib
import io
import random
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from codec.inscription.packets_by_hand import (
    alternatives,
    dataset,
    exif,
    jpeg,
    png,
    resource,
    with_iim,
    with_xmp,
    xmp,
)
from epubforge.codec.flaws import PictureError
from epubforge.codec.inscription.read import Inscription, read_inscription

Read = Callable[..., Inscription]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the inscription of a file with these bytes."""

    def of(data: bytes, language: str = "en") -> Inscription:
        path = tmp_path / "picture"
        path.write_bytes(data)
        return read_inscription(path, language)

    return of


FULL = (
    alternatives("dc:title", x_default="T")
    + alternatives("dc:description", x_default="D &amp; d")
    + alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="A man")
    + alternatives("Iptc4xmpCore:ExtDescrAccessibility", x_default="More")
    + "<dc:creator><rdf:Seq><rdf:li>Ann</rdf:li><rdf:li>Bob</rdf:li></rdf:Seq></dc:creator>"
    + alternatives("dc:rights", x_default="© Ann")
    + "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Carl</rdf:li></rdf:Bag>"
    "</Iptc4xmpExt:PersonInImage>"
    '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>'
    '<rdf:li><rdf:Description mwg-rs:Name="Dora" mwg-rs:Type="Face"/></rdf:li>'
    '<rdf:li><rdf:Description mwg-rs:Name="Rex" mwg-rs:Type="Pet"/></rdf:li>'
    "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
)
SHORT = (
    'photoshop:Credit="Agency" photoshop:DateCreated="1935-08" photoshop:City="Berlin" '
    'photoshop:State="Berlin" photoshop:Country="Germany" Iptc4xmpCore:Location="Mitte"'
)
EXPECTED = Inscription(
    title="T", caption="D & d", alt="A man", longdesc="More", creators=("Ann", "Bob"),
    credit="Agency", rights="© Ann", date="1935-08", place="Mitte, Berlin, Germany",
    people=("Carl",), faces=("Dora",),
)  # fmt: skip


def webp(packet: bytes) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "WEBP", xmp=packet)
    return file.getvalue()


def avif(packet: bytes) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "AVIF", xmp=packet)
    return file.getvalue()


def tiff(packet: bytes) -> bytes:
    return exif({700: (1, packet)}, ">")


def in_png(packet: bytes) -> bytes:
    return png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet))


@pytest.mark.parametrize("made", [with_xmp, in_png, tiff, webp, avif])
def test_xmp_in_every_container(made: Callable[[bytes], bytes], read: Read) -> None:
    """Every field is read, as elements and as attributes, whatever file carries the packet."""
    assert read(made(xmp(FULL, SHORT))) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_xmp_in_utf_16(encoding: str, read: Read) -> None:
    """A packet may be in UTF-16, in either order of bytes."""
    mark = "" if encoding == "utf-16" else "\ufeff"
    packet = (mark + xmp(FULL, SHORT).decode()).encode(encoding)
    assert read(with_xmp(packet)) == EXPECTED


def test_extended_xmp(read: Read) -> None:
    """What had no room in the first packet is put together from its parts, in any order."""
    extended = xmp(alternatives("Iptc4xmpCore:ExtDescrAccessibility", x_default="L" * 9000))
    guid = hashlib.md5(extended).hexdigest().upper().encode()
    main = xmp(attributes=f'xmpNote:HasExtendedXMP="{guid.decode()}" photoshop:Credit="C"')
    parts = [
        (0xE1, b"http://ns.adobe.com/xmp/extension/\0" + guid
         + struct.pack(">II", len(extended), at) + extended[at : at + 4000])
        for at in (8000, 0, 4000)
    ]  # fmt: skip
    said = read(jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + main), *parts))
    assert (said.credit, said.longdesc) == ("C", "L" * 9000)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Deutsch"), ("de-AT", "Deutsch"), ("en-US", "British"), ("fr", "Default"),
     ("en-GB", "British")],
)  # fmt: skip
def test_the_books_language_is_chosen(language: str, expected: str, read: Read) -> None:
    """The language, else its kin, else the default."""
    texts = alternatives("dc:description", x_default="Default", de="Deutsch", en_GB="British")
    assert read(with_xmp(xmp(texts)), language).caption == expected


IIM = (
    dataset(5, b"Tit") + dataset(120, "Müller".encode()) + dataset(80, b"A") + dataset(80, b"B")
    + dataset(110, b"C") + dataset(116, b"R") + dataset(55, b"19350831") + dataset(92, b"Y")
    + dataset(90, b"X") + dataset(101, b"Z")
)  # fmt: skip
FROM_IIM = Inscription(
    title="Tit", caption="Müller", creators=("A", "B"), credit="C", rights="R",
    date="1935-08-31", place="Y, X, Z",
)  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        with_iim(dataset(90, b"\x1b%G", 1) + IIM),
        with_iim(IIM),
        exif({33723: (7, IIM)}),
        exif({34377: (1, resource(0x0404, IIM))}),
        png((b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(
            b"\niptc\n%d\n" % len(resource(0x0404, IIM)) + resource(0x0404, IIM).hex().encode()))),
    ],
    ids=["jpeg", "undeclared", "tiff", "tiff-resources", "png"],
)  # fmt: skip
def test_iim_in_every_container(data: bytes, read: Read) -> None:
    """IPTC's older form is read from Photoshop's resources, from a tag, from a PNG's text."""
    assert read(data) == FROM_IIM


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [("Größe, “x” – naïve", "cp1252", b""), ("Größe naïve", "mac-roman", b""),
     ("Größe", "utf-8", b"\x1b%G"), ("Žluť", "iso8859-2", b"\x1b-B"),
     ("Größe", "cp1252", b"\x1b%G")],
)  # fmt: skip
def test_letters_of_iim(text: str, encoding: str, declared: bytes, read: Read) -> None:
    """The declared encoding if it can be, else UTF-8, Windows' or the old Macintosh's letters."""
    head = dataset(90, declared, 1) if declared else b""
    assert read(with_iim(head + dataset(120, text.encode(encoding)))).caption == text


def test_xmp_counts_before_iim_unless_that_is_newer(read: Read) -> None:
    """The digest tells that a program wrote IIM and passed XMP over."""
    packet = xmp(alternatives("dc:description", x_default="From XMP"))
    data = dataset(120, b"From IIM")
    same = hashlib.md5(data).digest()
    assert read(with_iim(data, b"", packet)).caption == "From XMP"
    assert read(with_iim(data, same, packet)).caption == "From XMP"
    assert read(with_iim(data, b"\0" * 16, packet)).caption == "From IIM"


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif(order: str, read: Read) -> None:
    """Description, artists, notice, date; texts of Windows in UTF-16."""
    block = exif(
        {
            0x010E: (2, "Beschreibüng\0".encode()),
            0x013B: (2, b"Ann; Bob\0"),
            0x8298: (2, b"Ann\0Ed\0"),
            0x9003: (2, b"2009:08:31 12:00:00\0"),
            0x9C9B: (1, "Tütel\0".encode("utf-16-le")),
        },
        order,
    )
    expected = Inscription(
        title="Tütel", caption="Beschreibüng", creators=("Ann", "Bob"), rights="Ann; Ed",
        date="2009-08-31",
    )  # fmt: skip
    assert read(jpeg((0xE1, b"Exif\0\0" + block))) == expected
    assert read(png((b"eXIf", block))) == expected
    assert read(block) == expected


@pytest.mark.parametrize(
    "value",
    [b"UNICODE\0" + "Kömment".encode("utf-16-le"), b"UNICODE\0" + "Kömment".encode("utf-16-be"),
     b"ASCII\0\0\0" + "Kömment".encode("cp1252"), b"\0" * 8 + "Kömment".encode()],
)  # fmt: skip
def test_user_comment(value: bytes, read: Read) -> None:
    """It names its encoding, and often not its order of bytes."""
    assert read(exif({0x9286: (7, value)})).caption == "Kömment"


@pytest.mark.parametrize(
    "text", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\100MEDIA\\DJI_0001.JPG", "<Digimax>"]
)
def test_what_cameras_fill_in_is_no_caption(text: str, read: Read) -> None:
    """Machines put their own name where a description should stand."""
    assert read(exif({0x010E: (2, text.encode())})) == Inscription()


def test_the_keywords_of_png(read: Read) -> None:
    """Title, author, description, copyright; a text that unpacks to gigabytes is passed over."""
    said = read(
        png(
            (b"tEXt", b"Title\0T"),
            (b"iTXt", "Description\0\0\0\0\0Ünter".encode()),
            (b"zTXt", b"Copyright\0\0" + zlib.compress(b"R")),
            (b"zTXt", b"Author\0\0" + zlib.compress(b"A" * 40_000_000)),
        )
    )
    assert said == Inscription(title="T", caption="Ünter", rights="R")


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + xmp(
    alternatives("dc:description", x_default="&b;")
)


@pytest.mark.parametrize(
    ("packet", "why"),
    [(xmp(FULL)[:-40], "not well-formed"), (BOMB, "document type"),
     (b"<a>" * 100 + b"</a>" * 100, "nested too deep"),
     (b"<x>" + b"<a/>" * 60_000 + b"</x>", "too many parts")],
    ids=["cut", "entities", "deep", "wide"],
)  # fmt: skip
def test_a_broken_packet_is_told(packet: bytes, why: str, read: Read) -> None:
    """The other ways still count; what is wrong is a sentence."""
    data = in_png(packet)
    said = read(data[:33] + png((b"tEXt", b"Title\0T"))[33 : 33 + 12 + 7] + data[33:])
    assert said.title == "T"
    assert [why in trouble for trouble in said.troubles] == [True]


def test_hostile_files_end_soon_and_raise_nothing(tmp_path: Path, read: Read) -> None:
    """Cut at any place or with bits turned, every file is read to an inscription."""
    chance = random.Random(5)
    began = time.monotonic()
    packet = xmp(FULL, SHORT)
    for whole in (
        with_iim(IIM, b"", packet), in_png(packet), tiff(packet), webp(packet), avif(packet),
        exif({0x010E: (2, b"text"), 0x8769: (4, b"\x08\0\0\0")}),
    ):  # fmt: skip
        for _ in range(150):
            data = bytearray(whole[: chance.randrange(1, len(whole) + 1)])
            for _ in range(chance.randrange(4)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            assert isinstance(read(bytes(data)), Inscription)
    assert time.monotonic() - began < 30


def test_what_is_no_file(tmp_path: Path, read: Read) -> None:
    """A folder and a missing file are refused; an empty file and a text say nothing."""
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(PictureError):
            read_inscription(path, "en")
    assert read(b"") == read(b"hello, this is a text") == Inscription()
