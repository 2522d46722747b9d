"""`epubforge new`: projects that build at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from codec.inscription.packets_by_hand import alternatives, jpeg, png, with_xmp, xmp
from conftest import Command


@pytest.mark.parametrize("template", ["minimal", "novel", "photobook"])
def test_a_new_project_builds_at_once(template: str, epubforge: Command, tmp_path: Path) -> None:
    """A new project's first build succeeds without an error or a warning."""
    made = epubforge("new", "my-book", "--template", template)
    assert made.returncode == 0, made.stderr
    built = epubforge("build", "my-book", "--fail-on", "warning")
    assert built.returncode == 0, built.stdout
    assert (tmp_path / "my-book" / "dist" / "my-book.epub").is_file()


def test_no_file_is_overwritten(epubforge: Command, tmp_path: Path) -> None:
    """In a folder that holds files, those stay as they are and are named."""
    chapter = tmp_path / "b" / "manuscript" / "01-first-chapter.md"
    chapter.parent.mkdir(parents=True)
    chapter.write_text("# Mine\n\nMy own words.\n")
    done = epubforge("new", "b")
    assert done.returncode == 0
    assert chapter.read_text() == "# Mine\n\nMy own words.\n"
    assert "01-first-chapter.md" in done.stdout
    assert epubforge("build", "b").returncode == 0


def test_a_file_in_the_folders_place_is_refused(epubforge: Command, tmp_path: Path) -> None:
    """A path that is a file is refused by name; exit 2."""
    (tmp_path / "b").write_text("x")
    done = epubforge("new", "b")
    assert done.returncode == 2
    assert "b is a file" in done.stderr


def test_a_file_where_a_folder_should_stand_is_refused(epubforge: Command, tmp_path: Path) -> None:
    """Nothing is called ready that is not."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "manuscript").write_text("x")
    done = epubforge("new", "b")
    assert done.returncode == 2
    assert "a file stands in a folder's place" in done.stderr
    assert "ready" not in done.stdout


def photographs(folder: Path) -> Path:
    """Pictures as they come from a camera and from an archive, among other things."""
    described = with_xmp(
        xmp(
            alternatives("dc:description", x_default="Ada at her desk")
            + alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="A woman writes"),
            'photoshop:Credit="The Archive"',
        )
    )
    (folder / "02-women").mkdir(parents=True)
    (folder / "10.jpg").write_bytes(described)
    (folder / "2.jpg").write_bytes(jpeg())
    (folder / "_DSC0007.JPG").write_bytes(jpeg((0xFE, b"x")))
    (folder / "02-women" / "1.png").write_bytes(png())
    (folder / "fake.jpg").write_text("no picture")
    (folder / "cut.jpg").write_bytes(described[:-40])
    (folder / ".hidden.jpg").write_bytes(described)
    (folder / "notes.txt").write_text("x")
    return folder


@pytest.mark.parametrize("table", ["toml", "csv"])
def test_a_photobook_from_a_folder(table: str, epubforge: Command, tmp_path: Path) -> None:
    """The folder is only read; the first day's book lacks descriptions, and is a book."""
    folder = photographs(tmp_path / "pictures")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    made = epubforge("new", "my-photos", "--pictures", folder, "--captions", table)
    assert made.returncode == 0, made.stderr
    assert "4 pictures copied; their files hold 1 caption and 1 description" in made.stdout
    assert "fake.jpg is left out: it is no picture" in made.stderr
    assert "cut.jpg is left out: it ends before its picture does" in made.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    plates = tmp_path / "my-photos" / "images" / "plates"
    assert sorted(path.relative_to(plates).as_posix() for path in plates.rglob("*.*")) == [
        "02-women/1.png", "10.jpg", "2.jpg", "DSC0007.JPG",
    ]  # fmt: skip
    text = (tmp_path / "my-photos" / "manuscript" / f"captions.{table}").read_text()
    assert "Ada at her desk" in text
    assert "Women" in text
    built = epubforge("build", "my-photos")
    assert built.returncode == 1
    assert built.stdout.count("A001") == 3
    assert (tmp_path / "my-photos" / "dist" / "my-photos.epub").is_file()


def test_a_photobook_into_a_folder_that_holds_files(epubforge: Command, tmp_path: Path) -> None:
    """Nothing is overwritten: another picture of the same name gets a number; twice is once."""
    folder = photographs(tmp_path / "pictures")
    mine = tmp_path / "b" / "images" / "plates" / "2.jpg"
    mine.parent.mkdir(parents=True)
    mine.write_bytes(jpeg((0xFE, b"mine")))
    assert epubforge("new", "b", "--pictures", folder).returncode == 0
    assert mine.read_bytes() == jpeg((0xFE, b"mine"))
    assert (mine.parent / "2-2.jpg").read_bytes() == jpeg()
    before = sorted(path.name for path in mine.parent.rglob("*"))
    again = epubforge("new", "b", "--pictures", folder)
    assert again.returncode == 0
    assert sorted(path.name for path in mine.parent.rglob("*")) == before
    assert "was there already" not in again.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pictures", "none"), "none is not there; --pictures names a folder of pictures"),
        (("--pictures", "file"), "file is no folder"),
        (("--pictures", "empty"), "there is no picture in empty that can be used"),
        (("--captions", "csv"), "--captions goes with --pictures"),
        (("--template", "novel", "--pictures", "empty"), "--pictures makes a photobook"),
    ],
)
def test_a_folder_that_cannot_be(
    arguments: tuple[str, ...], said: str, epubforge: Command, tmp_path: Path
) -> None:
    """One line, exit 2, and nothing is left behind."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    done = epubforge("new", "b", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file"]
