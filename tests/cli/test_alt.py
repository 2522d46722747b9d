"""`epubforge alt`: the spreadsheet of descriptions, through the real command."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from codec.inscription.packets_by_hand import jpeg, png
from conftest import BOOK, Command, write_files

TABLE = '# mine\n[[picture]]\nfile = "1"\ncaption = "Ada"\n'


def book(folder: Path) -> Path:
    plates = '[plates]\npictures = "images/p"\ncaptions = "manuscript/c.toml"\n'
    return write_files(
        folder,
        {
            "manuscript/book.toml": BOOK + plates,
            "manuscript/c.toml": TABLE,
            "manuscript/1.md": "# One\n\n![](../images/a.png)\n",
            "images/a.png": png(),
            "images/p/1.jpg": jpeg(),
        },
    )


def edit(sheet: Path, alt: str) -> None:
    rows = list(csv.DictReader(io.StringIO(sheet.read_bytes().decode("utf-8-sig"))))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=";")
    writer.writeheader()
    for row in reversed(rows):
        writer.writerow({**row, "alt": f"{alt} {row['file']}"})
    sheet.write_bytes(text.getvalue().encode("utf-16"))


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_export_and_import_without_an_edit(ending: str, epubforge: Command, tmp_path: Path) -> None:
    """The project stays as it is, byte for byte."""
    folder = book(tmp_path / "b")
    before = files_of(folder)
    out = epubforge("alt", "export", "b", "-o", f"d.{ending}")
    assert (out.returncode, out.stdout) == (
        0, f"d.{ending}: 2 pictures, 2 without a description\n",
    )  # fmt: skip
    back = epubforge("alt", "import", "b", f"d.{ending}")
    assert (back.returncode, back.stdout) == (0, "0 descriptions changed in 0 files\n")
    assert files_of(folder) == before


def test_an_editors_work_comes_back(epubforge: Command, tmp_path: Path) -> None:
    """Sorted, with semicolons, in UTF-16; --diff shows it first; then both findings are gone."""
    folder = book(tmp_path / "b")
    before = files_of(folder)
    assert epubforge("alt", "export", "b", "-o", "d.csv").returncode == 0
    edit(tmp_path / "d.csv", 'A "[woman]" in')
    refused = epubforge("alt", "export", "b", "-o", "d.csv")
    assert refused.returncode == 2
    assert "holds descriptions that are not in the manuscript" in refused.stderr
    shown = epubforge("alt", "import", "b", "d.csv", "--diff")
    assert shown.returncode == 0
    assert '+![A "\\[woman\\]" in images/a.png](../images/a.png)' in shown.stdout
    assert '+alt = "A \\"[woman]\\" in images/p/1.jpg"' in shown.stdout
    assert files_of(folder) == before
    done = epubforge("alt", "import", "b", "d.csv")
    assert (done.returncode, done.stdout) == (0, "2 descriptions changed in 2 files\n")
    assert (
        (folder / "manuscript/c.toml").read_text().startswith('# mine\n[[picture]]\nfile = "1"\n')
    )
    checked = epubforge("check", "b")
    assert "A001" not in checked.stdout
    again = epubforge("alt", "import", "b", "d.csv")
    assert "0 descriptions changed" in again.stdout


def test_a_row_that_does_not_fit_is_a_finding(epubforge: Command, tmp_path: Path) -> None:
    """At its line of the sheet; exit 1; the rest is written."""
    folder = book(tmp_path / "b")
    assert epubforge("alt", "export", "b", "-o", "d.csv").returncode == 0
    edit(tmp_path / "d.csv", "A woman in")
    (folder / "manuscript/1.md").write_text("# One\n\n![mine](../images/a.png)\n")
    done = epubforge("alt", "import", "b", "d.csv")
    assert done.returncode == 1
    assert "d.csv:3:1: error P072 description-changed-meanwhile: images/a.png" in done.stderr
    assert "1 description changed in 1 file" in done.stdout
    assert "![mine]" in (folder / "manuscript/1.md").read_text()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"a,b\n1,2\n", "is no sheet of descriptions"),
     (b"PK\x03\x04broken", "is no XLSX file"), (b'key,alt\n"a', "cannot be read")],
)  # fmt: skip
def test_a_file_that_is_no_sheet(
    content: bytes, said: str, epubforge: Command, tmp_path: Path
) -> None:
    """One line, exit 2."""
    book(tmp_path / "b")
    (tmp_path / "d.csv").write_bytes(content)
    done = epubforge("alt", "import", "b", "d.csv")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_asked(epubforge: Command, tmp_path: Path) -> None:
    """No sheet, no project, an ending that is none of ours: each is said, exit 2."""
    for arguments, said in (
        (("import", "b"), "name the spreadsheet"),
        (("import", "b", "none.csv"), "none.csv is not there"),
        (("export", "nowhere", "-o", "x.csv"), "no project at nowhere"),
        (("export", "b", "-o", "x.ods"), "should end in .xlsx or .csv"),
    ):
        book(tmp_path / "b")
        done = epubforge("alt", *arguments)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_csv_on_stdout(epubforge: Command, tmp_path: Path) -> None:
    """For pipes, as it is: with the mark, nothing else."""
    book(tmp_path / "b")
    done = epubforge("alt", "export", "b", "-o", "-")
    assert done.stdout.startswith("\ufeffkey,file,where,caption,alt,decorative,longdesc,finding")
