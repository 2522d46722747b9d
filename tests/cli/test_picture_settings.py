"""Settings of single pictures, and pictures that cannot be read, in whole books."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from conftest import BOOK, Command, WriteProject

SETTINGS = f"{BOOK}[images]\nmax_pixels = 20_000\n[editions.k]\nprofile = 'kindle'\n"
TEXT = """\
# One

![Ada](../images/ada.jpg){quality=95 #fig-a}

Here ![Ada again](../images/ada.jpg){quality=20}, and ![Ada whole](../images/ada.jpg){keep=true}.
"""


def photograph(kind: str = "JPEG", **options: object) -> bytes:
    """A picture with something on every spot: 300 × 200."""
    image = Image.effect_noise((300, 200), 60).convert("RGB")
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def built(root: Path, epubforge: Command, *options: str) -> ZipFile:
    done = epubforge("build", root, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = (root / "dist").glob("*-k.epub" if options else "*.epub")
    return ZipFile(file)


def test_one_file_with_three_settings_is_three_pictures(
    project: WriteProject, epubforge: Command
) -> None:
    """Each as it was asked for; the page has none of it in its attributes."""
    root = project({
        "manuscript/book.toml": SETTINGS, "manuscript/ada.md": TEXT, "images/ada.jpg": photograph(),
    })  # fmt: skip
    with built(root, epubforge) as book:
        page = "OEBPS/text/ada.xhtml"
        shown = re.findall(r'src="\.\./(images/[^"]+)"', book.read(page).decode())
        assert len(set(shown)) == 3
        assert b"quality" not in book.read(page)
        assert b"keep" not in book.read(page)
        fine, coarse, kept = (book.read(f"OEBPS/{name}") for name in shown)
    assert len(fine) > 2 * len(coarse)
    sizes = [Image.open(io.BytesIO(data)).size for data in (fine, coarse, kept)]
    assert sizes[0] == sizes[1] != sizes[2] == (300, 200)


def test_an_edition_for_kindle_has_its_cover_once(
    project: WriteProject, epubforge: Command
) -> None:
    """As a picture of the package, and not as a page."""
    root = project({
        "manuscript/book.toml": SETTINGS, "manuscript/ada.md": TEXT, "images/ada.jpg": photograph(),
    })  # fmt: skip
    with built(root, epubforge, "--edition", "k") as book:
        names = book.namelist()
        assert "OEBPS/images/cover.jpg" in names
        assert "OEBPS/text/cover.xhtml" not in names
        assert 'properties="cover-image"' in book.read("OEBPS/package.opf").decode()


def test_all_that_is_wrong_is_told_in_one_run(project: WriteProject, epubforge: Command) -> None:
    """Each at the line or the row that names it."""
    text = "# One\n\n" + "".join(
        f"![Picture {n}](../images/{name})\n\n"
        for n, name in enumerate(("cut.jpg", "empty.jpg", "lfs.jpg", "a.psd", f"{'x' * 300}.jpg"))
    )
    root = project({
        "manuscript/book.toml": f'{BOOK}[plates]\npictures = "images/p"\ncaptions = "p.toml"\n',
        "manuscript/1.md": text,
        "p.toml": '[[picture]]\nfile = "cut.jpg"\nalt = "A"\n',
        "images/p/cut.jpg": photograph()[:5000],
        "images/cut.jpg": photograph()[:9000],
        "images/empty.jpg": b"",
        "images/lfs.jpg": b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n",
        "images/a.psd": b"8BPS\0\1 a document",
    })  # fmt: skip
    done = epubforge("build", root)
    assert done.returncode == 1
    found = re.findall(r"^(\S+:\d+):\d+: error (\w+)", done.stdout, re.M)
    assert found == [
        ("manuscript/1.md:3", "I004"), ("manuscript/1.md:5", "I005"), ("manuscript/1.md:7", "I006"),
        ("manuscript/1.md:9", "I008"), ("manuscript/1.md:11", "I001"), ("p.toml:1", "I004"),
    ]  # fmt: skip
    assert "git lfs pull" in done.stdout


def test_a_missing_extra_is_exit_code_3(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """The finding stands where the picture is used, and says what installs it."""
    from pillow_heif import from_pillow

    stream = io.BytesIO()
    from_pillow(Image.new("RGB", (64, 48), (20, 90, 40))).save(stream)
    root = project({
        "manuscript/1.md": "# One\n\n![Grass](../images/a.heic)\n",
        "images/a.heic": stream.getvalue(),
    })  # fmt: skip
    # A module that cannot be imported, before the real one on the path.
    (tmp_path / "pillow_heif.py").write_text("raise ImportError\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
        done = epubforge("build", root)
    assert done.returncode == 3
    assert "manuscript/1.md:3:1: error I019 heif-extra-missing" in done.stdout
    assert "pip install 'epubforge[heif]'" in done.stdout
