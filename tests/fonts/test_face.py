"""A font file turned into a face, or refused with a reason."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable

import brotli
import pytest
from fontTools.ttLib import TTFont

from epubforge.fonts.error import FontError
from epubforge.fonts.face import Face, missing, read_face, read_faces
from epubforge.fonts.house import code_face, text_face
from epubforge.fonts.sfnt import LARGEST, tables
from epubforge.fonts.subset import subset

SMALL = subset(text_face(), "Hamburgefonts fi AV")


def changed(change: Callable[[TTFont], None], flavour: str | None = None) -> bytes:
    """The small font with something else in it, written by fontTools."""
    font = TTFont(io.BytesIO(SMALL), recalcTimestamp=False)
    change(font)
    font.flavor = flavour
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def same(font: TTFont) -> None:
    """Nothing is changed."""


def allowing(bits: int) -> Callable[[TTFont], None]:
    def change(font: TTFont) -> None:
        font["OS/2"].fsType = bits

    return change


def test_a_face_says_what_it_is() -> None:
    """Family, weight, style and licence come from the font."""
    face = read_face(SMALL, "fonts/a.ttf")
    assert (face.family, face.weight, face.italic) == ("Literata", 400, False)
    assert face.copyright.startswith("Copyright 2017 The Literata Project Authors")
    assert "SIL Open Font License" in face.licence
    assert face.licence_url.startswith("http")
    assert (face.media_type, face.label, face.embeddable) == ("font/ttf", "fonts/a.ttf", True)


def test_woff_is_unwrapped() -> None:
    """The sfnt inside is the one that was wrapped, table by table."""
    packed = changed(same, "woff")
    assert packed[:4] == b"wOFF"
    plain = changed(same)
    assert tables(read_face(packed, "a.woff").data) == tables(plain)
    assert TTFont(io.BytesIO(read_face(packed, "a.woff").data)).getBestCmap()


def test_woff2_is_unwrapped_and_survived() -> None:
    """The same letters come out; damaged and bursting files are refused."""
    packed = changed(same, "woff2")
    assert packed[:4] == b"wOF2"
    face = read_face(packed, "a.woff2")
    plain = TTFont(io.BytesIO(face.data))
    assert plain.getBestCmap().keys() == TTFont(io.BytesIO(SMALL)).getBestCmap().keys()
    assert plain.flavor is None
    assert plain["head"].modified == TTFont(io.BytesIO(SMALL))["head"].modified, "no clock"
    assert read_face(packed, "a.woff2") == face
    chance = random.Random(11)
    for turn in range(150):
        data = bytearray(packed)
        if turn % 3 == 0:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.randrange(1, 20)):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_face(bytes(data), "a.woff2")
        except FontError:
            continue


def test_a_woff2_bomb_is_refused() -> None:
    """A stream of brotli that unpacks to gigabytes is stopped at the size of a font."""
    stream = brotli.compress(bytes(LARGEST + 5_000_000), quality=4)
    entry = bytes([10]) + bytes([0x82, 0x80, 0x80, 0x80, 0x00])  # glyf, of 512 MB
    head = b"wOF2\0\1\0\0" + struct.pack(">LHHLL", 0, 1, 0, 1000, len(stream))
    data = head + bytes(48 - len(head)) + entry + bytes([0]) + stream
    with pytest.raises(FontError):
        read_face(data, "a.woff2")


def test_weight_and_style_by_os2() -> None:
    """The weight class counts, old fonts' one to nine too; oblique is italic."""

    def bold(font: TTFont) -> None:
        font["OS/2"].usWeightClass = 7
        font["OS/2"].fsSelection = 0x0200

    face = read_face(changed(bold), "a.ttf")
    assert (face.weight, face.italic) == (700, True)


def test_a_variable_font_gives_regular_and_bold() -> None:
    """Two static faces of one file."""
    from importlib.resources import files

    data = (files("fontpkg_literata") / "files" / "Literata[opsz,wght].ttf").read_bytes()
    faces = read_faces(data, "Literata.ttf")
    assert [face.weight for face in faces] == [400, 700]
    for face in faces:
        font = TTFont(io.BytesIO(face.data))
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == face.weight


@pytest.mark.parametrize(
    ("bits", "embedding"),
    [(0, "subset"), (2, "never"), (4, "subset"), (6, "subset"), (8, "subset"), (0x108, "whole"),
     (0x102, "never")],
)  # fmt: skip
def test_the_makers_permission(bits: int, embedding: str) -> None:
    """Restricted is never, no-subsetting is whole, and of several bits the loosest holds."""
    assert read_face(changed(allowing(bits)), "a.ttf").embedding == embedding


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no font"),
        (b"PK\x03\x04 and so on", "is no font"),
        (b"wOF2", "breaks off"),
        (b"wOF2" + bytes(60), "is damaged"),
        (b"ttcf" + bytes(60), "collection"),
        (b"OTTO", "breaks off"),
        (b"wOFF\0\x01\0\0", "breaks off"),
        (SMALL[:200], "breaks off"),
        (SMALL[:-2000], "breaks off"),
        (SMALL[:12] + SMALL[28:], "breaks off|damaged"),
        (SMALL[:4] + b"\xff\xff" + SMALL[6:], "breaks off"),
        (b"\0\1\0\0" + bytes(LARGEST), "larger"),
    ],
)
def test_what_is_no_font_is_refused(data: bytes, reason: str) -> None:
    """With a reason and a hint."""
    with pytest.raises(FontError, match=reason) as refused:
        read_face(data, "a.ttf")
    assert refused.value.hint


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    """A WOFF whose tables promise gigabytes, or hold more than they promise."""
    packed = zlib.compress(bytes(100_000_000), 9)
    for promised in (100_000_000, 5000):
        entry = struct.pack(">4sLLLL", b"glyf", 64, len(packed), promised, 0)
        head = b"wOFF\0\1\0\0" + struct.pack(">LHHLHHLLLLL", 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        with pytest.raises(FontError):
            read_face(head + entry + packed, "a.woff")


def test_damage_anywhere_is_survived() -> None:
    """Cut or with wrong bytes, a font is read or refused, measured and cut down, and no more."""
    chance = random.Random(7)
    for turn in range(600):
        data = bytearray(SMALL)
        if turn % 3 == 0:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.randrange(1, 40)):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            face = read_face(bytes(data), "a.ttf")
            subset(face, "Hamburg fi")
        except FontError:
            continue
        from epubforge.fonts.ruler import Ruler

        assert isinstance(Ruler(face).width("Hamburg fi", 20), float)
        assert Ruler(face).metrics.ascent is not None


def test_a_subset_holds_what_is_asked_for() -> None:
    """Letters asked for, space and hyphens; not the rest; equal letters, equal bytes."""
    made = subset(text_face(), ["été", "fi"])
    assert made == subset(text_face(), "fité")
    font = TTFont(io.BytesIO(made))
    assert {chr(code) for code in font.getBestCmap()} == set("éfit -\u00a0\u2010")
    assert "fpgm" not in font
    assert "GPOS" in font
    assert "SIL Open Font License" in str(font["name"].getName(13, 3, 1, 0x409))
    assert len(made) < 12_000


def test_the_whole_font_where_cutting_is_forbidden() -> None:
    """And nothing of one that may not be embedded."""
    whole = read_face(changed(allowing(0x100)), "a.ttf")
    assert subset(whole, "H") == whole.data
    with pytest.raises(FontError, match="may not be embedded"):
        subset(read_face(changed(allowing(2)), "a.ttf"), "H")


def test_the_house_holds_many_scripts() -> None:
    """Latin, Greek, Cyrillic and Vietnamese by the text face itself."""
    text = "Quick ß Łódź Ελλάς ἄνθρωπος Українська Ђорђе Việt “—” … € № 1234"
    for bold in (False, True):
        for italic in (False, True):
            face = text_face(bold=bold, italic=italic)
            assert missing(face, text) == ()
            assert (face.weight, face.italic) == (700 if bold else 400, italic)
    assert missing(code_face(), "def f(x): return {‘ß’} → ┌─┐") == ()


def test_fallbacks_are_asked_in_order() -> None:
    """Only those that hold something which those before them lack."""
    from epubforge.fonts.house import faces_for

    def families(text: str) -> list[str]:
        return [face.family for face in faces_for(text)]

    assert families("Plain") == ["Literata"]
    assert families("ʃ") == ["Literata", "Noto Serif"]
    assert families("שלום") == ["Literata", "Frank Ruhl Libre"]
    assert families("العربية، فارسی") == ["Literata", "Amiri"]
    assert families("漢字") == ["Literata"]
    assert families("हिन्दी ไทย") == ["Literata", "Noto Sans Devanagari", "Noto Sans Thai"]


def test_licence_as_a_file_of_the_book() -> None:
    """The package's own licence text, named after the family."""
    from epubforge.fonts.licence import font_file, licence_file

    made = licence_file(text_face(bold=True))
    assert made is not None
    href, text = made
    assert href == "fonts/literata-LICENSE.txt"
    assert text.startswith("Copyright 2017 The Literata Project Authors")
    assert "PREAMBLE" in text
    assert font_file(text_face(bold=True, italic=True)) == "fonts/literata-700-italic.ttf"


def test_a_face_is_a_plain_value() -> None:
    """Equal files, equal faces: a stage may keep and compare them."""
    one, two = (read_face(SMALL, "a.ttf") for _ in range(2))
    assert isinstance(one, Face)
    assert one == two
    assert hash(one) == hash(two)
