"""Pictures of pages, by a real browser."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from conftest import WriteProject
from epubforge.shots.devices import DEVICES

PYTHON = [sys.executable, "-m", "epubforge"]
STATIC = Path(__file__).parents[2] / "src" / "epubforge" / "preview" / "static"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the browser is told by pipes of POSIX")


def shots(*arguments: str | Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    environment = os.environ if path is None else {**os.environ, "PATH": path}
    return subprocess.run(
        [*PYTHON, "shots", *map(str, arguments)],
        capture_output=True, encoding="utf-8", timeout=300, check=False, env=environment,
    )  # fmt: skip


def book(project: WriteProject) -> Path:
    """One short chapter, and one of several screens with a picture in red."""
    red = io.BytesIO()
    Image.new("RGB", (600, 600), (200, 20, 20)).save(red, "PNG")
    long = "# Two\n\n![A red square](../images/red.png)\n\n" + " ".join(
        f"Word {n} of many." for n in range(900)
    )
    return project(
        {
            "manuscript/1.md": "# One\n\nA word.\n",
            "manuscript/2.md": long,
            "images/red.png": red.getvalue(),
        }
    )


def test_screens(project: WriteProject, tmp_path: Path) -> None:
    """Each screen is a PNG of the device's very pixels; what follows differs from what was."""
    out = tmp_path / "out"
    run = shots(book(project), "--device", "clara", "--out", out, "--pages", "5-")
    assert run.returncode == 0, run.stderr
    files = sorted(out.iterdir())
    names = [file.name for file in files]
    assert names[0].startswith("005-")
    screens = [Image.open(file).convert("RGB") for file in files]
    assert {each.size for each in screens} == {(1072, 1448)}
    assert len(files) > 5
    assert re.search(rf"{len(files)} pages on Kobo Clara Colour", run.stdout)
    two = [each for name, each in zip(names, screens, strict=True) if name.startswith("006-")]
    for one, other in pairwise(two):
        assert ImageChops.difference(one, other).getbbox() is not None
    red = two[0].getcolors(1 << 20) or ()
    assert sum(count for count, colour in red if colour == (200, 20, 20)) > 200_000


def test_sixteen_greys_on_a_sheet(project: WriteProject, tmp_path: Path) -> None:
    """E-ink without colour shows sixteen greys; a sheet holds every screen and is one file."""
    made = book(project)
    run = shots(made, "--device", "paperwhite", "--out", tmp_path / "a", "--pages", "6")
    assert run.returncode == 0, run.stderr
    first = Image.open(min((tmp_path / "a").iterdir()))
    assert first.mode == "L"
    assert {level for _, level in first.getcolors() or ()} <= set(range(0, 256, 17))
    run = shots(made, "--sheet", "--device", "phone", "--out", tmp_path / "b")
    assert run.returncode == 0, run.stderr
    assert [file.name for file in (tmp_path / "b").iterdir()] == ["sheet-phone.png"]


def test_a_stranger_runs_nothing(tmp_path: Path) -> None:
    """A book's scripts do not run, and nothing is fetched from anywhere."""
    from checks.finished_books import write_book

    body = (
        "<p id='p'>Green</p><script>document.body.style.background = 'red'</script>"
        "<p><img src='file:///etc/hostname' alt='x'/></p>\n"
    )
    file = write_book({"body": body, "findings": ""}, tmp_path / "book.epub")
    run = shots(file, "--device", "phone", "--out", tmp_path / "out", "--pages", "1")
    assert run.returncode == 0, run.stderr
    (picture,) = (tmp_path / "out").iterdir()
    corner = Image.open(picture).convert("RGB").getpixel((389, 843))
    assert corner == (255, 255, 255)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--device", "papperwhite"], "no device is called papperwhite; did you mean paperwhite?"),
        (["--pages", "0"], "--pages 0: write 5, 5-8 or 5-"),
        (["--pages", "8-5"], "--pages 8-5: it ends before it begins"),
        (["--pages", "99"], "--pages 99: the reading order has 6 documents"),
        (["--edition", "fixd"], "no edition is called fixd; there are main"),
    ],
)
def test_refusals(arguments: list[str], said: str, project: WriteProject, tmp_path: Path) -> None:
    """What cannot be is refused in one line, and nothing is written."""
    run = shots(book(project), "--out", tmp_path / "out", *arguments)
    assert run.returncode == 2
    assert said in run.stderr
    assert not (tmp_path / "out").exists()


def test_no_browser(project: WriteProject, tmp_path: Path) -> None:
    """Without a browser the exit code is 3, and the command that installs one is named."""
    run = shots(book(project), "--out", tmp_path / "out", path=str(tmp_path))
    assert run.returncode == 3
    assert "install one: " in run.stderr
    assert not (tmp_path / "out").exists()


def test_no_book(tmp_path: Path) -> None:
    """A file that is not there, and a folder without a project, are refused by name."""
    assert "there is no file" in shots(tmp_path / "none.epub").stderr
    assert shots(tmp_path).returncode == 2


def test_devices_are_the_viewers() -> None:
    """The viewer and the pictures know the same screens."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    found = re.findall(
        r'<option value="([\w-]+)" data-width="(\d+)" data-height="(\d+)"(?: data-ppi="(\d+)")?'
        r'(?: data-ink="(\w+)")?>([^<]+)<',
        page,
    )
    assert found
    assert {
        (name, int(width), int(height), int(ppi or 96), ink == "grey", label)
        for name, width, height, ppi, ink, label in found
    } == {(d.name, d.width, d.height, d.per_inch, d.is_grey, d.label) for d in DEVICES.values()}
