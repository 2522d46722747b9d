"""`epubforge build --cover-file`."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from conftest import BOOK, Command, WriteProject


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (120, 40, 30)).save(out, "JPEG")
    return out.getvalue()


COVERED = BOOK.replace("[book]\n", '[book]\ncover = "images/cover.jpg"\n')


def test_the_cover_of_the_book(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """Written beside the book, and said."""
    root = project(
        {"manuscript/book.toml": COVERED, "manuscript/1.md": "# One\n\nText.\n",
         "images/cover.jpg": picture(2000, 3000)}
    )  # fmt: skip
    run = epubforge(
        "build", root, "-o", tmp_path / "a.epub", "--cover-file", tmp_path / "new/c.jpg"
    )
    assert run.returncode == 0, run.stderr
    assert "the cover, 1707 × 2560 pixels" in run.stdout
    with Image.open(tmp_path / "new" / "c.jpg") as image:
        assert image.size == (1707, 2560)


def test_a_drawn_cover(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """Of a book without a picture; the book on stdout keeps stdout clean."""
    root = project({"manuscript/1.md": "# One\n\nText.\n"})
    run = epubforge("build", root, "--cover-file", tmp_path / "c.PNG")
    assert "the cover, 1600 × 2560 pixels" in run.stdout
    with Image.open(tmp_path / "c.PNG") as image:
        assert (image.size, image.format) == ((1600, 2560), "PNG")


def test_each_edition_has_its_own(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """The main one under the name given, the others with the edition's name."""
    settings = BOOK + '[editions.school]\ntitle = "A book for schools"\n'
    root = project({"book.toml": settings, "1.md": "# One\n\nText.\n"})
    run = epubforge("build", root, "--all-editions", "--cover-file", tmp_path / "c.jpg")
    assert run.returncode == 0, run.stderr
    one, two = (tmp_path / "c.jpg").read_bytes(), (tmp_path / "c-school.jpg").read_bytes()
    assert one != two


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("cover.tiff", "a cover is written as .jpg or .png"),
        ("manuscript/c.jpg", "lies among the book's sources"),
        ("dist/a-book.jpg/", "a cover is written as .jpg or .png"),
        ("plain", "a cover is written as .jpg or .png"),
    ],
)
def test_where_a_cover_may_not_be_written(
    project: WriteProject, epubforge: Command, target: str, reason: str
) -> None:
    """Refused in one line before anything is made."""
    root = project({"manuscript/1.md": "# One\n"})
    (root / "dist" / "a-book.jpg").mkdir(parents=True)
    run = epubforge("build", root, "--cover-file", root / target)
    if target.endswith("/"):
        assert "is a folder" in run.stderr
    else:
        assert reason in run.stderr
    assert run.returncode == 2
    assert not (root / "dist" / "a-book.epub").exists()


def test_never_over_a_source(project: WriteProject, epubforge: Command) -> None:
    """The cover that the book is made from stays as it is."""
    own = picture(700, 1100)
    root = project(
        {"book.toml": BOOK.replace("[book]\n", '[book]\ncover = "front.jpg"\n'),
         "1.md": "# One\n", "front.jpg": own}
    )  # fmt: skip
    run = epubforge("build", root, "--cover-file", root / "front.jpg")
    assert run.returncode == 2
    assert "source of this book" in run.stderr
    assert (root / "front.jpg").read_bytes() == own


def test_no_cover_without_a_book(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """What withholds the book withholds its cover, and an old one stays."""
    root = project({"manuscript/1.md": "![x](gone.jpg)\n"})
    (tmp_path / "c.jpg").write_bytes(b"old")
    run = epubforge("build", root, "--cover-file", tmp_path / "c.jpg")
    assert run.returncode == 1
    assert (tmp_path / "c.jpg").read_bytes() == b"old"


def test_several_books_have_several_covers(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """One file cannot hold them."""
    root = project({"manuscript/1.md": "# One\n"})
    run = epubforge("build", root, root, "--cover-file", tmp_path / "c.jpg")
    assert run.returncode == 2
    assert "--cover-file names one cover" in run.stderr
