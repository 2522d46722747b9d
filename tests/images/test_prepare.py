"""Pictures of the project made ready for the book."""

from __future__ import annotations

import gc
import io
import os
import struct
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from epubforge.images.prepare import prepare, prepare_all
from epubforge.model.picture import BrokenPicture, Picture, PicturePolicy, PictureSource

Put = Callable[[str, bytes], PictureSource]
Encode = Callable[..., bytes]
POLICY = PicturePolicy()
UNDO = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip


def ready(source: PictureSource, workshop: Path, policy: PicturePolicy = POLICY) -> Picture:
    prepared = prepare(source, policy, workshop)
    assert isinstance(prepared, Picture), prepared
    return prepared


def flaw(source: PictureSource, workshop: Path) -> BrokenPicture:
    prepared = prepare(source, POLICY, workshop)
    assert isinstance(prepared, BrokenPicture), prepared
    return prepared


def content(picture: Picture) -> bytes:
    assert isinstance(picture.content, Path)
    return picture.content.read_bytes()


def pixels(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(content(picture)))
    image.load()
    return image


def distance(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures of one size, in levels of 255."""
    assert one.size == other.size
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return sum(means) / 3


def codes(prepared: Picture) -> list[str]:
    return [remark.rule.code for remark in prepared.remarks]


class TestFitting:
    def test_a_clean_baseline_jpeg_is_its_own_file(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """A picture that fits and has nothing to lose is not copied."""
        source = put("ada.jpg", encode(scene, "JPEG", quality=80))
        picture = ready(source, workshop)
        assert picture.content == source.location
        assert (picture.media_type, picture.width, picture.height) == ("image/jpeg", 240, 160)
        assert picture.remarks == ()

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
    def test_a_clean_png_of_each_mode_is_its_own_file(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, mode: str
    ) -> None:
        """PNG of at most 8 bit keeps its mode and its bytes."""
        source = put("ada.png", encode(scene.convert(mode), "PNG"))
        picture = ready(source, workshop)
        assert picture.content == source.location
        assert picture.media_type == "image/png"

    def test_pixels_stay_when_metadata_go(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Only the segments with metadata are cut: the compressed data stay bit by bit."""
        bare = encode(scene, "JPEG", quality=80)
        exif = Image.Exif()
        exif[0x010F] = "Maker of cameras"
        full = encode(scene, "JPEG", quality=80, exif=exif, comment=b"by hand")
        picture = ready(put("ada.jpg", full), workshop)
        assert content(picture) == bare

    def test_a_progressive_jpeg_becomes_baseline_with_hardly_a_loss(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Shops refuse progressive JPEG; drawn with its own tables it loses next to nothing."""
        data = encode(scene, "JPEG", quality=60, progressive=True, subsampling=0)
        picture = ready(put("ada.jpg", data), workshop)
        again = pixels(picture)
        assert "progressive" not in again.info
        assert distance(again, Image.open(io.BytesIO(data))) < 0.5

    def test_a_progressive_jpeg_stays_where_it_may(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """`progressive = true` takes progressive pictures as they are."""
        source = put("ada.jpg", encode(scene, "JPEG", progressive=True))
        assert ready(source, workshop, PicturePolicy(progressive=True)).content == source.location


class TestOrientation:
    @pytest.mark.parametrize("code", range(1, 9))
    def test_all_eight_show_the_same(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, code: int
    ) -> None:
        """The pixels are turned upright, and the tag is gone."""
        undo = UNDO[code]
        stored = scene if undo is None else scene.transpose(undo)
        exif = Image.Exif()
        exif[0x0112] = code
        data = encode(stored, "JPEG", quality=95, subsampling=0, exif=exif)
        picture = ready(put("ada.jpg", data), workshop)
        image = pixels(picture)
        assert (picture.width, picture.height) == image.size == (240, 160)
        assert image.getexif().get(0x0112) is None
        assert distance(image, scene) < 3

    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
    def test_other_kinds_are_turned_too(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, kind: str
    ) -> None:
        """EXIF counts wherever it is allowed."""
        exif = Image.Exif()
        exif[0x0112] = 6
        stored = scene.transpose(Image.Transpose.ROTATE_90)
        options = {"lossless": True} if kind == "WEBP" else {}
        data = encode(stored, kind, exif=exif, **options)
        picture = ready(put(f"ada.{kind.lower()}", data), workshop)
        assert distance(pixels(picture), scene) < 4


class TestSize:
    @pytest.mark.parametrize(
        ("size", "most"), [((900, 600), 60_000), ((600, 900), 61_234), ((1000, 10), 999)]
    )
    def test_never_above_the_cap_and_in_shape(
        self, put: Put, encode: Encode, workshop: Path, size: tuple[int, int], most: int
    ) -> None:
        """The area is within max_pixels, nearly all of it is used, the shape is kept."""
        data = encode(Image.new("RGB", size, (90, 120, 30)), "JPEG")
        picture = ready(put("a.jpg", data), workshop, PicturePolicy(max_pixels=most))
        area = picture.width * picture.height
        assert 0.88 * most < area <= most
        assert pixels(picture).size == (picture.width, picture.height)
        assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.12)

    def test_a_reduced_photograph_shows_the_same(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Scaling with the decoder's help and the good filter is near the good filter alone."""
        large = scene.resize((1200, 800), Image.Resampling.BICUBIC)
        data = encode(large, "JPEG", quality=95)
        picture = ready(put("a.jpg", data), workshop, PicturePolicy(max_pixels=60_000))
        wanted = large.resize((picture.width, picture.height), Image.Resampling.LANCZOS)
        assert distance(pixels(picture), wanted) < 3

    def test_scaled_jpeg_is_baseline_and_smaller_in_chroma(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """What is drawn anew is baseline, 4:2:0; progressive by setting."""
        source = put("a.jpg", encode(scene, "JPEG"))
        small = PicturePolicy(max_pixels=10_000)
        data = content(ready(source, workshop, small))
        frame = data.index(b"\xff\xc0")
        assert data[frame + 11] == 0x22
        progressive = PicturePolicy(max_pixels=10_000, progressive=True)
        assert b"\xff\xc2" in content(ready(source, workshop, progressive))


class TestKinds:
    def test_a_wrong_ending_is_said_and_passed_over(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """The content counts, not the name."""
        picture = ready(put("ada.jpg", encode(scene, "PNG")), workshop)
        assert picture.media_type == "image/png"
        assert [(r.rule.name, r.message, r.hint) for r in picture.remarks] == [
            ("wrong-ending", "images/ada.jpg is a PNG file by its content",
             "name it images/ada.png"),
        ]  # fmt: skip

    @pytest.mark.parametrize("kind", ["WEBP", "TIFF", "BMP", "AVIF"])
    def test_photographs_of_other_kinds_become_jpeg(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, kind: str
    ) -> None:
        """A reading device knows JPEG and PNG."""
        picture = ready(put(f"ada.{kind.lower()}", encode(scene, kind)), workshop)
        assert picture.media_type == "image/jpeg"
        assert distance(pixels(picture), scene) < 8

    def test_drawings_of_other_kinds_become_png(
        self, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Flat areas stay flat, and colours exact."""
        drawing = Image.new("RGB", (200, 100), (255, 255, 255))
        drawing.paste((200, 30, 10), (40, 20, 120, 70))
        picture = ready(put("plan.bmp", encode(drawing, "BMP")), workshop)
        assert picture.media_type == "image/png"
        assert distance(pixels(picture), drawing) == 0

    def test_transparency_stays(self, put: Put, encode: Encode, workshop: Path) -> None:
        """A transparent picture that is scaled stays a transparent PNG."""
        image = Image.new("RGBA", (200, 100), (200, 30, 10, 0))
        image.paste((20, 130, 10, 255), (0, 0, 100, 100))
        source = put("leaf.png", encode(image, "PNG"))
        drawn = pixels(ready(source, workshop, PicturePolicy(max_pixels=5000)))
        assert drawn.mode == "RGBA"
        assert drawn.getpixel((10, 10)) == (20, 130, 10, 255)
        assert drawn.getchannel("A").getpixel((90, 10)) == 0

    @pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
    def test_where_a_shop_wants_none_it_lies_on_the_paper(
        self, put: Put, encode: Encode, workshop: Path, mode: str
    ) -> None:
        """Half-transparent black on cream paper is half of the cream; nothing is transparent."""
        image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
        image.paste((0, 0, 0, 128), (0, 0, 30, 40))
        policy = PicturePolicy(alpha=False, paper=(200, 180, 160))
        source = put("leaf.png", encode(image.convert(mode), "PNG"))
        drawn = pixels(ready(source, workshop, policy))
        assert "transparency" not in drawn.info
        drawn = drawn.convert("RGB")
        assert drawn.getpixel((50, 10)) == (200, 180, 160)
        assert drawn.getpixel((10, 10)) == (100, 90, 80)

    def test_an_opaque_alpha_channel_is_no_transparency(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Such a picture fits where no shop wants transparent ones, and keeps its file."""
        source = put("ada.png", encode(scene.convert("RGBA"), "PNG"))
        assert ready(source, workshop, PicturePolicy(alpha=False)).content == source.location

    def test_a_palette_with_a_clear_colour_stays_clear(
        self, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """One clear entry of a palette is transparency too."""
        image = Image.new("P", (80, 40), 0)
        image.putpalette([255, 0, 0, 0, 0, 255])
        image.paste(1, (40, 0, 80, 40))
        source = put("sign.gif", encode(image, "GIF", transparency=1))
        drawn = pixels(ready(source, workshop)).convert("RGBA")
        assert drawn.getpixel((5, 5)) == (255, 0, 0, 255)
        corner = drawn.getpixel((75, 5))
        assert isinstance(corner, tuple)
        assert corner[3] == 0

    def test_an_animation_gives_its_first_frame(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """What moves stands still, and the author is told."""
        frames = [scene.convert("L"), Image.new("L", scene.size, 3)]
        for kind in ("GIF", "PNG", "WEBP"):
            data = encode(frames[0], kind, save_all=True, append_images=frames[1:])
            picture = ready(put(f"waltz.{kind.lower()}", data), workshop)
            assert codes(picture) == ["I012"]
            assert distance(pixels(picture), scene.convert("L")) < 8
            assert not getattr(pixels(picture), "is_animated", False)

    def test_a_tiff_of_several_pages_gives_the_first(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """The pages that are left out are said."""
        data = encode(scene, "TIFF", save_all=True, append_images=[Image.new("RGB", (9, 9))])
        picture = ready(put("letter.tif", data), workshop)
        assert codes(picture) == ["I013"]
        assert distance(pixels(picture), scene) < 4


class TestDepth:
    @pytest.mark.parametrize("colour_type", [0, 2])
    def test_sixteen_bits_are_scaled_not_clipped(
        self, put: Put, workshop: Path, colour_type: int,
        png_of: Callable[[int, int, int, int, bytes], bytes],
    ) -> None:  # fmt: skip
        """Level 65,535 is white, 32,896 the middle grey 128, 0 black."""
        bands = 3 if colour_type == 2 else 1
        row = b"".join(struct.pack(">H", x * 65535 // 255) * bands for x in range(256))
        data = png_of(256, 64, 16, colour_type, row * 64)
        image = pixels(ready(put("ramp.png", data), workshop)).convert("L")
        for x in (0, 64, 128, 200, 255):
            level = image.getpixel((x, 32))
            assert isinstance(level, int)
            assert abs(level - x) <= 3

    @pytest.mark.parametrize("mode", ["I;16", "I;16B", "I", "F"])
    def test_deep_tiffs_are_scaled_not_clipped(
        self, put: Put, encode: Encode, workshop: Path, mode: str
    ) -> None:
        """Whatever the levels' type, half of the range is the middle grey."""
        if mode == "F":
            image = Image.linear_gradient("L").convert("F").point(lambda level: level * (1 / 255))
        else:
            image = Image.linear_gradient("L").convert("I").point(lambda level: level * 257)
            image = image.convert(mode) if mode != "I" else image
        drawn = pixels(ready(put("deep.tif", encode(image, "TIFF")), workshop)).convert("L")
        for y in (0, 100, 200, 255):
            level = drawn.getpixel((100, y))
            assert isinstance(level, int)
            assert abs(level - y) <= 3

    def test_one_bit_is_smooth_when_scaled(self, put: Put, encode: Encode, workshop: Path) -> None:
        """A scanned page gets greys, not holes."""
        page = Image.new("1", (400, 400), 1)
        for x in range(0, 400, 4):
            page.paste(0, (x, 0, x + 2, 400))
        source = put("page.png", encode(page, "PNG"))
        drawn = pixels(ready(source, workshop, PicturePolicy(max_pixels=10_000)))
        assert drawn.mode == "L"
        level = drawn.getpixel((50, 50))
        assert isinstance(level, int)
        assert 100 < level < 156


class TestInks:
    def test_cmyk_of_a_press_looks_like_its_source(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """CMYK as Photoshop writes it, inverted, comes out right and is said to be a guess."""
        picture = ready(put("ada.jpg", encode(scene.convert("CMYK"), "JPEG", quality=95)), workshop)
        assert pixels(picture).mode == "RGB"
        assert distance(pixels(picture), scene) < 4
        assert codes(picture) == ["I017"]

    def test_cmyk_tiff(self, scene: Image.Image, put: Put, encode: Encode, workshop: Path) -> None:
        """A TIFF's inks are not inverted."""
        picture = ready(put("ada.tif", encode(scene.convert("CMYK"), "TIFF")), workshop)
        assert distance(pixels(picture), scene) < 4


class TestBroken:
    @pytest.mark.parametrize(
        ("name", "data", "code", "message"),
        [
            ("a.jpg", b"", "I005", "images/a.jpg is empty: it has no bytes"),
            ("a.jpg", b"Dear editor,\nhere it is.\n", "I006",
             "images/a.jpg is no picture but a text, whatever its name says"),
            ("a.jpg", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
             "I006", "images/a.jpg is a Git LFS pointer: the picture itself was not fetched"),
            ("a.jpg", b"<!DOCTYPE html><html><svg></svg></html>", "I006",
             "images/a.jpg is no picture but a web page"),
            ("a.png", b"\0" * 500, "I006", "images/a.png holds nothing but zero bytes"),
            ("a.nef", b"MM\0*\0\0\0\x08", "I008",
             "images/a.nef is a camera's raw file, which cannot be read"),
            ("a.jpg", b"\xff\xd8\xff", "I004",
             "images/a.jpg ends before its picture does: the file is cut off"),
            ("a.png", b"\x89PNG\r\n\x1a\n", "I004",
             "images/a.png ends before its picture does: the file is cut off"),
        ],
    )  # fmt: skip
    def test_what_is_no_picture_is_named(
        self, put: Put, workshop: Path, name: str, data: bytes, code: str, message: str
    ) -> None:
        """Each kind of wrong file has its rule, and a sentence that names it."""
        remark = flaw(put(name, data), workshop).remark
        assert (remark.rule.code, remark.message) == (code, message)
        assert remark.rule.blocking
        assert remark.hint

    def test_a_missing_file_and_a_pipe(self, tmp_path: Path, workshop: Path) -> None:
        """What cannot be opened is a finding, and what would never end is not opened."""
        gone = PictureSource("images/gone.jpg", tmp_path / "gone.jpg", 0, 0)
        assert flaw(gone, workshop).remark.message == (
            "images/gone.jpg cannot be read: No such file or directory"
        )
        if hasattr(os, "mkfifo"):
            os.mkfifo(tmp_path / "pipe.jpg")
            pipe = PictureSource("images/pipe.jpg", tmp_path / "pipe.jpg", 0, 0)
            assert flaw(pipe, workshop).remark.rule.code == "I003"

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF", "AVIF"])
    @pytest.mark.parametrize("tenths", range(1, 10))
    def test_a_cut_file_is_never_good(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, kind: str, tenths: int
    ) -> None:
        """Wherever it is cut, a picture that is not whole is no picture."""
        data = encode(scene, kind)
        source = put(f"cut.{kind.lower()}", data[: len(data) * tenths // 10])
        assert flaw(source, workshop).remark.rule.code in {"I003", "I004"}

    @pytest.mark.parametrize("tenths", range(3, 10))
    @pytest.mark.parametrize("most", [3_800_000, 5000])
    def test_a_cut_jpeg_with_an_end_mark_is_never_good(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, tenths: int, most: int
    ) -> None:
        """A mended end does not hide that data are missing."""
        data = encode(scene, "JPEG")
        source = put("cut.jpg", data[: len(data) * tenths // 10] + b"\xff\xd9")
        prepared = prepare(source, PicturePolicy(max_pixels=most), workshop)
        assert isinstance(prepared, BrokenPicture)
        assert prepared.remark.rule.code in {"I003", "I004"}

    def test_a_grey_picture_is_not_taken_for_a_cut_one(
        self, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Middle grey is what a decoder shows for missing data, and an honest colour."""
        for level in (127, 128, 129):
            data = encode(Image.new("L", (300, 200), level), "JPEG")
            assert ready(put("fog.jpg", data), workshop).remarks == ()

    @pytest.mark.parametrize("name", ["bomb.jpg", "bomb.png"])
    def test_a_header_that_claims_too_much_is_not_believed(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, name: str,
        png_of: Callable[[int, int, int, int, bytes], bytes],
    ) -> None:  # fmt: skip
        """65,535 × 65,535 pixels are refused before a byte of memory is asked for."""
        data = bytearray(encode(scene, "JPEG"))
        if name.endswith("png"):
            data = bytearray(png_of(65535, 65535, 8, 2, b"\0" * 65535))
        else:
            frame = data.index(b"\xff\xc0")
            data[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
        assert flaw(put(name, bytes(data)), workshop).remark.message == (
            f"images/{name} says that it has 65535 × 65535 pixels; 150 million are the most"
        )

    def test_a_changed_byte_in_a_png_is_seen(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Checksums are there to be checked."""
        data = bytearray(encode(scene, "PNG"))
        data[len(data) // 2] ^= 4
        assert flaw(put("bit.png", bytes(data)), workshop).remark.message == (
            "images/bit.png is damaged: its part IDAT fails the checksum"
        )

    def test_data_out_of_step_are_said(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """More compressed data than the picture needs mean that some of them are wrong."""
        data = encode(scene, "JPEG")
        source = put("odd.jpg", data[:-2] + b"\x12\x34" * 40 + b"\xff\xd9")
        assert codes(ready(source, workshop)) == ["I018"]


class TestSecrets:
    def photograph(self, scene: Image.Image, encode: Encode, **options: object) -> bytes:
        exif = Image.Exif()
        exif[0x8298], exif[0x013B] = "(c) Gleb", "Gleb K."
        exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 29.5), 3: "E", 4: (2.0, 17.0, 40.2)})
        exif.get_ifd(0x8769).update({0xA431: "SERIAL-4711", 0xA430: "Owner O."})
        return encode(scene, "JPEG", exif=exif, comment=b"a secret", **options)

    @pytest.mark.parametrize("most", [3_800_000, 5000])
    def test_nothing_private_is_left(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path, most: int
    ) -> None:
        """Place, serials, names and comments are gone; the copyright may stay."""
        source = put("ada.jpg", self.photograph(scene, encode) + b"trailing secret")
        picture = ready(source, workshop, PicturePolicy(max_pixels=most))
        data = content(picture)
        for secret in (b"SERIAL", b"Owner", b"secret", b"Gleb K."):
            assert secret not in data
        exif = Image.open(io.BytesIO(data)).getexif()
        assert dict(exif) == {0x8298: "(c) Gleb"}
        assert [remark.message for remark in picture.remarks] == [
            "images/ada.jpg tells a comment, names of people, serial numbers, where it was taken;"
            " that was left out of the book"
        ]

    def test_what_stays_is_a_choice(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """`keep` says what may stay; nothing is nothing."""
        source = put("ada.jpg", self.photograph(scene, encode))
        nothing = content(ready(source, workshop, PicturePolicy(keep=())))
        assert b"Gleb" not in nothing
        both = content(ready(source, workshop, PicturePolicy(keep=("copyright", "credit"))))
        kept = dict(Image.open(io.BytesIO(both)).getexif())
        assert kept == {0x013B: "Gleb K.", 0x8298: "(c) Gleb"}

    def test_a_prepared_picture_has_nothing_more_to_lose(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Preparing twice changes nothing the second time."""
        first = ready(put("ada.jpg", self.photograph(scene, encode)), workshop)
        again = put("again.jpg", content(first))
        second = ready(again, workshop)
        assert second.content == again.location
        assert (second.digest, second.remarks) == (first.digest, ())

    def test_texts_in_a_png(
        self, scene: Image.Image, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """A PNG's texts go, but for the copyright; its pixels stay."""
        from PIL.PngImagePlugin import PngInfo

        texts = PngInfo()
        for keyword in ("Copyright", "Author", "Comment"):
            texts.add_text(keyword, f"{keyword} of Ada")
        source = put("ada.png", encode(scene, "PNG", pnginfo=texts))
        picture = ready(source, workshop)
        assert pixels(picture).info == {"Copyright": "Copyright of Ada"}
        assert distance(pixels(picture), scene) == 0
        assert codes(picture) == ["I016"]


class TestTogether:
    def sources(self, put: Put, encode: Encode) -> list[PictureSource]:
        made = [
            put(f"{n}.jpg", encode(Image.new("RGB", (50 + n % 5, 40), (n % 5, 9, 99)), "JPEG"))
            for n in range(12)
        ]
        return [*made, put("bad.jpg", b"no")]

    def test_results_stand_in_the_order_of_their_sources(
        self, put: Put, encode: Encode, workshop: Path
    ) -> None:
        """Several threads change nothing but the time, and each picture counts once."""
        sources = self.sources(put, encode)
        policy = PicturePolicy(max_pixels=900)
        done: list[int] = []
        alone = tuple(prepare(source, policy, workshop) for source in sources)
        caller = threading.get_ident()
        together = prepare_all(
            sources, policy, workshop, 4, lambda: done.append(threading.get_ident())
        )
        assert together == alone
        assert done == [caller] * 13

    def test_equal_pictures_are_one_file(self, put: Put, encode: Encode, workshop: Path) -> None:
        """Twelve pictures of five kinds leave five files, and no draft."""
        sources = self.sources(put, encode)
        prepared = prepare_all(sources, PicturePolicy(max_pixels=900), workshop)
        digests = {picture.digest for picture in prepared if isinstance(picture, Picture)}
        assert len(digests) == 5
        assert {file.name for file in workshop.iterdir()} == {f"{name}.jpg" for name in digests}

    def test_two_runs_give_the_same_bytes(
        self, scene: Image.Image, put: Put, encode: Encode, tmp_path: Path
    ) -> None:
        """Nothing of time or chance gets into a picture."""
        source = put("ada.webp", encode(scene, "WEBP"))
        assert ready(source, tmp_path / "one").digest == ready(source, tmp_path / "two").digest

    @pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts descriptors in /proc")
    def test_no_file_stays_open(self, put: Put, encode: Encode, workshop: Path) -> None:
        """Good and broken pictures alike are closed."""
        sources = self.sources(put, encode)
        prepare_all(sources, POLICY, workshop, 2)
        gc.collect()
        before = len(os.listdir("/proc/self/fd"))
        prepare_all(sources, POLICY, workshop, 2)
        assert len(os.listdir("/proc/self/fd")) == before
