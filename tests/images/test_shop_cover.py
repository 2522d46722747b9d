"""The cover as shops want it beside the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from epubforge.images.covers.design import Words
from epubforge.images.shop_cover import FileKind, Target, cover_of_picture, cover_of_words
from epubforge.model.picture import Picture
from epubforge.model.profile import Profile, ShopCover
from epubforge.source import SourceFile
from images.conftest import Encode, Put

PLACE = SourceFile("book.toml", 'cover = "a.jpg"').span()
SHOP = Profile(
    "kindle",
    cover=ShopCover(1600, 2560, 625, 1000, 10_000, 50_000_000, ("JPEG", "TIFF")),
)


def target(kind: FileKind = "JPEG", profile: Profile = SHOP) -> Target:
    return Target(profile, kind, PLACE)


def opened(picture: Picture | None) -> Image.Image:
    assert picture is not None
    assert isinstance(picture.content, Path)
    with Image.open(picture.content) as image:
        image.load()
        return image


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1600, 2560), (1600, 2560)),
        ((3200, 5120), (1600, 2560)),
        ((1000, 1600), (1000, 1600)),
        ((3000, 4000), (1920, 2560)),
        ((5000, 5000), (2560, 2560)),
    ],
)
def test_the_best_size_and_never_scaled_up(
    put: Put, encode: Encode, workshop: Path, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    """The ideal height where the original has it, else the original's own size."""
    source = put("a.jpg", encode(Image.new("RGB", size, (90, 30, 20)), "JPEG"))
    made = cover_of_picture(source, target(), workshop)
    image = opened(made.value)
    assert (image.size, image.format, image.mode) == (expected, "JPEG", "RGB")
    assert made.found == ()


def test_the_short_side_is_kept_where_a_shop_asks_for_it(
    put: Put, encode: Encode, workshop: Path
) -> None:
    """A very high cover is larger than the ideal height rather than too narrow."""
    profile = Profile("apple", cover=ShopCover(min_short_side=1400))
    source = put("a.jpg", encode(Image.new("RGB", (2000, 5000)), "JPEG"))
    made = cover_of_picture(source, target(profile=profile), workshop)
    assert opened(made.value).size == (1400, 3500)


def test_the_longest_side_of_a_shop(put: Put, encode: Encode, workshop: Path) -> None:
    """It is never passed."""
    profile = Profile("small", cover=ShopCover(max_side=2000))
    source = put("a.jpg", encode(Image.new("RGB", (2000, 3200)), "JPEG"))
    assert opened(cover_of_picture(source, target(profile=profile), workshop).value).size == (
        1250, 2000,
    )  # fmt: skip


def test_upright_and_opaque(put: Put, encode: Encode, workshop: Path) -> None:
    """A camera's turn is carried out; what is transparent becomes white."""
    turned = Image.Exif()
    turned[0x0112] = 6
    lying = encode(Image.new("RGB", (2000, 1200)), "JPEG", exif=turned)
    made = cover_of_picture(put("a.jpg", lying), target(), workshop)
    assert opened(made.value).size == (1200, 2000)
    assert made.found == ()
    clear = encode(Image.new("RGBA", (1600, 2560), (0, 0, 0, 0)), "PNG")
    image = opened(cover_of_picture(put("b.png", clear), target(), workshop).value)
    assert image.getpixel((800, 1280)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("size", "kind", "found"),
    [
        ((600, 960), "JPEG",
         ["R001 the cover has 600 × 960 pixels; kindle asks for 625 × 1000"]),
        ((2560, 1600), "JPEG", ["R002 the cover lies: 2560 × 1600 pixels"]),
        ((1600, 2560), "PNG", ["R003 kindle takes covers as JPEG or TIFF, not as PNG"]),
    ],
)  # fmt: skip
def test_what_a_shop_will_say(
    put: Put, encode: Encode, workshop: Path, size: tuple[int, int], kind: FileKind,
    found: list[str],
) -> None:  # fmt: skip
    """With the shop's own figures; the file is made all the same."""
    source = put("a.jpg", encode(Image.new("RGB", size), "JPEG"))
    made = cover_of_picture(source, target(kind), workshop)
    assert [f"{each.rule.code} {each.message}" for each in made.found] == found
    assert made.value is not None


def test_the_smallest_size_as_a_shop_says_it(put: Put, encode: Encode, workshop: Path) -> None:
    """Where only one side counts, only that is named."""
    source = put("a.jpg", encode(Image.new("RGB", (600, 960)), "JPEG"))
    for cover, said in (
        (ShopCover(min_short_side=1400, min_long_side=1000), "1400 on the short side"),
        (ShopCover(min_long_side=1000), "1000 on the long side"),
    ):
        profile = Profile("shop", cover=cover)
        made = cover_of_picture(source, target(profile=profile), workshop)
        assert made.found[0].message.endswith(f"shop asks for {said}")


def test_too_many_bytes(put: Put, encode: Encode, workshop: Path) -> None:
    """JPEG gets coarser until it fits; a PNG that does not fit is told."""
    noise = Image.effect_noise((1600, 2560), 90).convert("RGB")
    source = put("a.png", encode(noise, "PNG"))
    small = Profile("small", cover=ShopCover(max_bytes=2_500_000, formats=("JPEG", "PNG")))
    fitting = cover_of_picture(source, target(profile=small), workshop)
    assert fitting.found == ()
    assert isinstance(fitting.value and fitting.value.content, Path)
    heavy = cover_of_picture(source, target("PNG", small), workshop)
    assert [each.rule.code for each in heavy.found] == ["R005"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "is SVG"),
        ("a.jpg", b"\xff\xd8\xff\xe0 and no more", "no cover is written: images/a.jpg"),
        ("b.jpg", b"", "no cover is written: images/b.jpg"),
    ],
)
def test_what_cannot_be_a_shops_cover(
    put: Put, workshop: Path, name: str, data: bytes, message: str
) -> None:
    """Nothing is made, and an error says why."""
    made = cover_of_picture(put(name, data), target(), workshop)
    assert made.value is None
    assert [each.rule.code for each in made.found] == ["R004"]
    assert message in made.found[0].message


def test_a_drawn_cover_has_the_ideal_size(workshop: Path) -> None:
    """Whatever the pixels allowed inside the book, and as the file's ending wants it."""
    kinds: tuple[FileKind, ...] = ("JPEG", "PNG")
    for kind in kinds:
        made = cover_of_words(
            Words("Emma", names=("Jane Austen",)), "axis", target(kind, Profile()), workshop
        )
        image = opened(made.value)
        assert (image.size, image.format) == ((1600, 2560), kind)
    assert cover_of_words(Words("漢"), None, target(), workshop).value is None
