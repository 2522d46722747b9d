"""What EXIF says, and the smallest EXIF that says it again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from epubforge.codec.exif import Exif, read_exif, write_exif
from epubforge.codec.private import Private, private_in_xmp

TEXTS = st.binary(max_size=60).filter(lambda text: text == text.strip() and b"\0" not in text)


def test_what_pillow_writes_is_read() -> None:
    """Orientation, texts, and what is private, in the directories where cameras put them."""
    exif = Image.Exif()
    exif[0x0112], exif[0x8298], exif[0x013B] = 8, "(c) me", "Me"
    exif.get_ifd(0x8825).update({2: (1.0, 2.0, 3.0)})
    exif.get_ifd(0x8769).update({0xA431: "4711"})
    assert read_exif(exif.tobytes().removeprefix(b"Exif\0\0")) == Exif(
        8, b"(c) me", b"Me", frozenset({Private.PLACE, Private.SERIAL})
    )


def test_an_empty_place_is_no_place() -> None:
    """Cameras without a receiver write the directory and only its version."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({0: b"\2\3\0\0"})
    assert read_exif(exif.tobytes().removeprefix(b"Exif\0\0")).private == frozenset()


def test_an_impossible_orientation_is_none() -> None:
    """There are eight."""
    exif = Image.Exif()
    exif[0x0112] = 9
    assert read_exif(exif.tobytes().removeprefix(b"Exif\0\0")).orientation == 1


@given(TEXTS, TEXTS)
def test_what_is_written_is_read_again(copyright: bytes, artist: bytes) -> None:
    """Texts come through, and nothing else is said."""
    assert read_exif(write_exif(copyright, artist)) == Exif(1, copyright, artist)


def test_nothing_to_say_is_no_block() -> None:
    """No empty EXIF in a book."""
    assert write_exif(b"", b"") == b""


@given(st.binary(max_size=200), st.sampled_from([b"II*\0", b"MM\0*", b""]))
def test_damage_is_passed_over(rest: bytes, start: bytes) -> None:
    """Any bytes give an answer."""
    assert 1 <= read_exif(start + rest).orientation <= 8


def test_xmp_tells_by_its_names() -> None:
    """Only what is there is said."""
    packet = b'<rdf:Description exif:GPSLatitude="48,51N" aux:SerialNumber="1"/>'
    assert private_in_xmp(packet) == {Private.PLACE, Private.SERIAL}
    assert private_in_xmp(b"<x:xmpmeta/>") == frozenset()
