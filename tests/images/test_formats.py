"""Every kind of file that a camera, a scanner or a telephone makes, in all its ways."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from epubforge.images.prepare import prepare
from epubforge.model.picture import BrokenPicture, Picture, PicturePolicy, PictureSource, Prepared

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]
Levels = NDArray[np.float64]
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2))  # fmt: skip
"""Adam7: column and row where each pass begins, and its steps."""
PNGS = [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8),
        (4, 8), (4, 16), (6, 8), (6, 16)]  # fmt: skip


def prepared(source: PictureSource, workshop: Path) -> Prepared:
    return prepare(source, PicturePolicy(), workshop)


def levels(picture: Prepared) -> Levels:
    assert isinstance(picture, Picture), picture
    assert isinstance(picture.content, Path)
    with Image.open(picture.content) as image:
        return np.asarray(image.convert("RGB"), np.float64)


def message(picture: Prepared) -> str:
    assert isinstance(picture, BrokenPicture), picture
    return f"{picture.remark.rule.code} {picture.remark.message}"


def slopes(width: int, height: int) -> Levels:
    """Three slopes from 0 to 1."""
    y, x = np.mgrid[0:height, 0:width]
    across, down = x / max(1, width - 1), y / max(1, height - 1)
    return np.stack([across, down, (across + down) / 2], -1)


def rows(samples: NDArray[np.int64], depth: int, interlaced: bool) -> bytes:
    """Scan lines without filters, in passes where interlaced."""
    parts = [samples[y::dy, x::dx] for x, y, dx, dy in PASSES] if interlaced else [samples]
    return b"".join(b"\0" + packed(row.reshape(-1), depth)
                    for part in parts if part.size for row in part)  # fmt: skip


def packed(values: NDArray[np.int64], depth: int) -> bytes:
    if depth == 16:
        return values.astype(">u2").tobytes()
    bits = "".join(format(int(value), f"0{depth}b") for value in values)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def png(header: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", header), *chunks, (b"IEND", b""))
    )


@pytest.mark.parametrize("interlaced", [False, True], ids=["", "interlaced"])
@pytest.mark.parametrize(("colour_type", "depth"), PNGS)
@pytest.mark.parametrize("size", [(1, 1), (7, 5), (33, 18)])
def test_every_png_there_can_be(
    put: Put, workshop: Path, size: tuple[int, int], colour_type: int, depth: int, interlaced: bool
) -> None:
    """All colour types, depths and both orders, in odd sizes: no level is off by more than half."""
    top, wanted = 2**depth - 1, slopes(*size)
    chunks: list[tuple[bytes, bytes]] = []
    if colour_type in {2, 6}:
        samples = (wanted * top).round().astype(np.int64)
        shown = samples / top * 255
    else:
        samples = (wanted[..., 2:] * top).round().astype(np.int64)
        shown = (samples / top * 255).repeat(3, 2)
    if colour_type == 3:
        palette = np.arange(3 * (top + 1), dtype=np.int64).reshape(-1, 3) * 7 % 256
        chunks.append((b"PLTE", palette.astype(np.uint8).tobytes()))
        shown = palette[samples[..., 0]].astype(np.float64)
    if colour_type in {4, 6}:
        opaque = np.full((*samples.shape[:2], 1), top)
        samples = np.concatenate([samples, opaque], -1)
    header = struct.pack(">IIBBBBB", *size, depth, colour_type, 0, 0, int(interlaced))
    chunks.append((b"IDAT", zlib.compress(rows(samples, depth, interlaced))))
    made = prepared(put("a.png", png(header, *chunks)), workshop)
    assert np.abs(levels(made) - shown).max() <= 0.51


def tiff(
    samples: NDArray[np.generic], kind: int, order: Literal["<", ">"], planar: bool = False
) -> bytes:
    """An RGB TIFF without compression, in that byte order; `kind` is its sample format."""
    height, width, channels = samples.shape
    data = samples.astype(samples.dtype.newbyteorder(order))
    planes = [np.ascontiguousarray(data[..., n]).tobytes() for n in range(channels)]
    strips = planes if planar else [data.tobytes()]
    bits = samples.dtype.itemsize * 8
    lists = (struct.pack(f"{order}{channels}H", *[bits] * channels),
             struct.pack(f"{order}{channels}H", *[kind] * channels))  # fmt: skip
    at, places = 8, []
    for part in (*strips, *lists):
        places.append(at)
        at += len(part)
    many = len(strips)
    offsets = struct.pack(f"{order}{many}I", *places[:many])
    counts = struct.pack(f"{order}{many}I", *map(len, strips))
    told = {
        256: (4, 1, width), 257: (4, 1, height), 258: (3, channels, places[-2]), 259: (3, 1, 1),
        262: (3, 1, 2), 273: (4, many, at if many > 1 else places[0]), 277: (3, 1, channels),
        278: (4, 1, height), 279: (4, many, at + len(offsets) if many > 1 else len(strips[0])),
        284: (3, 1, 2 if planar else 1), 339: (3, channels, places[-1]),
    }  # fmt: skip
    entries = b"".join(_entry(order, tag, *told[tag]) for tag in sorted(told))
    body = b"".join((*strips, *lists, offsets, counts))
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8 + len(body))
    return head + body + struct.pack(order + "H", len(told)) + entries + bytes(4)


def _entry(order: str, tag: int, sort: int, count: int, value: int) -> bytes:
    packed = struct.pack(order + ("H" if sort == 3 and count == 1 else "I"), value)
    return struct.pack(order + "HHI", tag, sort, count) + packed.ljust(4, b"\0")


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("sort", ["uint8", "uint16", "uint32", "float32"])
@pytest.mark.parametrize("planar", [False, True], ids=["", "planar"])
def test_tiff_of_any_depth(
    put: Put, workshop: Path, order: Literal["<", ">"], sort: str, planar: bool
) -> None:
    """8, 16 and 32 bits and floats, both byte orders, channels together or apart."""
    wanted = slopes(60, 40)
    if sort == "float32":
        samples: NDArray[np.generic] = wanted.astype(np.float32)
    else:
        samples = (wanted * np.iinfo(sort).max).round().astype(sort)
    data = tiff(samples, 3 if sort == "float32" else 1, order, planar)
    made = prepared(put("a.tif", data), workshop)
    if planar and sort in {"uint32", "float32"}:
        assert message(made) == "I008 images/a.tif has pixels of a kind that cannot be read"
    else:
        assert np.abs(levels(made) - wanted * 255).mean() < 2


@pytest.mark.parametrize("packing", ["tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg", "lzma",
                                     "zstd"])  # fmt: skip
def test_tiff_of_any_packing(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path, packing: str
) -> None:
    """All that scanners write."""
    made = prepared(put("a.tif", encode(scene, "TIFF", compression=packing)), workshop)
    assert np.abs(levels(made) - np.asarray(scene)).mean() < 4


def test_fax_stays_black_on_white(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path
) -> None:
    """Two colours are a drawing, however they lie."""
    dots = scene.convert("1")
    made = prepared(put("a.tif", encode(dots, "TIFF", compression="group4")), workshop)
    assert isinstance(made, Picture)
    assert made.media_type == "image/png"
    assert np.array_equal(levels(made), np.asarray(dots.convert("RGB"), np.float64))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_every_bitmap(
    scene: Image.Image, put: Put, encode: Encode, workshop: Path, mode: str
) -> None:
    """BMP of each depth."""
    image = scene.convert(mode)
    made = prepared(put("a.bmp", encode(image, "BMP")), workshop)
    assert np.abs(levels(made) - np.asarray(image.convert("RGB"))).mean() < 4


def segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Marker and place of each segment of a JPEG before its data."""
    at = 2
    while data[at + 1] != 0xDA:
        yield data[at + 1], at
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


class TestJpeg:
    def test_a_telephones_pair_gives_the_first(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """MPO, as telephones write: the second picture is in the file, and never in the book."""
        other = Image.new("RGB", scene.size, (255, 0, 255))
        data = encode(scene, "MPO", save_all=True, append_images=[other])
        made = prepared(put("a.jpg", data), workshop)
        assert np.abs(levels(made) - np.asarray(scene)).mean() < 4
        assert isinstance(made, Picture)
        assert isinstance(made.content, Path)
        assert b"MPF" not in made.content.read_bytes()
        assert made.content.stat().st_size < len(data) * 0.95
        assert "a second picture" in made.remarks[0].message

    def test_wide_quantization_tables_become_narrow(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """A baseline JPEG may not have them, and few readers read the others."""
        data = encode(scene, "JPEG", quality=5, subsampling=0)
        wide = bytearray(data[:2])
        for marker, at in segments(data):
            body = data[at + 4 : at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")]
            if marker == 0xDB:
                table = b"".join(struct.pack(">H", value) for value in body[1:65])
                body = bytes([0x10 | body[0]]) + table
            if marker == 0xC0:
                marker = 0xC1
            wide += bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
        wide += data[data.index(b"\xff\xda") :]
        made = prepared(put("a.jpg", bytes(wide)), workshop)
        assert np.abs(levels(made) - np.asarray(Image.open(io.BytesIO(data)))).mean() < 6
        assert isinstance(made, Picture)
        assert isinstance(made.content, Path)
        assert b"\xff\xc1" not in made.content.read_bytes()[:2000]

    def test_restart_marks_and_a_tail(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """What stands behind the end mark is no part of the picture."""
        data = encode(scene, "JPEG", restart_marker_rows=1)
        made = prepared(put("a.jpg", data + b"SEFH tail of a telephone"), workshop)
        assert np.array_equal(levels(made), np.asarray(Image.open(io.BytesIO(data)), np.float64))

    @pytest.mark.parametrize(("marker", "precision"), [(0xC1, 12), (0xC3, 8)])
    def test_rare_sorts_are_named(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, marker: int,
        precision: int,
    ) -> None:  # fmt: skip
        """12 bits, lossless: a finding, and no traceback."""
        data = bytearray(encode(scene, "JPEG"))
        at = data.index(b"\xff\xc0")
        data[at + 1], data[at + 4] = marker, precision
        made = prepared(put("a.jpg", bytes(data)), workshop)
        assert isinstance(made, BrokenPicture)
        assert made.remark.rule.code in {"I003", "I004", "I008"}

    def test_four_inks_of_each_sort_look_alike(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Adobe's inverted inks as YCCK or CMYK."""
        made = [
            levels(prepared(put("a.jpg", encode(scene.convert("CMYK"), "JPEG", quality=95,
                                                keep_rgb=keep)), workshop))
            for keep in (False, True)
        ]  # fmt: skip
        assert np.abs(made[0] - np.asarray(scene)).mean() < 6
        assert np.abs(made[0] - made[1]).mean() < 2


class TestHeic:
    def heic(self, image: Image.Image, **options: object) -> bytes:
        from pillow_heif import from_pillow

        stream = io.BytesIO()
        from_pillow(image).save(stream, quality=90, **options)
        return stream.getvalue()

    def test_a_telephones_picture(self, scene: Image.Image, put: Put, workshop: Path) -> None:
        """It is read, and becomes JPEG."""
        made = prepared(put("a.heic", self.heic(scene)), workshop)
        assert isinstance(made, Picture)
        assert made.media_type == "image/jpeg"
        assert np.abs(levels(made) - np.asarray(scene)).mean() < 5

    def test_it_is_upright_and_silent(self, scene: Image.Image, put: Put, workshop: Path) -> None:
        """What EXIF says counts where the container does not turn it; no name is left."""
        exif = Image.Exif()
        exif[0x0112], exif[0x013B] = 6, "SOMEBODY"
        turned = scene.transpose(Image.Transpose.ROTATE_90)
        made = prepared(put("a.heic", self.heic(turned, exif=exif.tobytes())), workshop)
        assert np.abs(levels(made) - np.asarray(scene)).mean() < 5
        assert isinstance(made, Picture)
        assert isinstance(made.content, Path)
        assert b"SOMEBODY" not in made.content.read_bytes()

    @pytest.mark.parametrize("tenths", range(1, 10))
    def test_a_cut_file_is_never_good(
        self, scene: Image.Image, put: Put, workshop: Path, tenths: int
    ) -> None:
        """As with all other kinds."""
        data = self.heic(scene)
        made = prepared(put("a.heic", data[: len(data) * tenths // 10]), workshop)
        assert message(made)[:4] in {"I003", "I004"}

    def test_without_the_extra_it_is_said(
        self, scene: Image.Image, put: Put, workshop: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the very command that installs it."""
        source = put("a.heic", self.heic(scene))
        monkeypatch.setitem(sys.modules, "pillow_heif", None)
        made = prepared(source, workshop)
        assert message(made) == (
            "I019 images/a.heic is a HEIC picture, and the extra that reads them is not installed"
        )
        assert isinstance(made, BrokenPicture)
        assert made.remark.hint == "install it: pip install 'epubforge[heif]'"


@pytest.mark.parametrize(
    ("name", "head", "said"),
    [("a.ico", b"\0\0\1\0\1\0", "an icon file"), ("a.psd", b"8BPS\0\1", "a Photoshop document"),
     ("a.jxl", b"\xff\x0a\0\0", "a JPEG XL picture")],
)  # fmt: skip
def test_what_cannot_be_read_is_named(
    put: Put, workshop: Path, name: str, head: bytes, said: str
) -> None:
    """By what it is, not by what Pillow thinks of it."""
    told = message(prepared(put(name, head + bytes(100)), workshop))
    assert told == f"I008 images/{name} is {said}, which cannot be read"


@pytest.mark.parametrize("chunk", [b"zTXt", b"iTXt", b"iCCP"])
def test_a_text_of_gigabytes_is_never_unpacked(put: Put, workshop: Path, chunk: bytes) -> None:
    """A gigabyte of nothing packs into a megabyte; the picture is good all the same."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(10_000_000)) for _ in range(100)) + packer.flush()
    head = {b"zTXt": b"Comment\0\0", b"iTXt": b"Comment\0\1\0\0\0", b"iCCP": b"x\0\0"}[chunk]
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    data = png(header, (chunk, head + packed), (b"IDAT", zlib.compress(bytes(25 * 8))))
    made = prepared(put("a.png", data), workshop)
    assert isinstance(made, Picture)
    assert [remark.rule.code for remark in made.remarks] in (["I016"], ["I015"])
