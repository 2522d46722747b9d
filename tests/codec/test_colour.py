"""Colours of any profile as sRGB, measured against the formulas in floating point."""

from __future__ import annotations

import math
import struct
from pathlib import Path

import pytest
from PIL import Image

from epubforge.codec.colour import ProfileError, from_gamma, is_srgb, to_srgb
from epubforge.codec.original import open_original
from epubforge.codec.render import Wanted, render

Triple = tuple[float, float, float]
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
PROPHOTO = ((0.79767, 0.28804, 0.0), (0.13519, 0.71188, 0.0), (0.03134, 0.00009, 0.82491))
WHITE: Triple = (0.9642, 1.0, 0.8249)
WANTED = Wanted(3_800_000, 95, False, ())


def fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def profile(tags: dict[bytes, bytes], space: bytes, sort: bytes = b"mntr", pcs: bytes = b"XYZ "
            ) -> bytes:  # fmt: skip
    """A version 2 ICC profile of these tags (ICC.1:2001-04, clause 6)."""
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s6H4s", 128 + len(table) + len(body), b"\0\0\0\0", 0x02400000,
                       sort, space, pcs, 2020, 1, 1, 0, 0, 0, b"acsp")  # fmt: skip
    head = head.ljust(68, b"\0") + b"".join(fixed(v) for v in WHITE)
    return head.ljust(128, b"\0") + table + body


def described(tags: dict[bytes, bytes]) -> dict[bytes, bytes]:
    text = b"made for a test\0"
    desc = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)
    white = b"XYZ \0\0\0\0" + b"".join(fixed(v) for v in WHITE)
    return {b"desc": desc, b"cprt": b"text\0\0\0\0free\0", b"wtpt": white, **tags}


def curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def matrix_profile(primaries: tuple[Triple, Triple, Triple], gamma: float) -> bytes:
    names = (b"rXYZ", b"gXYZ", b"bXYZ")
    lights = (b"XYZ \0\0\0\0" + b"".join(fixed(v) for v in primary) for primary in primaries)
    tags = dict(zip(names, lights, strict=True))
    curves = {name: curve(gamma) for name in (b"rTRC", b"gTRC", b"bTRC")}
    return profile(described(tags | curves), b"RGB ")


def grey_profile(gamma: float) -> bytes:
    return profile(described({b"kTRC": curve(gamma)}), b"GRAY")


def ink_profile() -> bytes:
    """Inks on white paper, two grid points each: every ink takes light away, black all of it."""
    grid = bytearray()
    for corner in range(16):
        cyan, magenta, yellow, black = ((corner >> shift) & 1 for shift in (3, 2, 1, 0))
        light = 1 - 0.3 * (cyan + magenta + yellow) if not black else 0.0
        grid += struct.pack(
            ">BBB", round(255 * light), 128 + 40 * (magenta - cyan), 128 + 40 * yellow
        )
    linear = bytes(range(256))
    table = (
        b"mft1\0\0\0\0" + bytes((4, 3, 2, 0))
        + b"".join(fixed(v) for v in (1, 0, 0, 0, 1, 0, 0, 0, 1))
        + linear * 4 + bytes(grid) + linear * 3
    )  # fmt: skip
    return profile(described({b"A2B0": table}), b"CMYK", b"prtr", b"Lab ")


def product(matrix: tuple[Triple, Triple, Triple], light: Triple) -> Triple:
    """Light of three primaries as XYZ."""
    return (
        sum(matrix[i][0] * light[i] for i in range(3)),
        sum(matrix[i][1] * light[i] for i in range(3)),
        sum(matrix[i][2] * light[i] for i in range(3)),
    )


def srgb_light(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def lab(xyz: Triple) -> Triple:
    x, y, z = (
        (v / w) ** (1 / 3) if v / w > 216 / 24389 else (24389 / 27 * v / w + 16) / 116
        for v, w in zip(xyz, WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def lab_of_srgb(pixel: tuple[int, ...]) -> Triple:
    red, green, blue = (srgb_light(v / 255) for v in pixel[:3])
    return lab(product(SRGB, (red, green, blue)))


def in_gamut(xyz: Triple) -> bool:
    """Whether sRGB can show a colour: Cramer's rule for its three lights."""
    (a, d, g), (b, e, h), (c, f, i) = SRGB
    x, y, z = xyz
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    red = x * (e * i - f * h) - b * (y * i - f * z) + c * (y * h - e * z)
    green = a * (y * i - f * z) - x * (d * i - f * g) + c * (d * z - y * g)
    blue = a * (e * z - y * h) - b * (d * z - y * g) + x * (d * h - e * g)
    return all(0 <= light / whole <= 1 for light in (red, green, blue))


def lattice() -> Image.Image:
    steps = range(15, 256, 30)
    return Image.frombytes("RGB", (81, 9), bytes(v for r in steps for g in steps for b in steps
                                                 for v in (r, g, b)))  # fmt: skip


def triples(image: Image.Image) -> list[tuple[int, int, int]]:
    data = image.convert("RGB").tobytes()
    return [(data[i], data[i + 1], data[i + 2]) for i in range(0, len(data), 3)]


@pytest.mark.parametrize(
    ("primaries", "gamma"), [(ADOBE, 2.19921875), (P3, 2.2), (PROPHOTO, 1.8), (SRGB, 1.0)]
)
def test_colours_keep_their_look(primaries: tuple[Triple, Triple, Triple], gamma: float) -> None:
    """What sRGB can show comes out as the formula says, within what eight bits can tell."""
    image = lattice()
    converted = to_srgb(image, matrix_profile(primaries, gamma))
    differences = []
    for before, after in zip(triples(image), triples(converted), strict=True):
        red, green, blue = ((v / 255) ** gamma for v in before)
        xyz = product(primaries, (red, green, blue))
        if in_gamut(xyz):
            differences.append(math.dist(lab(xyz), lab_of_srgb(after)))
    assert len(differences) > 100
    assert sum(differences) / len(differences) <= 1.0


def test_srgb_is_known_by_what_it_does() -> None:
    """Another space is another, whatever its name; an RGB profile in a grey picture is no fault."""
    assert not is_srgb(matrix_profile(ADOBE, 2.2), "RGB")
    assert not is_srgb(matrix_profile(SRGB, 1.0), "RGB")
    assert not is_srgb(matrix_profile(SRGB, 1.8), "L")


def test_grey_stays_grey() -> None:
    """A grey picture's profile moves its levels and gives it no colour."""
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    for icc in (grey_profile(1.8), matrix_profile(ADOBE, 1.8)):
        converted = to_srgb(ramp, icc)
        assert converted.mode == "L"
        for level in (0, 30, 128, 200, 255):
            light = (level / 255) ** 1.8
            encoded = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
            shown = converted.getpixel((level, 0))
            assert isinstance(shown, int)
            assert abs(shown - 255 * encoded) <= 2


def test_transparency_is_no_colour() -> None:
    """Alpha comes through a conversion as it was."""
    image = Image.new("RGBA", (3, 1), (200, 100, 50, 77))
    converted = to_srgb(image, matrix_profile(ADOBE, 2.2))
    assert converted.getchannel("A").tobytes() == bytes((77, 77, 77))
    assert converted.convert("RGB").tobytes() != image.convert("RGB").tobytes()


def test_inks_go_through_their_profile() -> None:
    """White paper is white, black ink black, and magenta ink reddish whatever the formula says."""
    inks = Image.frombytes("CMYK", (3, 1), bytes((0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0)))
    white, black, magenta = triples(to_srgb(inks, ink_profile()))
    assert min(white) >= 252
    assert max(black) <= 8
    assert magenta[0] > magenta[1] + 40


@pytest.mark.parametrize("icc", [b"", b"no profile", grey_profile(2.2), ink_profile()])
def test_a_profile_that_is_no_use_is_said(icc: bytes) -> None:
    """Cut off, or made for other pictures: it cannot be used for RGB."""
    with pytest.raises(ProfileError):
        to_srgb(lattice(), icc)


def test_a_gamma_of_its_own() -> None:
    """Linear light, the only gamma that is easily checked: half the light is level 188."""
    assert from_gamma(Image.new("L", (1, 1), 128), 100_000).getpixel((0, 0)) == 188


class TestInFiles:
    def drawn(self, tmp_path: Path, image: Image.Image, icc: bytes, kind: str) -> Image.Image:
        source, target = tmp_path / f"a.{kind.lower()}", tmp_path / "out"
        image.save(source, kind, icc_profile=icc, quality=95)
        rendered = render(open_original(source), WANTED, target)
        if rendered.cleaned is not None:
            target.write_bytes(rendered.cleaned)
        with Image.open(target) as result:
            assert "icc_profile" not in result.info
            result.load()
            return result

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
    def test_a_wide_space_in_each_kind(self, tmp_path: Path, kind: str) -> None:
        """A profile is found in every kind of file, and its picture needs none any more."""
        plain = Image.new("RGB", (64, 64), (60, 200, 60))
        drawn = self.drawn(tmp_path, plain, matrix_profile(ADOBE, 2.2), kind)
        light = product(ADOBE, ((60 / 255) ** 2.2, (200 / 255) ** 2.2, (60 / 255) ** 2.2))
        pixel = triples(drawn)[2000]
        # Adobe's green is outside sRGB: red is clipped, lightness stays.
        assert abs(lab_of_srgb(pixel)[0] - lab(light)[0]) < 4
        assert pixel[0] < 20

    def test_a_broken_profile_changes_nothing(self, tmp_path: Path) -> None:
        """The numbers are taken for sRGB, the profile goes, and it is said."""
        source = tmp_path / "a.jpg"
        Image.new("RGB", (32, 32), (60, 200, 60)).save(source, "JPEG", icc_profile=b"broken")
        rendered = render(open_original(source), WANTED, tmp_path / "out")
        assert rendered.broken_profile
        assert rendered.cleaned is not None
        assert b"ICC_PROFILE" not in rendered.cleaned
