"""Charts in many colour spaces arrive as they were meant, by ΔE2000 against float maths."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from codec.test_colour import (
    ADOBE,
    P3,
    PROPHOTO,
    described,
    fixed,
    grey_profile,
    matrix_profile,
    profile,
)
from codec.test_colour import SRGB as SRGB_LIGHTS
from epubforge.images.prepare import prepare
from epubforge.model.picture import Picture, PicturePolicy, PictureSource
from images.measures import SRGB, Values, delta_e, levels_of, levels_of_lab, light_of, mean_delta_e

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]
Lights = tuple[tuple[float, float, float], ...]
SIDE = 24
POLICIES = [PicturePolicy(), PicturePolicy(max_pixels=120 * 90)]


def chart() -> Values:
    """Patches of 24 pixels: 6 × 6 × 6 levels of three channels, from 0 to 1; 432 × 288."""
    steps = np.linspace(0, 1, 6)
    patches = np.array([(r, g, b) for r in steps for g in steps for b in steps]).reshape(12, 18, 3)
    return patches.repeat(SIDE, 0).repeat(SIDE, 1)


def as_image(levels: Values) -> Image.Image:
    return Image.fromarray((levels * 255).round().astype(np.uint8))


def through(levels: Values, lights: Lights, gamma: float) -> Values:
    """sRGB levels of numbers in a space of those lights: colour management by hand."""
    xyz = levels**gamma @ np.array(lights)
    return levels_of(xyz @ np.linalg.inv(SRGB).T)


def arrived(source: PictureSource, workshop: Path, policy: PicturePolicy) -> Values:
    prepared = prepare(source, policy, workshop)
    assert isinstance(prepared, Picture), prepared
    assert isinstance(prepared.content, Path)
    with Image.open(prepared.content) as image:
        assert "icc_profile" not in image.info
        return np.asarray(image.convert("RGB"), np.float64) / 255


def patches(levels: Values) -> Values:
    """The middle of each patch, whatever the picture was scaled to."""
    height, width = levels.shape[:2]
    rows = [round((n + 0.5) * height / 12 - 0.5) for n in range(12)]
    columns = [round((n + 0.5) * width / 18 - 0.5) for n in range(18)]
    return levels[np.ix_(rows, columns)]


def test_the_measure_is_the_published_one() -> None:
    """Pairs 1, 7 and 20 of the table that its authors gave for tests."""
    one = np.array([(50, 2.6772, -79.7751), (50, 0, 0), (50, 2.5, 0)])
    other = np.array([(50, 0, -82.7485), (50, -1, 2), (58, 24, 15)])
    assert np.allclose(delta_e(one, other), [2.0425, 2.3669, 19.4535], atol=1e-4)


SPACES = [
    (ADOBE, 2.19921875), (P3, 2.2), (PROPHOTO, 1.8), (SRGB_LIGHTS, 1.8),
]  # fmt: skip


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("policy", POLICIES, ids=["whole", "reduced"])
@pytest.mark.parametrize(("lights", "gamma"), SPACES, ids=["Adobe", "P3", "ProPhoto", "1.8"])
def test_wide_spaces_arrive(
    put: Put, encode: Encode, workshop: Path, policy: PicturePolicy, lights: Lights, gamma: float,
    kind: str,
) -> None:  # fmt: skip
    """Mean ΔE2000 at most 2.5 over the whole chart, colours that sRGB cannot show among it."""
    icc = matrix_profile((lights[0], lights[1], lights[2]), gamma)
    fine = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {"lossless": True}
    options = fine if kind in {"JPEG", "WEBP"} else {}
    data = encode(as_image(chart()), kind, icc_profile=icc, **options)
    seen = arrived(put(f"chart.{kind.lower()}", data), workshop, policy)
    wanted = through(chart(), lights, gamma)
    assert mean_delta_e(patches(seen), patches(wanted)) <= 2.5


@pytest.mark.parametrize("gamma", [1.8, 2.2])
def test_grey_arrives(put: Put, encode: Encode, workshop: Path, gamma: float) -> None:
    """A ramp with a grey profile, level by level."""
    ramp = np.linspace(0, 1, 256)[None, :].repeat(64, 0)
    data = encode(as_image(ramp), "TIFF", icc_profile=grey_profile(gamma))
    seen = arrived(put("ramp.tif", data), workshop, PicturePolicy())
    wanted = levels_of(ramp**gamma)[..., None].repeat(3, 2)
    assert mean_delta_e(seen, wanted) <= 1.0


def ink_table(inks: Values) -> Values:
    """Lab of amounts of ink from 0 to 1: light paper, each ink taking its part, in a curve."""
    cyan, magenta, yellow, black = np.moveaxis(inks, -1, 0)
    lightness = 95 * (1 - 0.45 * cyan) * (1 - 0.5 * magenta) * (1 - 0.1 * yellow) * (1 - black)
    rest = 1 - black
    return np.stack([lightness, (45 * magenta - 35 * cyan) * rest,
                     (70 * yellow - 40 * cyan) * rest], -1)  # fmt: skip


def table_profile() -> bytes:
    """A profile of four inks with a table of nine points each (lut16Type, ICC.1:2001-04, 6.5.9)."""
    steps = np.linspace(0, 1, 9)
    grid = np.stack(np.meshgrid(steps, steps, steps, steps, indexing="ij"), -1)
    values = ink_table(grid).reshape(-1, 3)
    coded = np.stack([values[:, 0] * 65280 / 100, (values[:, 1] + 128) * 256,
                      (values[:, 2] + 128) * 256], -1)  # fmt: skip
    body = np.clip(coded.round(), 0, 65535).astype(">u2").tobytes()
    identity = b"".join(fixed(v) for v in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    straight = struct.pack(">HH", 0, 65535)
    table = b"mft2\0\0\0\0" + bytes((4, 3, 9, 0)) + identity + struct.pack(">HH", 2, 2)
    table += straight * 4 + body + straight * 3
    return profile(described({b"A2B0": table, b"A2B1": table}), b"CMYK", b"prtr", b"Lab ")


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize("policy", POLICIES, ids=["whole", "reduced"])
def test_inks_arrive_through_their_table(
    put: Put, encode: Encode, workshop: Path, policy: PicturePolicy, kind: str
) -> None:
    """A chart of inks against the table's own formula; black is led to black, as the trade does."""
    colours = 1 - chart()
    inks = np.concatenate([colours * 0.8, colours.min(-1, keepdims=True) * 0.3], -1)
    image = Image.frombytes("CMYK", (432, 288), (inks * 255).round().astype(np.uint8).tobytes())
    fine = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
    data = encode(image, kind, icc_profile=table_profile(), **fine)
    seen = arrived(put(f"inks.{kind.lower()}", data), workshop, policy)
    wanted = levels_of_lab(ink_table(inks))
    assert mean_delta_e(patches(seen), patches(wanted)) <= 2.5


def png(levels: Values, depth: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """An RGB PNG of these levels with these chunks before its data."""
    height, width = levels.shape[:2]
    top, sort = 2**depth - 1, ">u2" if depth == 16 else ">u1"
    rows = (levels * top).round().astype(sort)
    raw = b"".join(b"\0" + rows[y].tobytes() for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    parts = ((b"IHDR", header), *chunks, (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


ADOBE_POINTS = struct.pack(">8I", 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)
SRGB_POINTS = struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


@pytest.mark.parametrize("depth", [8, 16])
def test_lights_told_by_numbers_count(put: Put, workshop: Path, depth: int) -> None:
    """cHRM and gAMA of Adobe RGB mean what its profile means."""
    chunks = ((b"cHRM", ADOBE_POINTS), (b"gAMA", struct.pack(">I", 45470)))
    seen = arrived(put("a.png", png(chart(), depth, *chunks)), workshop, PicturePolicy())
    assert mean_delta_e(patches(seen), patches(through(chart(), ADOBE, 1 / 0.4547))) <= 2.5


def test_code_points_count_before_all_else(put: Put, workshop: Path) -> None:
    """cICP says Display P3 with sRGB's curve, whatever the profile says."""
    icc = matrix_profile(ADOBE, 2.2)
    chunks = ((b"cICP", bytes((12, 13, 0, 1))), (b"iCCP", b"x\0\0" + zlib.compress(icc)))
    seen = arrived(put("a.png", png(chart(), 8, *chunks)), workshop, PicturePolicy())
    wanted = levels_of(light_of(chart()) @ np.array(P3) @ np.linalg.inv(SRGB).T)
    assert mean_delta_e(patches(seen), patches(wanted)) <= 2.5


def test_srgb_told_by_numbers_stays_as_it_is(put: Put, workshop: Path) -> None:
    """Its own lights and gamma change no pixel and no byte."""
    chunks = ((b"gAMA", struct.pack(">I", 45455)), (b"cHRM", SRGB_POINTS))
    source = put("a.png", png(chart(), 8, *chunks))
    prepared = prepare(source, PicturePolicy(), workshop)
    assert isinstance(prepared, Picture)
    assert prepared.content == source.location


@pytest.mark.parametrize("body", [bytes(32), b"\xff" * 32, b"\0\0\0\1" * 8])
def test_lights_that_are_none_are_told(put: Put, workshop: Path, body: bytes) -> None:
    """The numbers are taken for sRGB."""
    prepared = prepare(put("a.png", png(chart(), 8, (b"cHRM", body))), PicturePolicy(), workshop)
    assert isinstance(prepared, Picture)
    assert [remark.rule.code for remark in prepared.remarks] == ["I015"]


def test_sixteen_bits_round_to_the_nearest_of_eight(put: Put, workshop: Path) -> None:
    """A gradient of 4096 steps differs from itself by half a level at most: no banding."""
    ramp = np.linspace(0, 1, 4096)
    gradient = np.stack([ramp, ramp[::-1], ramp**2], -1)[None].repeat(4, 0)
    seen = arrived(put("g.png", png(gradient, 16)), workshop, PicturePolicy())
    exact = (gradient * 65535).round() / 257
    assert np.abs(seen * 255 - exact).max() <= 0.5
    assert len(np.unique(seen[..., 0])) == 256


def test_a_clear_colour_of_sixteen_bits_is_clear(put: Put, workshop: Path) -> None:
    """Only where all three channels have it to the last bit."""
    levels = np.linspace(0, 1, 64)[None, :, None].repeat(3, 2).repeat(4, 0)
    key = (levels[0, 10] * 65535).round().astype(">u2").tobytes()
    prepared = prepare(put("k.png", png(levels, 16, (b"tRNS", key))), PicturePolicy(), workshop)
    assert isinstance(prepared, Picture)
    assert isinstance(prepared.content, Path)
    data = io.BytesIO(prepared.content.read_bytes())
    alpha = np.asarray(Image.open(data).convert("RGBA"))[..., 3]
    assert (alpha[:, 10] == 0).all()
    assert (np.delete(alpha, 10, 1) == 255).all()
