"""Every book, as the outside judges see it: EPUBCheck, Ace, and second readers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from conformance.books import EDITIONS, NAMES, ROOT, projects
from conftest import Command
from epubforge import build
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.pipeline import Run
from epubforge.pipeline.shelf import examine

pytestmark = pytest.mark.xdist_group("conformance")

Books = Mapping[str, Path]
DATE = "1767225600"


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Every book's file, by its name."""
    folder = tmp_path_factory.mktemp("conformance")
    built: dict[str, Path] = {}
    for name, project in projects(folder):
        target = folder / f"{name}.epub"
        outcome = build(project, target, _run(name))
        blocking = [d.message for d in outcome.found if d.rule.blocking]
        assert outcome.size is not None, f"{name} was not built: {blocking}"
        built[name] = target
    return built


def _run(name: str) -> Run:
    return Run(source_date_epoch=DATE, edition=EDITIONS.get(name))


@pytest.fixture(scope="session")
def verdicts(books: Books) -> Mapping[str, tuple[Diagnostic, ...]]:
    """What EPUBCheck says of each book, from one warm run."""
    from epubforge.epubcheck.check import check_books

    return dict(zip(books, check_books(list(books.values()), timeout=300), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_epubcheck_finds_no_error_and_no_warning(
    name: str, verdicts: Mapping[str, tuple[Diagnostic, ...]]
) -> None:
    """W3C EPUBCheck has nothing to say of any book that was written."""
    said = [
        f"{d.source_code} {d.place}: {d.message}"
        for d in verdicts[name]
        if d.grade is not Severity.NOTE
    ]
    assert said == []


@pytest.mark.parametrize("name", NAMES)
def test_our_checker_finds_nothing_that_epubcheck_does_not(
    name: str, books: Books, verdicts: Mapping[str, tuple[Diagnostic, ...]]
) -> None:
    """No false alarm: what we say in EPUBCheck's name it says too."""
    assert _false_alarms(books[name], verdicts[name]) == []


def test_nor_in_the_fixed_edition_of_our_photobook(tmp_path: Path) -> None:
    """The same of pages of a fixed size."""
    from epubforge.epubcheck.check import check_books

    target = tmp_path / "fixed.epub"
    build(ROOT, target, Run(source_date_epoch=DATE, edition="fixed"))
    (said,) = check_books([target], timeout=300)
    assert _false_alarms(target, said) == []
    assert [d.message for d in said if d.grade is not Severity.NOTE] == []


def _false_alarms(book: Path, said: tuple[Diagnostic, ...]) -> list[str]:
    theirs = {each.source_code for each in said}
    return [
        f"{each.rule.code} {each.place}: {each.message}"
        for each in examine(book)
        if each.grade is not Severity.NOTE
        and each.rule.equivalent is not None
        and each.rule.equivalent not in theirs
    ]


def test_epubcheck_sees_a_damaged_book(books: Books, tmp_path: Path) -> None:
    """The judge is awake: a book that lacks one page is reported, by name."""
    from epubforge.epubcheck.check import check_books

    damaged = tmp_path / "damaged.epub"
    with zipfile.ZipFile(books["notes"]) as whole, zipfile.ZipFile(damaged, "w") as part:
        lost = max(name for name in whole.namelist() if "/text/" in name)
        for entry in whole.infolist():
            if entry.filename != lost:
                part.writestr(entry, whole.read(entry))
    (found,) = check_books([damaged], timeout=120)
    assert "RSC-001" in {diagnostic.source_code for diagnostic in found}


@pytest.mark.parametrize("name", NAMES)
def test_every_page_opens_in_ebooklibs_reader(name: str, books: Books) -> None:
    """ebooklib's reader finds the title, the contents, and every page of the spine."""
    from ebooklib import epub

    book = epub.read_epub(str(books[name]), {"ignore_ncx": True})
    assert book.title
    assert book.toc
    assert all(book.get_item_with_id(identifier) for identifier, _ in book.spine)


@pytest.mark.parametrize("name", NAMES)
def test_two_builds_give_the_same_bytes(name: str, books: Books, tmp_path: Path) -> None:
    """The same input gives the same bytes, in whichever process and folder."""
    if name == "heroes-of-labour":
        project = ROOT
    else:
        project = next(p for n, p in projects(tmp_path) if n == name)
    again = tmp_path / "again.epub"
    build(project, again, _run(name))
    assert again.read_bytes() == books[name].read_bytes()


ACE = (
    "kitchen-sink", "photobook", "photobook-list", "photobook-text", "photobook-hebrew",
)  # fmt: skip


@pytest.mark.parametrize("name", ACE)
def test_ace_finds_no_violation(name: str, books: Books, tmp_path: Path) -> None:
    """DAISY Ace reports nothing on the book with every construct, and on the layouts of plates."""
    assert _ace(books[name], tmp_path / "ours") == []


def test_ace_finds_no_violation_in_our_photobook(tmp_path: Path) -> None:
    """Nor in all the words of our own book and its first plates; the other ninety are made alike,
    and Ace takes a second for each."""
    project = tmp_path / "few"
    shutil.copytree(ROOT / "manuscript", project / "manuscript")
    (project / "images" / "portraits").mkdir(parents=True)
    for picture in ("cover.jpg", *(f"portraits/plate-{each:03}.jpg" for each in range(1, 11))):
        shutil.copy(ROOT / "images" / picture, project / "images" / picture)
    table = project / "manuscript" / "portraits.toml"
    rows = table.read_text(encoding="utf-8").split("[[picture]]")
    table.write_text("[[picture]]".join(rows[:11]), encoding="utf-8")
    book = tmp_path / "few.epub"
    outcome = build(project, book, Run(source_date_epoch=DATE))
    assert outcome.size is not None
    assert [each.message for each in outcome.found if each.grade is not Severity.NOTE] == []
    assert _ace(book, tmp_path / "ours") == []


def test_ace_sees_pictures_without_description(books: Books, tmp_path: Path) -> None:
    """The judge is awake: a book whose pictures lack their descriptions is reported."""
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(books["plates"]) as whole, zipfile.ZipFile(broken, "w") as part:
        for entry in whole.infolist():
            part.writestr(entry, whole.read(entry).replace(b" alt=", b" title="))
    assert "image-alt" in _ace(broken, tmp_path / "theirs")


def _ace(book: Path, folder: Path) -> list[str]:
    ace = shutil.which("ace-cli") or str(
        ROOT / ".venv" / "ace" / "node_modules" / ".bin" / "ace-cli"
    )
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    subprocess.run(
        [ace, "--silent", "--force", "--outdir", str(folder), str(book)],
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium, "ACE_TIMEOUT_INITIAL": "60000"},
        check=True,
        timeout=600,
        capture_output=True,
    )
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return [
        assertion["earl:test"]["dct:title"]
        for page in report["assertions"]
        for assertion in page["assertions"]
    ]


def test_the_summary_names_what_was_built(epubforge: Command, tmp_path: Path) -> None:
    """After a build one line says path, size, chapters, pictures, words and time."""
    done = epubforge("build", ROOT, "-o", tmp_path / "book.epub")
    assert done.returncode == 0, done.stdout + done.stderr
    last = done.stdout.splitlines()[-1]
    for part in ("book.epub", "MB", "chapters", "101 pictures", "words", " s"):
        assert part in last
