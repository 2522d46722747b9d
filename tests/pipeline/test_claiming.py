"""Claims of accessibility: written where a person makes them, refused where rules contradict."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from conftest import WriteProject
from epubforge import build, check
from epubforge.epubcheck.check import check_books
from epubforge.pipeline import Run

BOOK = """[book]
title = "A book"
language = "en"
modified = 2026-01-31T12:00:00Z

[accessibility]
exemption = "eaa-microenterprise"
contact = "access@example.org"

[accessibility.claim]
conforms_to = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
certified_by = "Jane Doe"
credential = "Certified by a school"
report = "https://example.org/report"
date = 2026-01-30
"""
SOUND = "# One\n\nText.\n"


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 900), (90, 120, 90)).save(out, "PNG")
    return out.getvalue()


PICTURE = _picture()
FAULTY = "# One\n\n![](../images/ada.png)\n"


def package(file: Path) -> str:
    """The package document of a built book."""
    with ZipFile(file) as book:
        return book.read("OEBPS/package.opf").decode()


def test_a_claim_is_written(project: WriteProject, tmp_path: Path) -> None:
    """Claim, certifier, credential, report, date, exemption and contact stand in the package, and
    EPUBCheck has nothing against them."""
    file = tmp_path / "book.epub"
    built = build(project({"manuscript/book.toml": BOOK, "manuscript/1.md": SOUND}), file)
    assert [found.rule.code for found in built.found if found.rule.code == "A097"] == []
    opf = package(file)
    for piece in (
        'property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
        'refines="#claim" property="a11y:certifiedBy">Jane Doe</meta>',
        'refines="#certifier" property="a11y:certifierCredential">Certified by a school</meta>',
        'refines="#certifier" property="dcterms:date">2026-01-30</meta>',
        'rel="a11y:certifierReport" href="https://example.org/report"',
        'property="a11y:exemption">eaa-microenterprise</meta>',
        "(access@example.org)</meta>",
    ):
        assert piece in opf
    assert [m.message for m in check_books([file], 300)[0]] == []


def test_a_claim_is_refused(project: WriteProject, tmp_path: Path) -> None:
    """A picture without description contradicts the claim: it is told at the claim's line, and the
    book is written without it."""
    file = tmp_path / "book.epub"
    files: dict[str, str | bytes] = {
        "manuscript/book.toml": BOOK,
        "manuscript/1.md": FAULTY,
        "images/ada.png": PICTURE,
    }
    built = build(project(files), file)
    (refused,) = [found for found in built.found if found.rule.code == "A097"]
    assert "1 × A001 image-without-alt (WCAG 1.1.1)" in refused.message
    assert "conformsTo" not in package(file)
    assert "a11y:exemption" in package(file)


def test_what_is_passed_over_does_not_count(project: WriteProject) -> None:
    """A finding that the author passes over with a reason is his own judgement."""
    text = "# One\n\n<!-- epubforge: ignore A001 told in the text -->\n\n![](../images/ada.png)\n"
    files: dict[str, str | bytes] = {
        "manuscript/book.toml": BOOK,
        "manuscript/1.md": text,
        "images/ada.png": PICTURE,
    }
    checked = check(project(files))
    assert [f.rule.code for f in checked.found if f.rule.code in {"A001", "A097"}] == []


def test_fixed_pages_claim_level_a_at_most(project: WriteProject, tmp_path: Path) -> None:
    """A fixed edition inherits no claim; its own goes no further than level A."""
    fixed = '\n[editions.fixed]\nlayout = "fixed"\n'
    claim = """
[editions.fixed.accessibility.claim]
conforms_to = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
certified_by = "Jane Doe"
"""
    for settings, refused in ((BOOK + fixed, 0), (BOOK + fixed + claim, 1)):
        made = project({"manuscript/book.toml": settings, "manuscript/1.md": SOUND})
        file = tmp_path / "book.epub"
        built = build(made, file, Run(edition="fixed"))
        assert sum(found.rule.code == "A097" for found in built.found) == refused
        assert "conformsTo" not in package(file)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('conforms_to = "WCAG 2.2 AA"', 'cannot be "WCAG 2.2 AA"'),
        ('exemption = "small"', 'cannot be "small"'),
        ('report = "report.pdf"', 'cannot be "report.pdf"'),
        ('certifier = "Jane"', "unknown key certifier; did you mean certified_by?"),
    ],
)
def test_settings_that_cannot_be(line: str, said: str, project: WriteProject) -> None:
    """What is not in the vocabulary is an error at its place."""
    key = line.partition(" ")[0]
    kept = [each for each in BOOK.splitlines() if not each.startswith(f"{key} =")]
    at = kept.index("[accessibility]" if key == "exemption" else "[accessibility.claim]") + 1
    settings = "\n".join([*kept[:at], line, *kept[at:]]) + "\n"
    checked = check(project({"manuscript/book.toml": settings, "manuscript/1.md": SOUND}))
    assert any(said in found.message for found in checked.found)
