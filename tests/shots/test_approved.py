"""Pages look as somebody has approved them.

The pictures lie in `approved`. Where a change is meant, make them anew and look at each:

    EPUBFORGE_APPROVE=1 pytest -n 0 tests/shots/test_approved.py
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from epubforge.ace.browser import find_browser
from epubforge.pipeline.run import Run
from epubforge.preview.bench import Bench
from epubforge.preview.proof import Proof
from epubforge.shots.chromium import Chromium
from epubforge.shots.devices import DEVICES
from epubforge.shots.taking import shots
from shots.book import CHAPTER, write_book
from shots.likeness import kept, unlike

APPROVED = Path(__file__).parent / "approved"
CHAPTERS = range(5, 100)
"""Steps of the reading order after the cover, the title page, the copyright page, the contents."""
SETS = {
    "phone": ("main", "phone", CHAPTERS),
    "paperwhite": ("main", "paperwhite", range(5, 6)),
    "fixed": ("fixed", "tablet", CHAPTERS),
}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the browser is told by pipes of POSIX")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One for all pictures of this file."""
    program = find_browser(os.environ).program
    assert program is not None
    with Chromium(program) as browser:
        yield browser


def proof_of(project: Path, workshop: Path, edition: str = "main") -> Proof:
    """The book as the command has it."""
    workshop.mkdir(exist_ok=True)
    made = Bench(project, workshop, Run(in_processes=False)).make(edition, None)
    assert made.proof is not None
    assert made.fault is None
    return made.proof


def pictures(
    proof: Proof, device: str, steps: range, chromium: Chromium
) -> Mapping[str, Image.Image]:
    """The pages, by the numbers of their document and their screen."""
    taken = shots(proof, DEVICES[device], chromium, steps)
    return {f"{shot.spine:02}-{shot.page}": read(shot.png) for shot in taken}


def approved(name: str) -> Mapping[str, Image.Image]:
    """What somebody has looked at."""
    return {
        file.stem.removeprefix(f"{name}-"): read(file.read_bytes())
        for file in APPROVED.glob(f"{name}-*.png")
    }


def read(png: bytes) -> Image.Image:
    """A picture in memory."""
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("RGB")


def test_pages_look_as_approved(tmp_path: Path, chromium: Chromium) -> None:
    """As many pages, of the same size, with the same things at the same places."""
    project = write_book(tmp_path / "project")
    if os.environ.get("EPUBFORGE_APPROVE"):
        shutil.rmtree(APPROVED, ignore_errors=True)
        APPROVED.mkdir()
    for name, (edition, device, steps) in SETS.items():
        screen = DEVICES[device]
        proof = proof_of(project, tmp_path / f"workshop-{name}", edition)
        found = pictures(proof, device, steps, chromium)
        if edition == "main":
            assert {each.size for each in found.values()} == {(screen.width, screen.height)}
        if os.environ.get("EPUBFORGE_APPROVE"):
            for page, picture in found.items():
                kept(picture).save(APPROVED / f"{name}-{page}.png", optimize=True)
        known = approved(name)
        assert sorted(found) == sorted(known), name
        for page, picture in found.items():
            assert unlike(picture, known[page]) is None, f"{name}-{page}"
            softer = picture.filter(ImageFilter.GaussianBlur(picture.width / 600))
            assert unlike(softer, known[page]) is None, f"{name}-{page}, softer at the edges"


@pytest.mark.parametrize(
    ("chapter", "styles"),
    [
        (CHAPTER.replace("field.png", "plates/1-tower.png"), ""),
        (CHAPTER, "figure img { visibility: hidden }"),
        (CHAPTER, "body { width: 70% }"),
        (CHAPTER, "p { columns: 2 }"),
        (CHAPTER, "html { color: #a33 }"),
        (CHAPTER, "html { background: #f6ecd9 }"),
        (CHAPTER, "p { line-height: 1.7 }"),
    ],
    ids=["picture", "no-picture", "measure", "columns", "ink", "paper", "lines"],
)
def test_a_change_is_seen(chapter: str, styles: str, tmp_path: Path, chromium: Chromium) -> None:
    """Another picture or none, another column or colour is not taken for the approved page."""
    project = write_book(tmp_path / "project", chapter, f"p {{ hyphens: none }}\n{styles}")
    proof = proof_of(project, tmp_path / "workshop")
    found = pictures(proof, "phone", range(5, 6), chromium)
    known = approved("phone")
    alike = [page in known and unlike(each, known[page]) is None for page, each in found.items()]
    assert not all(alike)
